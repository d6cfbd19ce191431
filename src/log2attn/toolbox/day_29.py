"""Day 29, Descending in one dimension: the reference functions. Made by `log2attn build`; do not edit."""

from collections.abc import Callable
import numpy as np


def gd(df: Callable, x0: float, lr: float, steps: int) -> np.ndarray:
    """The path of gradient descent in one dimension.

    df       derivative of what is minimized, a function of one number
    x0       the start
    lr       learning rate
    steps    number of steps, 0 or more
    returns  (steps + 1,)  the places, x0 first

    >>> gd(lambda x: 2 * x, 1.0, 0.25, 2).tolist()
    [1.0, 0.5, 0.25]
    """
    path = [x0]
    for _ in range(steps):
        path.append(path[-1] - lr * df(path[-1]))
    return np.array(path)


def classify_lr(a: float, lr: float) -> str:
    """What gradient descent does on f(x) = a x²/2.

    a        bend of the parabola, above 0
    lr       learning rate, above 0
    returns  "monotone", "one-step", "oscillate", "cycle" or "diverge"

    >>> classify_lr(4.0, 0.3)
    'oscillate'
    """
    product = lr * a
    if np.isclose(product, 1, rtol=1e-9, atol=0):
        return "one-step"
    if np.isclose(product, 2, rtol=1e-9, atol=0):
        return "cycle"
    return "monotone" if product < 1 else "oscillate" if product < 2 else "diverge"


def newton_root(
    f: Callable, df: Callable, x0: float, tol: float, maxit: int = 50
) -> float:
    """A root of f, by Newton's method.

    f, df    a function of one number and its derivative
    x0       the start
    tol      the method stops after the first step that is at most tol long
    maxit    the largest number of steps
    returns  the place after that step

    Raises ValueError where the slope is 0, or if maxit steps were not enough.

    >>> round(newton_root(lambda x: x**2 - 2, lambda x: 2 * x, 1.0, 0.1), 6)
    1.416667
    """
    x = x0
    for _ in range(maxit):
        if df(x) == 0:
            raise ValueError("The slope is 0: the tangent never meets the axis.")
        step = f(x) / df(x)
        x = x - step
        if abs(step) <= tol:
            return x
    raise ValueError("No step was small enough.")


def steps_to(lr: float, a: float, eps: float) -> int | None:
    """The number of steps until at most the share eps of the distance is left.

    lr       learning rate, above 0
    a        bend of the parabola, above 0
    eps      a share, above 0 and below 1
    returns  the smallest k with |1 − lr a|ᵏ ≤ eps, or None if there is none

    >>> steps_to(0.5, 1.0, 0.1)
    4
    """
    factor, left, k = abs(1 - lr * a), 1.0, 0
    if factor >= 1:
        return None
    while left > eps:
        left, k = left * factor, k + 1
    return k


def newton_min(
    df: Callable, d2f: Callable, x0: float, tol: float
) -> tuple[float, str]:
    """A stationary point near x0, and its kind.

    df, d2f  first and second derivative; the second is not 0 on the way
    x0       the start
    tol      the method stops after the first step that is at most tol long
    returns  (place, "minimum", "maximum" or "flat")

    >>> newton_min(lambda x: 2 * x - 6, lambda x: 2.0, 0.0, 1e-9)
    (3.0, 'minimum')
    """
    x, step, k = x0, np.inf, 0
    while abs(step) > tol and k < 50:
        step = df(x) / d2f(x)
        x, k = x - step, k + 1
    if abs(d2f(x)) <= 1e-3:
        return x, "flat"
    return x, "minimum" if d2f(x) > 0 else "maximum"
