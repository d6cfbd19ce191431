"""Some learners' graded notebooks, entered with a handful of statements, in the caller's transaction."""

from __future__ import annotations

from sqlalchemy import Connection

from log2attn.core.errors import CourseError
from log2attn.grading.ledger.entry import Entry
from log2attn.grading.ledger.late import Penalty, settle, utc
from log2attn.grading.ledger.rows import Rows, There
from log2attn.grading.model import Plan


class Batch:
    """Some learners' notebooks of one assignment, entered with a handful of statements."""

    def __init__(
        self,
        db: Connection,
        assignment: str,
        entries: list[Entry],
        penalty: Penalty,
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
