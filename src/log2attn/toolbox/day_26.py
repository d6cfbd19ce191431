"""Day 26, Limits and the derivative: the reference functions. Made by `log2attn build`; do not edit."""

from collections.abc import Callable
from log2attn.toolbox import central_slope
from log2attn.toolbox import fit_line
import numpy as np


def one_sided_limits(f: Callable, a: float, hs: np.ndarray) -> tuple[float, float]:
    """What f approaches at a place, from the left and from the right.

    f        function of one number, perhaps without a value at a
    a        the place
    hs       (n,)  steps above 0, in any order
    returns  (left, right), as near as the smallest step comes

    >>> left, right = one_sided_limits(lambda x: x / abs(x), 0, np.array([0.1, 0.01]))
    >>> float(left), float(right)
    (-1.0, 1.0)
    """
    h = np.min(hs)
    return f(a - h), f(a + h)


def tangent_line(f: Callable, df: Callable, x0: float) -> Callable:
    """The tangent of f at x0, as a function.

    f        function of one number
    df       its derivative
    x0       where the tangent touches
    returns  a function of a number or an array: the height of the tangent there

    >>> line = tangent_line(lambda x: x**2, lambda x: 2 * x, 3)
    >>> line(3), line(4)
    (9, 15)
    """
    return lambda x: f(x0) + df(x0) * (x - x0)


def best_h(f: Callable, df: Callable, x: float, hs: np.ndarray) -> float:
    """The step at which the central slope errs least.

    f        function of one number
    df       its derivative
    x        the place
    hs       (n,)  steps above 0, in any order
    returns  the step with the smallest error

    >>> steps = np.array([0.5, 0.1, 0.3])
    >>> float(best_h(lambda x: x**3, lambda x: 3 * x**2, 1.0, steps))
    0.1
    """
    errors = [abs(central_slope(f, x, h) - df(x)) for h in hs]
    return hs[np.argmin(errors)]


def error_order(errs: np.ndarray, hs: np.ndarray) -> float:
    """The power of the step with which an error falls.

    errs     (n,)  errors, above 0; the smallest is not at the largest step
    hs       (n,)  the steps they belong to, above 0, in any order
    returns  slope of the best line on log-log axes, through the points whose steps
             are at least as large as that of the smallest error

    >>> m = error_order(np.array([3.0, 0.03, 0.5]), np.array([1.0, 0.1, 0.001]))
    >>> float(round(m, 6))
    2.0
    """
    keep = hs >= hs[np.argmin(errs)]
    m, b = fit_line(np.log(hs[keep]), np.log(errs[keep]))
    return m


def is_differentiable(f: Callable, x: float, hs: np.ndarray, tol: float = 1e-3) -> bool:
    """Whether f has a derivative at x, as far as steps can show.

    f        function of one number
    x        the place
    hs       (n,)  different steps above 0, n ≥ 2, in any order
    tol      how far the four slopes at the two smallest steps may lie apart
    returns  True or False

    >>> is_differentiable(lambda x: x**2, 1.0, np.array([1e-4, 1e-5]))
    True
    """
    first, second = np.sort(hs)[:2]
    steps = (first, second, -first, -second)
    slopes = [(f(x + step) - f(x)) / step for step in steps]
    return bool(max(slopes) - min(slopes) <= tol)


def richardson(f: Callable, x: float, h: float) -> float:
    """The slope of f at x from two central slopes, with an error of order h⁴.

    f        function of one number
    x        the place
    h        the larger of the two steps, not 0
    returns  (4 C(h/2) − C(h)) / 3

    >>> round(richardson(lambda x: x**3, 2.0, 0.5), 6)
    12.0
    """
    return (4 * central_slope(f, x, h / 2) - central_slope(f, x, h)) / 3
