"""What the gradebook says of graded notebooks, for the feedback page: what persons gave, the marks before, penalties."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

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


@dataclass
class Standing:
    """One learner's notebook in the gradebook.

    manual   grade id → the points that count where a person gave some (extra credit is in them), else None; and the person's comment
    before   grade id → the machine's score
    penalty  points taken off for late work
    """

    manual: dict[str, tuple[float | None, str | None]] = field(default_factory=dict)
    before: dict[str, float | None] = field(default_factory=dict)
    penalty: float | None = None


def standings(
    db: Connection, assignment: str, notebook: str, learners: Collection[str]
) -> dict[str, Standing]:
    """By learner; those whom the gradebook does not know are left out. Two statements, however many learners."""
    mine = (
        select(SUBMISSION.c.student_id.label("learner"), HANDED_IN.c.id, HANDED_IN.c.late_submission_penalty)
        .join_from(HANDED_IN, SUBMISSION, SUBMISSION.c.id == HANDED_IN.c.assignment_id)
        .join(ASSIGNMENT, ASSIGNMENT.c.id == SUBMISSION.c.assignment_id)
        .join(NOTEBOOK, NOTEBOOK.c.id == HANDED_IN.c.notebook_id)
        .where(
            ASSIGNMENT.c.name == assignment,
            NOTEBOOK.c.name == notebook,
            SUBMISSION.c.student_id.in_(learners),
        )
        .subquery()
    )
    found: dict[str, Standing] = {}
    grades = select(
        mine.c.learner,
        mine.c.late_submission_penalty,
        CELL.c.name,
        GRADE.c.auto_score,
        GRADE.c.manual_score,
        GRADE.c.extra_credit,
    )
    for row in db.execute(
        grades.join_from(mine, GRADE, GRADE.c.notebook_id == mine.c.id).join(
            CELL, CELL.c.id == GRADE.c.cell_id
        )
    ):
        one = found.setdefault(row.learner, Standing(penalty=row.late_submission_penalty))
        one.before[row.name] = row.auto_score
        if row.manual_score is not None or row.extra_credit:
            counts = row.manual_score if row.manual_score is not None else (row.auto_score or 0.0)
            one.manual[row.name] = (counts + (row.extra_credit or 0.0), None)
    comments = (
        select(mine.c.learner, CELL.c.name, COMMENT.c.manual_comment)
        .join_from(mine, COMMENT, COMMENT.c.notebook_id == mine.c.id)
        .join(CELL, CELL.c.id == COMMENT.c.cell_id)
    )
    for row in db.execute(comments.where(COMMENT.c.manual_comment.is_not(None))):
        one = found.setdefault(row.learner, Standing())
        one.manual[row.name] = (one.manual.get(row.name, (None, None))[0], row.manual_comment)
    return found


def machine_marks(db: Connection, assignment: str) -> dict[tuple[str, str], dict[str, float | None]]:
    """(learner, notebook) → cell → the machine's score. One statement, however many learners."""
    asked = (
        select(SUBMISSION.c.student_id, NOTEBOOK.c.name.label("notebook"), CELL.c.name, GRADE.c.auto_score)
        .join_from(SUBMISSION, ASSIGNMENT, ASSIGNMENT.c.id == SUBMISSION.c.assignment_id)
        .join(HANDED_IN, HANDED_IN.c.assignment_id == SUBMISSION.c.id)
        .join(NOTEBOOK, NOTEBOOK.c.id == HANDED_IN.c.notebook_id)
        .join(GRADE, GRADE.c.notebook_id == HANDED_IN.c.id)
        .join(CELL, CELL.c.id == GRADE.c.cell_id)
        .where(ASSIGNMENT.c.name == assignment)
    )
    found: dict[tuple[str, str], dict[str, float | None]] = {}
    for row in db.execute(asked):
        found.setdefault((row.student_id, row.notebook), {})[row.name] = row.auto_score
    return found


def students(db: Connection) -> set[str]:
    """Who is in the gradebook."""
    return set(db.execute(select(STUDENT.c.id)).scalars())


def details(db: Connection) -> dict[str, dict[str, str]]:
    """Learner → first and last name, email and the learning platform's number, as far as the gradebook has them."""
    names = {"first": "first_name", "last": "last_name", "email": "email", "lms": "lms_user_id"}
    return {
        row["id"]: {name: row[column] or "" for name, column in names.items()}
        for row in db.execute(select(STUDENT)).mappings()
    }
