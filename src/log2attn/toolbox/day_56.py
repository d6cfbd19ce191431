"""Day 56, Decoding (planned): reference functions that written days already need."""

import numpy as np

from log2attn.toolbox import sample_categorical, softmax


def top_k(logits: np.ndarray, k: int) -> np.ndarray:
    """The k largest logits where they are, −inf elsewhere; of equal ones the first stay."""
    out = np.full(len(logits), -np.inf)
    keep = np.argsort(-logits, kind="stable")[:k]
    out[keep] = logits[keep]
    return out


def top_p(probs: np.ndarray, p: float) -> np.ndarray:
    """The fewest largest probabilities that hold a share p together, scaled to sum 1, and 0 elsewhere."""
    order = np.argsort(-probs, kind="stable")
    keep = order[: int(np.searchsorted(np.cumsum(probs[order]), p - 1e-12) + 1)]
    out = np.zeros_like(probs)
    out[keep] = probs[keep]
    return out / out.sum()


def sample_next(logits, T, k, p, rng):
    """The next symbol at temperature T, among the k largest (None: all) and the share p; at T = 0 the largest, without a draw."""
    if T == 0:
        return int(np.argmax(logits))
    heated = logits / T if k is None else top_k(logits / T, k)
    return int(sample_categorical(top_p(softmax(heated), p), 1, rng)[0])
