"""Day 18, Probability by counting and by simulation: the reference functions. Made by `log2attn build`; do not edit."""

from collections.abc import Callable
import numpy as np


def prob(event: Callable, omega: list, weights: np.ndarray) -> float:
    """The probability of an event.

    event    a function: event(outcome) is True if the event happens in this outcome
    omega    a list of n outcomes, of any kind
    weights  (n,)  one weight >= 0 for each outcome; they need not add up to 1
    returns  the share of the weight that lies in the event, from 0 to 1

    >>> float(prob(lambda face: face == 6, [1, 2, 6], np.array([1, 1, 2])))
    0.5
    """
    inside = [event(outcome) for outcome in omega]
    return weights[inside].sum() / weights.sum()


def conditional(joint: np.ndarray, given_col: int) -> np.ndarray:
    """The probability of every row, given one column of a joint table.

    joint      (rows, columns)  counts or shares, >= 0
    given_col  the number of the column, from 0; its sum is above 0
    returns    (rows,)  P(row | column); adds up to 1

    >>> conditional(np.array([[1, 4], [3, 4]]), 0)
    array([0.25, 0.75])
    """
    column = joint[:, given_col]
    return column / column.sum()


def simulate(trial: Callable, n: int, rng: np.random.Generator) -> float:
    """The share of n plays that succeed.

    trial    a function: trial(rng) plays once and returns True or False
    n        how often to play, at least 1
    rng      the random generator that every play draws from, one after the other
    returns  successes over plays, from 0 to 1

    >>> simulate(lambda rng: rng.random() < 1.0, 5, np.random.default_rng(0))
    1.0
    """
    wins = sum(trial(rng) for _ in range(n))
    return wins / n


def is_independent(joint: np.ndarray, tol: float) -> bool:
    """Whether rows and columns of a joint table are independent, up to a tolerance.

    joint    (rows, columns)  counts or shares, >= 0, not all 0
    tol      the largest gap that is forgiven, as a share of everything
    returns  True if every cell's share is within tol of row share times column share

    >>> is_independent(np.array([[10, 20], [30, 60]]), 1e-9)
    True
    """
    shares = joint / joint.sum()
    rows = shares.sum(axis=1, keepdims=True)
    columns = shares.sum(axis=0)
    return bool(np.abs(shares - rows * columns).max() <= tol)


def birthday(n: int, days: int = 365) -> float:
    """The probability that at least two of n people share a birthday.

    n        how many people, at least 1
    days     how many days a year has, all equally likely, from 1 to 10**18
    returns  a number from 0 to 1, correct to six digits also where it is tiny

    >>> round(birthday(23), 4)
    0.5073
    """
    if n > days:
        return 1.0
    log_none = np.log1p(-np.arange(n) / days).sum()
    return float(-np.expm1(log_none))


def total_probability(p_b_given_a: np.ndarray, p_a: np.ndarray) -> np.ndarray:
    """The probability of every b, from what each case a says of it.

    p_b_given_a  (A, B)  row a holds P(b | a) for every b and adds up to 1
    p_a          (A,)    the probabilities of the cases
    returns      (B,)    P(b), adds up to 1

    >>> table = np.array([[0.9, 0.1], [0.5, 0.5]])
    >>> total_probability(table, np.array([0.2, 0.8])).round(4)
    array([0.58, 0.42])
    """
    return p_a @ p_b_given_a
