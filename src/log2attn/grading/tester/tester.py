"""Run test cells in a process that no learner's code ever enters. Names that belong to the learner are questions to the worker.

A test cell is an ordinary nbgrader cell: the same text runs in stock nbgrader, where everything lives in one process.
"""

from __future__ import annotations

import io
import traceback
import warnings
from contextlib import redirect_stdout

from log2attn.grading.protocol.errors import Stopped
from log2attn.grading.protocol.line import LineDead
from log2attn.grading.tester.calls import Calls
from log2attn.grading.tester.contract import Contract
from log2attn.grading.tester.conversation import PRINTED, Conversation
from log2attn.grading.tester.namespace import TEST, Namespace
from log2attn.grading.tester.outcome import Outcome, credit_of
from log2attn.grading.tester.roles import Roles
from log2attn.learn.alarm import alarm


class TestTimeout(BaseException):
    """A test ran longer than it may."""

    __test__ = False


class Tester:
    """The tests of one submission, one after the other, in names of their own."""

    def __init__(
        self, roles: Roles, contract: Contract, *, recording: bool = False, calls: int = 200_000
    ) -> None:
        self.conversation = Conversation(contract, recording=recording, calls=calls)
        self.namespace = Namespace(roles, self.conversation)

    def run_test(self, item: str, source: str, seconds: float, watched: str = "") -> Outcome:
        """One test cell; never raises. ``watched`` names the function whose behavior the outcome tells of."""
        talk = self.conversation
        talk.begin(item, seconds, Calls(watched))
        said = io.StringIO()
        outcome = Outcome(passed=False)
        try:
            with (
                redirect_stdout(said),
                warnings.catch_warnings(),
                alarm(seconds + 0.5, TestTimeout, again=1.0),
                talk.beside.test(source),
            ):
                warnings.simplefilter("default")
                warnings.showwarning = lambda *_a, **_k: None
                self.namespace.bind(source)
                value = self.namespace.run(source)
            outcome.passed = True
            outcome.credit = credit_of(value)
        except BaseException as error:
            outcome = self._explained(error, source)
        talk.peer.line.until = None
        if talk.fault:
            outcome.passed = False
            outcome.error, outcome.message = outcome.error or "NotPlainError", _in_words(talk.fault, seconds)
            outcome.ours = talk.fault in ("slow", "dead")
            outcome.dead = talk.fault in ("slow", "dead") or outcome.error in (
                "WireError",
                "LineDead",
                "TestTimeout",
            )
        if watched:
            outcome.behavior = talk.watched.behavior(outcome.passed)
        outcome.printed, outcome.changed = said.getvalue()[:PRINTED], bool(talk.changed)
        return outcome

    def _explained(self, error: BaseException, source: str) -> Outcome:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == TEST]
        line = frames[-1].lineno or 0 if frames else 0
        text = source.splitlines()[line - 1].strip() if 0 < line <= len(source.splitlines()) else ""
        kind = type(error).__name__
        said = str(error)[:2000] if not isinstance(error, LineDead) else ""
        detail = f"line {line}: {text}\n{kind}: {said}" if line else f"{kind}: {said}"
        if isinstance(error, TestTimeout):
            self.conversation.fault = self.conversation.fault or "slow"
        if isinstance(error, Stopped):
            said = f"Your code left by {said}."
        return Outcome(passed=False, error=kind, message=said, line=line, detail=detail)


def _in_words(fault: str, seconds: float) -> str:
    if fault == "slow":
        return f"This took longer than {seconds:.0f} s and was stopped. Does a loop in it end?"
    if fault == "dead":
        return (
            "The process that ran your code ended before it answered (out of memory, a crash, or os._exit)."
        )
    return f"What your code returned cannot be marked: {fault}."
