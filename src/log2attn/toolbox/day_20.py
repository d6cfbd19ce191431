"""Day 20, Random variables and naive Bayes (planned): reference functions that written days already need."""

import numpy as np


class BernoulliNB:
    """Naive Bayes for features that are 0 or 1."""

    def fit(self, X: np.ndarray, y: np.ndarray, alpha: float) -> "BernoulliNB":
        """Learn from X (N, D) of 0 and 1 and classes y (N,); alpha is added to the count of each of the two values."""
        n = np.bincount(y)
        on = np.array([X[y == k].sum(axis=0) for k in range(len(n))])
        self.p, self.prior = (on + alpha) / (n[:, None] + 2 * alpha), n / len(y)
        return self

    def predict_log_proba(self, X: np.ndarray) -> np.ndarray:
        """Log-probabilities of the classes, each row of which sums to 1 as probabilities: (N, K)."""
        z = X @ np.log(self.p).T + (1 - X) @ np.log(1 - self.p).T + np.log(self.prior)
        top = z.max(axis=1, keepdims=True)
        return z - top - np.log(np.exp(z - top).sum(axis=1, keepdims=True))
