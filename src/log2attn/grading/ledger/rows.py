"""The ledger's rows of graded notebooks: a batch at a time, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, Table, bindparam, func, insert, select, update
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
)
from log2attn.grading.model import BROKEN, FAILED, PASSED, Item, Plan, Verdict, Work

NO_RESPONSE = "No response."  # nbgrader's words for an answer left as it was given
Mark = tuple[float | None, bool]  # the machine's score, and whether a person must look
NOT_HANDED_IN: Mark = (0.0, False)  # what nbgrader enters for a notebook that is not there
There = Callable[
    [str, str, str], bool
]  # learner, assignment, notebook → whether it was handed in, under whatever name
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

    def __init__(self, db: Connection, assignment: str, learners: Iterable[str], there: There) -> None:
        self.db, self.assignment, self.there = db, assignment, there
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
        """A mark for every marked cell of every notebook: from its entry; of one that is new here and not among the entries, zero if it was not handed in, else waiting.

        A mark that is there stays, whatever became of the file.
        """
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
                mark = WAITS if self.there(learner, self.assignment, notebook) else NOT_HANDED_IN
                marks += [((row.id, cell), mark) for cell in cells.grades.values()]
                words += [((row.id, cell), None) for cell in cells.comments.values()]
        self._write_grades(marks, grades)
        self._write_comments(words, comments)

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
            before, needed = (old.auto_score, old.needs_manual_grade) if old is not None else WAITS
            return before, needed or (
                not before and not by_hand
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
        assignment: str,
        entries: list[Entry],
        penalty: Callable[[str, float, float], float | None],
        there: There,
    ) -> None:
        self.db, self.penalty = db, penalty
        self.entries = {
            (entry.learner, entry.plan.notebook): entry for entry in entries
        }  # the last one counts
        self.rows = Rows(db, assignment, [entry.learner for entry in entries], there)

    def enter(self) -> None:
        for entry in self.entries.values():
            self._check(entry.plan)
        self.rows.complete(self.entries)
        times = {
            entry.learner: utc(entry.submitted_at) for entry in self.entries.values() if entry.submitted_at
        }
        settle(self.rows, list(self.entries), times, self.penalty)

    def _check(self, plan: Plan) -> None:
        known, marked = self.rows.notebooks.get(plan.notebook), {cell.id for cell in plan.marked}
        if known is None or set(known.grades) != marked:
            raise CourseError(
                f"The gradebook does not know the cells of {plan.notebook}.",
                where=plan.assignment,
                then="Enter the plan first.",
            )


def settle(
    rows: Rows,
    notebooks: list[tuple[str, str]],
    times: Mapping[str, datetime],
    penalty: Callable[[str, float, float], float | None],
) -> None:
    """Enter when each learner handed in, and what the course takes off each (learner, notebook) that is late, as deadline and extensions are now."""
    change(
        rows.db,
        SUBMISSION,
        [
            {"id_": row.id, "timestamp": times[who]}
            for who, row in rows.submissions.items()
            if who in times and row.timestamp != times[who]
        ],
    )
    late = _late(rows, times)
    mine = {key: rows.handed_in[key] for key in notebooks}
    scores: dict[int, float] = {}
    if ids := [row.id for (who, _), row in mine.items() if who in late]:
        scores = dict(
            rows.db.execute(
                select(GRADE.c.notebook_id, func.coalesce(func.sum(SCORE), 0.0))
                .where(GRADE.c.notebook_id.in_(ids))
                .group_by(GRADE.c.notebook_id)
            ).all()
        )
    new = [
        (row, penalty(who, scores.get(row.id, 0.0), late[who]) if who in late else None)
        for (who, _), row in mine.items()
    ]
    change(
        rows.db,
        HANDED_IN,
        [
            {"id_": row.id, "late_submission_penalty": off}
            for row, off in new
            if row.late_submission_penalty != off
        ],
    )


def _late(rows: Rows, times: Mapping[str, datetime]) -> dict[str, float]:
    """Learner → by how many seconds they are late, for those who are."""
    found: dict[str, float] = {}
    for who, row in rows.submissions.items():
        when = times.get(who, row.timestamp)
        if rows.duedate and when:
            seconds = (when - rows.duedate - (row.extension or timedelta())).total_seconds()
            found |= {who: seconds} if seconds > 0 else {}
    return found


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
