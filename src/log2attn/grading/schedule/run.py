"""One submission: its cells run in a worker, its tests here, in the order of the work; in the end a verdict for every marked cell."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from log2attn.grading.limits import Limits
from log2attn.grading.model import (
    Plan,
    PlanCell,
    Work,
    WorkCell,
)
from log2attn.grading.protocol.errors import Stopped
from log2attn.grading.protocol.libraries import named_in
from log2attn.grading.protocol.line import LineDead
from log2attn.grading.protocol.peer import Peer
from log2attn.grading.protocol.values import WireError
from log2attn.grading.schedule.workers import Worker, Zygote
from log2attn.grading.tester.explain import (
    error_output,
    safe_output,
    test_output,
)
from log2attn.grading.tester.names import names_of
from log2attn.grading.tester.roles import (
    Roles,
    definitions_of,
    idle_cells,
    imports_for,
    without_own_imports,
)
from log2attn.grading.tester.surroundings import surroundings
from log2attn.grading.tester.tester import Contract, Outcome, Tester
from log2attn.learn.shipped import Exercise

MOST_FRESH = 25  # workers one submission may use up
GRACE = 2.0  # seconds a worker may take beyond a cell's limit to say that it was stopped


@dataclass(frozen=True)
class Setting:
    """What all submissions of one source notebook share.

    files      of the assignment, that tests find in their folder: name → bytes
    room       those of them that learners' cells may read; None for all
    solved     files that learners hand in versions of, as the source has them: only the reference reads them
    own        names of the modules among these
    readable   folders a worker may read beside Python itself
    figures    "" renders only what a person marks; "all" renders every figure
    known      exercise → its known mistakes, where the course ships them
    witness    whether a second witness is asked: in courses whose build has not proved their tests
    protected_only  whether what only the second witness can mark is left to a person
    """

    plan: Plan
    limits: Limits
    roles: Roles = field(default_factory=lambda: Roles(frozenset(), (), ()))
    contract: Contract = field(default_factory=Contract)
    files: Mapping[str, bytes] = field(default_factory=dict)
    room: Mapping[str, bytes] | None = None
    solved: Mapping[str, bytes] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    readable: Sequence[Path] = ()
    figures: str = ""
    known: Mapping[str, Exercise] = field(default_factory=dict)
    witness: bool = False
    protected_only: bool = False


class OutOfTimeError(Exception):
    """The submission as a whole has taken too long."""


@dataclass(frozen=True)
class Ran:
    """A text that the worker has run for the cell at ``place``; ``keep`` are names that it must not replace."""

    place: int
    source: str
    keep: tuple[str, ...] = ()


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
        self.setting, self.work, self.zygote, self.recording = setting, work, zygote, recording
        given = setting.files if setting.room is None else setting.room
        self.take_changes, self.files = take_changes, {**(files or {}), **given}
        self.tester = Tester(setting.roles, setting.contract, recording=recording, calls=setting.limits.calls)
        self.idle = idle_cells(setting.roles, work) if setting.figures != "all" else frozenset()
        self.ran: list[Ran] = []  # what a fresh worker must run again
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
        self.libraries = named_in(cell.source for cell in work.cells)
        self.stuck = dict(stuck or {})
        self.tell = tell
        self.fresh = 0
        self.worker: Worker | None = None
        reference = sum(setting.contract.seconds.values())
        self.ends = time.monotonic() + max(setting.limits.total, setting.limits.slack * reference)

    def all(self) -> None:
        """Run everything; leaves ``outcomes`` and ``outputs``."""
        ours = any("log2attn" in text for _, text in self.setting.roles.imports)
        with surroundings(self.setting.files, house_style=ours):
            try:
                self._fresh_worker()
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
                if self.worker:
                    self.zygote.end(self.worker)
                    self.worker = None

    def _given(self, until: int) -> None:
        """The tester's own names, as they are above the source's cell ``until``: imports, and the given cells that tests need."""
        while self.given and self.given[0][0] < until:
            index, text = self.given.pop(0)
            try:
                if index in self.setting.roles.given:
                    self.tester.run_given(text)
                else:
                    self.tester.run_imports(text, answered=self.setting.plan.cells[index].kind != "given")
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
        how, shown = self._run_cell(cell.source, seconds, draw=draw)
        self.outputs[place] = safe_output(shown, pictures=draw)
        # A cell that brought the process down is run again without the part that did.
        self.ran.append(Ran(place, cell.source if how != "dead" else definitions_of(cell.source)))
        if how == "dead":
            self._fresh_worker()
        elif cell.role in ("answer", "extra") and (name := _lacking(self.outputs[place])):
            self.early[place] = len(self.ran), name
        self.tester.cell_ran(cell.source)

    def _run_cell(
        self, source: str, seconds: float, *, draw: bool, keep: Sequence[str] = ()
    ) -> tuple[str, list]:
        if self.worker is None:
            return "dead", []
        peer = self.tester.peer
        peer.line.until = time.monotonic() + seconds + GRACE
        self.tester.fault = ""
        try:
            answer = self.tester.ask("cell", [source, seconds, draw, list(keep)])
            how, shown = answer
            if how not in ("ok", "error", "slow") or not isinstance(shown, list):
                raise WireError("not an answer")  # noqa: TRY301  (it is one of the ways in which an answer can be none)
        except LineDead as error:
            text = (
                f"This cell took longer than {seconds:.0f} s."
                if error.slow
                else "The process that ran this cell ended (out of memory, a crash, or os._exit)."
            )
            return "dead", [["error", "Stopped", text, ""]]
        except (Exception, Stopped) as error:
            return "dead", [
                [
                    "error",
                    "Stopped",
                    f"The process that ran this cell gave no proper answer ({type(error).__name__}).",
                    "",
                ]
            ]
        finally:
            peer.line.until = None
        return how, shown

    def _test(self, place: int, planned: PlanCell) -> None:
        self._given(planned.index)
        source, own = without_own_imports(planned.source, self.setting.own)
        for imports in filter(None, (imports_for(source, self.work), own)):
            if self.worker:
                self.ran.append(Ran(place, imports))
                self._run_cell(imports, self.setting.limits.seconds, draw=False)
        if self.worker is None:
            self.outcomes[planned.id] = Outcome(
                passed=False,
                error="Stopped",
                message="Your notebook ended its process too often; the remaining tests were not run.",
                ours=True,
            )
            return
        try:
            seconds = self._seconds(self.work.cells[place])
        except OutOfTimeError:
            self.outcomes[planned.id] = Outcome(
                passed=False,
                error="TimeoutError",
                message="The notebook as a whole took too long; this test was not run.",
                ours=True,
            )
            return
        if planned.id in self.stuck:
            self.outcomes[planned.id] = Outcome(
                passed=False, error="TimeoutError", message=self.stuck[planned.id], ours=True
            )
            return
        self._again_if_early()
        self.tell(planned.id, seconds)
        self.tester.peer.take_changes = self.take_changes or planned.id in self.setting.contract.changes
        exercise = self.setting.known.get(planned.id.rpartition("-")[0])
        outcome = self.tester.run_test(planned.id, source, seconds, exercise.name if exercise else "")
        self.outcomes[planned.id] = outcome
        self.outputs[place] = test_output(outcome)
        if outcome.dead:
            self._fresh_worker()

    def _again_if_early(self) -> None:
        """A cell that lacked a name of a cell further down runs again before the next test: a person would see what was meant.

        It replaces nothing that the cells further down have defined: an old attempt is no answer.
        """
        for place, (since, name) in list(self.early.items()):
            later = frozenset().union(*(names_of(ran.source).binds for ran in self.ran[since:]))
            source = self.work.cells[place].source
            if name not in later or names_of(source).binds <= later:
                continue
            del self.early[place]
            how, shown = self._run_cell(source, self.setting.limits.seconds, draw=False, keep=sorted(later))
            if how == "dead":
                self._fresh_worker()
                continue
            outputs = safe_output(shown)
            if missing := _lacking(outputs):
                self.early[place] = len(self.ran), missing
                continue
            self.outputs[place] = outputs
            self.ran.append(Ran(place, source, tuple(sorted(later))))
            self.repairs.append(
                f"Cell {self.work.cells[place].at + 1} stood above what it needs; it was run again further down."
            )

    def _fresh_worker(self) -> None:
        """A new worker that has run the cells so far, without what brought the old one down."""
        while True:
            if self.worker:
                self.zygote.end(self.worker)
                self.worker = None
            if self.fresh >= MOST_FRESH:
                return
            self.fresh += 1
            self.worker = self.zygote.worker(self.setting.readable, self.setting.limits, self.libraries)
            self.tester.talk_to(Peer(self.worker.line, self.tester))
            self.tester.fault = ""
            if self._replay():
                return

    def _replay(self) -> bool:
        if not all(self._put(name, data) for name, data in self.files.items()):
            return False
        for n, ran in enumerate(self.ran):
            left = self.ends - time.monotonic()
            if not ran.source or left <= 0:
                continue
            seconds = min(max(self.setting.limits.seconds, 1.0), left)
            how, _shown = self._run_cell(ran.source, seconds, draw=False, keep=ran.keep)
            if how == "dead":
                self.ran[n] = Ran(ran.place, "")
                return False
        return True

    def _put(self, name: str, data: bytes) -> bool:
        self.tester.peer.line.until = time.monotonic() + self.setting.limits.seconds
        try:
            self.tester.ask("file", [name, data])
        except (LineDead, WireError):
            return False
        except (Exception, Stopped):  # the name cannot be written there: the learner's cells do without it
            return True
        return True


def score_of(cell: PlanCell, outcome: Outcome, contract: Contract) -> float:
    """The points of a test: all or nothing, or what its last line gives, if the reference's gives points."""
    if not outcome.passed:
        return 0.0
    # Where the reference's last line gives points, an answer whose last line gives none has earned none.
    return min(max(outcome.credit or 0.0, 0.0), cell.points) if cell.id in contract.partial else cell.points
