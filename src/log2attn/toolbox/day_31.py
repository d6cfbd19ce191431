"""Day 31, Jacobians, JVP and VJP (planned): reference functions that written days already need."""

import numpy as np


def vjp_linear(
    X: np.ndarray, W: np.ndarray, b: np.ndarray, g: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of a layer X @ W + b from the gradient g (N, d_out) of its output: for X, for W, for b (summed over rows)."""
    return g @ W.T, X.T @ g, g.sum(axis=0)


def unbroadcast(g: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """Sum an upstream gradient back to the shape of the value that was broadcast."""
    g = np.asarray(g)
    g = g.sum(axis=tuple(range(g.ndim - len(shape))))
    stretched = tuple(i for i, n in enumerate(shape) if n == 1 and g.shape[i] != 1)
    return g.sum(axis=stretched, keepdims=True) if stretched else g
