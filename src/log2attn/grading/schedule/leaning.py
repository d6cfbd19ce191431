"""No exercise hangs on another's answer: where a test fails and the answer leans on other answers that are wrong, it is run again with
the course's own in their place.

Only in courses whose build has proved that calling another exercise's function is no answer (schedule/proof.py). The reference never enters a learner's process:
there, under the other exercise's name, stands something that calls back across the boundary, in a worker of its own that ends with the test.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from typing import Any

from log2attn.grading.intake.plan import asked
from log2attn.grading.model import PlanCell, Work
from log2attn.grading.schedule.run import Run
from log2attn.grading.schedule.setting import Setting
from log2attn.grading.tester.names import names_of
from log2attn.grading.tester.outcome import Outcome
from log2attn.grading.tester.roles import definitions_of


class Leaning(Run):
    """A pass up to the tests named, with the course's own functions under the names of other exercises while these tests run."""

    def __init__(self, *args: Any, tests: Collection[str], names: Collection[str], **more: Any) -> None:
        super().__init__(*args, **more)
        self.tests, self.lean_on = set(tests), sorted(names)

    def _cell(self, place: int, cell: Any) -> None:
        if self.tests - self.outcomes.keys():
            super()._cell(place, cell)

    def _test(self, place: int, planned: PlanCell) -> None:
        if planned.id not in self.tests:
            self._given(planned.index)
            return
        if self.kernel.worker:
            talk = self.tester.conversation
            for name, function in functions_of(self.setting, planned.index, self.lean_on).items():
                with suppress(Exception):
                    talk.ask("bind", name, (talk.own_function(function),))
        super()._test(place, planned)


def functions_of(setting: Setting, until: int, names: Collection[str]) -> dict[str, Callable]:
    """The reference's functions of these names, defined as above the source's cell ``until``. Classes are not among them: their objects could not cross."""
    made: dict[str, Any] = {"__name__": "__main__"}
    for cell in setting.plan.cells[:until]:
        if cell.cell_type == "code" and cell.kind in ("given", "answer"):
            with suppress(Exception):
                exec(compile(definitions_of(cell.source), "<reference>", "exec"), made)
    return {
        name: made[name] for name in names if callable(made.get(name)) and not isinstance(made[name], type)
    }


def lean_again(
    setting: Setting, work: Work, zygote: Any, outcomes: Mapping[str, Outcome], **more: Any
) -> dict[str, tuple[Outcome, list[str]]]:
    """test → its outcome with the course's own functions in place of other answers, and which; of tests that pass only so."""
    exercises = _exercises(setting)
    wrong = {id for id, tests in exercises.items() if any(not outcomes[test.id].passed for test in tests)}
    found = {}
    for id in sorted(wrong):
        failed = [test.id for test in exercises[id] if not outcomes[test.id].passed]
        others = {name for other in wrong - {id} for name in _names(setting, other)}
        needs = _leans_on(setting, work, id, exercises[id]) & others
        if not needs or not functions_of(setting, max(test.index for test in exercises[id]), needs):
            continue
        run = Leaning(setting, work, zygote, tests=failed, names=needs, **more)
        run.all()
        for test in failed:
            outcome = run.outcomes[test]
            # One that bends its arguments would have to be run twice: it stays as it was.
            if outcome.passed and (not outcome.changed or test in setting.contract.changes):
                found[test] = outcome, sorted(needs)
    return found


def _exercises(setting: Setting) -> dict[str, list[PlanCell]]:
    """Answer's grade id → its tests, which begin with that id."""
    answers = [cell.id for cell in setting.plan.cells if cell.kind == "answer"]
    tests = [cell for cell in setting.plan.cells if cell.kind == "test"]
    return {id: mine for id in answers if (mine := [t for t in tests if t.id.rpartition("-")[0] == id])}


def _names(setting: Setting, id: str) -> set[str]:
    return next(names for index, names in asked(setting.plan).items() if setting.plan.cells[index].id == id)


def _leans_on(setting: Setting, work: Work, id: str, tests: list[PlanCell]) -> set[str]:
    """Every name that the learner's answer needs, directly or through the learner's other cells; not what only the tests use."""
    mine = _names(setting, id)
    cells = [
        names_of(cell.source)
        for cell in work.cells
        if cell.cell_type == "code" and cell.role in ("answer", "extra", "given")
    ]
    used = set().union(*(names_of(test.source).loads for test in tests)) & _all_names(setting)
    needs, todo = set(), mine | used
    while todo:
        needs |= todo
        todo = {name for found in cells if found.binds & todo for name in found.loads} - needs
    return needs - mine


def _all_names(setting: Setting) -> set[str]:
    return set().union(*asked(setting.plan).values())
