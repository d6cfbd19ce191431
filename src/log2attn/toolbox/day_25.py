"""Day 25, Capstone 2 — the shoot-out: the reference functions. Made by `log2attn build`; do not edit."""

from log2attn.toolbox import bootstrap_ci
from log2attn.toolbox import pairwise_dist
import itertools
import numpy as np


def all_images(D):  # (2**D, D): every picture of D black and white pixels
    return np.array(list(itertools.product([0, 1], repeat=D)))


class CentroidClassifier:
    """Nearest centroid: a class is its mean; a row gets the class of the nearest one.

    >>> X, y = np.array([[0.0], [2.0], [9.0]]), np.array([0, 0, 1])
    >>> CentroidClassifier().fit(X, y).predict(np.array([[4.0], [6.0]]))
    array([0, 1])
    """

    def fit(self, X: np.ndarray, y: np.ndarray) -> "CentroidClassifier":
        """Keep the mean of every class in self.centers (K, D), row k for class k.

        X        (N, D)  examples as rows
        y        (N,)    their classes 0 … K − 1, each at least once
        returns  self
        """
        self.centers = np.array([X[y == k].mean(axis=0) for k in range(y.max() + 1)])
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:
        """The class of the nearest center for each row.

        X        (N, D)  rows to classify
        returns  (N,)    classes, whole numbers
        """
        return pairwise_dist(X, self.centers).argmin(axis=1)


def bayes_accuracy(p0: np.ndarray, p1: np.ndarray, prior: float) -> float:
    """The best possible accuracy on two kinds of pictures with independent pixels.

    p0       (D,)  probability that a pixel is black in kind 0
    p1       (D,)  the same in kind 1
    prior    probability of kind 1
    returns  a number from 0.5 to 1

    >>> round(float(bayes_accuracy(np.array([0.7]), np.array([0.2]), 0.5)), 6)
    0.75
    """
    images = all_images(len(p0))
    joint0 = (1 - prior) * np.where(images == 1, p0, 1 - p0).prod(axis=1)
    joint1 = prior * np.where(images == 1, p1, 1 - p1).prod(axis=1)
    return np.maximum(joint0, joint1).sum()


def evaluate_all(
    models: dict, X: np.ndarray, y: np.ndarray, rng: np.random.Generator
) -> dict:
    """The accuracy of every model with a 95 % bootstrap interval.

    models   name → predict, a function that takes X and returns (N,) classes
    X        (N, D)  pictures to judge with
    y        (N,)    their classes
    rng      draws once: rng.integers(0, N, (1000, N)), a thousand resamples as rows
    returns  name → (accuracy, lo, hi), in the order of models

    >>> table = evaluate_all({"ones": lambda X: np.array([1, 1])}, np.array([[5], [7]]),
    ...                      np.array([1, 1]), np.random.default_rng(0))
    >>> [round(float(v), 2) for v in table["ones"]]
    [1.0, 1.0, 1.0]
    """
    rows = rng.integers(0, len(y), (1000, len(y)))
    table = {}
    for name, predict in models.items():
        hit = predict(X) == y
        table[name] = (hit.mean(), *np.quantile(hit[rows].mean(axis=1), [0.025, 0.975]))
    return table


def paired_difference(
    correct_a: np.ndarray,
    correct_b: np.ndarray,
    reps: int,
    level: float,
    rng: np.random.Generator,
) -> tuple[float, float]:
    """A bootstrap interval for how much more often A is right than B.

    correct_a  (N,)  where A is right: True and False, or 1 and 0
    correct_b  (N,)  the same for B, on the same examples
    reps       number of resamples
    level      share of the resamples that the interval holds, for example 0.95
    rng        draws once: rng.integers(0, N, (reps, N)), as bootstrap_ci does
    returns    (lo, hi) for accuracy of A − accuracy of B

    >>> a, b = np.array([True, True]), np.array([False, False])
    >>> lo, hi = paired_difference(a, b, 100, 0.95, np.random.default_rng(0))
    >>> float(lo), float(hi)
    (1.0, 1.0)
    """
    gaps = correct_a.astype(float) - correct_b
    return bootstrap_ci(gaps, np.mean, reps, level, rng)
