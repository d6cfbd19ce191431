"""Day 8, Basic statistics: the reference functions. Made by `log2attn build`; do not edit."""

from collections.abc import Iterable
import math
import numpy as np


def mean_var(x: np.ndarray, ddof: int) -> tuple[float, float]:
    """Mean and variance of some numbers, with the divisor n - ddof.

    x        (n,)  the numbers
    ddof     whole number ≥ 0, smaller than n; it changes the variance only
    returns  (mean, variance)

    >>> tuple(float(v) for v in mean_var(np.array([1.0, 3.0]), 1))
    (2.0, 2.0)
    """
    mean = x.mean()
    return mean, ((x - mean) ** 2).sum() / (len(x) - ddof)


def zscore(X: np.ndarray, axis: int) -> np.ndarray:
    """Z-scores of a table (ddof=0), column by column or row by row.

    X        (rows, columns)  numbers of ordinary size: their squares fit into float64
    axis     0: down each column; 1: along each row
    returns  (rows, columns)  z-scores; zeros (up to rounding) where all numbers of a
             column (row) are equal

    >>> zscore(np.array([[1.0, 5.0], [3.0, 5.0]]), 0).tolist()
    [[-1.0, 0.0], [1.0, 0.0]]
    """
    flat = X.max(axis=axis, keepdims=True) == X.min(axis=axis, keepdims=True)
    spread = np.where(flat, 1.0, X.std(axis=axis, ddof=0, keepdims=True))
    return (X - X.mean(axis=axis, keepdims=True)) / spread


def quantile(x: np.ndarray, q: float) -> float:
    """The number at the share q of the sorted list, on straight lines between places.

    x        (n,)  numbers in any order, n ≥ 1
    q        share from 0 to 1
    returns  the quantile at q, one number

    >>> float(quantile(np.array([20.0, 80.0, 10.0, 40.0]), 0.5))
    30.0
    """
    ordered = np.sort(x)
    u = q * (len(x) - 1)
    k = math.floor(u)
    following = min(k + 1, len(x) - 1)
    return (1 - (u - k)) * ordered[k] + (u - k) * ordered[following]


def welford(stream: Iterable[float]) -> tuple[float, float]:
    """Mean and variance (ddof=1) of numbers that arrive one by one, in a single pass.

    stream   any iterable of numbers, at least one; it may be read only once
    returns  (mean, variance); the variance of a single number is nan

    >>> tuple(float(v) for v in welford(iter([2.0, 4.0, 9.0])))
    (5.0, 13.0)
    """
    n, mean, total = 0, 0.0, 0.0
    for x in stream:
        n += 1
        before = mean
        mean = before + (x - before) / n
        total = total + (x - before) * (x - mean)
    return mean, total / (n - 1) if n > 1 else math.nan
