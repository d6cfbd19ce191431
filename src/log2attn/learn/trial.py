"""Run one check against one answer, and keep a record of how the answer behaved.

The same code runs in a learner's notebook, in the proofs of the course, and when build takes the fingerprints of mistakes:
so a wrong answer can be recognized by what it did on the very calls the check made.
"""

from __future__ import annotations

import contextlib
import io
import traceback
import types
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from log2attn.learn.sketch import alike, sketch

NOT_READY = "not ready"  # the error of a check that lacks a name from the cells above it
FIRST, LAST = 6, 10  # of a long record, so many calls from its start and its end are kept


@dataclass
class Verdict:
    """What one check said of one answer.

    passed   the check ran to its end
    message  why not, in words
    error    the exception's type name, "" if none, NOT_READY if the check lacks a name from the cells above it
    record   a sketch of each outermost call of the learner's code, in order (shortened)
    calls    how many there were
    warned   warnings shown while the check ran (stock nbgrader takes marks away for text on stderr)
    """

    passed: bool
    message: str = ""
    error: str = ""
    record: list[Any] = field(default_factory=list)
    calls: int = 0
    warned: list[str] = field(default_factory=list)

    @property
    def behavior(self) -> list[Any]:
        """The part of the verdict by which a mistake is recognized; plain data."""
        return [self.passed, self.calls, self.record]


def behavior_of(passed: bool, calls: list[Any]) -> list[Any]:
    """The behavior of an answer whose outermost calls were sketched in order."""
    return [passed, len(calls), shortened(calls)]


def shortened(calls: list[Any]) -> list[Any]:
    """The first and the last calls of a long record."""
    return calls if len(calls) <= FIRST + LAST else calls[:FIRST] + calls[-LAST:]


def same_behavior(a: list[Any], b: list[Any]) -> bool:
    """Whether two behaviors agree: as many calls, with like results, and the same end."""
    return alike(a, b)


def run_check(source: str, namespace: dict[str, Any], name: str) -> Verdict:
    """Run a check's text on the function or class called ``name``.

    The check sees a copy of ``namespace``, so its own names never leak into the learner's notebook. What the learner's code
    prints is swallowed; an exception of any kind, even SystemExit, is a failure in words.
    """
    recorder = _Recorder()
    inner = dict(namespace)
    verdict = Verdict(passed=True)
    with (
        warnings.catch_warnings(record=True) as caught,
        contextlib.redirect_stdout(io.StringIO()),
        recorder.watching(inner, name),
    ):
        warnings.simplefilter("always")
        try:
            exec(compile(source, "<check>", "exec"), inner)
        except KeyboardInterrupt:
            verdict = Verdict(
                False,
                f"{name} was interrupted before it returned. Does a loop in it end?",
                "KeyboardInterrupt",
            )
        except NameError as error:
            verdict = Verdict(
                False, _in_words(error, source, name), NOT_READY if _raised_by_check(error) else "NameError"
            )
        except BaseException as error:
            verdict = Verdict(False, _in_words(error, source, name), type(error).__name__)
    verdict.warned = [str(w.message) for w in caught]
    verdict.calls = len(recorder.calls)
    verdict.record = shortened(recorder.calls)
    return verdict


def _in_words(error: BaseException, source: str, name: str) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    in_check = [frame.lineno for frame in frames if frame.filename == "<check>"]
    if isinstance(error, AssertionError):
        if str(error):
            return str(error)
        line = source.splitlines()[in_check[-1] - 1].strip() if in_check and in_check[-1] else "a condition"
        return f"This does not hold: {line.removeprefix('assert ')}"
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    if isinstance(error, NameError) and _raised_by_check(error):
        return f"{said}. Run the cells above this exercise first: the check needs what they define."
    inside = [frame for frame in frames if frame.filename not in ("<check>", __file__)]
    if not inside and in_check:
        return f"The check could not go on with what {name} returned: {said}."
    where = f", line {inside[0].lineno} of its cell" if inside else ""
    return f"{name} raised {said} (in {inside[0].name if inside else name}{where})."


def _raised_by_check(error: BaseException) -> bool:
    frames = traceback.extract_tb(error.__traceback__)
    return bool(frames) and frames[-1].filename == "<check>"


class _Recorder:
    """Stands between a check and the learner's code, and sketches what each outermost call did.

    A call made by the learner's own code, from inside another call, is not recorded: two ways to write the same mistake
    differ there and nowhere else.
    """

    def __init__(self) -> None:
        self.calls: list[Any] = []
        self.inside = False

    @contextlib.contextmanager
    def watching(self, namespace: dict[str, Any], name: str) -> Iterator[None]:
        target = namespace.get(name)
        if isinstance(target, type):
            methods = {
                k: v for k, v in vars(target).items() if isinstance(v, types.FunctionType) and k != "__init__"
            }
            inherited = {
                k: v
                for base in reversed(target.__mro__[1:-1])
                for k, v in vars(base).items()
                if isinstance(v, types.FunctionType) and k != "__init__" and k not in methods
            }
            for key, method in (inherited | methods).items():
                setattr(target, key, self.recorded(method))
            try:
                yield
            finally:
                for key, method in methods.items():
                    setattr(target, key, method)
                for key in inherited:
                    delattr(target, key)
        else:
            if callable(target):
                namespace[name] = self.recorded(target)
            yield

    def recorded(self, function: Callable) -> Callable:
        def call(*args: Any, **kwargs: Any) -> Any:
            if self.inside:
                return function(*args, **kwargs)
            given = [sketch(a) for a in args]
            self.inside = True
            try:
                result = function(*args, **kwargs)
            except BaseException as error:
                self.calls.append(["raised", type(error).__name__])
                raise
            finally:
                self.inside = False
            done = ["gave", sketch(result)]
            changed = [
                [i, now]
                for i, (a, before) in enumerate(zip(args, given, strict=True))
                if not alike(now := sketch(a), before)
            ]
            self.calls.append([*done, changed] if changed else done)
            return self._watch_result(result)

        call.recorder = self
        return call

    def _watch_result(self, result: Any) -> Any:
        """A function that the learner's code returns, or puts on an object it returns, is the learner's code too."""
        if isinstance(result, types.FunctionType):
            return self.recorded(result)
        for key, value in list(getattr(result, "__dict__", {}).items()):
            if isinstance(value, types.FunctionType) and getattr(value, "recorder", None) is not self:
                with contextlib.suppress(AttributeError, TypeError):
                    setattr(result, key, self.recorded(value))
        return result
