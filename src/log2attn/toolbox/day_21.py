"""Day 21, Sampling variation: LLN, CLT, bootstrap (planned): reference functions that written days already need."""

import numpy as np


def stderr_mean(x: np.ndarray) -> float:
    """The standard error of the mean of x (n,), with ddof=1."""
    return np.std(x, ddof=1) / np.sqrt(len(x))


def bootstrap_ci(x: np.ndarray, stat, reps: int, level: float, rng: np.random.Generator) -> tuple[float, float]:
    """A percentile interval for a statistic, from resamples of x (n,).

    stat     function of a one-dimensional array
    returns  (lo, hi), which hold the middle share ``level`` of the resampled values
    """
    values = [stat(x[ix]) for ix in rng.integers(0, len(x), (reps, len(x)))]
    lo, hi = np.quantile(values, [(1 - level) / 2, (1 + level) / 2])
    return lo, hi
