"""Day 10, Capstone 1 — a scaling law from scratch: the reference functions. Made by `log2attn build`; do not edit."""

from log2attn.toolbox import fit_line
import numpy as np


def predict_loss(
    N: float | np.ndarray, a: float, b: float, c: float
) -> float | np.ndarray:
    """Loss that a power law with a floor predicts.

    N        number or (n,)  sizes, > 0
    a, b, c  scale, exponent and floor
    returns  as N            a * N**(-b) + c

    >>> round(float(predict_loss(10000.0, 200.0, 0.5, 3.0)), 4)
    5.0
    """
    return a * N**-b + c


def fit_power(N: np.ndarray, L: np.ndarray) -> tuple[float, float]:
    """Power law a * N**(-b) from the least-squares line through the logarithms.

    N        (n,)  sizes, > 0, in any order, not all equal
    L        (n,)  losses, > 0
    returns  (a, b), scale and exponent; b > 0 if the losses fall

    >>> a, b = fit_power(np.array([1.0, 100.0]), np.array([6.0, 0.6]))
    >>> round(float(a), 4), round(float(b), 4)
    (6.0, 0.5)
    """
    slope, intercept = fit_line(np.log(N), np.log(L))
    return np.exp(intercept), -slope


def fit_power_floor(
    N: np.ndarray, L: np.ndarray, c_grid: np.ndarray
) -> tuple[float, float, float]:
    """Power law with a floor: for each candidate floor the line in the logarithms,
    and of all candidates the one with the smallest squared misses.

    N, L     (n,)  sizes and losses, > 0
    c_grid   (k,)  candidate floors in any order; at least one lies below every loss
    returns  (a, b, c) with the smallest sum of squared misses in L

    >>> N = np.array([1.0, 100.0, 10000.0])
    >>> found = fit_power_floor(N, 6 * N**-0.5 + 2, np.array([0.0, 1.0, 2.0]))
    >>> [round(float(v), 4) for v in found]
    [6.0, 0.5, 2.0]
    """
    best, smallest = None, np.inf
    for c in c_grid[c_grid < L.min()]:
        a, b = fit_power(N, L - c)
        misses = ((L - predict_loss(N, a, b, c)) ** 2).sum()
        if misses < smallest:
            best, smallest = (a, b, c), misses
    return best


def loo_band(
    N: np.ndarray, L: np.ndarray, c_grid: np.ndarray, Nq: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Smallest and largest forecast of all fits that leave one point out.

    N, L     (n,)  sizes and losses, n ≥ 3
    c_grid   (k,)  candidate floors, searched anew by every refit
    Nq       (q,)  sizes to forecast
    returns  (lo, hi), each (q,)

    >>> N, L = np.array([1.0, 100.0, 1e4]), np.array([8.0, 0.8, 0.08])
    >>> lo, hi = loo_band(N, L, np.array([0.0]), np.array([1e6]))
    >>> lo.round(4), hi.round(4)
    (array([0.008]), array([0.008]))
    """
    forecasts = []
    for i in range(len(N)):
        a, b, c = fit_power_floor(np.delete(N, i), np.delete(L, i), c_grid)
        forecasts.append(predict_loss(Nq, a, b, c))
    return np.min(forecasts, axis=0), np.max(forecasts, axis=0)
