"""Report: the class's scores, as a table a person can read."""

from __future__ import annotations

from dataclasses import dataclass

from log2attn.core.layout import Layout
from log2attn.tools.days import read_course
from log2attn.tools.nbgrader_door import Nbgrader, Score


@dataclass(frozen=True)
class Row:
    """One learner: their score on each day, in the order of ``ClassReport.days``; None for a day not handed in."""

    learner: str
    scores: tuple[Score, ...]

    @property
    def total(self) -> float:
        return sum(score.score or 0 for score in self.scores)

    @property
    def to_read(self) -> int:
        return sum(score.to_read for score in self.scores)


@dataclass(frozen=True)
class ClassReport:
    """The whole class. ``possible`` is the points of each day."""

    days: tuple[str, ...]
    possible: tuple[float, ...]
    rows: tuple[Row, ...]


def report(layout: Layout) -> ClassReport:
    """Read the gradebook."""
    course = read_course(layout)
    scores = Nbgrader(layout.root).scores([phase.slug for phase in course.phases if phase.written])
    days = tuple(day.slug for day in course.written if any(score.day == day.slug for score in scores))
    possible = tuple(next(score.possible for score in scores if score.day == day) for day in days)
    learners = list(dict.fromkeys(score.learner for score in scores))
    by = {(score.learner, score.day): score for score in scores}
    rows = tuple(Row(learner, tuple(by[learner, day] for day in days)) for learner in learners)
    return ClassReport(days, possible, rows)
