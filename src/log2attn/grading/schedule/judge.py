"""The verdict on one submission: from the outcomes of its runs to points and words for every marked cell."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from log2attn.grading.model import (
    BROKEN,
    FAILED,
    MANUAL,
    PASSED,
    Item,
    PlanCell,
    Verdict,
    Work,
    open_tests,
)
from log2attn.grading.schedule.leaning import lean_again
from log2attn.grading.schedule.run import Run
from log2attn.grading.schedule.setting import Setting
from log2attn.grading.schedule.witness import AsStock, agreed
from log2attn.grading.schedule.workers import Zygote
from log2attn.grading.tester.explain import (
    for_instructor,
    for_learner,
)
from log2attn.grading.tester.names import shows_code
from log2attn.grading.tester.outcome import Outcome, score_of
from log2attn.learn.diagnose import matches
from log2attn.learn.shipped import ShippedExercise

BEHAVES = "It behaves like this:"


def judge(setting: Setting, work: Work, zygote: Zygote, **more: Any) -> Verdict:
    """The verdict on a submission. ``more`` as for a Run: files, stuck, tell.

    A submission that changes arguments in place where the reference does not is run twice, the second time without those changes
    reaching the tests, and only what passes both times counts: a test's expected value cannot be bent through its arguments.
    """
    begun = time.monotonic()
    first = Run(setting, work, zygote, **more)
    first.all()
    bent = [
        id for id, outcome in first.outcomes.items() if outcome.changed and id not in setting.contract.changes
    ]
    if bent:
        second = Run(setting, work, zygote, take_changes=False, **more)
        second.all()
        for id, outcome in second.outcomes.items():
            if first.outcomes[id].passed and not outcome.passed:
                first.outcomes[id] = outcome
    leans = [] if setting.witness else _lean(setting, work, zygote, first.outcomes, **more)
    items = [_item(cell, setting, work, first.outcomes) for cell in setting.plan.marked]
    if setting.witness:
        items = _both_heard(items, setting, work, zygote, first.outcomes, **more)
    _recognize(items, setting.known, first.outcomes)
    stopped = {id for id, outcome in first.outcomes.items() if outcome.dead}
    _quote(items, setting, work, zygote, stopped, **more)
    return Verdict(
        items,
        first.outputs,
        [*work.repairs, *first.repairs, *leans],
        work.doubts.get("", ""),
        time.monotonic() - begun,
    )


def _seen(setting: Setting, work: Work) -> frozenset[str]:
    """The tests of which learners may read all that comes of them. None where tests find a file that was not given out: its content would be in their words."""
    given = all(setting.given_out.get(name) == data for name, data in setting.files.items())
    return open_tests(setting.plan, work) if given else frozenset()


def _lean(
    setting: Setting, work: Work, zygote: Zygote, outcomes: dict[str, Outcome], **more: Any
) -> list[str]:
    """Give tests that failed only for other exercises' answers what they earn without them; says which."""
    if all(outcome.passed for outcome in outcomes.values()):
        return []
    found = lean_again(setting, work, zygote, outcomes, **more)
    outcomes |= {id: outcome for id, (outcome, _names) in found.items()}
    return [
        f"{id} leans on {', '.join(names)}, not yet right in this notebook; it was tested with the course's own."
        for id, (_outcome, names) in found.items()
    ]


def _both_heard(
    items: list[Item],
    setting: Setting,
    work: Work,
    zygote: Zygote,
    across: Mapping[str, Outcome],
    **more: Any,
) -> list[Item]:
    stopped = {id for id, outcome in across.items() if outcome.dead and id not in setting.contract.wrong}
    second = AsStock(setting, work, zygote, stopped=stopped, **more)
    second.all()
    seen = _seen(setting, work)
    return [
        agreed(item, cell, setting, across[cell.id], second.outcomes[cell.id], open_=cell.id in seen)
        if cell.kind == "test"
        else item
        for item, cell in zip(items, setting.plan.marked, strict=True)
    ]


def _item(cell: PlanCell, setting: Setting, work: Work, outcomes: Mapping[str, Outcome]) -> Item:
    for id in ("", cell.id):
        if id in work.doubts:
            return Item(cell.id, MANUAL, None, cell.points, "A person will look at this.", work.doubts[id])
    if cell.kind in ("written", "task"):
        mine = next((c for c in work.cells if c.plan == cell.index and c.role in ("written", "task")), None)
        empty = cell.kind == "written" and (mine is None or not mine.changed)
        return Item(
            cell.id,
            FAILED if empty else MANUAL,
            0.0 if empty else None,
            cell.points,
            "No response." if empty else "",
        )
    if cell.id in setting.contract.wrong:
        return Item(
            cell.id,
            BROKEN,
            None,
            cell.points,
            "This test could not be run; a person will look at it.",
            setting.contract.wrong[cell.id],
        )
    outcome = outcomes[cell.id]
    if not outcome.passed:
        words = for_learner(cell, outcome, open_=cell.id in _seen(setting, work))
        return Item(cell.id, FAILED, 0.0, cell.points, words, for_instructor(outcome))
    score = score_of(cell, outcome, setting.contract)
    return Item(
        cell.id,
        PASSED if score == cell.points else FAILED,
        score,
        cell.points,
        "" if score == cell.points else f"{score:g} of {cell.points:g} points.",
    )


def _recognize(
    items: list[Item], known: Mapping[str, ShippedExercise], outcomes: Mapping[str, Outcome]
) -> None:
    """Where an answer behaves like one known mistake, its sentence is what the learner reads, at the first test that fails."""
    for id, exercise in known.items():
        visible, hidden = (outcomes.get(f"{id}-{part}") for part in ("visible", "hidden"))
        failed = next(
            (
                item
                for part in ("visible", "hidden")
                for item in items
                if item.id == f"{id}-{part}" and item.outcome == FAILED and item.score is not None
            ),
            None,
        )
        if failed is None or visible is None or hidden is None or visible.behavior is None:
            continue
        # One mistake that people write in two ways has one sentence.
        found = {one.says for one in exercise.mistakes if matches(one, visible.behavior, hidden.behavior)}
        if len(found) == 1:
            failed.message = f"{BEHAVES} {found.pop()}"


def _quote(
    items: list[Item], setting: Setting, work: Work, zygote: Zygote, stopped: set[str], **more: Any
) -> None:
    """Let a learner read what their own notebook would tell them: of a failed test that shows learners something, the words of its released text.

    They come from a run in which no hidden line ever ran, and no file was there but what was given out, so that nothing hidden can be in
    them, whatever a learner's code has kept. A test that only lacks such a file there says nothing.
    """
    plan, seen = setting.plan, _seen(setting, work)
    asked = {
        item.id
        for item, cell in zip(items, plan.marked, strict=True)
        if cell.kind == "test"
        and item.outcome == FAILED
        and not item.unprotected
        and item.id not in stopped  # what is said of those is the grader's own
        and not item.message.startswith(BEHAVES)
        and item.id not in seen
        and shows_code(cell.released)
    }
    if not asked:
        return
    cells = tuple(
        replace(cell, source=cell.released if cell.id in asked else "") if cell.kind == "test" else cell
        for cell in plan.cells
    )
    given = setting.given_out
    shown = replace(setting, plan=replace(plan, cells=cells), known={}, files=given)
    run = Run(shown, work, zygote, **more)
    run.all()
    for item, cell in zip(items, plan.marked, strict=True):
        if item.id not in asked or (outcome := run.outcomes[item.id]).passed:
            continue
        if outcome.error != "FileNotFoundError" or given == setting.files:
            item.message = for_learner(cell, outcome, open_=True)
