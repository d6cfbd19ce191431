"""Report: the class's scores, as a table a person can read, and what became of what could not be graded."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from log2attn.core.course import Day
from log2attn.core.layout import Layout
from log2attn.doors.nbgrader import Score
from log2attn.grading.model import trouble_of
from log2attn.grading.schedule.archive import Archive
from log2attn.grading.schedule.assignment import Assignment
from log2attn.grading.schedule.folder import Folder
from log2attn.grading.schedule.summary import Summary
from log2attn.proving.days import read_course

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
    course, folder = read_course(layout), Folder(layout.root)
    with Archive(folder.archive()) as archive:
        phases = {
            phase.slug: Assignment(folder, archive, phase.slug)
            for phase in course.phases
            if phase.written and phase.slug in folder.assignments()
        }

        def there(learner: str, phase: str, notebook: str) -> bool:
            return phases[phase].handed.has(learner, notebook)

        scores = folder.nbgrader.scores(list(phases), there)
        by = {(score.learner, score.day): score for score in scores}
        days = tuple(day for day in course.written if any(score.day == day.slug for score in scores))
        learners = sorted(
            {who for who, _ in by} | {who for one in phases.values() for who in one.handed.learners}
        )
        troubles = _troubles(phases, archive, learners, days)
        summary = Summary()
        for one in phases.values():
            one.tell_tests(summary)
            one.complain(summary)
    return ClassReport(
        days=days,
        possible=tuple(next(score.possible for score in scores if score.day == day.slug) for day in days),
        rows=tuple(_row(who, days, by, troubles) for who in learners),
        troubles=(
            *(
                f"{who} · day {day.number}: {why}"
                for (who, day), (why, _) in sorted(
                    troubles.items(), key=lambda kv: (kv[0][0], kv[0][1].number)
                )
            ),
            *summary.missing,
            *(f"{test}: {why}" for test, why in summary.tests.items()),
        ),
    )


def _row(
    who: str,
    days: tuple[Day, ...],
    by: dict[tuple[str, str], Score],
    troubles: dict[tuple[str, Day], tuple[str, bool]],
) -> Row:
    cells, total, to_read = [], 0.0, 0
    for day in days:
        score = by.get((who, day.slug))
        if troubles.get((who, day), ("", False))[1]:
            cells.append(NOT_GRADED)
        elif score is None or score.score is None:
            cells.append(NOT_HANDED_IN)
        else:
            cells.append(f"{score.score:g}")
            total += score.score
            to_read += score.to_read
    return Row(who, tuple(cells), total, to_read)


def _troubles(
    phases: dict[str, Assignment], archive: Archive, learners: list[str], days: tuple[Day, ...]
) -> dict[tuple[str, Day], tuple[str, bool]]:
    """Why a person must look at a notebook that was handed in, and whether that is why it has no score at all."""
    found = {}
    for who in learners:
        for day in days:
            one = phases[day.phase]
            entered = one.handed.entered.get((who, day.slug))
            verdict = archive.verdict(entered.key) if entered else None
            if verdict is not None and (why := trouble_of(verdict)):
                found[who, day] = why, bool(verdict.queue)
            elif (
                entered is None
                and one.handed.has(who, day.slug)
                and not one.folder.autograded(who, day.phase, day.slug).exists()
            ):
                found[who, day] = "not graded yet: log2attn grade", True
            elif entered is not None and day.slug in one.handed.gone(who):
                found[who, day] = f"{entered.file} is gone, from which it was graded; its marks stay", False
    return found


def as_csv(found: ClassReport) -> str:
    """The table as CSV: learner, a column for each day, total. What was not handed in or not graded stays empty: neither is a zero."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["learner", *(day.slug for day in found.days), "total"])
    for row in found.rows:
        table.writerow(
            [
                row.learner,
                *("" if cell in (NOT_HANDED_IN, NOT_GRADED) else cell for cell in row.cells),
                f"{row.total:g}",
            ]
        )
    return text.getvalue()
