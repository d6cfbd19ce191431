"""What a person gives: points and a comment for one cell of one learner, entered as formgrader enters them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Row, and_, insert, select, update

from log2attn.grading.ledger.schema import (
    ASSIGNMENT,
    CELL,
    COMMENT,
    GRADE,
    HANDED_IN,
    NOTEBOOK,
    SUBMISSION,
)
from log2attn.grading.ledger.statements import new_id

# nbgrader keeps a written answer as two cells of one name: points belong to the one, comments to the other.
COMMENTED = CELL.alias()


@dataclass(frozen=True)
class ByHand:
    """One marked cell of one learner as the gradebook has it.

    machine  the machine's score; score: the person's, which counts before it. None if there is none
    comment  the person's; "" if there is none
    waits    whether a person has yet to look
    """

    machine: float | None
    score: float | None
    comment: str
    waits: bool


def by_hand(db: Connection, assignment: str, notebook: str) -> dict[tuple[str, str], ByHand]:
    """(learner, cell) → what stands there, of every marked cell of a notebook. One statement, however many learners."""
    return {
        (row.learner, row.cell): ByHand(
            row.auto_score, row.manual_score, row.manual_comment or "", bool(row.needs_manual_grade)
        )
        for row in db.execute(_rows(assignment, notebook))
    }


def give(
    db: Connection, learner: str, assignment: str, notebook: str, cell: str, score: float, comment: str | None
) -> bool:
    """Enter a person's points, and a comment unless it is None; the answer no longer waits. False if the gradebook has no such answer."""
    asked = _rows(assignment, notebook).where(SUBMISSION.c.student_id == learner, CELL.c.name == cell)
    row = db.execute(asked).one_or_none()
    if row is None:
        return False
    db.execute(
        update(GRADE).where(GRADE.c.id == row.grade).values(manual_score=score, needs_manual_grade=False)
    )
    if comment is not None:
        _comment(db, row, comment or None)
    return True


def _comment(db: Connection, row: Row, comment: str | None) -> None:
    if row.comment is None:
        at = {"id": new_id(), "notebook_id": row.notebook_id, "cell_id": row.commented}
        db.execute(insert(COMMENT).values(manual_comment=comment, **at))
    else:
        db.execute(update(COMMENT).where(COMMENT.c.id == row.comment).values(manual_comment=comment))


def _rows(assignment: str, notebook: str):  # noqa: ANN202  (SQLAlchemy's type names every column)
    return (
        select(
            SUBMISSION.c.student_id.label("learner"),
            CELL.c.name.label("cell"),
            GRADE.c.id.label("grade"),
            GRADE.c.notebook_id,
            COMMENTED.c.id.label("commented"),
            GRADE.c.auto_score,
            GRADE.c.manual_score,
            GRADE.c.needs_manual_grade,
            COMMENT.c.id.label("comment"),
            COMMENT.c.manual_comment,
        )
        .join_from(GRADE, HANDED_IN, HANDED_IN.c.id == GRADE.c.notebook_id)
        .join(SUBMISSION, SUBMISSION.c.id == HANDED_IN.c.assignment_id)
        .join(ASSIGNMENT, ASSIGNMENT.c.id == SUBMISSION.c.assignment_id)
        .join(NOTEBOOK, NOTEBOOK.c.id == HANDED_IN.c.notebook_id)
        .join(CELL, CELL.c.id == GRADE.c.cell_id)
        .join(
            COMMENTED,
            and_(
                COMMENTED.c.notebook_id == CELL.c.notebook_id,
                COMMENTED.c.name == CELL.c.name,
                COMMENTED.c.type.in_(("SolutionCell", "TaskCell")),
            ),
            isouter=True,
        )
        .join(
            COMMENT,
            and_(COMMENT.c.notebook_id == GRADE.c.notebook_id, COMMENT.c.cell_id == COMMENTED.c.id),
            isouter=True,
        )
        .where(ASSIGNMENT.c.name == assignment, NOTEBOOK.c.name == notebook)
    )
