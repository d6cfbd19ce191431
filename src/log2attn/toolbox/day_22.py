"""Day 22, Judging a model: the reference functions. Made by `log2attn build`; do not edit."""

from collections.abc import Callable
from matplotlib.axes import Axes
import numpy as np


def auc_by_pairs(scores: np.ndarray, y: np.ndarray) -> float:
    """The share of pairs, one positive and one negative, that the scores put in order.

    scores   (N,)  a higher score means more likely positive
    y        (N,)  1 for positive, 0 for negative; at least one of each
    returns  a number from 0 to 1; a tied pair counts one half

    >>> float(auc_by_pairs(np.array([0.9, 0.2, 0.5]), np.array([1, 0, 0])))
    1.0
    """
    up, down = scores[y == 1], scores[y == 0]
    won = (up[:, None] > down) + 0.5 * (up[:, None] == down)
    return won.mean()


def kfold(
    n: int, k: int, rng: np.random.Generator
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Cut n examples at random into k folds, each of which is the test once.

    n        number of examples
    k        number of folds, 2 ≤ k ≤ n
    rng      shuffles the examples
    returns  k pairs (train, test) of whole-number arrays, places from 0 to n − 1

    >>> folds = kfold(7, 3, np.random.default_rng(0))
    >>> sorted((len(train), len(test)) for train, test in folds)
    [(4, 3), (5, 2), (5, 2)]
    """
    folds = np.array_split(rng.permutation(n), k)
    pairs = []
    for i in range(k):
        pairs.append((np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]))
    return pairs


def prf(cm: np.ndarray, k: int) -> tuple[float, float, float]:
    """Precision, recall and F1 of one class.

    cm       (K, K)  counts: row the true class, column the class that was said
    k        the class, 0 to K − 1
    returns  (precision, recall, f1), each from 0 to 1; 0/0 counts as 0

    >>> p, r, f1 = prf(np.array([[3, 1], [2, 4]]), 0)
    >>> round(float(p), 4), round(float(r), 4), round(float(f1), 4)
    (0.6, 0.75, 0.6667)
    """
    hits, said, there = cm[k, k], cm[:, k].sum(), cm[k].sum()
    if hits == 0:
        return 0.0, 0.0, 0.0
    return hits / said, hits / there, 2 * hits / (said + there)


def draw_roc(ax: Axes, scores: np.ndarray, y: np.ndarray) -> None:
    """Draw the ROC curve of scores, the diagonal of a coin, and name both axes.

    ax       the Axes to draw on; nothing is returned
    scores   (N,)  a higher score means more likely positive
    y        (N,)  1 for positive, 0 for negative; at least one of each

    >>> ax = fresh_axes()
    >>> draw_roc(ax, np.array([3, 2, 2, 1]), np.array([1, 1, 0, 0]))
    >>> len(read_axes(ax)["lines"])
    2
    """
    recall, alarms = [0.0], [0.0]
    for bar in np.unique(scores)[::-1]:
        recall.append((scores[y == 1] >= bar).mean())
        alarms.append((scores[y == 0] >= bar).mean())
    ax.plot(alarms, recall)
    ax.plot([0, 1], [0, 1], "--")
    ax.set(xlabel="false-alarm rate", ylabel="recall")


def confusion(y: np.ndarray, yhat: np.ndarray, K: int) -> np.ndarray:
    """Counts of all pairs of a true class and a said class.

    y        (N,)    true classes, whole numbers from 0 to K − 1
    yhat     (N,)    classes that were said
    K        number of classes
    returns  (K, K)  whole numbers: row the truth, column what was said

    >>> confusion(np.array([0, 0, 1]), np.array([0, 1, 1]), 2).tolist()
    [[1, 1], [0, 1]]
    """
    table = np.full((K, K), 0)
    for truth, said in zip(y, yhat, strict=True):
        table[truth, said] += 1
    return table


def bias_variance(
    fit: Callable,
    xs: np.ndarray,
    truth: np.ndarray,
    reps: int,
    rng: np.random.Generator,
) -> tuple[float, float]:
    """Squared bias and variance of a model's predictions, averaged over the places xs.

    fit      function of rng: draws fresh data, returns the predictions at xs, (n,)
    xs       (n,)  the places
    truth    (n,)  the true values there, without noise
    reps     how many times fit is called
    rng      handed to fit
    returns  (bias2, variance); their sum is the mean squared distance from the truth

    >>> always_0 = lambda rng: np.full(2, 0.0)
    >>> b, v = bias_variance(always_0, np.arange(2), np.full(2, 2.0), 5, None)
    >>> float(b), float(v)
    (4.0, 0.0)
    """
    said = np.array([fit(rng) for _ in range(reps)])
    bias = said.mean(axis=0) - truth
    return (bias**2).mean(), said.var(axis=0, ddof=0).mean()
