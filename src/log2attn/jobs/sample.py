"""A small class, made from the released notebooks and the answers files: real input for the grader that never goes stale."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence

from log2attn.compiling.regions import solved
from log2attn.core.course import Course
from log2attn.core.layout import Layout
from log2attn.doors.notebook import (
    NotebookNode,
    from_dict,
    grade_id,
    new_markdown_cell,
    read_notebook,
    write_as_found,
)
from log2attn.grading.schedule.folder import Folder
from log2attn.proving.days import WrittenDay, read_course, read_days

DAYS_A_WEEK = 7
HALF_WAY_TRACE = "# I get a ValueError here and do not know why\n"


def all_right(day: WrittenDay, notebook: NotebookNode) -> None:
    """Every exercise as the lesson solves it."""
    for exercise in day.lesson.exercises:
        fill(notebook, exercise.id, solved(exercise.answer.source))
    _write_in_words(day, notebook)


def half_way(day: WrittenDay, notebook: NotebookNode) -> None:
    """The first half solved; then a cell that is not even Python yet; the rest, and the optional end, untouched."""
    exercises = day.lesson.graded
    half = (len(exercises) + 1) // 2
    for exercise in exercises[:half]:
        fill(notebook, exercise.id, solved(exercise.answer.source))
    if half < len(exercises):
        unfinished = exercises[half]
        fill(notebook, unfinished.id, f"{HALF_WAY_TRACE}def {unfinished.name}(\n")


def typical_mistakes(day: WrittenDay, notebook: NotebookNode) -> None:
    """Each exercise with one of its known mistakes, another one in each exercise; the written answers are short."""
    for n, exercise in enumerate(day.lesson.exercises):
        mistakes = day.answers.of[exercise.id].mistakes
        fill(notebook, exercise.id, complete(day, exercise.id, mistakes[n % len(mistakes)].source))
    for cell in day.lesson.written_answers:
        fill(notebook, cell.exercise, "It works because the formula says so.")


def another_way(day: WrittenDay, notebook: NotebookNode) -> None:
    """A right answer written differently, wherever the answers file has one."""
    for exercise in day.lesson.exercises:
        others = day.answers.of[exercise.id].also_right
        fill(
            notebook,
            exercise.id,
            complete(day, exercise.id, others[0]) if others else solved(exercise.answer.source),
        )
    _write_in_words(day, notebook)


def from_colab(day: WrittenDay, notebook: NotebookNode) -> None:
    """Right answers, saved by Colab: no cell ids, metadata of its own, a badge cell on top."""
    all_right(day, notebook)
    badge = '<a href="https://colab.research.google.com/" target="_parent"><img src="https://colab.research.google.com/assets/colab-badge.svg" alt="Open In Colab"/></a>'
    notebook.cells.insert(
        0, new_markdown_cell(badge, metadata={"id": "view-in-github", "colab_type": "text"})
    )
    for n, cell in enumerate(notebook.cells):
        cell.pop("id", None)
        cell.metadata.setdefault("id", f"c0Lab{n:04d}")
        if cell.cell_type == "code":
            cell.metadata["outputId"] = f"0utput{n:04d}"
    notebook.metadata["colab"] = {"provenance": [], "toc_visible": True}
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    notebook.metadata["language_info"] = {"name": "python"}
    notebook.nbformat, notebook.nbformat_minor = 4, 0


def moved_cells(day: WrittenDay, notebook: NotebookNode) -> None:
    """Right answers; a graded cell was copied, and the last exercise's answer was moved to the top of the exercises."""
    all_right(day, notebook)
    first, last = day.lesson.graded[0], day.lesson.graded[-1]
    copied = next(cell for cell in notebook.cells if grade_id(cell) == f"{first.id}-visible")
    notebook.cells.insert(
        notebook.cells.index(copied) + 1, from_dict(copy.deepcopy(copied) | {"id": f"{first.id}-copy"})
    )
    if first is last:
        return
    moved = next(cell for cell in notebook.cells if grade_id(cell) == last.id)
    notebook.cells.remove(moved)
    at = next(n for n, cell in enumerate(notebook.cells) if grade_id(cell) == first.id)
    notebook.cells.insert(at, moved)


CLASS: dict[str, Callable[[WrittenDay, NotebookNode], None]] = {
    "all-right": all_right,
    "another-way": another_way,
    "from-colab": from_colab,
    "half-way": half_way,
    "moved-cells": moved_cells,
    "typical-mistakes": typical_mistakes,
}


def each_week(course: Course) -> list[str]:
    """The first written day of every week: enough to see a class, and no more to grade than a coffee takes when all 70 are written."""
    first: dict[int, str] = {}
    for day in course.written:
        first.setdefault((day.number - 1) // DAYS_A_WEEK, day.slug)
    return list(first.values())


def sample(layout: Layout, only: Sequence[str | int] = ()) -> list[str]:
    """Hand in the sample class's notebooks for these days, or for one of each week. "half-way" has not handed in the last. Returns the learners."""
    course, folder = read_course(layout), Folder(layout.root)
    days = read_days(layout, course, only or each_week(course))
    for learner, work in CLASS.items():
        for day in days:
            if learner == "half-way" and len(days) > 1 and day is days[-1]:
                continue
            notebook = read_notebook(layout.release(day.day))
            work(day, notebook)
            path = folder.submitted(learner, day.day.phase) / f"{day.day.slug}.ipynb"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(write_as_found(notebook))
    return list(CLASS)


def fill(notebook: NotebookNode, id: str, source: str) -> None:
    """Write into a graded cell."""
    next(cell for cell in notebook.cells if grade_id(cell) == id).source = source


def _write_in_words(day: WrittenDay, notebook: NotebookNode) -> None:
    for cell in day.lesson.written_answers:
        fill(notebook, cell.exercise, cell.source)


def complete(day: WrittenDay, id: str, answer: str) -> str:
    """An answer as a learner would have it in one cell: with what it imports, and the class it changes above it."""
    exercise = day.lesson.exercise(id)
    whole_class = (
        [solved(exercise.answer.source)] if f"class {exercise.name}({exercise.name})" in answer else []
    )
    return "\n\n\n".join([part for part in (day.answers.preamble, *whole_class, answer) if part])
