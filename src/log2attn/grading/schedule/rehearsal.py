"""Before any learner: the reference goes through the grader, and so does the release as it was given out. What both show is kept."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from log2attn.grading.model import Plan, PlanCell, Work, WorkCell
from log2attn.grading.schedule.judge import judge
from log2attn.grading.schedule.learn import learned
from log2attn.grading.schedule.setting import Setting
from log2attn.grading.schedule.workers import Zygote
from log2attn.grading.tester.contract import Contract
from log2attn.grading.tester.names import names_of
from log2attn.grading.tester.roles import roles_of


@dataclass
class Rehearsal:
    """What is known of a notebook before it is marked.

    contract  what the reference's run showed; in ``contract.wrong``, why a test cannot be marked
    free      test → points of it that the untouched release earns
    """

    contract: Contract = field(default_factory=Contract)
    free: dict[str, float] = field(default_factory=dict)

    def as_data(self) -> dict[str, Any]:
        return {"contract": self.contract.as_data(), "free": self.free}

    @classmethod
    def of_data(cls, said: dict[str, Any]) -> Rehearsal:
        return cls(Contract.of_data(said["contract"]), said["free"])

    def of_tests(self, setting: Setting) -> dict[str, str]:
        """What an instructor should know of tests: who cannot mark them, who can, and what an untouched notebook earns."""
        wrong, second, said = self.contract.wrong, self.contract.second, {}
        for id, why in wrong.items():
            by_second = second.get(id) == "" and not setting.protected_only
            said[id] = (
                f"marked without protection, as stock nbgrader marks, since {why}"
                if by_second
                else f"left to a person, since {why}"
            )
        for id, why in second.items():
            if why and id not in wrong:
                said[id] = (
                    f"the reference solution earns nothing here as stock nbgrader runs it ({why}); across the boundary it does, and that counts"
                )
        for id, points in self.free.items():
            free = f"the notebook as it was given out earns {points:g} points here; does the test ask for an answer?"
            said[id] = f"{said[id]}; {free}" if id in said else free
        return said

    def under(self, setting: Setting) -> Setting:
        """The setting that submissions are judged in."""
        roles = roles_of(setting.plan, frozenset(self.contract.lent), setting.own)
        return replace(setting, contract=self.contract, roles=roles)


def rehearse(setting: Setting, zygote: Zygote) -> Rehearsal:
    """Run the reference, then the untouched release. A test that asks nothing of an answer, and that the release passes, is refused: everybody would pass it."""
    known = learned(setting, zygote)
    verdict = judge(replace(known, known={}), untouched(setting.plan), zygote)
    tests = {cell.id: cell for cell in setting.plan.cells if cell.kind == "test" and cell.points}
    free = {item.id: item.score for item in verdict.items if item.id in tests and item.score}
    for id, points in free.items():
        if points == tests[id].points and not asks(tests[id], known):
            known.contract.wrong[id] = known.contract.second[id] = (
                "everybody would pass this test: it asks nothing of an answer, and the notebook as it was given out passes it"
            )
    return Rehearsal(
        known.contract, {id: points for id, points in free.items() if id not in known.contract.wrong}
    )


def untouched(plan: Plan) -> Work:
    """The released notebook, handed in as it is."""
    return Work(tuple(_given(cell) for cell in plan.cells))


def _given(cell: PlanCell) -> WorkCell:
    text = cell.source if cell.kind == "test" else cell.released
    return WorkCell(cell.index, cell.kind, cell.cell_type, text, cell.index, changed=False)


def asks(test: PlanCell, setting: Setting) -> bool:
    """Whether a test uses a name that lives with the learner, or reads what cannot be told from its text: files, magics, all names at once."""
    found = names_of(test.source)
    return found.opaque or bool(
        found.loads
        & (setting.roles.theirs | {"globals", "locals", "vars", "dir", "open", "get_ipython", "Path"})
    )
