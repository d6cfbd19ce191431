"""Day 3, Logarithms: the reference functions. Made by `log2attn build`; do not edit."""

from log2attn.learn.style import INK
import math
import matplotlib.pyplot as plt
import numpy as np


def log_product(xs: np.ndarray) -> float:
    """Natural logarithm of the product of many positive numbers, even where the product
    itself cannot be stored.

    xs       (n,)  positive numbers, n ≥ 1
    returns  the logarithm of xs[0] * xs[1] * …, one number

    >>> round(float(log_product(np.array([2.0, 4.0, 8.0]))), 4)
    4.1589
    """
    return np.log(xs).sum()


def log_base(x: float | np.ndarray, b: float) -> float | np.ndarray:
    """Logarithm of x to base b: the exponent that turns b into x.

    x        number or array, all > 0
    b        base, > 0 and not 1
    returns  as x

    >>> round(float(log_base(8.0, 2.0)), 4)
    3.0
    """
    return np.log(x) / np.log(b)


def geometric_mean(xs: np.ndarray) -> float:
    """The number whose n-th power is the product of the n numbers.

    xs       (n,)  positive numbers, n ≥ 1, as many as you like
    returns  one number between the smallest and the largest of xs

    >>> round(float(geometric_mean(np.array([1.0, 8.0, 27.0]))), 4)
    6.0
    """
    return np.exp(np.mean(np.log(xs)))


def solve_exp(a: float, b: float, c: float) -> float:
    """The exponent x that solves a * b**x = c.

    a, c     numbers > 0
    b        number > 0, not 1
    returns  x, any real number

    >>> round(float(solve_exp(3.0, 2.0, 24.0)), 4)
    3.0
    """
    return (np.log(c) - np.log(a)) / np.log(b)


def digits_needed(n: int, base: int) -> int:
    """How many digits the whole number n has when it is written in the given base.

    n        whole number ≥ 0, of any size
    base     whole number ≥ 2
    returns  number of digits, ≥ 1

    >>> digits_needed(1000, 10)
    4
    """
    digits = 1
    while base**digits <= n:
        digits = digits + 1
    return digits


def draw_logs(ax: plt.Axes, bases: list[float], xs: np.ndarray) -> None:
    """Draw log_b x for several bases on the given Axes: labeled curves, a legend, named
    axes, a dot at (1, 0).

    ax       the Axes to draw on; nothing is returned
    bases    the bases, each > 0 and not 1
    xs       (n,)  points on the x-axis, all > 0, in rising order

    >>> ax = fresh_axes()
    >>> draw_logs(ax, [2, 10], np.array([0.5, 1.0, 2.0]))
    >>> len(read_axes(ax)["legend"]) >= 2
    True
    """
    for b in bases:
        ax.plot(xs, np.log(xs) / np.log(b), label=f"b = {b:g}")
    ax.plot(1, 0, "o", color=INK)
    ax.set(xlabel="x", ylabel="log_b x")
    ax.legend()


def bits_for(n_choices: int) -> int:
    """Smallest whole number of yes/no answers that tells n_choices things apart.

    n_choices  whole number, 1 ≤ n_choices ≤ 1_000_000_000
    returns    bits, a whole number ≥ 0

    >>> int(bits_for(8))
    3
    """
    return math.ceil(math.log2(n_choices))


def half_life(rate: float) -> float:
    """Time after which x(t) = exp(-rate * t) has fallen to one half.

    rate     decay rate, > 0, per unit of time
    returns  time, in the same unit

    >>> round(float(half_life(0.1)), 4)
    6.9315
    """
    return np.log(2) / rate
