"""What was given: each cell runs as the learner left it, a locked one as the source has it, and a deleted one comes back if it is needed."""

from __future__ import annotations

from functools import cached_property

from log2attn.grading.intake.settled import Settled, wording
from log2attn.grading.intake.who import A_CELL, READ
from log2attn.grading.intake.words import LOOK, defined
from log2attn.grading.model import PlanCell


class GivenCells:
    """The given cells of one notebook, settled one after the other."""

    def __init__(self, work: Settled) -> None:
        self.work = work

    def settle(self, cell: PlanCell) -> None:
        """The learner's cell, or the original. A deleted one is needed if what it defines is mentioned and nothing else defines it."""
        hits = [
            hit
            for hit in self.work.who.hits[cell.index]
            if hit.at not in self.work.settled and (hit.type == "code" or cell.cell_type != "code")
        ]
        if hits:
            hit, changed = hits[0], not self.work.who.same(hits[0], cell)
            if (
                restored := cell.locked and changed
            ):  # what was added to it is the learner's, and runs above it
                self.work.notes.append(f"{cell.id}: this locked cell was edited; the original ran below it.")
                self.work.put(hit.at - 0.25, cell.index, hit.work("extra"))
            self.work.where[cell.index] = hit.at
            self.work.put(
                hit.at,
                cell.index,
                hit.work(
                    "given",
                    cell.index,
                    type=cell.cell_type,
                    source=cell.released if restored else None,
                    changed=changed and not restored,
                ),
            )
            for copy in hits[1:]:
                self.work.put(copy.at, cell.index, copy.work("ignored" if cell.locked else "extra"))
        elif cell.locked or (
            cell.cell_type == "code" and self.work.gives[cell.index] & self.wanted - self.bound
        ):
            self.work.notes.append(
                f"{cell.id or f'Cell {cell.index + 1} of the original'}: this given cell was gone; it was put back."
            )
            self.work.where[cell.index] = self.work.above(cell.index) + 0.25
            self.work.put_back(cell, self.work.where[cell.index])

    @cached_property
    def wanted(self) -> frozenset[str]:
        """What tests and answers mention and do not define themselves."""
        return frozenset().union(
            *(
                wording(cell) - defined(cell.source)
                for cell in self.work.plan.cells
                if cell.kind in ("test", "answer")
            )
        )

    @cached_property
    def bound(self) -> set[str]:
        """What the learner's cells define or import."""
        found: set[str] = set()
        to_read = READ
        for cell in self.work.who.cells:
            if cell.type == "code" and to_read > 0:
                to_read -= min(len(cell.source), LOOK) + A_CELL
                found |= defined(cell.source, imports=True)
        return found if to_read > 0 else found | self.wanted  # too much to read: nothing is put back
