"""Day 20, Random variables and naive Bayes: the reference functions. Made by `log2attn build`; do not edit."""

import math
import numpy as np


from collections.abc import Callable


def expect(p: np.ndarray, f: Callable, xs: np.ndarray) -> float:
    """The expected value of f(X).

    p        (n,)  the probability of each value, together 1
    f        a function of one value, which gives one number
    xs       (n,)  the values of X, in the order of p
    returns  the expected value of f(X), one number

    >>> float(expect(np.array([0.5, 0.5]), lambda x: x**2, np.array([2.0, 4.0])))
    10.0
    """
    return sum(chance * f(x) for chance, x in zip(p, xs))


def var_rv(p: np.ndarray, xs: np.ndarray) -> tuple[float, float]:
    """Variance and standard deviation of a random variable.

    p        (n,)  the probability of each value, together 1
    xs       (n,)  the values, in the order of p
    returns  (variance, standard deviation)

    >>> tuple(float(v) for v in var_rv(np.array([0.5, 0.5]), np.array([3.0, 7.0])))
    (4.0, 2.0)
    """
    mu = (p * xs).sum()
    variance = (p * (xs - mu) ** 2).sum()
    return variance, np.sqrt(variance)


class BernoulliNB:
    """Naive Bayes for clues that are 0 or 1.

    >>> X, y = np.array([[1, 0], [1, 1], [0, 1]]), np.array([0, 0, 1])
    >>> model = BernoulliNB().fit(X, y, 1.0)
    >>> np.exp(model.predict_log_proba(np.array([[1, 0]]))).round(3)
    array([[0.871, 0.129]])
    """

    def fit(self, X: np.ndarray, y: np.ndarray, alpha: float) -> "BernoulliNB":
        """Count the examples, and keep what predict_log_proba needs.

        X        (N, D)  clues, each 0 or 1
        y        (N,)    the class of each row, 0 … K − 1, every class at least once
        alpha    pseudo-count > 0, for on and for off
        returns  self
        """
        classes = np.arange(y.max() + 1)
        n = np.array([(y == k).sum() for k in classes])
        on = np.array([X[y == k].sum(axis=0) for k in classes])
        self.p, self.prior = (on + alpha) / (n[:, None] + 2 * alpha), n / len(y)
        return self

    def predict_log_proba(self, X: np.ndarray) -> np.ndarray:
        """Logarithms of the probabilities of all classes for each row of X.

        X        (N, D)  clues, each 0 or 1
        returns  (N, K)  log P(k | row)
        """
        z = X @ np.log(self.p).T + (1 - X) @ np.log(1 - self.p).T + np.log(self.prior)
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def var_of_sum(cov: np.ndarray) -> float:
    """The variance of the sum of D random variables.

    cov      (D, D)  entry (i, j) is the covariance of variables i and j
    returns  the variance of their sum, one number

    >>> float(var_of_sum(np.array([[4.0, 1.0], [1.0, 9.0]])))
    15.0
    """
    return np.sum(cov)


def binom_pmf(k: int, n: int, p: float) -> float:
    """The probability of exactly k hits in n independent tries.

    k        a whole number; outside of 0 … n the answer is 0
    n        number of tries, a whole number >= 0
    p        probability of a hit, from 0 to 1, both included
    returns  a probability

    >>> round(binom_pmf(2, 3, 0.5), 6)
    0.375
    """
    if k < 0 or k > n:
        return 0.0
    if p == 0 or p == 1:
        return float(k == n * p)
    logp = math.log(math.comb(n, k)) + k * math.log(p) + (n - k) * math.log(1 - p)
    return math.exp(logp)
