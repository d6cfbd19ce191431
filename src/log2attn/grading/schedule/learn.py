"""What the reference shows when it runs through the grader, before any learner: the contract that submissions are held to."""

from __future__ import annotations

from dataclasses import replace

from log2attn.grading.model import (
    Plan,
    Work,
    WorkCell,
)
from log2attn.grading.schedule.run import Run
from log2attn.grading.schedule.setting import Setting
from log2attn.grading.schedule.witness import AsStock, learn_as_stock
from log2attn.grading.schedule.workers import Zygote
from log2attn.grading.tester.beside import REPLACEABLE
from log2attn.grading.tester.contract import Contract
from log2attn.grading.tester.explain import (
    why_not_across,
)
from log2attn.grading.tester.names import names_of, patches
from log2attn.grading.tester.outcome import gives_points
from log2attn.grading.tester.roles import (
    roles_of,
)

LENDING = 4  # times the reference is run to find the classes that have to live with the learner


def learned(setting: Setting, zygote: Zygote) -> Setting:
    """The setting with a contract: the reference runs through the grader, and what it does is what an honest answer may do.

    A given class whose objects the tests hand to learners' functions has to live with the learner: found by trying.
    """
    lent: frozenset[str] = frozenset()
    for _ in range(LENDING):
        setting = replace(
            setting, roles=roles_of(setting.plan, lent, setting.own), contract=Contract(lent=set(lent))
        )
        strangers = _learn(setting, zygote) & {
            name
            for cell in setting.plan.cells
            if cell.kind == "given" and cell.cell_type == "code"
            for name in names_of(cell.source).binds
        }
        if not strangers - lent:
            break
        lent |= strangers
    if setting.witness:
        second = AsStock(setting, _solved(setting.plan), zygote, recording=True, files=setting.solved)
        second.all()
        learn_as_stock(setting, second)
    return setting


def _solved(plan: Plan) -> Work:
    """The reference, as if it had been handed in."""
    return Work(
        tuple(
            WorkCell(cell.index, cell.kind, cell.cell_type, cell.source, cell.index, changed=False)
            for cell in plan.cells
        )
    )


def _learn(setting: Setting, zygote: Zygote) -> set[str]:
    """Run the reference and fill ``setting.contract``. Returns types of objects that could not be handed over."""
    run = Run(setting, _solved(setting.plan), zygote, recording=True, files=setting.solved)
    run.all()
    for cell in setting.plan.cells:
        if cell.kind != "test":
            continue
        outcome = run.outcomes[cell.id]
        if outcome.changed:
            setting.contract.changes.add(cell.id)
        if gives_points(outcome, cell):
            setting.contract.partial.add(cell.id)
        if outcome.passed and patches(cell.source, REPLACEABLE):
            setting.contract.wrong[cell.id] = (
                "what this test replaces, it replaces in its own process: that the reference passes here is luck"
            )
        if not outcome.passed:
            said = "; ".join([why_not_across(outcome, cell.source), *run.given_wrong])
            setting.contract.wrong[cell.id] = (
                f"the reference solution does not pass this test through the grader ({said})"
            )
    return run.tester.conversation.strangers
