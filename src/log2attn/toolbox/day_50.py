"""Day 50, Singular value decomposition (planned): reference functions that written days already need."""

import numpy as np


def svd_via_eigh(A: np.ndarray, tol: float = 1e-9) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The singular value decomposition of A (m, n) without its zeros: U (m, r), s (r,) descending, Vt (r, n)."""
    w, V = np.linalg.eigh(A.T @ A)
    s, V = np.sqrt(np.maximum(w[::-1], 0.0)), V[:, ::-1]
    r = int((s > tol * max(1.0, s[0])).sum())
    return A @ V[:, :r] / s[:r], s[:r], V[:, :r].T


def energy_rank(s: np.ndarray, frac: float) -> int:
    """The smallest number of singular values whose squares hold a share frac of all squares."""
    share = np.cumsum(s**2) / (s**2).sum()
    return int(np.searchsorted(share, frac - 1e-12) + 1)
