"""Day 12, Matrices as machines (planned): reference functions that written days already need."""

import numpy as np


def linear_layer(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """A layer: every row of X times W, plus b.

    X        (N, d_in)      examples as rows
    W        (d_in, d_out)  weights
    b        (d_out,)       biases
    returns  (N, d_out)
    """
    return X @ W + b
