"""One submission: its cells run in a worker, its tests here, in the order of the work; in the end an outcome for every test."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping

from log2attn.grading.model import PlanCell, Work, WorkCell
from log2attn.grading.protocol.libraries import named_in
from log2attn.grading.schedule.kernel import Kernel, Ran
from log2attn.grading.schedule.setting import Setting
from log2attn.grading.schedule.workers import Zygote
from log2attn.grading.tester.explain import error_output, safe_output, test_output
from log2attn.grading.tester.names import names_of
from log2attn.grading.tester.outcome import Outcome, not_run
from log2attn.grading.tester.roles import definitions_of, idle_cells, imports_for, without_own_imports
from log2attn.grading.tester.surroundings import surroundings
from log2attn.grading.tester.tester import Tester


class OutOfTimeError(Exception):
    """The submission as a whole has taken too long."""


def _lacking(outputs: list[dict]) -> str:
    """The name for want of which a cell failed; "" if it did not."""
    wrong = next(
        (o["evalue"] for o in outputs if o["output_type"] == "error" and o["ename"] == "NameError"), ""
    )
    found = re.match(r"name '(\w+)' is not defined", wrong)
    return found[1] if found else ""


class Run:
    """One pass through a submission's cells and tests."""

    def __init__(
        self,
        setting: Setting,
        work: Work,
        zygote: Zygote,
        *,
        recording: bool = False,
        take_changes: bool = True,
        files: Mapping[str, bytes] | None = None,
        stuck: Mapping[str, str] | None = None,
        tell: Callable[[str, float], None] = lambda _what, _seconds: None,
    ) -> None:
        self.setting, self.work, self.recording = setting, work, recording
        self.take_changes = take_changes
        self.tester = Tester(setting.roles, setting.contract, recording=recording, calls=setting.limits.calls)
        self.idle = idle_cells(setting.roles, work) if setting.figures != "all" else frozenset()
        self.outputs: dict[int, list[dict]] = {}
        self.outcomes: dict[str, Outcome] = {}
        plan, roles = setting.plan, setting.roles
        texts = {index: text for index, text in roles.imports if plan.cells[index].kind != "test"}
        texts |= {index: plan.cells[index].source for index in roles.given}
        self.given = sorted(texts.items())
        self.given_wrong: list[str] = []
        self.early: dict[
            int, tuple[int, str]
        ] = {}  # place of a cell that lacked a name → how many had run then, and the name
        self.repairs: list[str] = []
        self.stuck = dict(stuck or {})
        self.tell = tell
        reference = sum(setting.contract.seconds.values())
        self.ends = time.monotonic() + max(setting.limits.total, setting.limits.slack * reference)
        room = {**(files or {}), **setting.given_out}
        libraries = named_in(cell.source for cell in work.cells)
        self.kernel = Kernel(setting, zygote, self.tester.conversation, room, libraries, self.ends)

    def all(self) -> None:
        """Run everything; leaves ``outcomes`` and ``outputs``."""
        ours = any("log2attn" in text for _, text in self.setting.roles.imports)
        with surroundings(self.setting.files, house_style=ours):
            try:
                self.kernel.restart()
                for place, cell in enumerate(self.work.cells):
                    begun = time.monotonic()
                    if cell.role == "test":
                        self._test(place, self.setting.plan.of(cell))
                    elif cell.cell_type == "code" and cell.role != "ignored" and place not in self.idle:
                        self._cell(place, cell)
                    if self.recording:
                        seconds, at = self.setting.contract.seconds, place if cell.plan is None else cell.plan
                        seconds[at] = max(seconds.get(at, 0.0), time.monotonic() - begun)
            finally:
                self.kernel.end()

    def _given(self, until: int) -> None:
        """The tester's own names, as they are above the source's cell ``until``: imports, and the given cells that tests need."""
        while self.given and self.given[0][0] < until:
            index, text = self.given.pop(0)
            try:
                if index in self.setting.roles.given:
                    self.tester.namespace.run_given(text)
                else:
                    self.tester.namespace.run_imports(
                        text, answered=self.setting.plan.cells[index].kind != "given"
                    )
            except (
                Exception
            ) as error:  # the tests that need the name fail, for the reference too, and this says why
                self.given_wrong.append(f"cell {index + 1} of the source: {type(error).__name__}: {error}")

    def _seconds(self, cell: WorkCell) -> float:
        limits, left = self.setting.limits, self.ends - time.monotonic()
        if left <= 0:
            raise OutOfTimeError
        if self.recording:  # nobody knows yet how long the reference takes, on a computer that may be busy
            return min(limits.seconds * limits.slack, left)
        took = self.setting.contract.seconds.get(cell.plan if cell.plan is not None else -1, 0.0)
        return min(max(limits.seconds, limits.slack * took), left)

    def _cell(self, place: int, cell: WorkCell) -> None:
        draw = self.setting.figures == "all" or cell.role in ("written", "task")
        try:
            seconds = self._seconds(cell)
        except OutOfTimeError:
            self.outputs[place] = [
                error_output("TimeoutError", "Not run: the notebook as a whole has taken too long.")
            ]
            return
        self.tell("", seconds)
        how, shown = self.kernel.run(cell.source, seconds, draw=draw)
        self.outputs[place] = safe_output(shown, pictures=draw)
        # A cell that brought the process down is run again without the part that did.
        self.kernel.ran.append(Ran(place, cell.source if how != "dead" else definitions_of(cell.source)))
        if how == "dead":
            self.kernel.restart()
        elif cell.role in ("answer", "extra") and (name := _lacking(self.outputs[place])):
            self.early[place] = len(self.kernel.ran), name
        self.tester.namespace.cell_ran(cell.source)

    def _test(self, place: int, planned: PlanCell) -> None:
        self._given(planned.index)
        source, own = without_own_imports(planned.source, self.setting.own)
        for imports in filter(None, (imports_for(source, self.work), own)):
            if self.kernel.worker:
                self.kernel.ran.append(Ran(place, imports))
                self.kernel.run(imports, self.setting.limits.seconds, draw=False)
        if self.kernel.worker is None:
            self.outcomes[planned.id] = not_run(
                "Stopped", "Your notebook ended its process too often; the remaining tests were not run."
            )
            return
        try:
            seconds = self._seconds(self.work.cells[place])
        except OutOfTimeError:
            self.outcomes[planned.id] = not_run(
                "TimeoutError", "The notebook as a whole took too long; this test was not run."
            )
            return
        if planned.id in self.stuck:
            self.outcomes[planned.id] = not_run("TimeoutError", self.stuck[planned.id])
            return
        self._again_if_early()
        self.tell(planned.id, seconds)
        self.tester.conversation.peer.take_changes = (
            self.take_changes or planned.id in self.setting.contract.changes
        )
        exercise = self.setting.known.get(planned.id.rpartition("-")[0])
        outcome = self.tester.run_test(planned.id, source, seconds, exercise.name if exercise else "")
        self.outcomes[planned.id] = outcome
        self.outputs[place] = test_output(outcome)
        if outcome.dead:
            self.kernel.restart()

    def _again_if_early(self) -> None:
        """A cell that lacked a name of a cell further down runs again before the next test: a person would see what was meant.

        It replaces nothing that the cells further down have defined: an old attempt is no answer.
        """
        for place, (since, name) in list(self.early.items()):
            later = frozenset().union(*(names_of(ran.source).binds for ran in self.kernel.ran[since:]))
            source = self.work.cells[place].source
            if name not in later or names_of(source).binds <= later:
                continue
            del self.early[place]
            how, shown = self.kernel.run(source, self.setting.limits.seconds, draw=False, keep=sorted(later))
            if how == "dead":
                self.kernel.restart()
                continue
            outputs = safe_output(shown)
            if missing := _lacking(outputs):
                self.early[place] = len(self.kernel.ran), missing
                continue
            self.outputs[place] = outputs
            self.kernel.ran.append(Ran(place, source, tuple(sorted(later))))
            self.repairs.append(
                f"Cell {self.work.cells[place].at + 1} stood above what it needs; it was run again further down."
            )
