"""Day 17, Covariance matrices and principal directions (planned): reference functions that written days already need."""

import numpy as np


def cov_matrix(X: np.ndarray, ddof: int) -> np.ndarray:
    """The covariances of all pairs of columns: (N, D) → (D, D), with divisor N − ddof."""
    C = X - X.mean(axis=0)
    return C.T @ C / (len(X) - ddof)


def top_directions(S: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray]:
    """The k directions of largest variance of a covariance matrix (D, D): variances (k,), descending, and unit rows (k, D)."""
    values, vectors = np.linalg.eigh(S)
    return values[::-1][:k], vectors.T[::-1][:k]


def project_k(X: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    """Coordinates of the rows of X (N, D) along the unit rows of V (k, D), seen from the mean (D,): (N, k)."""
    return (X - mean) @ V.T


def reconstruct(Z: np.ndarray, mean: np.ndarray, V: np.ndarray) -> np.ndarray:
    """Back from coordinates Z (N, k) along the unit rows of V (k, D): (N, D)."""
    return Z @ V + mean
