"""Day 4, Log scales and the computer's numbers: the reference functions. Made by `log2attn build`; do not edit."""

import numpy as np


def bend(u, v):
    """How far the points (u, v) stray from the straight line through the first and the last, as a share of its rise."""
    ruler = np.interp(u, [u[0], u[-1]], [v[0], v[-1]])  # heights of that line at all u
    return np.max(np.abs(v - ruler)) / np.abs(v[-1] - v[0])


def slope_loglog(x: np.ndarray, y: np.ndarray) -> float:
    """Slope, on log-log axes, of the straight line from the first point to the last.

    x        (n,)  positive numbers, the last one different from the first
    y        (n,)  positive numbers
    returns  one number: decades of y per decade of x

    >>> round(float(slope_loglog(np.array([1.0, 10.0]), np.array([3.0, 300.0]))), 4)
    2.0
    """
    return np.log(y[-1] / y[0]) / np.log(x[-1] / x[0])


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
    return np.log(1 + x), np.log1p(x)


def log_add(a: float | np.ndarray, b: float | np.ndarray) -> float | np.ndarray:
    """Logarithm of exp(a) + exp(b), without overflow or underflow.

    a, b     numbers, or arrays of the same shape; -inf stands for the logarithm of 0
    returns  as a and b

    >>> round(float(log_add(np.log(3.0), np.log(5.0))), 4) == round(float(np.log(8.0)), 4)
    True
    """
    top, low = np.maximum(a, b), np.minimum(a, b)
    finite = np.maximum(top, np.finfo(float).min)  # if both are -inf, low - finite is -inf and not nan
    return top + np.log1p(np.exp(low - finite))


def detect_law(x: np.ndarray, y: np.ndarray) -> str:
    """The law whose axes make the points straightest.

    x        (n,)  positive numbers in rising order, n ≥ 4, spaced in any way
    y        (n,)  positive numbers that rise or fall, by little or by much, measured to half a percent or better
    returns  "linear", "exponential" or "power"

    >>> detect_law(np.array([1.0, 2.0, 3.0, 9.0]), np.array([2.0, 4.0, 8.0, 512.0]))
    'exponential'
    """
    bends = {
        "linear": bend(x, y),
        "exponential": bend(x, np.log(y)),
        "power": bend(np.log(x), np.log(y)),
    }
    return min(bends, key=bends.get)
