"""Can a notebook be marked by this grader? Proved before anybody hands it in: the reference earns all, stubs earn nothing."""

from __future__ import annotations

from dataclasses import replace

from log2attn.core.lazy import LAZY
from log2attn.grading.intake.plan import asked
from log2attn.grading.model import PASSED, Plan, Work, WorkCell
from log2attn.grading.schedule.judge import judge
from log2attn.grading.schedule.learn import learned
from log2attn.grading.schedule.setting import Setting
from log2attn.grading.schedule.workers import Zygote

# A class keeps its __init__: tests may read what it was given.
OVERRIDE = """
for _name in [{names}]:
    _lazy = {lazy}
    _old = globals().get(_name)
    if isinstance(_old, type):
        for _key, _value in list(vars(_old).items()):
            if callable(_value) and _key != "__init__":
                setattr(_old, _key, _lazy)
    elif callable(_old):
        globals()[_name] = _lazy
"""


def faults_of(setting: Setting, zygote: Zygote) -> list[str]:
    """What stands in the way, in words; empty if the notebook can be marked."""
    setting = learned(setting, zygote)
    faults = [f"{id}: {why}" for id, why in setting.contract.wrong.items()]
    plan = setting.plan
    reference = judge(setting, _work(plan, {}), zygote)
    tests = {cell.id: cell.points for cell in plan.cells if cell.kind == "test"}
    faults += [
        f"{item.id}: the reference, handed in, earns {item.score} of {item.points:g} points ({item.detail or item.message})"
        for item in reference.items
        if item.id in tests and item.id not in setting.contract.wrong and item.score != item.points
    ]
    stubs = {
        "left as it was given out": {
            cell.index: cell.released for cell in plan.cells if cell.kind == "answer"
        }
    }
    names = asked(plan)
    for what, lazy in LAZY.items():
        lines = {
            index: OVERRIDE.format(names=", ".join(map(repr, sorted(found))), lazy=lazy)
            for index, found in names.items()
            if found
        }
        stubs[f"that returns {what}"] = {
            index: f"{plan.cells[index].source}\n{text}" for index, text in lines.items()
        }
    stubs |= _neighbors(plan)
    for what, answers in stubs.items():
        verdict = judge(replace(setting, known={}), _work(plan, answers), zygote)
        faults += [
            f"{item.id}: an answer {what} earns {item.score:g} points"
            for item in verdict.items
            if tests.get(item.id) and item.score and item.outcome == PASSED
        ]
    return faults


def _neighbors(plan: Plan) -> dict[str, dict[int, str]]:
    """Answers that call another exercise's function, which is as it was given out: the course's own stands in for it, and must be no answer."""
    names = {index: found for index, found in asked(plan).items() if len(found) == 1}
    stubs = {}
    for lent, (other,) in ((index, tuple(found)) for index, found in names.items()):
        call = "\ndef {name}(*a, **k):\n    return {other}(*a, **k)"
        answers = {
            index: plan.cells[index].source + call.format(name=name, other=other)
            for index, (name,) in ((index, tuple(found)) for index, found in names.items())
            if index != lent
        }
        stubs[f"that returns what {other} returns"] = answers | {lent: plan.cells[lent].released}
    return stubs


def _work(plan: Plan, answers: dict[int, str]) -> Work:
    """The source's own notebook with other answers, as if it had been handed in."""
    return Work(
        tuple(
            WorkCell(
                cell.index,
                cell.kind,
                cell.cell_type,
                answers.get(cell.index, cell.source),
                cell.index,
                changed=cell.kind != "given",
            )
            for cell in plan.cells
        )
    )
