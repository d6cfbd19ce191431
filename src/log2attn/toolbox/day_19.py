"""Day 19, Bayes' rule: the reference functions. Made by `log2attn build`; do not edit."""

from log2attn.toolbox import sigmoid
import numpy as np


def posterior(prior: np.ndarray, like: np.ndarray) -> np.ndarray:
    """The probabilities of K hypotheses after something was seen.

    prior    (K,)  probabilities before, adding up to 1
    like     (K,)  how likely each hypothesis makes what was seen
    returns  (K,)  probabilities after, adding up to 1

    >>> posterior(np.array([0.5, 0.5]), np.array([0.02, 0.06])).round(4)
    array([0.25, 0.75])
    """
    both = prior * like
    return both / both.sum()


def screening(prev: float, sens: float, spec: float) -> tuple[float, float]:
    """What a positive and a negative result are worth.

    prev     share of sick people, between 0 and 1, neither of them
    sens     P(positive | sick), above 0, at most 1
    spec     P(negative | healthy), above 0, at most 1
    returns  (P(sick | positive), P(healthy | negative))

    >>> ppv, npv = screening(0.1, 0.9, 0.8)
    >>> round(ppv, 4), round(npv, 4)
    (0.3333, 0.9863)
    """
    ppv = prev * sens / (prev * sens + (1 - prev) * (1 - spec))
    npv = (1 - prev) * spec / ((1 - prev) * spec + prev * (1 - sens))
    return ppv, npv


def log_odds_update(lo: float, llr: float) -> tuple[float, float]:
    """Log-odds and probability after one piece of evidence.

    lo       log-odds before (natural logarithm)
    llr      log of the likelihood ratio of what was seen
    returns  (log-odds after, probability after)

    >>> lo, p = log_odds_update(0.0, np.log(3))
    >>> float(round(p, 4))
    0.75
    """
    new = lo + llr
    return new, sigmoid(new)


def update_many(
    prior: np.ndarray, like_matrix: np.ndarray, obs: np.ndarray
) -> np.ndarray:
    """The posterior of K hypotheses after many observations, without underflow.

    prior        (K,)    probabilities before; one that is above 0 allows all of obs
    like_matrix  (K, M)  row k holds P(x | k) for the M possible observations
    obs          (n,)    the observations, whole numbers from 0 to M - 1; n may be 0
    returns      (K,)    probabilities after, adding up to 1

    >>> table = np.array([[0.5, 0.5], [0.2, 0.8]])
    >>> update_many(np.array([0.5, 0.5]), table, np.array([1, 1])).round(4)
    array([0.2809, 0.7191])
    """
    with np.errstate(divide="ignore"):
        sums = np.log(prior) + np.log(like_matrix[:, obs]).sum(axis=1)
    scaled = np.exp(sums - sums.max())
    return scaled / scaled.sum()


def grid_coin(
    heads: int, tails: int, grid: np.ndarray, prior: np.ndarray
) -> np.ndarray:
    """The posterior of a coin's bias on a grid.

    heads, tails  how often each came, whole numbers >= 0
    grid          (G,)  possible values of P(heads), from 0 to 1
    prior         (G,)  their probabilities before; one that is above 0 allows the flips
    returns       (G,)  their probabilities after, adding up to 1

    >>> grid = np.array([0.0, 0.5, 1.0])
    >>> grid_coin(1, 0, grid, np.full(3, 1 / 3)).round(4)
    array([0.    , 0.3333, 0.6667])
    """
    with np.errstate(divide="ignore"):
        sums = np.log(prior)
        if heads > 0:
            sums = sums + heads * np.log(grid)
        if tails > 0:
            sums = sums + tails * np.log(1 - grid)
    scaled = np.exp(sums - sums.max())
    return scaled / scaled.sum()
