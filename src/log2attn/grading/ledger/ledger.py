"""The ledger: verdicts go into nbgrader's gradebook through this one writer, many notebooks in a transaction."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DataError, IntegrityError, OperationalError, ProgrammingError

from log2attn.core.errors import CourseError
from log2attn.doors.nbgrader import Nbgrader
from log2attn.grading.ledger.batch import Batch
from log2attn.grading.ledger.by_hand import ByHand, by_hand, give
from log2attn.grading.ledger.entry import Entry
from log2attn.grading.ledger.late import settle, utc
from log2attn.grading.ledger.read import Standing, details, machine_marks, standings, students
from log2attn.grading.ledger.rows import Rows, There
from log2attn.grading.ledger.schema import Config, LatePenalties, course_directory, open_gradebook
from log2attn.grading.ledger.source import enter_source
from log2attn.grading.model import Plan, Verdict, Work

PER_COMMIT = 64  # notebooks in one transaction
PYTHON = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


@dataclass(frozen=True)
class NotEntered:
    """A verdict the gradebook would not take, and why. Everybody else's is in."""

    learner: str
    notebook: str
    why: str


class Ledger:
    """The gradebook of one course, open for writing: ``with Ledger(root) as ledger: …``.

    there   whether a notebook was handed in, under whatever name; by default, whether a file of its exact name is there
    """

    def __init__(
        self,
        root: Path,
        *,
        config: Config | None = None,
        per_commit: int = PER_COMMIT,
        there: There | None = None,
    ) -> None:
        self.config = Nbgrader(root).config if config is None else config
        self.course = course_directory(self.config)
        self.per_commit, self.there = per_commit, there or self._by_name
        self._late: LatePenalties | None = None
        self._engine: Engine | None = None

    def __enter__(self) -> Self:
        self._engine = open_gradebook(self.course.db_url, self.course.course_id)
        return self

    def __exit__(self, *_: object) -> None:
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def enter_plan(self, plan: Plan, kernelspec: Mapping[str, Any] | None = None) -> None:
        """Let the gradebook know the notebook's cells and points, as ``nbgrader generate_assignment`` does. Again with the same plan: nothing changes.

        Once work has been graded, points and texts may change, but no cell may come or go.
        """
        with self._transaction() as db:
            enter_source(
                db, self.course, plan, json.dumps(dict(kernelspec or self._kernelspec(plan))), self.there
            )

    def enter(
        self,
        learner: str,
        plan: Plan,
        work: Work | None,
        verdict: Verdict,
        submitted_at: datetime | None = None,
    ) -> None:
        """Enter one notebook. Raises CourseError if the gradebook does not take it."""
        for refused in self.enter_many([Entry(learner, plan, work, verdict, submitted_at)]):
            raise CourseError(
                f"The gradebook did not take the marks of {refused.learner}: {refused.why}.",
                where=refused.notebook,
            )

    def enter_many(self, entries: Iterable[Entry]) -> list[NotEntered]:
        """Enter notebooks as they come. If the entries stop with an error, those that came are entered first.

        Returns those the gradebook would not take; a full disk or a lost connection is an error for all.
        """
        waiting: list[Entry] = []
        refused: list[NotEntered] = []
        try:
            for entry in entries:
                waiting.append(entry)
                if len(waiting) >= self.per_commit:
                    ready, waiting = waiting, []
                    refused += self._flush(ready)
        finally:
            refused += self._flush(waiting)
        return refused

    def standings(self, assignment: str, notebook: str, learners: Collection[str]) -> dict[str, Standing]:
        """What the gradebook says of learners' notebooks, for their feedback pages."""
        with self._transaction() as db:
            return standings(db, assignment, notebook, learners)

    def settle(
        self, assignment: str, notebooks: Collection[tuple[str, str]], times: Mapping[str, datetime]
    ) -> None:
        """Enter times anew, and penalties for (learner, notebook), as deadline, extensions and rule are now. Marks stay as they are."""
        with self._transaction() as db:
            for some in batched(sorted(notebooks), 200):
                rows = Rows(db, assignment, {who for who, _ in some}, self.there)
                settle(rows, list(some), {who: utc(when) for who, when in times.items()}, self._penalty)

    def machine_marks(self, assignment: str) -> dict[tuple[str, str], dict[str, float | None]]:
        """(learner, notebook) → cell → the machine's score, of all that the gradebook holds of an assignment."""
        with self._transaction() as db:
            return machine_marks(db, assignment)

    def by_hand(self, assignment: str, notebook: str) -> dict[tuple[str, str], ByHand]:
        """(learner, cell) → points, comment and whether a person has yet to look, of every marked cell of a notebook."""
        with self._transaction() as db:
            return by_hand(db, assignment, notebook)

    def give(
        self, learner: str, assignment: str, notebook: str, cell: str, score: float, comment: str | None
    ) -> None:
        """Enter what a person gives one answer; a comment of None leaves the one that is there. Raises CourseError for an answer that is not in the gradebook."""
        with self._transaction() as db:
            if not give(db, learner, assignment, notebook, cell, score, comment):
                raise CourseError(
                    f"The gradebook has no answer {cell} of {learner}.",
                    where=f"{assignment} · {notebook}",
                    then="Was it removed meanwhile? Grade again: log2attn grade",
                )

    def students(self) -> set[str]:
        """Who is in the gradebook."""
        with self._transaction() as db:
            return students(db)

    def details(self) -> dict[str, dict[str, str]]:
        """Learner → first and last name, email, the learning platform's number; "" for what the gradebook does not have."""
        with self._transaction() as db:
            return details(db)

    def _by_name(self, learner: str, assignment: str, notebook: str) -> bool:
        folder = self.course.format_path(self.course.submitted_directory, learner, assignment)
        return (Path(folder) / f"{notebook}.ipynb").is_file()

    def _flush(self, entries: list[Entry]) -> list[NotEntered]:
        if not entries:
            return []
        try:
            with self._transaction() as db:
                for assignment in sorted({entry.plan.assignment for entry in entries}):
                    Batch(
                        db,
                        assignment,
                        [entry for entry in entries if entry.plan.assignment == assignment],
                        self._penalty,
                        self.there,
                    ).enter()
        except (
            DataError,
            IntegrityError,
            UnicodeError,
        ) as error:  # what one learner's values can cause, such as an id too long for PostgreSQL
            if len(entries) > 1:
                return [refused for entry in entries for refused in self._flush([entry])]
            return [
                NotEntered(
                    entries[0].learner, entries[0].plan.notebook, str(getattr(error, "orig", error)).strip()
                )
            ]
        return []

    def _transaction(self) -> _Transaction:
        if self._engine is None:
            raise RuntimeError("A ledger is opened first: with Ledger(root) as ledger: …")
        return _Transaction(self._engine)

    def _penalty(self, learner: str, score: float, seconds: float) -> float | None:
        """What the course takes off for late work."""
        if self._late is None:
            self._late = LatePenalties(self.config)
        return self._late(learner, score, seconds)

    def _kernelspec(self, plan: Plan) -> Mapping[str, Any]:
        source = (
            Path(self.course.format_path(self.course.source_directory, ".", plan.assignment))
            / f"{plan.notebook}.ipynb"
        )
        try:
            return json.loads(source.read_bytes())["metadata"]["kernelspec"]
        except (OSError, ValueError, KeyError, TypeError):
            return PYTHON


def batched(things: list[Any], most: int) -> Iterator[list[Any]]:
    yield from (things[at : at + most] for at in range(0, len(things), most))


class _Transaction:
    """A transaction that says in words what is wrong with the gradebook as a whole."""

    def __init__(self, engine: Engine) -> None:
        self._begin, self._where = engine.begin(), str(engine.url)

    def __enter__(self) -> Connection:
        try:
            return self._begin.__enter__()
        except OperationalError as error:
            raise self._in_words(error) from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        try:
            self._begin.__exit__(kind, error, traceback)
        except OperationalError as late:
            raise self._in_words(late) from late
        if isinstance(error, (OperationalError, ProgrammingError)):
            raise self._in_words(error) from error

    def _in_words(self, error: Exception) -> CourseError:
        said = str(getattr(error, "orig", error)).strip()
        then = (
            "Close formgrader and other graders, and try again."
            if "locked" in said
            else "If nbgrader was updated since, copy the gradebook and run `nbgrader db upgrade`."
        )
        return CourseError(f"The gradebook cannot be written: {said}.", where=self._where, then=then)
