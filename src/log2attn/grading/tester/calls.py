"""The calls of the function under test, noted as ``check`` notes them in a notebook (learn/watch.py), to recognize a known mistake."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FunctionType
from typing import Any

import numpy as np

from log2attn.learn.sketch import alike, sketch
from log2attn.learn.watch import call_key, message_of

MOST = 200  # so many calls are noted
UNCHANGING = (
    bool,
    int,
    float,
    complex,
    str,
    bytes,
    type(None),
    FunctionType,
    np.random.Generator,
)  # or, as a generator, always sketched alike


class Calls:
    """The calls of one function in one test; of none, if its name is ""."""

    def __init__(self, function: str = "") -> None:
        self.function = function
        self.seen: list[Callable[[Counter[str]], tuple[str, Any]]] = []  # each gives a call's key and outcome

    @contextmanager
    def noting(self, label: str, args: tuple, kwargs: dict) -> Iterator[Callable[[Any], None]]:
        """Around a call: what is given to the function is what came back."""
        if not self.function or label.removesuffix("()") != self.function or len(self.seen) >= MOST:
            yield lambda _value: None
            return
        given = [_kept(arg) for arg in args]
        named = {name: _kept(arg) for name, arg in kwargs.items()}
        changes = [_changes(arg) for arg in args]
        outcome: list[Callable[[], Any]] = []

        def said(made: Counter[str]) -> tuple[str, Any]:
            sketches = [was() for was in given], {name: was() for name, was in named.items()}
            return call_key(*sketches, returned=label.endswith("()"), made=made), outcome[0]()

        self.seen.append(said)
        came: list[Any] = []
        try:
            yield came.append
        except BaseException as error:
            name, message = type(error).__name__, message_of(error)
            outcome.append(lambda: ["raised", name, message])
            raise
        changed = [[i, now] for i, change in enumerate(changes) if (now := change()) is not None]
        result = _kept(came[0])
        outcome.append(lambda: ["gave", result(), changed] if changed else ["gave", result()])

    def behavior(self, passed: bool) -> dict[str, Any]:
        """A behavior (learn/behavior.py) as far as it can be seen from here: the calls until the test failed."""
        made: Counter[str] = Counter()
        calls = [] if passed else [said(made) for said in self.seen]
        stop = calls[-1][0] if calls else ""
        return {"passed": passed, "stop": stop, "calls": dict(calls), "looks": {}}


def _kept(value: Any) -> Callable[[], Any]:
    """What gives, later, the sketch of a value as it is now. Sketches cost more than calls: of most values a copy is enough meanwhile."""
    if type(value) is np.ndarray and value.dtype.kind != "O":
        value = value.copy()
    elif type(value) not in UNCHANGING and not isinstance(value, np.generic):
        said = sketch(value)
        return lambda: said
    return lambda: sketch(value)


def _changes(value: Any) -> Callable[[], Any]:
    """What gives, later, the value's sketch if it is another one than now, else None."""
    if type(value) in UNCHANGING or isinstance(value, np.generic):
        return lambda: None
    content = (
        (value.shape, value.tobytes()) if type(value) is np.ndarray and value.dtype.kind != "O" else None
    )
    was = _kept(value)

    def now() -> Any:
        if content is not None and content == (value.shape, value.tobytes()):
            return None
        return None if alike(said := sketch(value), was()) else said

    return now
