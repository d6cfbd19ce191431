"""Day 46, Surprisal and entropy (planned): reference functions that written days already need."""

import numpy as np


def entropy(p: np.ndarray, base: float = np.e) -> float:
    """The entropy of probabilities p, in nats; with base=2 in bits."""
    p = np.asarray(p, dtype=float)
    return -(p[p > 0] * np.log(p[p > 0])).sum() / np.log(base)
