"""Day 7, Functions and graphs: the reference functions. Made by `log2attn build`; do not edit."""

from collections.abc import Callable
import numpy as np


def compose(*fs: Callable) -> Callable:
    """Chain functions from right to left: compose(f, g)(x) is f(g(x)).

    fs       one or more functions, each of one input
    returns  a function of one input

    >>> compose(str, abs)(-16)
    '16'
    """
    def chain(x):
        for f in reversed(fs):
            x = f(x)
        return x

    return chain


def sigmoid(x: float | np.ndarray) -> float | np.ndarray:
    """The smooth step 1 / (1 + exp(-x)), computed without overflow.

    x        number or array of any shape; numbers of any size, whole ones too
    returns  as x, between 0 and 1

    >>> round(float(sigmoid(0.0)), 4)
    0.5
    """
    small = np.exp(-np.abs(1.0 * x))  # 1.0: whole numbers of few bits know no minus
    return np.where(x >= 0, 1.0, small) / (1 + small)


def hinge_sum(
    x: np.ndarray, knots: np.ndarray, slopes: np.ndarray, y0: float
) -> np.ndarray:
    """A piecewise-linear curve as a level plus one ReLU for each knot.

    x        (N,)  where the heights are wanted, in any order
    knots    (n,)  places of the bends, rising, n ≥ 1
    slopes   (n,)  slopes[k] holds right of knots[k], up to the next knot
    y0       level left of the first knot
    returns  (N,)  heights

    >>> hinge_sum(np.array([-1.0, 1.0, 3.0]), [0, 2], [1, -1], 1.0).tolist()
    [1.0, 2.0, 2.0]
    """
    y, before = y0, 0.0
    for knot, slope in zip(knots, slopes):
        y = y + (slope - before) * np.maximum(0, x - float(knot))
        before = float(slope)
    return y


def drill_week_1(q: dict) -> dict:
    """Six answers, one for each of days 1 to 6.

    q        the numbers under the names d_in, d_out, rate0, half_life, steps, start,
             factor, goal, logp_a, logp_b, first, second, at, a, b, c
    returns  the answers under the names parameters, rate, exponent, log_total,
             height, best

    >>> sorted(drill_week_1(package))
    ['best', 'exponent', 'height', 'log_total', 'parameters', 'rate']
    """
    (x1, y1), (x2, y2) = q["first"], q["second"]
    low, top = sorted([q["logp_a"], q["logp_b"]])
    return {
        "parameters": (q["d_in"] + 1) * q["d_out"],
        "rate": q["rate0"] * 0.5 ** (q["steps"] / q["half_life"]),
        "exponent": np.log(q["goal"] / q["start"]) / np.log(q["factor"]),
        "log_total": top + np.log1p(np.exp(low - top)),
        "height": y1 + (y2 - y1) / (x2 - x1) * (q["at"] - x1),
        "best": -q["b"] / (2 * q["a"]),
    }


def logit(p: float | np.ndarray) -> float | np.ndarray:
    """The inverse of the sigmoid: the logarithm of the odds p : (1 - p).

    p        number or array of any shape, from 0 to 1, both included
    returns  as p; -inf at 0 and inf at 1

    >>> round(float(logit(0.75)), 4)
    1.0986
    """
    return np.log(p) - np.log(1 - p)


def inverse_by_bisection(
    f: Callable, y: float, lo: float, hi: float, tol: float
) -> float:
    """The x with f(x) = y, for a rising function f, by halving an interval.

    f        a function of one number, without jumps, that always rises from lo to hi
    y        the wanted output, f(lo) ≤ y ≤ f(hi)
    lo, hi   the ends of the interval, lo < hi
    tol      how far from the true x the answer may be; not below the gaps between
             the floats there (day 4)
    returns  x, one number

    >>> round(float(inverse_by_bisection(lambda x: x**3, 8.0, 0.0, 3.0, 1e-9)), 6)
    2.0
    """
    while hi - lo > 2 * tol:
        middle = (lo + hi) / 2
        if f(middle) < y:
            lo = middle
        else:
            hi = middle
    return (lo + hi) / 2
