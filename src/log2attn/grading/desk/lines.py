"""What the reports have in common: a line a learner, a line a notebook, and what waits for a person. Any form of the report says these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from statistics import median

from log2attn.grading.desk.book import Book, Mark, name_of
from log2attn.grading.desk.items import TaskStatistics, tasks

NOT_HANDED_IN, NOT_GRADED = "–", "?"
FIFTHS = ("0 to 20 %", "20 to 40 %", "40 to 60 %", "60 to 80 %", "80 to 100 %")
LOW = 0.2  # discrimination below this tells little about who can do it
ALL_DONE = "Nothing waits for a person."
NOBODY = "The gradebook holds no learners yet. Put notebooks into submitted/LEARNER/ASSIGNMENT/ and run: log2attn grade"
NOTHING_GRADED = "Nothing of it was graded yet: log2attn grade"

# The heads of the tables, and what needs a word: term → what it says.
NOTEBOOK_HEAD = ("notebook", "handed in", "median", "of", "spread", "to read", "hardest task")
TASK_HEAD = ("task", "points", "visible", "hidden", "untouched", "unexplained", "tells")
OF_CLASS = {
    NOT_HANDED_IN: "nothing handed in, which is no zero",
    "handed in": "of the notebooks that somebody has handed in",
    "to read": "answers that a person has yet to grade",
    "flags": "notebooks that a person must look at, named below",
}
OF_NOTEBOOKS = {
    "spread": "how many have 0 to 20 %, 20 to 40 %, … 80 to 100 % of the points, from left to right",
    "hardest task": "the one with the smallest share of its points",
}
OF_TASKS = {
    "visible, hidden": "share that passed the check",
    "untouched": "left as given out",
    "unexplained": "wrong, and no known mistake fits",
    "tells": f"correlation with the rest of the points, from five learners on; below {LOW} (marked !) look at the task",
    "by a person": "answers in words",
}


@dataclass(frozen=True)
class LearnerLine:
    """One learner's whole work.

    points   assignment → points as a table has them; so is the total
    handed   notebooks handed in
    to_read  answers that a person has yet to grade
    flags    notebooks that a person must look at
    """

    learner: str
    points: dict[str, str]
    total: str
    handed: int
    to_read: int
    flags: int


@dataclass(frozen=True)
class NotebookLine:
    """One notebook in the whole class.

    handed   learners who have handed it in
    scores   points, of those that count
    tasks    what each task showed; none if nothing of it was graded
    """

    notebook: str
    handed: int
    scores: list[float]
    possible: float
    to_read: int
    tasks: list[TaskStatistics]

    @property
    def median(self) -> str:
        return f"{median(self.scores):g}" if self.scores else ""

    @property
    def hardest(self) -> str:
        """The task with the smallest share of its points, and that share."""
        found = [(task.share, task.name) for task in self.tasks if task.share is not None]
        share, name = min(found, key=itemgetter(0), default=(0.0, ""))
        return f"{name} {share:.0%}" if found else ""


def learner_lines(book: Book) -> Iterator[LearnerLine]:
    """A line a learner, in order of the names."""
    for who in book.learners:
        mine = book.of(learner=who)
        yield LearnerLine(
            who,
            {name: _points([mark for mark in mine if mark.assignment == name]) for name in book.notebooks},
            _points(mine),
            sum(mark.handed for mark in mine),
            sum(mark.to_read for mark in mine),
            sum(bool(mark.why) for mark in mine),
        )


def notebook_lines(book: Book, assignment: str) -> Iterator[NotebookLine]:
    """A line a notebook of an assignment, in order."""
    for notebook in book.notebooks[assignment]:
        marks = book.of(assignment=assignment, notebook=notebook)
        yield NotebookLine(
            notebook,
            sum(mark.handed for mark in marks),
            [mark.score for mark in marks if mark.counts and mark.score is not None],
            marks[0].possible,
            sum(mark.to_read for mark in marks),
            tasks(book, assignment, notebook),
        )


def waits(book: Book) -> Iterator[str]:
    """What waits for a person, a sentence each: answers to read, notebooks to look at, and what of the course cannot be marked."""
    for name, days in book.notebooks.items():
        for day in days:
            if count := sum(mark.to_read for mark in book.of(assignment=name, notebook=day)):
                yield f"{name} · {name_of(day)}: {count} answer{'s' * (count != 1)} to read"
    for mark in book.marks:
        if mark.why:
            yield f"{mark.learner} · {mark.assignment} · {name_of(mark.notebook)}: {mark.why}"
    yield from book.notes


def cell(mark: Mark) -> str:
    """A mark in a table."""
    if mark.open:
        return NOT_GRADED
    return NOT_HANDED_IN if mark.score is None else f"{mark.score:g}"


def due(book: Book) -> int:
    """Notebooks that somebody has handed in."""
    return sum(map(len, book.notebooks.values()))


def possible(book: Book) -> float:
    """The points of all notebooks that somebody has handed in."""
    return sum(book.possible(name) for name in book.notebooks)


def fifth(score: float, possible: float) -> int:
    """Which fifth of the points a score lies in, from 0; full points are in the last. There must be points to have."""
    return min(len(FIFTHS) - 1, max(0, int(len(FIFTHS) * score / possible)))


def fifths(scores: Sequence[float], possible: float) -> list[int]:
    """How many have which fifth of the points; nothing if there are no scores, or no points to have."""
    if not scores or possible <= 0:
        return []
    found = [fifth(score, possible) for score in scores]
    return [found.count(n) for n in range(len(FIFTHS))]


def task_cells(task: TaskStatistics) -> list[str]:
    """A task in a table: points, share right on the visible and on the hidden check, left as given out, wrong without a known mistake, and how well it tells strong from weak."""

    def share(value: float | None) -> str:
        return "" if value is None else f"{value:.0%}"

    if task.share is None and task.visible is None and task.hidden is None:
        return [f"{task.points:g}", "by a person", "", "", "", ""]
    tells = task.discrimination
    return [
        f"{task.points:g}",
        share(task.visible),
        share(task.hidden),
        share(task.untouched or None),
        share(task.untold or None),
        "" if tells is None else f"{'! ' if tells < LOW else ''}{tells:.2f}",
    ]


def _points(marks: Sequence[Mark]) -> str:
    counted = [mark.score for mark in marks if mark.counts and mark.score is not None]
    if counted:
        return f"{sum(counted):g}"
    return NOT_GRADED if any(mark.open for mark in marks) else NOT_HANDED_IN
