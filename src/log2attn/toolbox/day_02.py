"""Day 2, The exponential function and e: the reference functions. Made by `log2attn build`; do not edit."""

import numpy as np


def decay(x0: float, half_life: float, t: float | np.ndarray) -> float | np.ndarray:
    """What is left at time t of something that halves in every half-life.

    x0         the amount at time 0
    half_life  the time in which one half disappears, > 0
    t          number or array, the time since the start, ≥ 0, in the same unit
    returns    as t, the amount left

    >>> decay(80.0, 6.0, 12.0)
    20.0
    """
    return x0 * 0.5 ** (t / half_life)


def compound(p: float, r: float, n: int, k: int) -> float:
    """Balance after n years of compound interest.

    p        the start, in euros
    r        the rate per year, ≥ 0; 1.0 is 100 percent
    n        number of years, a whole number ≥ 0
    k        payments per year, a whole number ≥ 1
    returns  the balance, in euros, not rounded

    >>> compound(1.0, 1.0, 1, 2)
    2.25
    """
    return p * (1 + r / k) ** (n * k)


def ema(x: np.ndarray, beta: float) -> np.ndarray:
    """Exponential moving average that starts from 0.

    x        (n,)  readings, oldest first, n ≥ 1
    beta     share of the old average that is kept, 0 ≤ beta < 1
    returns  (n,)  the average after each reading

    >>> ema(np.array([8.0, 8.0, 8.0]), 0.5)
    array([4., 6., 7.])
    """
    m, kept = 0.0, []
    for reading in x:
        m = beta * m + (1 - beta) * reading
        kept.append(m)
    return np.array(kept)


def exp_series(x: float, terms: int) -> float:
    """Sum of the first layers of e to the x: 1 + x + x**2 / 2! + ...

    x        any number
    terms    how many layers to add, a whole number ≥ 1; it may be several hundred
    returns  their sum, one number

    >>> exp_series(2.0, 3)
    5.0
    """
    term, total = 1.0, 1.0
    for k in range(1, terms):
        term = term * x / k
        total = total + term
    return total


def e_limit(n: int) -> np.ndarray:
    """The numbers (1 + 1/k)**k for k = 1, 2, ..., n.

    n        how many, a whole number ≥ 1
    returns  (n,)  array, rising toward e

    >>> e_limit(2)
    array([2.  , 2.25])
    """
    k = np.arange(1, n + 1)
    return (1 + 1 / k) ** k
