"""The class's marks: one entry for each learner and notebook, and why a person must look at it. Any nbgrader course."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from log2attn.grading.model import Verdict, trouble_of
from log2attn.grading.schedule.archive import Archive
from log2attn.grading.schedule.assignment import Assignment
from log2attn.grading.schedule.folder import Folder, day_of
from log2attn.grading.schedule.summary import Summary

NOT_GRADED_YET = "not graded yet: log2attn grade"


@dataclass(frozen=True)
class Mark:
    """One learner's notebook.

    score    points; None if it was not handed in, or has none yet
    handed   whether it was handed in, under whatever name, now or when it was graded
    to_read  answers that a person has yet to grade
    why      why a person must look at it; "" if none must
    open     whether that is why it has no score that counts
    """

    learner: str
    assignment: str
    notebook: str
    possible: float
    score: float | None
    handed: bool
    to_read: int = 0
    why: str = ""
    open: bool = False

    @property
    def counts(self) -> bool:
        return self.score is not None and not self.open


@dataclass(frozen=True)
class Book:
    """The whole class.

    marks      of every learner and every notebook that somebody has handed in
    notebooks  assignment → its notebooks that somebody has handed in, in order
    verdicts   (learner, notebook) → what the grader found, of what it has marked
    notes      what of the course's own notebooks and tests cannot be marked
    """

    marks: tuple[Mark, ...]
    notebooks: dict[str, tuple[str, ...]]
    verdicts: dict[tuple[str, str, str], Verdict]
    notes: tuple[str, ...]

    @property
    def learners(self) -> list[str]:
        return sorted({mark.learner for mark in self.marks})

    @cached_property
    def _by_place(self) -> dict[tuple[str, str, str], Mark]:
        return {(mark.learner, mark.assignment, mark.notebook): mark for mark in self.marks}

    def mark(self, learner: str, assignment: str, notebook: str) -> Mark:
        return self._by_place[learner, assignment, notebook]

    def of(self, *, learner: str = "", assignment: str = "", notebook: str = "") -> list[Mark]:
        """The marks that fit whatever is named."""
        return [
            mark
            for mark in self.marks
            if learner in ("", mark.learner)
            and assignment in ("", mark.assignment)
            and notebook in ("", mark.notebook)
        ]

    def possible(self, assignment: str) -> float:
        """The points of an assignment's notebooks that somebody has handed in."""
        first = self.learners[0]
        return sum(mark.possible for mark in self.of(assignment=assignment, learner=first))


def name_of(notebook: str) -> str:
    """What a notebook is called in a table: "day 12", or its whole name in another course."""
    day = day_of(notebook)
    return notebook if day is None else f"day {day}"


def read_book(folder: Folder) -> Book:
    """Read the gradebook, and look at what was handed in and has no grade. Writes nothing that grades."""
    with Archive(folder.archive()) as archive:
        all_ = {name: Assignment(folder, archive, name) for name in folder.assignments()}

        def there(learner: str, assignment: str, notebook: str) -> bool:
            return all_[assignment].handed.has(learner, notebook)

        scores = folder.nbgrader.scores(list(all_), there)
        by = {(score.learner, score.phase, score.day): score for score in scores}
        known = {name: sorted({s.day for s in scores if s.phase == name}) for name in all_}
        points = {(score.phase, score.day): score.possible for score in scores}
        learners = sorted(
            {s.learner for s in scores} | {who for one in all_.values() for who in one.handed.learners}
        )
        shown = {
            name: tuple(day for day in known[name] if any(one.handed.has(who, day) for who in learners))
            for name, one in all_.items()
        }
        marks, verdicts = [], {}
        for name, one in all_.items():
            for day in shown[name]:
                for who in learners:
                    why, open_ = _trouble(one, archive, who, day)
                    score = by.get((who, name, day))
                    marks.append(
                        Mark(
                            who,
                            name,
                            day,
                            points[name, day],
                            score.score if score else None,
                            one.handed.has(who, day),
                            score.to_read if score else 0,
                            why,
                            open_,
                        )
                    )
                    entered = one.handed.entered.get((who, day))
                    if entered and (verdict := archive.verdict(entered.key)):
                        verdicts[who, name, day] = verdict
        notes = tuple(_notes(all_))
    return Book(
        tuple(sorted(marks, key=lambda mark: mark.learner)),
        {name: days for name, days in shown.items() if days},
        verdicts,
        notes,
    )


def _trouble(one: Assignment, archive: Archive, who: str, notebook: str) -> tuple[str, bool]:
    """Why a person must look at a notebook that was handed in, and whether that is why it has no score at all."""
    entered = one.handed.entered.get((who, notebook))
    verdict = archive.verdict(entered.key) if entered else None
    if verdict is not None and (why := trouble_of(verdict)):
        return why, bool(verdict.queue)
    if entered is None:
        waits = one.handed.has(who, notebook) and not one.folder.autograded(who, one.name, notebook).exists()
        return (NOT_GRADED_YET, True) if waits else ("", False)
    if notebook in one.handed.gone(who):
        return f"{entered.file} is gone, from which it was graded; its marks stay", False
    return "", False


def _notes(all_: dict[str, Assignment]) -> Iterator[str]:
    summary = Summary()
    for one in all_.values():
        one.tell_tests(summary)
        one.complain(summary)
    yield from summary.missing
    yield from (f"{test}: {why}" for test, why in summary.tests.items())
