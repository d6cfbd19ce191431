"""Day 5, Linear equations and lines: the reference functions. Made by `log2attn build`; do not edit."""

import math
import numpy as np


def line_through(p: tuple[float, float], q: tuple[float, float]) -> tuple[float, float]:
    """Slope and intercept of the line y = m x + b through two points.

    p, q     points, each a pair (x, y)
    returns  the pair (m, b); a vertical line (equal x) raises a ValueError

    >>> line_through((1.0, 5.0), (3.0, 9.0))
    (2.0, 3.0)
    """
    x1, y1 = p
    x2, y2 = q
    run = float(x2) - float(x1)
    if run == 0:
        raise ValueError("the line is vertical and has no slope")
    m = (float(y2) - float(y1)) / run
    return m, float(y1) - m * x1


def solve2(
    a: float, b: float, c: float, d: float, e: float, f: float
) -> tuple[float, float] | None:
    """Solve a x + b y = e and c x + d y = f for x and y.

    a, b     coefficients of the first equation
    c, d     coefficients of the second equation
    e, f     right sides of the first and the second equation
    returns  the pair (x, y), or None if a * d and b * c agree to nine digits

    >>> solve2(2.0, 1.0, 1.0, 3.0, 6.0, 13.0)
    (1.0, 4.0)
    """
    a, d, e = float(a), float(d), float(e)  # numpy's whole numbers overflow
    if math.isclose(a * d, b * c):
        return None
    determinant = a * d - b * c
    return (d * e - b * f) / determinant, (a * f - c * e) / determinant


def side_of_line(P: np.ndarray, w: np.ndarray, b: float) -> np.ndarray:
    """On which side of the line w[0] x + w[1] y + b = 0 each point lies.

    P        (n, 2)  points, one per row: x, then y
    w        (2,)    weights of x and y
    b        bias, one number
    returns  (n,)    1 where w[0] x + w[1] y + b is positive, -1 where it is negative,
                     0 on the line

    >>> side_of_line(np.array([[1.0, 2.0], [0.0, 4.0]]), np.array([-1.0, 2.0]), -3.0)
    array([0., 1.])
    """
    x, y = 1.0 * P[:, 0], 1.0 * P[:, 1]
    return np.sign(w[0] * x + w[1] * y + b)


def intersect(m1: float, b1: float, m2: float, b2: float) -> tuple[float, float] | None:
    """The point where the lines y = m1 x + b1 and y = m2 x + b2 meet.

    m1, b1   slope and intercept of the first line
    m2, b2   slope and intercept of the second line
    returns  the pair (x, y), or None if the slopes are equal

    >>> intersect(2.0, 1.0, -1.0, 7.0)
    (2.0, 5.0)
    """
    if m1 == m2:
        return None
    x = (b2 - b1) / (m1 - m2)
    return x, m1 * x + b1


def break_even(fixed: float, price: float, unit_cost: float) -> float:
    """Number of units at which price * units reaches fixed + unit_cost * units.

    fixed      cost that is paid once, > 0
    price      income per unit, ≥ 0
    unit_cost  cost per unit, ≥ 0
    returns    units, not rounded; math.inf if income never reaches costs

    >>> break_even(300.0, 8.0, 2.0)
    50.0
    """
    if price <= unit_cost:
        return math.inf
    return fixed / (price - unit_cost)
