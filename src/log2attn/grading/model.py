"""What the rooms of the grader hand each other: the plan of a source notebook, a learner's work, its verdict."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["given", "answer", "test", "written", "task"]
# given    nothing is graded in it: prose, imports, demonstrations
# answer   a cell the learner fills in, marked by the tests (nbgrader: solution, not grade)
# test     asserts, marked by machine (nbgrader: grade, not solution)
# written  marked by a person (nbgrader: grade and solution)
# task     a task cell, marked by a person (nbgrader: task)

PASSED, FAILED, BROKEN, MANUAL = "passed", "failed", "broken", "manual"


@dataclass(frozen=True)
class PlanCell:
    """One cell of the source notebook. ``source`` holds solutions and hidden tests; ``released`` is what learners were given."""

    index: int
    kind: Kind
    cell_type: str
    id: str  # grade id; "" if nbgrader does not know the cell
    source: str
    released: str
    points: float = 0.0
    locked: bool = False
    checksum: str = ""  # nbgrader's, of the released cell


@dataclass(frozen=True)
class Plan:
    """A source notebook: what is given, asked and marked, in order. ``digest`` stands for all of it."""

    assignment: str
    notebook: str
    cells: tuple[PlanCell, ...]
    digest: str

    def of(self, cell: WorkCell) -> PlanCell:
        """The cell that a learner's cell stands for. Raises ValueError for an extra, which stands for none."""
        if cell.plan is None:
            raise ValueError("a cell of the learner's own is not in the plan")
        return self.cells[cell.plan]

    @property
    def marked(self) -> tuple[PlanCell, ...]:
        """The cells that carry points."""
        return tuple(cell for cell in self.cells if cell.kind in ("test", "written", "task"))


@dataclass(frozen=True)
class WorkCell:
    """One cell of a learner's notebook, as the grader reads it.

    at      its place in the submitted notebook; -1 if it was put back from the source
    role    the kind of the plan's cell it stands for; "extra" for a cell of the learner's own; "ignored" for a copy that does not count
    plan    the index of that cell in the plan; None for an extra
    attachments  pictures pasted into it: name → base64, nothing of it checked
    """

    at: int
    role: str
    cell_type: str
    source: str
    plan: int | None = None
    changed: bool = (
        True  # False if the text is the released one (or the source's), to the character, line ends aside
    )
    attachments: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Work:
    """A learner's notebook, matched to the plan.

    cells    in the order they run. Every plan cell that is marked is there exactly once; tests carry the plan's text, never the learner's
    repairs  what was put right, in words, for the instructor
    doubts   grade id → why a person must mark that item; "" as a key: why a person must look at the whole notebook
    """

    cells: tuple[WorkCell, ...]
    repairs: tuple[str, ...] = ()
    doubts: dict[str, str] = field(default_factory=dict)


def open_tests(plan: Plan, work: Work) -> frozenset[str]:
    """The tests that hold nothing hidden, and before which none ran that does: what comes of them the learner can see as well."""
    found = []
    for cell in work.cells:
        if cell.role == "test":
            test = plan.of(cell)
            if test.source != test.released:
                break
            found.append(test.id)
    return frozenset(found)


class Refused(Exception):  # noqa: N818  (a verdict about a file, not a fault of the program)
    """A file that cannot be read as a notebook. Its sentence goes into the manual queue."""


@dataclass
class Item:
    """The verdict on one marked cell.

    outcome  PASSED, FAILED, BROKEN (our fault: the old mark stays) or MANUAL (a person marks it)
    score    points; None unless machine-marked
    message  what the learner may read: never an expected value of a hidden test
    detail   what the instructor may read: the failing line, the error, where
    unprotected  True if only the learner's own process could run the test: there it can be read, and its result forged
    """

    id: str
    outcome: str
    score: float | None
    points: float
    message: str = ""
    detail: str = ""
    unprotected: bool = False


@dataclass
class Verdict:
    """What became of one submitted notebook. Plain data: it is stored as JSON.

    items     one for each marked cell of the plan, in order
    outputs   place among the work's cells → nbformat outputs (text and PNG only)
    repairs   as in Work
    queue     why a person must look at the whole notebook; "" if none must
    """

    items: list[Item]
    outputs: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    repairs: list[str] = field(default_factory=list)
    queue: str = ""
    seconds: float = 0.0

    @property
    def score(self) -> float:
        return sum(item.score or 0.0 for item in self.items)


def trouble_of(verdict: Verdict) -> str:
    """Why a person must look at a notebook, beyond the answers a person marks anyway; "" if none must."""
    if verdict.queue:
        return verdict.queue
    return "; ".join(
        sorted({item.detail for item in verdict.items if item.outcome in (MANUAL, BROKEN) and item.detail})
    )
