"""Day 68, Diffusion I — adding noise, and the score (planned): reference functions that written days already need."""

import numpy as np


def alpha_bar(betas: np.ndarray) -> np.ndarray:
    """The share of the signal's variance that is left after each step: the running product of 1 − β."""
    return np.cumprod(1 - betas)


def q_sample(x0: np.ndarray, t: np.ndarray, eps: np.ndarray, ab: np.ndarray) -> np.ndarray:
    """x0 (N, D) after t (N,) steps of noising at once: √ᾱ x0 + √(1 − ᾱ) eps."""
    return np.sqrt(ab[t])[:, None] * x0 + np.sqrt(1 - ab[t])[:, None] * eps


def gmm_score(x: np.ndarray, mu: np.ndarray, s: float, w: np.ndarray) -> np.ndarray:
    """The gradient of the log-density, at x (N, D), of clouds with centers mu (K, D), one std s and shares w (K,): (N, D)."""
    gap = mu[None] - x[:, None]
    z = np.log(w) - (gap**2).sum(axis=-1) / (2 * s**2)
    r = np.exp(z - z.max(axis=1, keepdims=True))
    r /= r.sum(axis=1, keepdims=True)
    return (r[:, :, None] * gap).sum(axis=1) / s**2
