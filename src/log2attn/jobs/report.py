"""Report: the class's scores, as a table a person can read, and what became of what could not be graded."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from log2attn.core.course import Day
from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.tools.days import read_course
from log2attn.tools.nbgrader_door import Nbgrader, Score
from log2attn.tools.notebook import grade_ids, read_notebook

NOT_HANDED_IN, NOT_GRADED = "–", "?"


@dataclass(frozen=True)
class Row:
    """One learner. ``cells`` holds, for each day of the report, a score, NOT_HANDED_IN or NOT_GRADED."""

    learner: str
    cells: tuple[str, ...]
    total: float
    to_read: int


@dataclass(frozen=True)
class ClassReport:
    """The whole class. ``possible`` is the points of each day; ``troubles`` says why a notebook was not graded."""

    days: tuple[Day, ...]
    possible: tuple[float, ...]
    rows: tuple[Row, ...]
    troubles: tuple[str, ...]


def report(layout: Layout) -> ClassReport:
    """Read the gradebook, and look at what was handed in and has no grade."""
    course = read_course(layout)
    scores = Nbgrader(layout.root).scores([phase.slug for phase in course.phases if phase.written])
    by = {(score.learner, score.day): score for score in scores}
    days = tuple(day for day in course.written if any(score.day == day.slug for score in scores))
    learners = sorted({who for who, _ in by} | {folder.name for folder in (layout.root / "submitted").glob("*") if folder.is_dir()})
    troubles = {(who, day): _trouble(layout, who, day) for who in learners for day in days}
    return ClassReport(
        days=days,
        possible=tuple(next(score.possible for score in scores if score.day == day.slug) for day in days),
        rows=tuple(_row(who, days, by, troubles) for who in learners),
        troubles=tuple(f"{who} · day {day.number}, {trouble}" for (who, day), trouble in sorted(troubles.items(), key=lambda kv: (kv[0][0], kv[0][1].number)) if trouble),
    )


def _row(who: str, days: tuple[Day, ...], by: dict[tuple[str, str], Score], troubles: dict[tuple[str, Day], str]) -> Row:
    cells, total, to_read = [], 0.0, 0
    for day in days:
        score = by.get((who, day.slug))
        if troubles[who, day]:
            cells.append(NOT_GRADED)
        elif score is None or score.score is None:
            cells.append(NOT_HANDED_IN)
        else:
            cells.append(f"{score.score:g}")
            total += score.score
            to_read += score.to_read
    return Row(who, tuple(cells), total, to_read)


def _trouble(layout: Layout, who: str, day: Day) -> str:
    """Why a notebook that was handed in has not been graded; "" if it has, or if there is none."""
    handed_in = layout.submitted(who, day.phase) / f"{day.slug}.ipynb"
    if not handed_in.exists() or layout.autograded(who, day).exists():
        return ""
    try:
        ids = grade_ids(read_notebook(handed_in))
    except CourseError as error:
        return f"not graded: {error.what}"
    if twice := sorted({id for id in ids if ids.count(id) > 1}):
        return f"not graded: the cell {twice[0]} stands in the notebook more than once. A person must delete the copy, or grade by hand."
    return "not graded yet, or the grader gave up on another notebook of the same phase: log2attn grade names it."


def as_csv(found: ClassReport) -> str:
    """The table as CSV: learner, a column for each day, total. What was not handed in or not graded stays empty: neither is a zero."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["learner", *(day.slug for day in found.days), "total"])
    for row in found.rows:
        table.writerow([row.learner, *("" if cell in (NOT_HANDED_IN, NOT_GRADED) else cell for cell in row.cells), f"{row.total:g}"])
    return text.getvalue()
