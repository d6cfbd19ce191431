"""Day 6, Polynomials and cost curves: the reference functions. Made by `log2attn build`; do not edit."""

from log2attn.learn.style import BLUE
from log2attn.learn.style import VERMILLION
from matplotlib.axes import Axes
import math
import numpy as np


def vertex(a: float, b: float, c: float) -> tuple[float, float]:
    """The vertex (x, y) of the parabola a x² + b x + c.

    a        number, not 0; for 0 a ValueError is raised
    b, c     numbers
    returns  (x, y): the place of the vertex, and its height

    >>> x, y = vertex(2.0, -12.0, 23.0)
    >>> round(float(x), 6), round(float(y), 6)
    (3.0, 5.0)
    """
    if a == 0:
        raise ValueError("a line has no vertex: a must not be 0")
    a, b = float(a), float(b)  # whole numbers of numpy overflow
    return -b / (2 * a), c - b**2 / (4 * a)


def cost_curve(x: np.ndarray, y: np.ndarray, ms: np.ndarray) -> np.ndarray:
    """Mean squared error of the model y = m x, for each slope m.

    x, y     (n,)  the data: n points, n ≥ 1
    ms       (k,)  the slopes to try
    returns  (k,)  one cost for every slope, ≥ 0

    >>> cost_curve(np.array([1.0, 3.0]), np.array([6.0, 8.0]), np.array([1.0, 3.0]))
    array([25.,  5.])
    """
    return np.array([np.mean((y - float(m) * x) ** 2) for m in ms])


def quadratic_roots(a: float, b: float, c: float) -> list[float]:
    """The real roots of a x² + b x + c, smaller first, each to nine digits.

    a        number, not 0
    b, c     numbers
    returns  list of 0, 1 or 2 numbers in rising order

    >>> [round(float(r), 6) for r in quadratic_roots(1.0, 10.0, -39.0)]
    [-13.0, 3.0]
    """
    inside = float(b) * b - 4.0 * a * c
    if inside < 0:
        return []
    if inside == 0:
        return [-b / (2 * a)]
    root = math.sqrt(inside)
    if b > 0:
        root = -root
    safe = (-b + root) / (2 * a)
    return sorted([safe, c / (a * safe)])


def horner(coeffs: np.ndarray, x: float | np.ndarray) -> float | np.ndarray:
    """Value of the polynomial coeffs[0] + coeffs[1] x + coeffs[2] x² + … at x.

    coeffs   (n,)  coefficients, lowest power first, n ≥ 1
    x        number or array
    returns  as x: one value for every number in x

    >>> float(horner(np.array([3.0, -2.0, 1.0]), 4.0))
    11.0
    """
    value = 0.0
    for c in coeffs[::-1]:
        value = value * x + c
    return value


def draw_poly(ax: Axes, coeffs: np.ndarray, lo: float, hi: float) -> None:
    """Draw a polynomial: a smooth curve, named axes, a dot at each root of a quadratic.

    ax       the Axes to draw on; nothing is returned
    coeffs   (n,)  coefficients, lowest power first, n ≥ 1; if n = 3, the last is not 0
    lo, hi   ends of the drawn range, lo < hi

    >>> ax = fresh_axes()
    >>> draw_poly(ax, np.array([-1.0, 0.0, 1.0]), -2, 2)
    >>> max(len(line["x"]) for line in read_axes(ax)["lines"]) >= 200
    True
    """
    xs = np.linspace(lo, hi, 200)
    ax.plot(xs, horner(coeffs, xs), color=BLUE)
    if len(coeffs) == 3:
        c, b, a = coeffs
        for root in quadratic_roots(a, b, c):
            ax.plot(root, 0, "o", color=VERMILLION)
    ax.set(xlabel="x", ylabel="p(x)")
