"""Day 53, Sampling (planned): reference functions that written days already need."""

import numpy as np


def sample_categorical(p: np.ndarray, n: int, rng: np.random.Generator) -> np.ndarray:
    """n draws from the probabilities p (K,): (n,) ints. Draws: one rng.random(n)."""
    edges = np.cumsum(p)
    return np.minimum(np.searchsorted(edges / edges[-1], rng.random(n), side="right"), len(p) - 1)
