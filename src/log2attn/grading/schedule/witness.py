"""The second witness: the notebook as stock nbgrader runs it, tests in their places, in one process.

Where nothing was proved, the tester may stand in badly for the process that a test expects, and nobody would notice. So a second one is
asked, after the first is done, in a fresh worker under the same sandbox, with its output kept from the learner. In that process hidden
tests can be read and results forged, by that learner; so what it says counts alone only where the first cannot say anything.

    reference passes    submission passes
    across  as stock    across  as stock
    yes     yes         alike             the mark, protected
                        no      yes       no points yet: a person sees both
                        yes     no        no points, as stock would give none; named
    no      yes         –       counts    the mark, unprotected; with --protected-only a person marks
    yes     no          counts  –         the mark, protected: stock would give nobody the points
    no      no          –       –         left to a person, with both reasons
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from log2attn.grading.model import FAILED, MANUAL, PASSED, Item, PlanCell
from log2attn.grading.schedule.kernel import Ran
from log2attn.grading.schedule.run import OutOfTimeError, Run
from log2attn.grading.schedule.setting import Setting
from log2attn.grading.tester.contract import Contract
from log2attn.grading.tester.explain import for_learner, safe_output
from log2attn.grading.tester.outcome import Outcome, gives_points, not_run, score_of
from log2attn.grading.tester.roles import definitions_of

NUMBER = re.compile(r"(?:(?:np|numpy)\.\w+\()?(-?[\d.]+(?:e[+-]?\d+)?|-?inf|nan)\)?")
FRACTION = re.compile(r"Fraction\((-?\d+), (\d+)\)|Decimal\('(-?[\d.]+(?:E[+-]?\d+)?)'\)")

SLOW = "This took too long and was stopped. Does a loop in it end?"


class AsStock(Run):
    """A pass through all cells and tests in one process.

    stopped   tests that the first witness had to stop: they would only be stopped again
    """

    def __init__(self, *args: Any, stopped: Collection[str] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.idle, self.stopped = frozenset(), stopped

    def _test(self, place: int, planned: PlanCell) -> None:
        if planned.id in self.stopped:
            self.outcomes[planned.id] = not_run("Stopped", "not run again")
            return
        try:
            seconds = self._seconds(self.work.cells[place])
        except OutOfTimeError:
            self.outcomes[planned.id] = not_run("TimeoutError", "not run: no time was left")
            return
        self._again_if_early()
        self.tell("", seconds)
        how, shown = self.kernel.run(planned.source, seconds, draw=False)
        self.kernel.ran.append(
            Ran(place, planned.source if how != "dead" else definitions_of(planned.source))
        )
        self.outcomes[planned.id] = _outcome(how, shown)
        if how == "dead":
            self.kernel.restart()


def _outcome(how: str, shown: object) -> Outcome:
    """What stock nbgrader would read from a test's outputs."""
    if how == "slow":
        return Outcome(passed=False, error="TimeoutError", message=SLOW, ours=True)
    outputs = safe_output(shown)
    wrong = next((one for one in outputs if one["output_type"] == "error"), None)
    if how != "ok" or wrong is not None:
        name, said = (wrong["ename"], wrong["evalue"]) if wrong else ("Stopped", "")
        return Outcome(
            passed=False, error=name, message=said, detail="\n".join(wrong["traceback"]) if wrong else ""
        )
    result = next((one for one in outputs if one["output_type"] == "execute_result"), None)
    return Outcome(passed=True, credit=None if result is None else _number(result["data"]["text/plain"]))


def _number(text: str) -> float | None:
    """The number that a shown result is, whatever its type."""
    if found := NUMBER.fullmatch(text):
        value = float(found[1])
        return 0.0 if value != value else value  # noqa: PLR0124  (not a number is no points)
    if found := FRACTION.fullmatch(text):
        return float(found[3]) if found[3] else int(found[1]) / int(found[2])
    return None


def learn_as_stock(setting: Setting, run: AsStock) -> None:
    """Note in the contract how the reference fares as stock runs it."""
    contract = setting.contract
    for cell in setting.plan.cells:
        if cell.kind != "test":
            continue
        outcome = run.outcomes[cell.id]
        contract.second[cell.id] = "" if outcome.passed else _in_words(outcome)
        if cell.id in contract.wrong and gives_points(outcome, cell):
            contract.partial.add(cell.id)


def agreed(
    item: Item, cell: PlanCell, setting: Setting, across: Outcome, second: Outcome, *, open_: bool
) -> Item:
    """A test's verdict from both witnesses. ``item`` is the first one's."""
    contract = setting.contract
    if item.outcome == MANUAL:
        return item
    crosses, runs = cell.id not in contract.wrong, contract.second.get(cell.id, "not run") == ""
    score = score_of(cell, second, contract)
    if not crosses and not runs:
        return replace(
            item,
            detail=f"{item.detail}; nor as stock nbgrader runs it ({contract.second.get(cell.id, 'not run')})",
        )
    if not runs:
        return item
    if not crosses:
        return (
            item
            if setting.protected_only
            else _unprotected(item, cell, contract, second, score, for_learner(cell, second, open_=open_))
        )
    if item.score is None or item.score == score:
        return item
    if item.score > score:
        detail = f"Passed across the boundary, and not as stock nbgrader runs it ({_in_words(second)}): no points, as there."
        return Item(
            cell.id, FAILED, score, cell.points, "A check does not hold in your notebook as a whole.", detail
        )
    detail = (
        f"two witnesses disagree: across the boundary {item.score:g} of {cell.points:g} points ({_in_words(across)}), "
        f"as stock nbgrader runs it {score:g}"
    )
    return Item(cell.id, MANUAL, None, cell.points, "A person will look at this.", detail)


def _unprotected(
    item: Item, cell: PlanCell, contract: Contract, second: Outcome, score: float, words: str
) -> Item:
    passed = score == cell.points
    message = ""
    detail = f"marked without protection, as stock nbgrader marks: {contract.wrong[cell.id]}"
    if not passed:
        message = f"{score:g} of {cell.points:g} points." if second.passed else words
        detail += f"\n{second.detail or _in_words(second)}"
    return Item(item.id, PASSED if passed else FAILED, score, cell.points, message, detail, unprotected=True)


def _in_words(outcome: Outcome) -> str:
    if outcome.passed:
        return "passed"
    return f"{outcome.error}: {outcome.message}"[:500] if outcome.message else outcome.error
