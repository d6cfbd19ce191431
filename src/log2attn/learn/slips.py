"""The slips that newcomers make everywhere, told from what an answer gave beside what a right answer gives.

Each sentence states what was seen on every call that differs, so it is true of any program that it is said of.
"""

from __future__ import annotations

import ast
import inspect
import itertools
import math
import textwrap
from typing import Any

import numpy as np

from log2attn.learn.cases import Case, as_array, call_text, number
from log2attn.learn.sketch import alike, sketch

PLACES = 4  # orders of so many results are tried
SMALLEST_FACTOR = 1e-6  # less is a nought with what rounding left of it
FACTORS = {
    2.0: "2",
    0.5: "a half",
    100.0: "100",
    0.01: "a hundredth",
    math.log(2): "log 2",
    1 / math.log(2): "1 / log 2",
    math.log(10): "log 10",
    1 / math.log(10): "1 / log 10",
    math.pi: "pi",
    2 * math.pi: "2 pi",
    math.e: "e",
}


def slip(name: str, target: Any, cases: list[Case]) -> str:
    """The sentence of the first slip that explains every call that differs; "" if none does."""
    wrong = [case for case in cases if case.differs]
    came_back = [case for case in wrong if not case.raised]
    if came_back and (sentence := _nothing(name, came_back) or _function(name, came_back)):
        return sentence
    for explains in (_changed, _kind, _count, _order, _relation):
        if (wrong or explains is _changed) and (sentence := explains(name, cases, wrong)):
            return sentence
    return _ends_loop(name, target) if wrong or not cases else ""


def _nothing(name: str, wrong: list[Case]) -> str:
    if any(case.got is not None for case in wrong):
        return ""
    if all(case.printed for case in wrong):
        return f"{name} prints and returns nothing. print shows a result to you; return hands it to whoever called."
    return f"{name} returns None there: Python met no return on its way, or what stood behind it was None."


def _function(name: str, wrong: list[Case]) -> str:
    if all(callable(case.got) and not callable(case.want) for case in wrong):
        return f"{name} returns a function, not what the function gives: it was not called. The brackets after its name call it."
    return ""


def _changed(name: str, cases: list[Case], wrong: list[Case]) -> str:
    spoiled = [case for case in cases if not case.kept]
    if not spoiled or (wrong and any(case.kept for case in wrong)):
        return ""
    return f"{name} changes what it is given: after {call_text(name, spoiled[0])} the caller's own values are others than before. Work on a copy."


def _kind(name: str, _cases: list[Case], wrong: list[Case]) -> str:
    """One number for many, many for one, the shape turned around, text."""
    pairs = [_arrays(case) for case in wrong]
    if all(
        not case.raised and isinstance(case.got, str) and not isinstance(case.want, str) for case in wrong
    ):
        return f"{name} returns text where a number is asked for."
    if None in pairs:
        return ""
    arrays = [pair for pair in pairs if pair is not None]
    if all(want.ndim and not got.ndim for want, got in arrays):
        return f"{name} returns a single number where a row of them is asked for."
    if all(got.ndim and not want.ndim for want, got in arrays):
        return f"{name} returns a row of numbers where a single one is asked for."
    if all(want.ndim == 2 and want.shape != got.shape and _same(want.T, got) for want, got in arrays):
        return f"{name} returns the right numbers with rows and columns exchanged."
    return ""


def _count(name: str, _cases: list[Case], wrong: list[Case]) -> str:
    """A row that is one too long or too short, and right apart from that."""
    rows = _rows(wrong)
    for what, fits in (
        ("one number too few: the last is missing", lambda want, got: _same(want[:-1], got)),
        ("one number too few: the first is missing", lambda want, got: _same(want[1:], got)),
        ("one number too many at the end", lambda want, got: _same(want, got[:-1])),
        ("one number too many at the start", lambda want, got: _same(want, got[1:])),
    ):
        if rows and all(len(want) != len(got) and fits(want, got) for want, got in rows):
            return f"{name} returns {what}; the others are right."
    return ""


def _order(name: str, _cases: list[Case], wrong: list[Case]) -> str:
    """The right results, in another order."""
    pairs = [(case.want, case.got) for case in wrong if not case.raised]
    if len(pairs) != len(wrong):
        return ""
    if all(
        isinstance(w, list | tuple) and isinstance(g, list | tuple) and len(w) == len(g) for w, g in pairs
    ):
        n = {len(w) for w, _ in pairs}
        for order in itertools.permutations(range(min(n))) if len(n) == 1 and min(n) <= PLACES else ():
            if all(alike(sketch([w[i] for i in order]), sketch(list(g))) for w, g in pairs):
                return f"{name} returns the right results in another order than asked for."
    rows = _rows(wrong)
    if rows and all(len(w) == len(g) and _same(w[::-1], g) for w, g in rows):
        return f"{name} returns the right numbers, the last one first."
    if rows and all(len(w) == len(g) and _same(np.sort(w), np.sort(g)) for w, g in rows):
        return f"{name} returns the right numbers in another order."
    return ""


def _relation(name: str, _cases: list[Case], wrong: list[Case]) -> str:
    """A simple relation between all numbers given and all numbers asked for."""
    pairs = [_arrays(case) for case in wrong]
    if any(pair is None or pair[0].shape != pair[1].shape for pair in pairs):
        return ""
    arrays = [pair for pair in pairs if pair is not None]
    want = np.concatenate([np.ravel(w) for w, _ in arrays]).astype(float)
    got = np.concatenate([np.ravel(g) for _, g in arrays]).astype(float)
    if len(np.unique(want.round(9))) < 3 or not np.isfinite(got).all() or not np.isfinite(want).all():
        return ""  # two numbers have many relations
    with np.errstate(all="ignore"):
        for sentence, other in _relations(want):
            if _same(other, got):
                return f"On every call that differs, {name} gives {sentence}."
        ratio, step = got / want, got - want
    if (
        abs(ratio[0]) > SMALLEST_FACTOR
        and np.isfinite(ratio).all()
        and np.allclose(ratio, ratio[0], rtol=1e-6)
    ):
        times = next(
            (text for c, text in FACTORS.items() if np.isclose(ratio[0], c, rtol=1e-6)), f"{ratio[0]:.6g}"
        )
        return f"On every call that differs, {name} gives {times} times what is asked for."
    if np.allclose(step, step[0], rtol=1e-6, atol=1e-12):
        return f"On every call that differs, {name} gives {abs(step[0]):.6g} too {'much' if step[0] > 0 else 'little'}."
    return _per_number(name, wrong)


def _relations(want: np.ndarray) -> list[tuple[str, np.ndarray]]:
    return [
        ("the right number with the opposite sign", -want),
        ("the square of what is asked for", want**2),
        ("the square root of what is asked for", np.sqrt(want)),
        ("one divided by what is asked for", 1 / want),
        ("the logarithm of what is asked for", np.log(want)),
        ("e to the power of what is asked for", np.exp(want)),
        ("what is asked for without the part after the point", np.trunc(want)),
        ("what is asked for rounded to whole numbers", np.round(want)),
        ("what is asked for rounded to two places", np.round(want, 2)),
        ("1 minus what is asked for", 1 - want),
        ("the distance of the right number from 0, without its sign", np.abs(want)),
    ]


def _per_number(name: str, wrong: list[Case]) -> str:
    """A sum for a mean, or a mean for a sum."""
    numbers = [(number(c.want), number(c.got), as_array(c.args[0]) if c.args else None) for c in wrong]
    sized = [(w, g, len(a)) for w, g, a in numbers if w and g is not None and a is not None and a.ndim]
    if len(sized) != len(wrong) or len({n for _, _, n in sized}) < 2:
        return ""
    for sentence, factor in (
        ("as many times too much as there are numbers", lambda n: n),
        ("too little by a factor: the count of the numbers", lambda n: 1 / n),
        ("as if divided by one less than the count", lambda n: n / (n - 1) if n > 1 else math.nan),
        ("as if divided by the count, not by one less", lambda n: (n - 1) / n),
    ):
        if all(math.isclose(g, w * factor(n), rel_tol=1e-6) for w, g, n in sized):
            return f"On every call that differs, {name} gives {sentence}."
    return ""


def _ends_loop(name: str, target: Any) -> str:
    """A return that stands in a loop under no condition: the loop ends in its first pass."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(target)))
    except (OSError, TypeError, SyntaxError):
        return ""
    if any(_returns_at_once(node) for node in ast.walk(tree) if isinstance(node, ast.For | ast.While)):
        return f"A return of {name} stands inside a loop, so the loop ends in its first pass. Should it stand below the loop?"
    return ""


def _returns_at_once(loop: ast.For | ast.While) -> bool:
    for statement in loop.body:
        if isinstance(statement, ast.Return):
            return True
        if any(isinstance(node, ast.Continue | ast.Break) for node in ast.walk(statement)):
            return False
    return False


def _arrays(case: Case) -> tuple[np.ndarray, np.ndarray] | None:
    want, got = as_array(case.want), as_array(case.got)
    if case.raised or want is None or got is None or "c" in want.dtype.kind + got.dtype.kind:
        return None
    return want, got


def _rows(wrong: list[Case]) -> list[tuple[np.ndarray, np.ndarray]]:
    """The rows of numbers, if every call gave one and should have."""
    pairs = [_arrays(case) for case in wrong]
    rows = [pair for pair in pairs if pair is not None and pair[0].ndim == 1 and pair[1].ndim == 1]
    return rows if len(rows) == len(pairs) else []


def _same(a: np.ndarray, b: np.ndarray) -> bool:
    return a.shape == b.shape and np.allclose(a, b, rtol=1e-6, atol=1e-12, equal_nan=True)
