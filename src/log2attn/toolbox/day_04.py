"""Day 4, Log scales and the computer's numbers: the reference functions. Made by `log2attn build`; do not edit."""

import math
import numpy as np


def bend(u, v):
    """How far the points stray from the line first to last, as a share of its rise."""
    # np.interp: the heights, at all u, of the line between the two end points
    ruler = np.interp(u, [u[0], u[-1]], [v[0], v[-1]])
    return np.max(np.abs(v - ruler)) / np.abs(ruler[-1] - ruler[0])


def slope_loglog(x: np.ndarray, y: np.ndarray) -> float:
    """Slope, on log-log axes, of the straight line from the first point to the last.

    x        (n,)  positive numbers, the last one different from the first
    y        (n,)  positive numbers
    returns  one number: decades of y per decade of x

    >>> round(float(slope_loglog(np.array([1.0, 10.0]), np.array([3.0, 300.0]))), 4)
    2.0
    """
    rise = math.log(y[-1]) - math.log(y[0])
    run = math.log(x[-1]) - math.log(x[0])
    return rise / run


def log_add(a: float | np.ndarray, b: float | np.ndarray) -> float | np.ndarray:
    """Logarithm of exp(a) + exp(b), without overflow or underflow.

    a, b     numbers, or arrays of the same shape; -inf stands for the logarithm of 0
    returns  as a and b

    >>> round(float(log_add(np.log(3.0), np.log(5.0))), 4)  # log 8
    2.0794
    """
    top, low = np.maximum(a, b), np.minimum(a, b)
    # If both are -inf, low - top would be nan; with a finite stand-in it is -inf.
    finite = np.maximum(top, np.finfo(float).min)
    return top + np.log1p(np.exp(low - finite))


def detect_law(x: np.ndarray, y: np.ndarray) -> str:
    """The law whose axes make the points straightest.

    x        (n,)  positive numbers in rising order, n ≥ 4, spaced in any way
    y        (n,)  positive numbers that rise or fall, by little or by much,
             measured to half a percent or better
    returns  "linear", "exponential" or "power"

    >>> detect_law(np.array([1.0, 2.0, 3.0, 9.0]), np.array([2.0, 4.0, 8.0, 512.0]))
    'exponential'
    """
    plain, semilog = bend(x, y), bend(x, np.log(y))
    loglog = bend(np.log(x), np.log(y))
    if plain < min(semilog, loglog):
        return "linear"
    if semilog < loglog:
        return "exponential"
    return "power"


def machine_eps(dtype: type) -> float:
    """Distance from 1 to the next larger number of a floating-point type.

    dtype    the type: np.float16, np.float32 or np.float64
    returns  one number, a power of 2

    >>> float(machine_eps(np.float16))
    0.0009765625
    """
    one, two = dtype(1), dtype(2)
    eps = one
    while one + eps / two > one:
        eps = eps / two
    return eps


def log1p_gain(x: float | np.ndarray) -> tuple[float | np.ndarray, float | np.ndarray]:
    """The logarithm of 1 + x, computed in two ways: naive and stable.

    x        number or array, all > -1
    returns  (naive, stable), each as x

    >>> [round(float(way), 4) for way in log1p_gain(0.5)]
    [0.4055, 0.4055]
    """
    x = 1.0 * x  # whole numbers become float64
    return np.log(1 + x), np.log1p(x)
