"""The ledger's rows of graded notebooks: a batch at a time, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, Table, bindparam, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from log2attn.core.errors import CourseError
from log2attn.grading.ledger.kept import untouched
from log2attn.grading.ledger.schema import (
    ASSIGNMENT,
    CELL,
    COMMENT,
    GRADE,
    HANDED_IN,
    NOTEBOOK,
    SCORE,
    STUDENT,
    SUBMISSION,
    CourseDirectory,
)
from log2attn.grading.model import BROKEN, FAILED, PASSED, Item, Plan, Verdict, Work

NO_RESPONSE = "No response."  # nbgrader's words for an answer left as it was given
Mark = tuple[float | None, bool]  # the machine's score, and whether a person must look
NOT_HANDED_IN: Mark = (0.0, False)  # what nbgrader enters for a notebook that is not there
WAITS: Mark = (None, True)


@dataclass(frozen=True)
class Entry:
    """One notebook of one learner, to be entered. ``work`` is None for a file that could not be read."""

    learner: str
    plan: Plan
    work: Work | None
    verdict: Verdict
    submitted_at: datetime | None = None  # None leaves the time that is in the gradebook


def new_id() -> str:
    return uuid4().hex


def utc(moment: datetime) -> datetime:
    """As nbgrader keeps it: in UTC, without saying so."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


@dataclass(frozen=True)
class _Cells:
    """The cells of one notebook that have a row for each learner: name → cell id."""

    notebook: str
    grades: dict[str, str]
    comments: dict[str, str]


class Rows:
    """The rows that some learners have in one assignment, all of its notebooks."""

    def __init__(
        self, db: Connection, course: CourseDirectory, assignment: str, learners: Iterable[str]
    ) -> None:
        self.db, self.course, self.assignment = db, course, assignment
        found = db.execute(
            select(ASSIGNMENT.c.id, ASSIGNMENT.c.duedate).where(ASSIGNMENT.c.name == assignment)
        ).one_or_none()
        if found is None:
            raise CourseError(f"The gradebook does not know {assignment}.", then="Enter the plan first.")
        self.id, self.duedate = found
        self.notebooks = self._cells()
        self.submissions = self._submissions(sorted(set(learners)))
        self.fresh: set[str] = set()  # rows of notebooks that were not there before, and have no grades yet
        self.handed_in = self._handed_in()

    def _cells(self) -> dict[str, _Cells]:
        rows = self.db.execute(
            select(
                NOTEBOOK.c.id.label("notebook"),
                NOTEBOOK.c.name.label("of"),
                CELL.c.id,
                CELL.c.name,
                CELL.c.type,
            )
            .join_from(NOTEBOOK, CELL, CELL.c.notebook_id == NOTEBOOK.c.id, isouter=True)
            .where(NOTEBOOK.c.assignment_id == self.id)
        )
        found: dict[str, _Cells] = {}
        for row in rows:
            cells = found.setdefault(row.of, _Cells(row.notebook, {}, {}))
            if row.type in ("GradeCell", "TaskCell"):
                cells.grades[row.name] = row.id
            if row.type in ("SolutionCell", "TaskCell"):
                cells.comments[row.name] = row.id
        return found

    def _submissions(self, learners: list[str]) -> dict[str, Row]:
        put_new(self.db, STUDENT, [{"id": learner} for learner in learners])
        mine = select(SUBMISSION).where(
            SUBMISSION.c.assignment_id == self.id, SUBMISSION.c.student_id.in_(learners)
        )
        found = {row.student_id: row for row in self.db.execute(mine)}
        if new := [learner for learner in learners if learner not in found]:
            put_new(
                self.db,
                SUBMISSION,
                [{"id": new_id(), "assignment_id": self.id, "student_id": learner} for learner in new],
            )
            found = {row.student_id: row for row in self.db.execute(mine)}
        return found

    def _handed_in(self) -> dict[tuple[str, str], Row]:
        """(learner, notebook) → its row."""
        learner = {row.id: row.student_id for row in self.submissions.values()}
        name = {cells.notebook: name for name, cells in self.notebooks.items()}
        mine = select(HANDED_IN).where(HANDED_IN.c.assignment_id.in_(list(learner)))
        rows = self.db.execute(mine).all()
        have = {(row.assignment_id, row.notebook_id) for row in rows}
        if new := [
            {"id": new_id(), "assignment_id": one, "notebook_id": notebook, "flagged": False}
            for one in learner
            for notebook in name
            if (one, notebook) not in have
        ]:
            put_new(self.db, HANDED_IN, new)
            self.fresh = {row["id"] for row in new}
            rows = self.db.execute(mine).all()
        return {(learner[row.assignment_id], name[row.notebook_id]): row for row in rows}

    def complete(self, entries: dict[tuple[str, str], Entry]) -> None:
        """A mark for every marked cell of every notebook: from its entry; zero if the notebook was not handed in; waiting if it was, and is new and not among the entries."""
        old = self.handed_in
        mine = [row.id for key, row in old.items() if key in entries and row.id not in self.fresh]
        grades = (
            {
                (row.notebook_id, row.cell_id): row
                for row in self.db.execute(
                    select(GRADE).where(GRADE.c.notebook_id.in_(mine)).with_for_update()
                )
            }
            if mine
            else {}
        )
        comments = (
            {
                (row.notebook_id, row.cell_id): row
                for row in self.db.execute(
                    select(COMMENT).where(COMMENT.c.notebook_id.in_(mine)).with_for_update()
                )
            }
            if mine
            else {}
        )
        marks: list[tuple[tuple[str, str], Mark]] = []
        words: list[tuple[tuple[str, str], str | None]] = []
        gone: list[str] = []
        for (learner, notebook), row in old.items():
            cells, entry = self.notebooks[notebook], entries.get((learner, notebook))
            if entry is not None:
                given = _Given(entry)
                marks += [
                    ((row.id, cell), given.mark(name, grades.get((row.id, cell))))
                    for name, cell in cells.grades.items()
                ]
                words += [
                    ((row.id, cell), given.comment(name, comments.get((row.id, cell))))
                    for name, cell in cells.comments.items()
                ]
            elif row.id in self.fresh:
                mark = WAITS if self._is_there(learner, notebook) else NOT_HANDED_IN
                marks += [((row.id, cell), mark) for cell in cells.grades.values()]
                words += [((row.id, cell), None) for cell in cells.comments.values()]
            elif not self._is_there(learner, notebook):
                gone.append(row.id)
        self._write_grades(marks, grades)
        self._write_comments(words, comments)
        if gone:
            auto, needs = NOT_HANDED_IN
            other = or_(GRADE.c.auto_score.is_(None), GRADE.c.auto_score != auto, GRADE.c.needs_manual_grade)
            self.db.execute(
                update(GRADE)
                .where(GRADE.c.notebook_id.in_(gone), other)
                .values(auto_score=auto, needs_manual_grade=needs)
            )

    def _is_there(self, learner: str, notebook: str) -> bool:
        folder = self.course.format_path(self.course.submitted_directory, learner, self.assignment)
        return (Path(folder) / f"{notebook}.ipynb").is_file()

    def _write_grades(
        self, marks: list[tuple[tuple[str, str], Mark]], old: dict[tuple[str, str], Row]
    ) -> None:
        put(
            self.db,
            GRADE,
            [
                {
                    "id": new_id(),
                    "notebook_id": at[0],
                    "cell_id": at[1],
                    "auto_score": auto,
                    "needs_manual_grade": needs,
                }
                for at, (auto, needs) in marks
                if at not in old
            ],
        )
        changed = [
            (old[at].id, mark)
            for at, mark in marks
            if at in old and mark != (old[at].auto_score, old[at].needs_manual_grade)
        ]
        change(
            self.db,
            GRADE,
            [{"id_": id, "auto_score": auto, "needs_manual_grade": needs} for id, (auto, needs) in changed],
        )

    def _write_comments(
        self, words: list[tuple[tuple[str, str], str | None]], old: dict[tuple[str, str], Row]
    ) -> None:
        put(
            self.db,
            COMMENT,
            [
                {"id": new_id(), "notebook_id": at[0], "cell_id": at[1], "auto_comment": said}
                for at, said in words
                if at not in old
            ],
        )
        change(
            self.db,
            COMMENT,
            [
                {"id_": old[at].id, "auto_comment": said}
                for at, said in words
                if at in old and old[at].auto_comment != said
            ],
        )


class _Given:
    """What an entry says of each cell."""

    def __init__(self, entry: Entry) -> None:
        self.items: dict[str, Item] = {item.id: item for item in entry.verdict.items}
        self.doubts = entry.work.doubts if entry.work else {"": ""}
        self.queue = bool(entry.verdict.queue)
        self.open = untouched(entry.plan, entry.work) if entry.work else set()
        self.read = entry.work is not None
        self.written = {cell.id for cell in entry.plan.cells if cell.kind == "written"}

    def mark(self, name: str, old: Row | None) -> Mark:
        """The new mark of a cell. What a person gave is never touched; that a person gave it means they look again, as in nbgrader."""
        item, by_hand = self.items.get(name), old is not None and old.manual_score is not None
        if item is not None and item.outcome == BROKEN:
            auto, needed = (old.auto_score, old.needs_manual_grade) if old is not None else WAITS
            return auto, needed or (
                not auto and not by_hand
            )  # a zero may stand for a notebook that was not there before
        auto: float | None = None
        if (
            name in self.written
            and name in self.open
            and not self.queue
            and not {"", name} & set(self.doubts)
        ):
            auto = 0.0
        elif item is not None and item.outcome in (PASSED, FAILED) and item.score is not None:
            auto = float(item.score)
        return auto, by_hand or auto is None or self.queue

    def comment(self, name: str, old: Row | None) -> str | None:
        if not self.read:
            return old.auto_comment if old is not None else None
        return NO_RESPONSE if name in self.open else None


class Batch:
    """Some learners' notebooks of one assignment, entered with a handful of statements."""

    def __init__(
        self,
        db: Connection,
        course: CourseDirectory,
        assignment: str,
        entries: list[Entry],
        penalty: Callable[[str, float, float], float | None],
    ) -> None:
        self.db, self.penalty = db, penalty
        self.entries = {
            (entry.learner, entry.plan.notebook): entry for entry in entries
        }  # the last one counts
        self.rows = Rows(db, course, assignment, [entry.learner for entry in entries])

    def enter(self) -> None:
        for entry in self.entries.values():
            self._check(entry.plan)
        self.rows.complete(self.entries)
        self._late(self._times())

    def _check(self, plan: Plan) -> None:
        known, marked = self.rows.notebooks.get(plan.notebook), {cell.id for cell in plan.marked}
        if known is None or set(known.grades) != marked:
            raise CourseError(
                f"The gradebook does not know the cells of {plan.notebook}.",
                where=plan.assignment,
                then="Enter the plan first.",
            )

    def _times(self) -> dict[str, float]:
        """Enter when each learner handed in; returns how many seconds late they are, for those who are."""
        said = {
            entry.learner: utc(entry.submitted_at) for entry in self.entries.values() if entry.submitted_at
        }
        rows = self.rows.submissions
        change(
            self.db,
            SUBMISSION,
            [
                {"id_": rows[who].id, "timestamp": when}
                for who, when in said.items()
                if rows[who].timestamp != when
            ],
        )
        late = {}
        for who, row in rows.items():
            when = said.get(who, row.timestamp)
            if (
                self.rows.duedate
                and when
                and (seconds := (when - self.rows.duedate - (row.extension or when - when)).total_seconds())
                > 0
            ):
                late[who] = seconds
        return late

    def _late(self, late: dict[str, float]) -> None:
        mine = {key: self.rows.handed_in[key] for key in self.entries}
        scores = {}
        if ids := [row.id for (who, _), row in mine.items() if who in late]:
            scores = dict(
                self.db.execute(
                    select(GRADE.c.notebook_id, func.coalesce(func.sum(SCORE), 0.0))
                    .where(GRADE.c.notebook_id.in_(ids))
                    .group_by(GRADE.c.notebook_id)
                ).all()
            )
        new = [
            (row, self.penalty(who, scores.get(row.id, 0.0), late[who]) if who in late else None)
            for (who, _), row in mine.items()
        ]
        change(
            self.db,
            HANDED_IN,
            [
                {"id_": row.id, "late_submission_penalty": penalty}
                for row, penalty in new
                if row.late_submission_penalty != penalty
            ],
        )


# Statements


def put(db: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        db.execute(insert(table), rows)


def put_new(db: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert what is not there yet; another writer may have been first."""
    if rows:
        make = postgresql.insert if db.dialect.name == "postgresql" else sqlite.insert
        db.execute(make(table).on_conflict_do_nothing(), rows)


def change(db: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Rows by ``id_``; all of them set the same columns."""
    if rows:
        columns = [name for name in rows[0] if name != "id_"]
        db.execute(
            update(table)
            .where(table.c.id == bindparam("id_"))
            .values({name: bindparam(name) for name in columns}),
            rows,
        )
