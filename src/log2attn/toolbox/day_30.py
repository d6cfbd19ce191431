"""Day 30, Partial derivatives and the gradient (planned): reference functions that written days already need."""

import numpy as np


def numgrad(f, x: np.ndarray, h: float = 1e-5) -> np.ndarray:
    """The gradient of f at x, measured: central differences entry by entry. An array of the shape of x, which stays as it is."""
    x = np.array(x, dtype=float)
    out = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        keep = x[i]
        x[i] = keep + h
        up = f(x)
        x[i] = keep - h
        out[i], x[i] = (up - f(x)) / (2 * h), keep
    return out


def gradcheck(f, g, x: np.ndarray, rng: np.random.Generator) -> float:
    """The largest relative error of a claimed gradient g(x) of f, along ten random unit directions."""
    worst, claimed = 0.0, g(x)
    for _ in range(10):
        u = rng.standard_normal(np.shape(x))
        u = u / np.sqrt((u**2).sum())
        a, n = (claimed * u).sum(), (f(x + 1e-5 * u) - f(x - 1e-5 * u)) / 2e-5
        worst = max(worst, abs(a - n) / max(abs(a), abs(n), 1e-8))
    return worst
