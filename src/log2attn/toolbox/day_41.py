"""Day 41, The multilayer perceptron and its initialization (planned): reference functions that written days already need."""

import numpy as np


def init_weights(d_in: int, d_out: int, kind: str, rng: np.random.Generator) -> np.ndarray:
    """Normal weights (d_in, d_out) of variance 2/d_in for kind "he", 2/(d_in + d_out) for "xavier"."""
    return rng.standard_normal((d_in, d_out)) * np.sqrt(2 / (d_in if kind == "he" else d_in + d_out))


def init_mlp(sizes: list[int], kind: str, rng: np.random.Generator) -> list[tuple[np.ndarray, np.ndarray]]:
    """Weights by init_weights and zero biases for each layer of a net with these widths."""
    return [(init_weights(a, b, kind, rng), np.zeros(b)) for a, b in zip(sizes, sizes[1:])]


def relu(x):
    """The larger of 0 and x, entry by entry, for arrays and for Tensors."""
    return x.relu() if hasattr(x, "relu") else np.maximum(x, 0.0)


def mlp_forward(X, params):
    """A net's output for the rows of X: layers (W, b) with a relu between them and none at the end; arrays or Tensors."""
    for at, (W, b) in enumerate(params):
        X = (relu(X) if at else X) @ W + b
    return X
