"""What is settled of a learner's work, and where a cell that is put in has to stand."""

from __future__ import annotations

from functools import cached_property, lru_cache

from log2attn.doors.notebook import NotebookNode
from log2attn.grading.intake.plan import asked
from log2attn.grading.intake.who import Matching
from log2attn.grading.intake.words import defined, mentioned
from log2attn.grading.model import Plan, PlanCell, WorkCell


class Settled:
    """The work as it grows.

    done   place in the notebook, plan index and cell of all that is settled; a cell put in between has a broken place
    where  plan index → the place where its answer, text or given code stands
    """

    def __init__(self, plan: Plan, notebook: NotebookNode) -> None:
        self.plan, self.asked, self.who = plan, asked(plan), Matching(plan, notebook)
        self.done: list[tuple[float, int, WorkCell]] = []
        self.settled: set[int] = set()
        self.where: dict[int, float] = {}
        self.notes: list[str] = []
        self.doubts: dict[str, str] = {}

    def put(self, place: float, order: int, cell: WorkCell) -> None:
        self.done.append((place, order, cell))
        self.settled.add(cell.at)

    def put_back(self, cell: PlanCell, place: float) -> None:
        self.put(
            place,
            cell.index,
            WorkCell(-1, cell.kind, cell.cell_type, cell.released, cell.index, changed=False),
        )

    def doubt(self, answer: PlanCell, why: str) -> None:
        for test in self.plan.cells:
            if test.kind == "test" and answer.index in self.calls(test):
                self.doubts.setdefault(test.id, f"A person must look: {why}.")

    def calls(self, test: PlanCell) -> set[int]:
        """The answers whose names a test mentions; if there are none, those just above it."""
        words = wording(test)
        earlier = [cell for cell in self.plan.cells[: test.index] if cell.kind in ("answer", "test")]
        found = {cell.index for cell in earlier if cell.kind == "answer" and self.asked[cell.index] & words}
        while not found and earlier:
            while earlier and earlier[-1].kind == "answer":
                found.add(earlier.pop().index)
            if earlier:
                earlier.pop()
        return found

    def needs(self, test: PlanCell) -> set[int]:
        """The answers a test calls, and those that these call in turn."""
        found = self.calls(test)
        fresh = set(found)
        while fresh:
            words = frozenset().union(*(self.spoken[n] for n in fresh))
            fresh = {n for n, names in self.asked.items() if n < test.index and names & words} - found
            found |= fresh
        return found

    def uses(self, test: PlanCell) -> set[int]:
        """The given cells above a test that define what it mentions."""
        words = wording(test) - defined(test.source, imports=True)
        return {n for n, names in self.gives.items() if n < test.index and names & words}

    @cached_property
    def gives(self) -> dict[int, frozenset[str]]:
        """What each given code cell defines or imports."""
        return {
            cell.index: bound(cell)
            for cell in self.plan.cells
            if cell.kind == "given" and cell.cell_type == "code"
        }

    @cached_property
    def spoken(self) -> dict[int, frozenset[str]]:
        """The words of each answer: the source's and the learner's."""
        return {
            n: wording(self.plan.cells[n]).union(*(mentioned(hit.source) for hit in self.who.hits[n][:3]))
            for n in self.asked
        }

    def above(self, index: int) -> float:
        """Where the nearest cell above in the plan stands."""
        return next((self.where[n] for n in range(index - 1, -1, -1) if n in self.where), -1.0)

    def late(self, index: int, floor: float) -> float:
        """Just above the next cell of the plan below ``floor``: as late as the source allows, so that helpers a learner added are there already."""
        return (
            min(
                (place for n, place in self.where.items() if n > index and place > floor),
                default=float(len(self.who.cells)),
            )
            - 0.5
        )


@lru_cache(maxsize=5000)
def wording(cell: PlanCell) -> frozenset[str]:
    """The words of a plan cell, as the source has it."""
    return mentioned(cell.source)


@lru_cache(maxsize=5000)
def bound(cell: PlanCell) -> frozenset[str]:
    """What a given cell defines or imports."""
    return frozenset(defined(cell.released, imports=True))
