"""Item analysis: what each task of a notebook showed about the class, and about itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import correlation

from log2attn.grading.desk.book import Book
from log2attn.grading.model import FAILED, MANUAL, PASSED, Item
from log2attn.grading.schedule.judge import BEHAVES

VISIBLE, HIDDEN = "-visible", "-hidden"
FEWEST = 5  # learners; from fewer, a correlation says nothing
UNTOUCHED = "NotImplementedError"


@dataclass(frozen=True)
class TaskStatistics:
    """One exercise, or one marked cell where a course does not name its cells as ours are named. Shares are of those who handed in.

    visible, hidden  share for whom the check was right; None where there is no such check
    untouched   share that left it as it was given out
    told        sentence of a known mistake → how many got it
    untold      share that wrote something wrong which no sentence fits
    share       of the points that could be had; None if there are none, or a person gives them
    discrimination   correlation with the rest of the notebook's points: near 1, it tells strong from weak; below 0.2, look at it.
                     None for fewer than five learners, or where all have the same
    """

    name: str
    points: float
    visible: float | None
    hidden: float | None
    untouched: float
    told: dict[str, int]
    untold: float
    share: float | None
    discrimination: float | None


def tasks(book: Book, assignment: str, notebook: str) -> list[TaskStatistics]:
    """The tasks of a notebook in order, over all verdicts that count."""
    verdicts = [
        book.verdicts[mark.learner, assignment, notebook]
        for mark in book.of(assignment=assignment, notebook=notebook)
        if mark.counts and (mark.learner, assignment, notebook) in book.verdicts
    ]
    if not verdicts:
        return []
    names = list(dict.fromkeys(name_of_task(item.id) for item in verdicts[0].items))
    by_task = [
        {name: [item for item in verdict.items if name_of_task(item.id) == name] for name in names}
        for verdict in verdicts
    ]
    totals = [sum(item.score or 0.0 for item in verdict.items) for verdict in verdicts]
    return [_task(name, [of[name] for of in by_task], totals) for name in names]


def name_of_task(id: str) -> str:
    """The exercise that a check belongs to."""
    return id.removesuffix(VISIBLE).removesuffix(HIDDEN)


def _task(name: str, answers: list[list[Item]], totals: list[float]) -> TaskStatistics:
    tests = [[item for item in items if item.outcome != MANUAL] for items in answers]
    untouched = [any(UNTOUCHED in item.detail for item in items) for items in tests]
    told: Counter[str] = Counter()
    untold = 0
    for items, empty in zip(tests, untouched, strict=True):
        says = {
            item.message.removeprefix(BEHAVES).strip() for item in items if item.message.startswith(BEHAVES)
        }
        told.update(says)
        untold += not says and not empty and any(item.outcome == FAILED for item in items)
    points = sum(item.points for item in answers[0])
    by_machine = any(tests)
    scores = [sum(item.score or 0.0 for item in items) for items in answers]
    return TaskStatistics(
        name,
        points,
        _right(tests, VISIBLE),
        _right(tests, HIDDEN) if any(item.id.endswith(HIDDEN) for item in answers[0]) else _right(tests, ""),
        sum(untouched) / len(answers),
        dict(told.most_common()),
        untold / len(answers),
        sum(scores) / len(scores) / points if points and by_machine else None,
        discrimination(scores, totals) if by_machine else None,
    )


def _right(answers: list[list[Item]], ending: str) -> float | None:
    """The share that passed all checks whose id ends so."""
    found = [[item for item in items if item.id.endswith(ending)] for items in answers]
    if not any(found):
        return None
    return sum(all(item.outcome == PASSED for item in items) for items in found) / len(found)


def discrimination(scores: Sequence[float], totals: Sequence[float]) -> float | None:
    """The corrected item-total correlation: of a task's points with those of the rest."""
    rest = [total - score for score, total in zip(scores, totals, strict=True)]
    if len(scores) < FEWEST or len(set(scores)) < 2 or len(set(rest)) < 2:
        return None
    return correlation(scores, rest)
