"""Day 21, Sampling variation: LLN, CLT, bootstrap: the reference functions. Made by `log2attn build`; do not edit."""

import numpy as np


def stderr_mean(x: np.ndarray) -> float:
    """The standard error of the mean of a sample.

    x        (n,)  the sample, n >= 2
    returns  s / sqrt(n), where s has the divisor n - 1

    >>> round(float(stderr_mean(np.array([2.0, 4.0, 6.0, 8.0]))), 4)
    1.291
    """
    return x.std(ddof=1) / np.sqrt(len(x))


from collections.abc import Callable


def clt_means(
    draw: Callable, mu: float, sigma: float, n: int, reps: int, rng: np.random.Generator
) -> np.ndarray:
    """The means of many samples, in standard errors from the truth.

    draw       draw(n, rng) gives a fresh sample of n numbers, (n,)
    mu, sigma  expected value and standard deviation of a single draw
    n, reps    the size of a sample; how many samples, one after the other
    rng        a generator, handed on to draw
    returns    (reps,)  (mean − mu) / (sigma / √n) of each sample

    >>> clt_means(lambda n, rng: np.full(n, 3.0), 1.0, 4.0, 16, 2, None)
    array([2., 2.])
    """
    means = np.array([draw(n, rng).mean() for _ in range(reps)])
    return (means - mu) / (sigma / np.sqrt(n))


from collections.abc import Callable


def bootstrap_ci(
    x: np.ndarray, stat: Callable, reps: int, level: float, rng: np.random.Generator
) -> tuple[float, float]:
    """A bootstrap interval for a statistic, from the quantiles of its resampled values.

    x        (n,)  the sample
    stat     a function of a sample (n,), which gives one number
    reps     how many resamples; their places are rng.integers(0, n, (reps, n))
    level    the middle share of the results that is kept, between 0 and 1
    rng      a generator
    returns  (lo, hi)

    >>> bootstrap_ci(np.full(6, 4.0), np.median, 10, 0.9, np.random.default_rng(0))
    (4.0, 4.0)
    """
    n = len(x)
    picks = rng.integers(0, n, (reps, n))
    results = np.array([stat(x[row]) for row in picks])
    lo, hi = np.quantile(results, [(1 - level) / 2, (1 + level) / 2])
    return float(lo), float(hi)


def coverage(
    make: Callable, truth: float, ci: Callable, reps: int, rng: np.random.Generator
) -> float:
    """The share of intervals that hold the truth.

    make     make(rng) gives fresh data
    truth    the number that the intervals should hold; both ends count as inside
    ci       ci(x, rng) gives the interval (lo, hi) for the data x
    reps     number of repetitions, in each of them first make, then ci
    rng      a generator, handed on to both
    returns  a share from 0 to 1

    >>> coverage(lambda rng: 5.0, 4.5, lambda x, rng: (x - 1, x + 1), 3, None)
    1.0
    """
    held = 0
    for _ in range(reps):
        lo, hi = ci(make(rng), rng)
        held += lo <= truth <= hi
    return held / reps


def drill_week_3(q: dict) -> dict:
    """Six answers about days 14 to 20.

    q        the numbers under the names pivots, swaps, x, y, lams, counts, prior, hit,
             false_alarm, var_a, var_b, cov_ab
    returns  the answers under det, slope, share, given, posterior, spread

    >>> sorted(drill_week_3(package))
    ['det', 'given', 'posterior', 'share', 'slope', 'spread']
    """
    x, y = np.array(q["x"]), np.array(q["y"])
    counts = np.array(q["counts"])
    there, not_there = q["prior"] * q["hit"], (1 - q["prior"]) * q["false_alarm"]
    return {
        "det": (-1) ** q["swaps"] * np.prod(q["pivots"]),
        "slope": (x @ y) / (x @ x),
        "share": q["lams"][0] / np.sum(q["lams"]),
        "given": counts[0, 0] / counts[:, 0].sum(),
        "posterior": there / (there + not_there),
        "spread": np.sqrt(q["var_a"] + q["var_b"] - 2 * q["cov_ab"]),
    }
