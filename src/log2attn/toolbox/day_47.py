"""Day 47, Cross-entropy and KL divergence (planned): reference functions that written days already need."""

import numpy as np


def kl(p: np.ndarray, q: np.ndarray) -> float:
    """KL(p‖q) in nats; infinite where q rules out what p allows."""
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    on = p > 0
    with np.errstate(divide="ignore"):
        return (p[on] * (np.log(p[on]) - np.log(q[on]))).sum()
