"""Read: the answers to one question, from the autograded notebooks, and what a person gives them, into the gradebook."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from log2attn.core.errors import CourseError
from log2attn.doors.notebook import read_notebook
from log2attn.grading.desk.book import name_of
from log2attn.grading.desk.reading import Answer, Question, answer_in, in_order, questions
from log2attn.grading.desk.tables import table
from log2attn.grading.ledger.ledger import Ledger
from log2attn.grading.model import Plan
from log2attn.grading.pages import inert
from log2attn.grading.schedule.archive import Archive
from log2attn.grading.schedule.folder import Folder
from log2attn.grading.schedule.sources import read_plans

MOST_TEXT = 20_000  # characters of one answer on a screen


@dataclass(frozen=True)
class Count:
    """How many answers to a question wait, and how many were read."""

    question: Question
    waiting: int
    read: int


class ReadingDesk:
    """A course's questions for a person, and its gradebook, open: ``with ReadingDesk(folder) as desk: …``."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self._open = ExitStack()

    def __enter__(self) -> Self:
        archive = self._open.enter_context(Archive(self.folder.archive()))
        self.plans: list[Plan] = [
            plan
            for name in self.folder.assignments()
            for plan in read_plans(self.folder, archive, name).good.values()
        ]
        self.ledger = self._open.enter_context(Ledger(self.folder.root, config=self.folder.nbgrader.config))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.__exit__(kind, error, trace)

    def counts(self) -> Iterator[Count]:
        """Every question of which the gradebook holds answers that were handed in."""
        for plan in self.plans:
            if not (asked := questions(plan)):
                continue
            found = self.ledger.by_hand(plan.assignment, plan.notebook)
            for one in asked:
                mine = [by for (_, cell), by in found.items() if cell == one.cell]
                waiting = sum(by.waits for by in mine)
                read = sum(by.score is not None and not by.waits for by in mine)
                if waiting or read:
                    yield Count(one, waiting, read)

    def question(self, cell: str, assignment: str = "") -> Question:
        """The question whose cell has this name. Raises CourseError if there is none, or are several."""
        every = [one for plan in self.plans for one in questions(plan)]
        found = [one for one in every if one.cell == cell and assignment in ("", one.assignment)]
        found = found or [
            one
            for one in every
            if f"{one.notebook}/{one.cell}" == cell and assignment in ("", one.assignment)
        ]
        if len(found) == 1:
            return found[0]
        if not found:
            names = ", ".join(dict.fromkeys(one.cell for one in every))
            raise CourseError(
                f"No answer that a person marks is called {cell!r}.", then=f"There is: {names or 'none'}."
            )
        first = found[0]
        raise CourseError(
            f"{cell!r} stands in {', '.join(f'{one.assignment} · {one.notebook}' for one in found)}.",
            then=f"Name one: log2attn read {first.notebook}/{cell} --assignment {first.assignment}",
        )

    def called(self, question: Question) -> str:
        """What to type for a question: its cell, with its notebook where another notebook has a cell of that name."""
        twice = sum(one.cell == question.cell for plan in self.plans for one in questions(plan)) > 1
        return f"{question.notebook}/{question.cell}" if twice else question.cell

    def answers(
        self, question: Question, *, all_: bool = False, anonymous: bool = False
    ) -> tuple[list[Answer], list[str]]:
        """The answers that wait, or all that were given; and, by name, those which wait and cannot be shown."""
        (plan,) = [
            p for p in self.plans if (p.assignment, p.notebook) == (question.assignment, question.notebook)
        ]
        known = {cell.id for cell in plan.cells if cell.id}
        found, lost = [], []
        for (learner, cell), by in self.ledger.by_hand(plan.assignment, plan.notebook).items():
            if cell != question.cell or not (by.waits or all_):
                continue
            said = self._answer(learner, question, known)
            if said is not None:
                found.append(Answer(learner, *said, by.waits, by.score, by.comment, by.machine))
            elif by.waits:
                lost.append(learner)
        return in_order(found, question.cell, anonymous=anonymous), sorted(lost)

    def give(self, question: Question, learner: str, score: float, comment: str | None) -> None:
        """Enter points and a comment; None leaves the comment that is there. Raises CourseError if the gradebook does not take it."""
        self.ledger.give(learner, question.assignment, question.notebook, question.cell, score, comment)

    def _answer(self, learner: str, question: Question, known: Collection[str]) -> tuple[str, bool] | None:
        path = self.folder.autograded(learner, question.assignment, question.notebook)
        try:
            found = answer_in(read_notebook(path).cells, question.cell, set(known))
        except (CourseError, OSError):
            return None
        return None if found is None else (inert.text(found[0], MOST_TEXT), found[1])


def place(question: Question) -> str:
    """Where a question stands, in words."""
    return f"{question.cell} · {name_of(question.notebook)} · {question.assignment}"


def listed(desk: ReadingDesk, width: int) -> Iterator[str]:
    """Every question with its counts, line by line."""
    counts = list(desk.counts())
    if not counts:
        yield "No answer that a person marks is in the gradebook yet. First: log2attn grade"
        return
    rows = [
        [
            one.question.cell,
            f"{one.waiting or ''}",
            f"{one.read or ''}",
            f"{one.question.points:g}",
            name_of(one.question.notebook),
            one.question.assignment,
        ]
        for one in counts
    ]
    yield from table(
        ["answer", "to read", "read", "points", "notebook", "assignment"], rows, width, (0, 4, 5)
    )
    first = next((one for one in counts if one.waiting), None)
    yield ""
    yield f"Next: log2attn read {desk.called(first.question)}" if first else "Nothing waits to be read."


def told(desk: ReadingDesk, question: Question, given: int, lost: list[str]) -> Iterator[str]:
    """How a reading ended, line by line."""
    here = [
        one
        for one in desk.counts()
        if (one.question.assignment, one.question.notebook, one.question.cell)
        == (question.assignment, question.notebook, question.cell)
    ]
    waiting = sum(one.waiting for one in here)
    if not here:
        yield f"Nobody's answer to {question.cell} is in the gradebook. First: log2attn grade {question.assignment}"
        return
    for learner in lost:
        yield f"{learner}: this answer waits, but its notebook cannot be shown here; log2attn report says why."
    left = (
        f"{waiting} still wait{'s' * (waiting == 1)}: log2attn read {desk.called(question)}"
        if waiting
        else (f"Nothing waits. Pages for learners: log2attn feedback {question.assignment}")
    )
    yield f"{given} given. {left}"
