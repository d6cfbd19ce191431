"""Day 15, Least squares by projection: the reference functions. Made by `log2attn build`; do not edit."""

import numpy as np


def predict_linear(X, w):
    """Predictions X @ w of (N, D) rows."""
    return np.asarray(X, dtype=float) @ w


def hat_diag(X):
    """Leverages (N,) of the rows of X (N, D); they add up to its rank."""
    U = gram_schmidt(np.asarray(X, dtype=float).T)
    return (U**2).sum(axis=0)


def lstsq_normal(X: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Least-squares weights by the normal equations.

    X        (N, D)           N measurements; no column follows from the others
    y        (N,) or (N, K)   one target, or one in each column
    returns  (D,) or (D, K)   the weights of each target

    >>> X = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])
    >>> lstsq_normal(X, np.array([1.0, 3.0, 5.0])).round(6)
    array([1., 2.])
    """
    X = np.asarray(X, dtype=float)  # products of small whole numbers may overflow
    return np.linalg.solve(X.T @ X, X.T @ y)


def design(x: np.ndarray, degree: int) -> np.ndarray:
    """The columns 1, x, x², … up to a degree.

    x        (N,)             the measured places
    degree   the highest power, 0 or more
    returns  (N, degree + 1)  floats

    >>> design(np.array([2.0, 3.0]), 2)
    array([[1., 2., 4.],
           [1., 3., 9.]])
    """
    return np.asarray(x, dtype=float)[:, None] ** np.arange(degree + 1)


def ridge(X: np.ndarray, y: np.ndarray, lam: float) -> np.ndarray:
    """Weights that minimize the sum of squares plus lam times the squared weights.

    X        (N, D)           N measurements, its first column all ones
    y        (N,) or (N, K)   one target, or one in each column
    lam      the price, 0 or more; the first weight pays nothing
    returns  (D,) or (D, K)   the weights of each target

    >>> X = np.array([[1.0, -1.0], [1.0, 1.0]])
    >>> ridge(X, np.array([2.0, 6.0]), 2.0).round(6)
    array([4., 1.])
    """
    X = np.asarray(X, dtype=float)  # products of small whole numbers may overflow
    penalty = lam * np.eye(X.shape[1])
    penalty[0, 0] = 0.0
    return np.linalg.solve(X.T @ X + penalty, X.T @ y)


def gram_schmidt(V: np.ndarray, tol: float = 1e-9) -> np.ndarray:
    """Orthonormal directions from any directions, in their order.

    V        (N, D)  directions, one a row
    tol      a row is dropped if at most tol times its length is left of it
    returns  (r, D)  orthonormal rows; the first k hold what the first rows of V span

    >>> gram_schmidt(np.array([[2.0, 0.0], [3.0, 0.0], [1.0, 5.0]]))
    array([[1., 0.],
           [0., 1.]])
    """
    U = []
    for v in np.array(V, dtype=float):
        r = v
        for u in U:
            r = r - (u @ r) * u
        if np.linalg.norm(r) > tol * np.linalg.norm(v):
            U.append(r / np.linalg.norm(r))
    return np.array(U).reshape(-1, np.shape(V)[1])


def check_orthogonal(X: np.ndarray, y: np.ndarray, w: np.ndarray) -> float:
    """How far weights are from the least-squares fit: 0 only for the fit itself.

    X        (N, D)  the columns of the fit
    y        (N,)    the target
    w        (D,)    the weights on trial
    returns  the largest dot product of residual and column, without its sign

    >>> X = np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]])
    >>> float(check_orthogonal(X, np.array([1.0, 0.0, 5.0]), np.array([1.0, 1.0])))
    2.0
    """
    residual = y - X @ w
    return np.abs(X.T @ residual).max()
