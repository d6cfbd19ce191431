"""Day 48, Mutual information (planned): reference functions that written days already need."""

import numpy as np


def pmi(joint: np.ndarray) -> np.ndarray:
    """The pointwise mutual information, in nats, of each row and column of a table of counts or shares; −inf at zeros."""
    p = joint / joint.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(p > 0, np.log(p / (p.sum(axis=1, keepdims=True) * p.sum(axis=0))), -np.inf)
