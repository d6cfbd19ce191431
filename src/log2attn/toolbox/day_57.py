"""Day 57, A neural language model (planned): reference functions that written days already need."""

import numpy as np

from log2attn.toolbox import Tensor


def make_windows(ids: np.ndarray, T: int) -> tuple[np.ndarray, np.ndarray]:
    """Every stretch of T symbols and the symbol after it: X (n − T, T), y (n − T,)."""
    return np.lib.stride_tricks.sliding_window_view(ids[:-1], T).copy(), np.asarray(ids[T:])


class BengioLM:
    """Embed T symbols in D numbers each, one tanh layer, logits of the next symbol."""

    def __init__(self, V, T, D, hidden, rng):
        self.T = T
        self.E = Tensor(0.3 * rng.standard_normal((V, D)))
        self.W1 = Tensor(rng.standard_normal((T * D, hidden)) / np.sqrt(T * D))
        self.b1 = Tensor(np.zeros(hidden))
        self.W2 = Tensor(0.1 * rng.standard_normal((hidden, V)))
        self.b2 = Tensor(np.zeros(V))

    def parameters(self):
        """E, W1, b1, W2, b2."""
        return [self.E, self.W1, self.b1, self.W2, self.b2]

    def __call__(self, X):
        return (self.E[X].reshape(len(X), -1) @ self.W1 + self.b1).tanh() @ self.W2 + self.b2
