"""Day 30, Partial derivatives and the gradient: the reference functions. Made by `log2attn build`; do not edit."""

from collections.abc import Callable
from log2attn.toolbox import central_slope
import numpy as np


def directional(f: Callable, x: np.ndarray, u: np.ndarray) -> float:
    """The slope of f at x along the direction of u, measured by central slopes.

    f        takes an array (D,) and returns one number
    x        (D,)  the place
    u        (D,)  a direction, of any length but 0
    returns  the slope, per unit of way

    >>> round(float(directional(lambda v: 2 * v[0], np.zeros(2), np.array([3, 0]))), 6)
    2.0
    """
    u = u / np.linalg.norm(u)
    return central_slope(lambda t: f(x + t * u), 0.0, 1e-5)


def grad_quadratic(A: np.ndarray, b: np.ndarray, x: np.ndarray) -> np.ndarray:
    """The gradient of xᵀAx + bᵀx at x, for any square table A.

    A        (D, D)  a table, symmetric or not
    b        (D,)
    x        (D,)    the place
    returns  (D,)    the partial derivatives

    >>> grad_quadratic(np.array([[5.0]]), np.array([2.0]), np.array([3.0]))
    array([32.])
    """
    return A @ x + A.T @ x + b


def numgrad(f: Callable, x: np.ndarray, h: float = 1e-5) -> np.ndarray:
    """The gradient of f at x, measured: the central slope in every entry.

    f        takes an array of the shape of x and returns one number
    x        (…)  numbers in an array of any shape
    h        how far each entry moves ahead and back
    returns  (…)  the slopes, in the shape of x

    >>> numgrad(lambda X: X[0, 1] ** 2, np.array([[1.0, 2.0], [3.0, 4.0]])).round(6)
    array([[0., 4.],
           [0., 0.]])
    """
    slopes = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[i] = h
        slopes[i] = (f(x + step) - f(x - step)) / (2 * h)
    return slopes


def gradcheck(
    f: Callable, g: Callable, x: np.ndarray, rng: np.random.Generator
) -> float:
    """The largest relative error of a claimed gradient along ten random directions.

    f        takes an array of the shape of x and returns one number
    g        takes the same array and returns the claimed gradient, of that shape
    x        (…)  the place, an array of any shape
    rng      for each direction one rng.normal(size=x.shape), brought to length 1
    returns  a number ≥ 0; the slopes are measured with steps of 1e-5

    >>> rng, x = np.random.default_rng(0), np.array([1.0, 2.0])
    >>> bool(gradcheck(lambda v: (v**2).sum(), lambda v: 2 * v, x, rng) < 1e-8)
    True
    """
    worst = 0.0
    for _ in range(10):
        u = rng.normal(size=x.shape)
        u = u / np.sqrt((u**2).sum())
        a, n = (g(x) * u).sum(), (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / max(abs(a), abs(n), 1e-8))
    return worst


def grad_rosenbrock(x: np.ndarray) -> np.ndarray:
    """The gradient of (1 − x₁)² + 100 (x₂ − x₁²)².

    x        (2,)  the place: x₁, x₂
    returns  (2,)  the two partial derivatives

    >>> grad_rosenbrock(np.array([0.0, 1.0]))
    array([ -2., 200.])
    """
    off = x[1] - x[0] ** 2
    return np.array([-2 * (1 - x[0]) - 400 * x[0] * off, 200 * off])
