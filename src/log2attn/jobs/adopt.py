"""Adopt: bring a notebook that was edited in source/ back into the lesson's text."""

from __future__ import annotations

import re

from log2attn.compiling.compiler import (
    ADDED,
    CHECK_SUFFIX,
    HIDDEN_SUFFIX,
    VISIBLE_SUFFIX,
    pieces,
)
from log2attn.compiling.lesson import Cell, Lesson, read_lesson, to_text
from log2attn.compiling.regions import BEGIN_HIDDEN, END_HIDDEN
from log2attn.core.course import Course
from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.doors.notebook import (
    NotebookNode,
    edited_by_hand,
    new_code_cell,
    new_markdown_cell,
    new_notebook,
    read_notebook,
)
from log2attn.learn.seed import seed_words
from log2attn.proving.days import read_course


def adopt(layout: Layout, name: str | int) -> bool:
    """Rewrite a day's text from its notebook in source/. Returns False if the notebook holds nothing new.

    Cells that build adds are left out, hidden regions lose their markers, and the seed's numbers become course_rng again.
    The new text is read back before the old one is replaced, so a notebook that is no lesson is refused and nothing is lost.
    """
    course = read_course(layout)
    day = course.written_day(name)
    path = layout.lesson(day)
    notebook = read_notebook(layout.source(day))
    if not edited_by_hand(notebook):
        return False
    lesson = read_lesson(path, day)
    text = _as_text(course, lesson, notebook)
    trial = path.with_name(f".{path.stem}.adopting.py")
    try:
        trial.write_text(text, encoding="utf-8")
        read_lesson(trial, day)
        trial.replace(path)
    except CourseError as error:
        raise CourseError(
            f"The edited notebook is not a lesson: {error.what}",
            where=str(layout.source(day)),
            then=f"{error.then} Then adopt again. The text was left as it is.",
        ) from error
    finally:
        trial.unlink(missing_ok=True)
    return True


def _as_text(course: Course, lesson: Lesson, notebook: NotebookNode) -> str:
    made_from = {piece.cell.id: piece.made_from for piece in pieces(course, lesson)}
    author = _author_cells(lesson)
    cells = author.pop(None, [])
    for cell in notebook.cells:
        id = cell.get("id", "")
        if id not in ADDED and not id.endswith(CHECK_SUFFIX):
            old = made_from.get(id)
            cells.append(_as_lesson_cell(course, cell, old))
            cells += author.pop(old, []) if old else []
    cells += [cell for orphans in author.values() for cell in orphans]  # the cell they followed was deleted
    return to_text(new_notebook(cells=cells))


def _author_cells(lesson: Lesson) -> dict[Cell | None, list[NotebookNode]]:
    """The cells that are in no notebook, by the lesson cell they follow."""
    found: dict[Cell | None, list[NotebookNode]] = {}
    last = None
    for cell in lesson.cells:
        if cell.role == "author":
            found.setdefault(last, []).append(_with_header(new_code_cell(cell.source), cell, author=True))
        else:
            last = cell
    return found


def _as_lesson_cell(course: Course, cell: NotebookNode, old: Cell | None) -> NotebookNode:
    grade = cell.metadata.get("nbgrader", {})
    id, source = grade.get("grade_id", ""), cell.source
    fresh = new_markdown_cell(source) if cell.cell_type == "markdown" else new_code_cell(source)
    if not id:
        return _with_header(fresh, old)
    if cell.cell_type == "markdown":
        return _with_header(fresh, old, exercise=id, points=_points(grade))
    for role, suffix in (("visible", VISIBLE_SUFFIX), ("hidden", HIDDEN_SUFFIX)):
        if id.endswith(suffix):
            exercise = id.removesuffix(suffix)
            fresh.source = _unseeded(_unmarked(source), course.seed, exercise)
            return _with_header(fresh, old, **{role: exercise}, points=_points(grade))
    return _with_header(fresh, old, exercise=id)


def _with_header(cell: NotebookNode, old: Cell | None, **header: object) -> NotebookNode:
    """The cell with a lesson's header; blank lines after it stay as they were in the text."""
    cell.metadata.update(header)
    if old is not None and old.gap is not None:
        cell.metadata["lines_to_next_cell"] = old.gap
    return cell


def _points(grade: dict) -> object:
    points = grade.get("points", 0)
    return int(points) if float(points).is_integer() else points


def _unmarked(source: str) -> str:
    return "\n".join(line for line in source.splitlines() if line.strip() not in (BEGIN_HIDDEN, END_HIDDEN))


def _unseeded(source: str, seed: int, exercise: str) -> str:
    words = ", ".join(str(word) for word in seed_words(exercise, seed))
    return re.sub(rf"np\.random\.default_rng\(\[{re.escape(words)}\]\)", f'course_rng("{exercise}")', source)
