"""Day 39, Softmax (planned): reference functions that written days already need."""

import numpy as np


def softmax(z: np.ndarray, axis: int = -1, T: float = 1.0) -> np.ndarray:
    """Turn scores into a distribution along one axis, without overflow.

    z        (…)  scores (logits)
    T        temperature, > 0
    returns  (…)  nonnegative, sums to 1 along axis

    >>> softmax(np.array([0.0, np.log(3.0)])).round(2)
    array([0.25, 0.75])
    """
    z = np.asarray(z, dtype=float) / T
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def log_softmax(z: np.ndarray, axis: int = -1) -> np.ndarray:
    """The logarithm of softmax along one axis, without overflow and without log 0."""
    z = z - np.max(z, axis=axis, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))


def softmax_vjp(p: np.ndarray, g: np.ndarray) -> np.ndarray:
    """The gradient of the logits from the gradient g of p = softmax(z), along the last axis."""
    return p * (g - (p * g).sum(axis=-1, keepdims=True))
