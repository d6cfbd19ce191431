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
        trial.message = _in_words(error, source, name)
    return trial


def _in_words(error: BaseException, source: str, name: str) -> str:
    if isinstance(error, KeyboardInterrupt):
        return f"{name} was interrupted before it returned. Does a loop in it end?"
    frames = _frames(error)
    in_check = [frame.lineno for frame in frames if frame.filename == "<check>"]
    if isinstance(error, AssertionError):
        if str(error):
            return str(error)
        line = source.splitlines()[in_check[-1] - 1].strip() if in_check and in_check[-1] else "a condition"
        return f"This does not hold: {line.removeprefix('assert ')}"
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    if isinstance(error, NameError) and _raised_by_check(error):
        return f"{said}. Run the cells above this exercise first: the check needs what they define."
    inside = [frame for frame in frames if frame.filename != "<check>"]
    if not inside and in_check:
        return f"The check could not go on with what {name} returned: {said}."
    where = f", line {inside[0].lineno} of its cell" if inside else ""
    return f"{name} raised {said} (in {inside[0].name if inside else name}{where})."


def _raised_by_check(error: BaseException) -> bool:
    frames = _frames(error)
    return bool(frames) and frames[-1].filename == "<check>"


def _frames(error: BaseException) -> list[traceback.FrameSummary]:
    """The frames of the check and of the learner's code, without those of the watch between them."""
    frames = traceback.extract_tb(error.__traceback__)
    return [frame for frame in frames if frame.filename not in (__file__, watch_module.__file__)]
