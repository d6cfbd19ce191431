"""The rows that learners have in one assignment: found, made where they are not there, and given marks and comments."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Row, Table, select

from log2attn.core.errors import CourseError
from log2attn.grading.ledger.entry import NOT_HANDED_IN, WAITS, Entry, GivenMarks, Mark
from log2attn.grading.ledger.schema import (
    ASSIGNMENT,
    CELL,
    COMMENT,
    GRADE,
    HANDED_IN,
    NOTEBOOK,
    STUDENT,
    SUBMISSION,
)
from log2attn.grading.ledger.statements import change, new_id, put, put_new

There = Callable[
    [str, str, str], bool
]  # learner, assignment, notebook → whether it was handed in, under whatever name
Cell = tuple[str, str]  # a learner's: the ids of the graded notebook and of the cell


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
        grades, comments = self._given(GRADE, mine), self._given(COMMENT, mine)
        marks: list[tuple[Cell, Mark]] = []
        words: list[tuple[Cell, str | None]] = []
        for (learner, notebook), row in old.items():
            cells, entry = self.notebooks[notebook], entries.get((learner, notebook))
            if entry is not None:
                given = GivenMarks(entry)
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

    def _given(self, table: Table, notebooks: list[str]) -> dict[Cell, Row]:
        """The rows of graded notebooks in a table of grades or comments. Nobody else changes them until the transaction ends."""
        if not notebooks:
            return {}
        mine = select(table).where(table.c.notebook_id.in_(notebooks)).with_for_update()
        return {(row.notebook_id, row.cell_id): row for row in self.db.execute(mine)}

    def _write_grades(self, marks: list[tuple[Cell, Mark]], old: dict[Cell, Row]) -> None:
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

    def _write_comments(self, words: list[tuple[Cell, str | None]], old: dict[Cell, Row]) -> None:
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
