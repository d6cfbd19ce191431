"""Day 38, Multivariate Gaussian (planned): reference functions that written days already need."""

import numpy as np


def mvn_logpdf(X: np.ndarray, mu: np.ndarray, S: np.ndarray) -> np.ndarray:
    """The log-density of the normal distribution with mean mu (D,) and covariance S (D, D), for each row of X (N, D): (N,)."""
    L = np.linalg.cholesky(S)
    r = np.linalg.solve(L, (X - mu).T)
    return -0.5 * (r**2).sum(axis=0) - np.log(np.diag(L)).sum() - 0.5 * len(S) * np.log(2 * np.pi)
