"""The calls of a check, with what the answer gave and what a right answer gives: which differ, and which of them is smallest."""

from __future__ import annotations

import contextlib
import copy
import io
import math
import time
import types
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from log2attn.learn.sketch import alike, is_axes, sketch
from log2attn.learn.watch import Call, Watch

SECONDS = 2.0  # so long right answers are worked out
CALLS = 200  # and of so many calls
LINE = 72  # characters of a call that is shown
FEW = 6  # an array of no more numbers is shown whole


@dataclass(frozen=True)
class Case:
    """One call. ``want`` is what the worked solution gives; ``got`` what the answer gave, if it raised nothing (then ``raised``
    is ""). ``kept`` is False if it changed an argument that the solution leaves alone."""

    args: tuple
    kwargs: dict[str, Any]
    want: Any
    got: Any
    raised: str
    kept: bool
    printed: bool
    last: bool  # the last call before the check failed

    @property
    def differs(self) -> bool:
        return bool(self.raised) or not alike(sketch(self.got), sketch(self.want))

    @property
    def size(self) -> int:
        """How much there is to read in the arguments."""
        return sum(map(_size, (*self.args, *self.kwargs.values())))


def cases_of(watch: Watch, reference: Callable, loose: set[str]) -> list[Case]:
    """The calls whose arguments were kept, with the reference's results. Left out are ``loose`` ones, where right answers differ."""
    until, cases = time.monotonic() + SECONDS, []
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        for call in watch.calls[:CALLS]:
            if call.given is None or call.key in loose or not call.outcome or time.monotonic() > until:
                continue
            with contextlib.suppress(Exception):
                cases.append(_case(call, reference, call.key == watch.stop))
    return cases


def _case(call: Call, reference: Callable, last: bool) -> Case:
    assert call.given is not None
    args, kwargs = copy.deepcopy(call.given)
    before = [sketch(a) for a in args]
    want = reference(*args, **kwargs)
    leaves = all(alike(sketch(a), was) for a, was in zip(args, before, strict=True))
    raised = call.outcome[1] if call.outcome[0] == "raised" else ""
    kept = not leaves or len(call.outcome) < 3 or bool(raised)
    return Case(*call.given, want, call.result, raised, kept, call.printed, last)


def smallest(name: str, cases: list[Case]) -> str:
    """The smallest call on which the answer differs, in a sentence: "norm([3, -4], 1): expected 7, got 5." "" if there is none."""
    wrong = [case for case in cases if case.differs and not callable(case.want) and _can_show(case.want)]
    if not wrong:
        wrong = [case for case in cases if case.last and _can_show(case.want) and _numbers_differ(case)]
    wrong = [case for case in wrong if all(map(_can_show, (*case.args, *case.kwargs.values())))]
    texts = [(case, call_text(name, case)) for case in wrong]
    shown = [
        (not _is_exact(case), case.size, len(text), text, case) for case, text in texts if len(text) <= LINE
    ]
    if shown:
        *_, text, case = min(shown, key=lambda entry: entry[:3])
        return f"{text}: {difference(case)}."
    if wrong:
        case = min(wrong, key=lambda case: case.size)
        shapes = ", ".join(_shape_text(value) for value in (*case.args, *case.kwargs.values()))
        return f"{name} of {shapes}: {difference(case)}."
    return ""


def _is_exact(case: Case) -> bool:
    """Whether the arguments are shown as they are, and not rounded."""
    arrays = [array for v in (*case.args, *case.kwargs.values()) if (array := as_array(v)) is not None]
    return all(float(f"{v:.6g}") == v for a in arrays if a.dtype.kind == "f" for v in a.ravel()[: 3 * FEW])


def difference(case: Case) -> str:
    """ "expected 7, got 5", with enough digits that the two differ; of long arrays the shapes or the first entry that differs,
    of dicts the first name that is missing or differs."""
    if case.raised:
        return f"expected {_text(case.want)}, got a {case.raised}"
    return _between(case.want, case.got)


def _between(expected: Any, given: Any) -> str:
    if isinstance(expected, dict) and isinstance(given, dict):
        return _between_dicts(expected, given)
    want, got = as_array(expected), as_array(given)
    if want is None or got is None:
        return f"expected {_text(expected)}, got {_text(given)}"
    if want.shape != got.shape:
        shapes = [f" (shape {a.shape})" if a.ndim else "" for a in (want, got)]
        return f"expected {_text(expected)}{shapes[0]}, got {_text(given)}{shapes[1]}"
    if want.size <= FEW:
        a, b = _apart(want, got)
        return f"expected {a}, got {b}"
    far = np.argmax(~np.isclose(want, got, rtol=1e-6, atol=0, equal_nan=True))
    at = np.unravel_index(int(far), want.shape)
    a, b = _apart(want[at], got[at])
    return f"of {' × '.join(map(str, want.shape))} numbers the first that differs is [{', '.join(map(str, at))}]: expected {a}, got {b}"


def _between_dicts(want: dict, got: dict) -> str:
    for name, value in want.items():
        if name not in got:
            return f"{name!r} is missing"
        if not alike(sketch(got[name]), sketch(value)):
            return f"at {name!r} {_between(value, got[name])}"
    extra = [name for name in got if name not in want]
    return f"{extra[0]!r} is not expected" if extra else f"expected {_text(want)}, got {_text(got)}"


def call_text(name: str, case: Case) -> str:
    """The call as one would type it."""
    named = [f"{k}={_text(v)}" for k, v in case.kwargs.items()]
    return f"{name}({', '.join([*map(_text, case.args), *named])})"


def _apart(want: np.ndarray, got: np.ndarray) -> tuple[str, str]:
    for digits in range(6, 18):
        a, b = _numbers(want, digits), _numbers(got, digits)
        if a != b:
            return a, b
    return a, b


def _numbers(value: Any, digits: int) -> str:
    if isinstance(value, np.ndarray) and value.ndim:
        return "[" + ", ".join(_numbers(v, digits) for v in value) + "]"
    value = value.item() if isinstance(value, np.ndarray | np.generic) else value
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.{digits}g}"
    return repr(value)


def _text(value: Any) -> str:
    array = as_array(value)
    if array is not None:
        return _numbers(array, 6) if array.size <= 3 * FEW else _shape_text(array)
    if isinstance(value, list | tuple):
        inner = ", ".join(map(_text, value[:FEW])) + (", …" if len(value) > FEW else "")
        return f"({inner})" if isinstance(value, tuple) else f"[{inner}]"
    if isinstance(value, types.FunctionType | types.BuiltinFunctionType | np.ufunc):
        return value.__name__ if value.__name__ != "<lambda>" else "f"
    text = repr(value)
    return text if len(text) <= LINE and " at 0x" not in text else f"a {type(value).__name__}"


def _shape_text(value: Any) -> str:
    array = as_array(value)
    return _text(value) if array is None or array.size <= FEW else f"an array of shape {array.shape}"


def as_array(value: Any) -> np.ndarray | None:
    """Numbers, and nested sequences of numbers, as an array; None for anything else."""
    if isinstance(value, bool | np.bool_) or value is None or isinstance(value, str | dict | set):
        return None
    try:
        array = np.asarray(value)
    except Exception:
        return None
    return array if array.dtype.kind in "iufcb" else None


def _numbers_differ(case: Case) -> bool:
    want, got = as_array(case.want), as_array(case.got)
    if want is None or got is None or want.shape != got.shape:
        return False
    return not np.allclose(want, got, rtol=1e-9, atol=0, equal_nan=True)


def _can_show(value: Any) -> bool:
    if isinstance(value, types.FunctionType | types.BuiltinFunctionType | np.ufunc | np.ndarray):
        return True
    if isinstance(value, list | tuple):
        return all(map(_can_show, value))
    return not (is_axes(value) or isinstance(value, np.random.Generator | type)) and not hasattr(
        value, "__dict__"
    )


def _size(value: Any) -> int:
    array = as_array(value)
    if array is not None:
        return array.size
    if isinstance(value, str | list | tuple | dict | set):
        return len(value)
    return 1 if not hasattr(value, "__dict__") else 100


def number(value: Any) -> float | None:
    """A single number as a float; None for anything else."""
    array = as_array(value)
    if array is None or array.ndim or array.dtype.kind not in "iuf":
        return None
    found = float(array)
    return found if math.isfinite(found) else None
