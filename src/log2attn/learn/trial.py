"""Run one check against one answer, and tell how the answer behaved.

The same code runs in a learner's notebook, in the proofs of the course, and when build takes down how mistakes behave:
so a wrong answer can be recognized by what it did on the very calls the check made.
"""

from __future__ import annotations

import contextlib
import io
import traceback
import warnings
from dataclasses import dataclass, field
from typing import Any

from log2attn.learn import watch as watch_module
from log2attn.learn.behavior import behavior_of
from log2attn.learn.watch import EnoughError, TooSlowError, Watch, softened
from log2attn.learn.words import learners_frames, meaning, place, said, short

NOT_READY = "not ready"  # the error of a check that lacks a name from the cells above it


@dataclass
class Trial:
    """What came of running one check on one answer.

    passed   the check ran to its end
    message  why not, in words
    error    the exception's type name, "" if none, NOT_READY if the check lacks a name from the cells above it
    raised   the exception itself
    watch    what was seen while it ran
    hung     it had to be stopped
    warned   warnings shown while the check ran (stock nbgrader takes marks away for text on stderr)
    """

    passed: bool
    message: str = ""
    error: str = ""
    raised: BaseException | None = None
    watch: Watch = field(default_factory=Watch)
    hung: bool = False
    warned: list[str] = field(default_factory=list)

    @property
    def behavior(self) -> dict[str, Any]:
        """By what a mistake is recognized; plain data."""
        return behavior_of(self.passed, self.watch)


def run_check(source: str, namespace: dict[str, Any], name: str, *, keep: bool = False) -> Trial:
    """Run a check's text on the function or class called ``name``.

    The check sees a copy of ``namespace``, so its own names never leak into the learner's notebook. What the learner's code
    prints is swallowed; an exception of any kind, even SystemExit, is a failure in words. After a failure the check goes on,
    for its calls to be watched; what it says is what it would have said had it stopped there.

    keep   whether the watch keeps copies of arguments and results
    """
    watch = Watch(keep)
    inner = dict(namespace)
    hung = False
    with (
        warnings.catch_warnings(record=True) as caught,
        contextlib.redirect_stdout(io.StringIO()),
        watch.watching(inner, name),
    ):
        warnings.simplefilter("always")
        try:
            exec(softened(source), inner)
        except EnoughError:
            pass
        except (KeyboardInterrupt, TooSlowError) as error:
            hung = True
            watch.failure = watch.failure or error
    trial = Trial(watch.failure is None, watch=watch, hung=hung, warned=[str(w.message) for w in caught])
    if watch.failure is not None:
        error = watch.failure
        ready = not isinstance(error, NameError) or not _raised_by_check(error)
        trial.raised, trial.error = error, type(error).__name__ if ready else NOT_READY
        trial.message = _in_words(watch, source, name)
    return trial


def _in_words(watch: Watch, source: str, name: str) -> str:
    error = watch.failure
    assert error is not None
    if isinstance(error, KeyboardInterrupt):
        return f"{name} was interrupted before it returned. Does a loop in it end?"
    if isinstance(error, AssertionError) and not learners_frames(error):
        return str(error) or f"This does not hold: {_statement(error, source).removeprefix('assert ')}"
    if isinstance(error, NameError) and _raised_by_check(error):
        return f"{said(error)}."
    frames = learners_frames(error)
    means = f" {meaning(error)}" if meaning(error) else ""
    if watch.inside or frames:
        where = f" (in {place(frames[-1])})" if frames else ""
        return f"{name} raised {said(error)}{where}.{means}"
    what = f"{name} gave {short(watch.last)}" if watch.calls else f"{name} was looked at"
    return f"{what}, and with that the check cannot go on: {_statement(error, source)} raised {said(error)}.{means}"


def _statement(error: BaseException, source: str) -> str:
    """The line of the check at which it ended."""
    lines = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == "<check>"]
    line = source.splitlines()[lines[-1] - 1].strip() if lines and lines[-1] else "a condition"
    return line if len(line) <= 80 else line[:77] + " …"


def _raised_by_check(error: BaseException) -> bool:
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename != watch_module.__file__]
    return bool(frames) and frames[-1].filename == "<check>"
