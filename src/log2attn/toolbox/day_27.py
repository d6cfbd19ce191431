"""Day 27, Rules of differentiation: the reference functions. Made by `log2attn build`; do not edit."""

from collections.abc import Callable
from log2attn.toolbox import sigmoid
import numpy as np
import sympy as sp


def sympy_check(expr: str, my_fn: Callable, xs: np.ndarray) -> float:
    """The largest distance of my_fn from the true derivative of expr at xs (n,)."""
    x = sp.symbols("x")
    true = sp.lambdify(x, sp.diff(sp.sympify(expr), x), "numpy")
    return float(np.abs(my_fn(xs) - true(xs)).max())


def dtanh(x: float | np.ndarray) -> float | np.ndarray:
    """The derivative of tanh at x; a number or an array of any shape."""
    return 1 - np.tanh(1.0 * x) ** 2


def dsoftplus(x: float | np.ndarray) -> float | np.ndarray:
    """The derivative of log(1 + e^x) at x; a number or an array of any shape."""
    return sigmoid(x)


def product_rule(f: Callable, df: Callable, g: Callable, dg: Callable) -> Callable:
    """The derivative of f · g, as a function.

    f, g     functions of a number or an array
    df, dg   their derivatives
    returns  a function of a number or an array: the slope of f · g there

    >>> slope = product_rule(lambda x: x**2, lambda x: 2 * x, abs, np.sign)
    >>> float(slope(2.0))
    12.0
    """
    return lambda x: df(x) * g(x) + f(x) * dg(x)


def poly_derivative(coeffs: list[float]) -> list[float]:
    """The coefficients of a polynomial's derivative.

    coeffs   (n,)  lowest power first, n ≥ 1
    returns  (n − 1,)  lowest power first; [0.0] for a constant

    >>> poly_derivative([5.0, 2.0, 0.0, 4.0])
    [2.0, 0.0, 12.0]
    """
    slopes = [k * coeffs[k] for k in range(1, len(coeffs))]
    return slopes if slopes else [0.0]


def dsigmoid(x: float | np.ndarray) -> float | np.ndarray:
    """The derivative of the sigmoid at x, without an overflow or a warning of one.

    x        number or array of any shape, from −800 to 800 and beyond
    returns  as x, between 0 and 1/4

    >>> float(dsigmoid(0.0))
    0.25
    """
    p = sigmoid(x)
    return p * (1 - p)


def quotient_rule(f: Callable, df: Callable, g: Callable, dg: Callable) -> Callable:
    """The derivative of f / g, as a function.

    f, g     functions of a number or an array; g is not 0 where one asks
    df, dg   their derivatives
    returns  a function of a number or an array: the slope of f / g there

    >>> slope = quotient_rule(np.exp, np.exp, lambda x: x, lambda x: 1.0)
    >>> float(slope(1.0))
    0.0
    """
    return lambda x: (df(x) * g(x) - f(x) * dg(x)) / g(x) ** 2


def derivative_table(x: np.ndarray) -> dict[str, np.ndarray]:
    """Eight derivatives at many places.

    x        (n,)  places above 0: floats up to 300, or whole numbers up to 60
    returns  a dict of arrays (n,) under x**3, 1/x, sqrt, exp, 2**x, log, sin, tanh

    >>> table = derivative_table(np.array([1.0, 2.0]))
    >>> table["log"].tolist()
    [1.0, 0.5]
    """
    return {
        "x**3": 3 * x**2,
        "1/x": -1 / x**2,
        "sqrt": 0.5 / np.sqrt(x),
        "exp": np.exp(x),
        "2**x": 2**x * np.log(2),
        "log": 1 / x,
        "sin": np.cos(x),
        "tanh": 1 - np.tanh(x) ** 2,
    }
