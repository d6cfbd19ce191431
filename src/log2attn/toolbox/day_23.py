"""Day 23, Derivatives and cost curves: the reference functions. Made by `log2attn build`; do not edit."""

from collections.abc import Callable
import numpy as np


def central_slope(f: Callable, x: float, h: float) -> float:
    """The slope of f at x, measured from a step before to a step after.

    f        function of one number
    x        the point
    h        the step, not 0
    returns  rise over run between x − h and x + h

    >>> float(central_slope(lambda x: x**2, 3.0, 0.5))
    6.0
    """
    return (f(x + h) - f(x - h)) / (2 * h)


def slope_curve(f: Callable, xs: np.ndarray, h: float) -> np.ndarray:
    """The central slope of f at many places.

    f        function of one number
    xs       (n,)  the places, in any order
    h        the step, not 0
    returns  (n,)  a slope for each place

    >>> slope_curve(lambda x: x**2, np.array([0.0, 1.0, 4.0]), 0.5).tolist()
    [0.0, 2.0, 8.0]
    """
    return np.array([(f(x + h) - f(x - h)) / (2 * h) for x in xs])


def local_minima(ys: np.ndarray) -> list[int]:
    """The places of the valleys in a list of heights.

    ys       (n,)  heights, n ≥ 1
    returns  places from 1 to n − 2, rising; of a flat floor, its first place

    >>> local_minima(np.array([5, 3, 3, 4, 2, 2, 1, 6, 0]))
    [1, 6]
    """
    valleys, floor = [], 0
    for i in range(1, len(ys)):
        if ys[i] < ys[i - 1]:
            floor = i
        elif ys[i] > ys[i - 1] and floor > 0:
            valleys.append(floor)
            floor = 0
    return valleys


def golden_section(f: Callable, a: float, b: float, tol: float) -> float:
    """The floor of a function with one valley, found with few questions.

    f        function of one number; falls and then rises between a and b
    a, b     ends of the search, a < b
    tol      the search ends when the piece is no longer than tol, tol > 0
    returns  the middle of the last piece

    >>> round(golden_section(lambda x: (x - 2) ** 2, 0.0, 5.0, 1e-6), 4)
    2.0
    """
    r = (5**0.5 - 1) / 2
    c, d = b - r * (b - a), a + r * (b - a)
    fc, fd = f(c), f(d)
    while b - a > tol:
        if fc < fd:
            b, d, fd = d, c, fc
            c = b - r * (b - a)
            fc = f(c)
        else:
            a, c, fc = c, d, fd
            d = a + r * (b - a)
            fd = f(d)
    return (a + b) / 2


def forward_slope(f: Callable, x: float, h: float) -> float:
    """The slope of f at x, measured with one step ahead.

    f        function of one number
    x        the point
    h        the step, not 0
    returns  rise over run between x and x + h

    >>> float(forward_slope(lambda x: x**2, 3.0, 0.5))
    6.5
    """
    return (f(x + h) - f(x)) / h


def is_convex_on(
    f: Callable, xs: np.ndarray, rng: np.random.Generator
) -> tuple[bool, tuple[float, float, float] | None]:
    """Whether random chords find f convex on some places.

    f        function of one number
    xs       (n,)  different places, n ≥ 3, in any order
    rng      picks the chords
    returns  (True, None), or (False, (a, m, b)), a < m < b from xs: f(m) is above
             the chord from a to b

    >>> is_convex_on(abs, np.linspace(-1, 1, 9), np.random.default_rng(0))
    (True, None)
    """
    for _ in range(500):
        a, m, b = np.sort(rng.permutation(xs)[:3])
        fa, fm, fb = f(a), f(m), f(b)
        chord = fa + (m - a) / (b - a) * (fb - fa)
        if fm > chord + 1e-9 * (1 + abs(fa) + abs(fb)):
            return False, (a, m, b)
    return True, None
