"""Day 15, Least squares by projection (planned): reference functions that written days already need."""

import numpy as np


def design(x: np.ndarray, degree: int) -> np.ndarray:
    """The columns 1, x, x², … up to a degree: (N,) → (N, degree + 1)."""
    return np.asarray(x, dtype=float)[:, None] ** np.arange(degree + 1)


def lstsq_normal(X: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Least-squares weights by the normal equations.

    X        (N, D)           its columns independent
    y        (N,) or (N, K)
    returns  (D,) or (D, K)
    """
    return np.linalg.solve(X.T @ X, X.T @ y)


def ridge(X: np.ndarray, y: np.ndarray, lam: float) -> np.ndarray:
    """Weights that minimize the sum of squares plus lam times the squared weights; the first row of weights is free.

    X        (N, D)           with its column of ones first
    y        (N,) or (N, K)
    returns  (D,) or (D, K)
    """
    P = lam * np.eye(X.shape[1])
    P[0, 0] = 0.0
    return np.linalg.solve(X.T @ X + P, X.T @ y)
