"""One notebook to be entered in the gradebook, and the mark and the comment that it gives each cell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row

from log2attn.grading.ledger.kept import untouched
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


class GivenMarks:
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
