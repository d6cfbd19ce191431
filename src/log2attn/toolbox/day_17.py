"""Day 17, Covariance matrices and principal directions: the reference functions. Made by `log2attn build`; do not edit."""

from log2attn.toolbox import power_iteration
import numpy as np


def cov_matrix(X: np.ndarray, ddof: int) -> np.ndarray:
    """The covariances of all pairs of columns.

    X        (N, D)  one example a row
    ddof     what is taken from N in the divisor, 0 or 1
    returns  (D, D)  entry (j, k) is the covariance of columns j and k

    >>> cov_matrix(np.array([[1.0, 5.0], [3.0, 5.0]]), 0)
    array([[1., 0.],
           [0., 0.]])
    """
    X = np.asarray(X, dtype=float)
    C = X - X.mean(axis=0)
    return C.T @ C / (len(X) - ddof)


def var_along(S: np.ndarray, u: np.ndarray) -> float:
    """The variance of a cloud along a direction, from its covariance matrix.

    S        (D, D)  covariance matrix
    u        (D,)    the direction, of any length but 0
    returns  the variance of the numbers x · u / ‖u‖

    >>> float(var_along(np.array([[2.5, 2.0], [2.0, 2.5]]), np.array([3.0, 3.0])))
    4.5
    """
    u = np.asarray(u, dtype=float)
    return u @ S @ u / (u @ u)


def top_directions(S: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray]:
    """The k directions in which a cloud is longest, from its covariance matrix.

    S        (D, D)  covariance matrix, with at least k eigenvalues above 0
    k        how many directions, 1 <= k <= D
    returns  (values, rows): the variances (k,), largest first, and the directions
             (k, D), each a row of length 1, with either sign

    >>> values, rows = top_directions(np.array([[2.5, 2.0], [2.0, 2.5]]), 2)
    >>> values.round(6), np.abs(rows).round(4)
    (array([4.5, 0.5]), array([[0.7071, 0.7071],
           [0.7071, 0.7071]]))
    """
    S, values, rows = np.array(S, dtype=float), [], []
    tol, start = 1e-12 * sum(S[j, j] for j in range(len(S))), np.random.default_rng(17)
    for _ in range(k):
        lam, u, _ = power_iteration(S, start.normal(size=len(S)), 5000, tol)
        values.append(lam)
        rows.append(u)
        S = S - lam * np.outer(u, u)
    return np.array(values), np.array(rows)


def project_k(X: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    """Coordinates of points along a few directions, seen from a mean.

    X        (N, D)  points
    mean     (D,)    the point from which to look
    V        (k, D)  directions as rows, of length 1 and at right angles
    returns  (N, k)  entry (i, j) tells how far point i lies along direction j

    >>> project_k(np.array([[5.0, 2.0]]), np.array([1.0, 1.0]), np.array([[0.0, 1.0]]))
    array([[1.]])
    """
    return (np.asarray(X, dtype=float) - mean) @ np.asarray(V, dtype=float).T


def reconstruct(Z: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    """Points from their coordinates along a few directions.

    Z        (N, k)  coordinates
    mean     (D,)    the point from which they are counted
    V        (k, D)  directions as rows, of length 1 and at right angles
    returns  (N, D)  the mean, plus each direction stretched by its coordinate

    >>> reconstruct(np.array([[2.0]]), np.array([1.0, 1.0]), np.array([[0.0, 1.0]]))
    array([[1., 3.]])
    """
    return np.asarray(Z, dtype=float) @ np.asarray(V, dtype=float) + mean


def is_psd(S: np.ndarray, tol: float = 1e-9) -> bool:
    """Whether a symmetric table is positive semidefinite.

    S        (D, D)  symmetric
    tol      how far below 0 an eigenvalue may lie
    returns  True if all eigenvalues are at least -tol, else False

    >>> is_psd(np.array([[1.0, 2.0], [2.0, 1.0]]))
    False
    """
    return bool(np.linalg.eigh(np.asarray(S, dtype=float))[0].min() >= -tol)
