"""Adopt: bring a notebook that was edited in source/ back into the lesson's text."""

from __future__ import annotations

import re

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from log2attn.core.course import Course, Day
from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.learn.seed import seed_words
from log2attn.tools.compiler import ADDED, BEGIN_HIDDEN, CHECK_SUFFIX, END_HIDDEN, HIDDEN_SUFFIX, VISIBLE_SUFFIX
from log2attn.tools.days import read_course
from log2attn.tools.lesson import Lesson, read_lesson, to_text
from log2attn.tools.notebook import edited_by_hand, read_notebook


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
            f"The edited notebook is not a lesson: {error.what}", where=str(layout.source(day)), then=f"{error.then} Then adopt again. The text was left as it is."
        ) from error
    finally:
        trial.unlink(missing_ok=True)
    return True


def _as_text(course: Course, lesson: Lesson, notebook: NotebookNode) -> str:
    cells = []
    for cell in lesson.cells:
        if cell.role == "author":
            cells.append(_with_header(new_code_cell(cell.source), author=True))
    for cell in notebook.cells:
        id = cell.get("id", "")
        if id in ADDED or id.endswith(CHECK_SUFFIX):
            continue
        cells.append(_as_lesson_cell(course, lesson.day, cell))
    return to_text(new_notebook(cells=cells))


def _as_lesson_cell(course: Course, day: Day, cell: NotebookNode) -> NotebookNode:
    grade = cell.metadata.get("nbgrader", {})
    id, source = grade.get("grade_id", ""), cell.source
    fresh = new_markdown_cell(source) if cell.cell_type == "markdown" else new_code_cell(source)
    if not id:
        return fresh
    if cell.cell_type == "markdown":
        return _with_header(fresh, exercise=id, points=_points(grade))
    for role, suffix in (("visible", VISIBLE_SUFFIX), ("hidden", HIDDEN_SUFFIX)):
        if id.endswith(suffix):
            exercise = id.removesuffix(suffix)
            fresh.source = _unseeded(_unmarked(source), course.seed, exercise, day)
            return _with_header(fresh, **{role: exercise}, points=_points(grade))
    return _with_header(fresh, exercise=id)


def _with_header(cell: NotebookNode, **header: object) -> NotebookNode:
    cell.metadata.update(header)
    return cell


def _points(grade: dict) -> object:
    points = grade.get("points", 0)
    return int(points) if float(points).is_integer() else points


def _unmarked(source: str) -> str:
    return "\n".join(line for line in source.splitlines() if line.strip() not in (BEGIN_HIDDEN, END_HIDDEN))


def _unseeded(source: str, seed: int, exercise: str, day: Day) -> str:
    words = ", ".join(str(word) for word in seed_words(exercise, seed))
    return re.sub(rf"np\.random\.default_rng\(\[{re.escape(words)}\]\)", f'course_rng("{exercise}")', source)
