"""Day 59, Attention II — causal, multi-head (planned): reference functions that written days already need."""

import numpy as np

from log2attn.toolbox import softmax


def causal_mask(T: int) -> np.ndarray:
    """Which position may look at which: (T, T), True on and below the diagonal."""
    return np.tril(np.ones((T, T), dtype=bool))


def causal_attention(Q, K, V):
    """Attention in which no position looks ahead: outputs and weights; batch axes in front."""
    scores = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    A = softmax(np.where(causal_mask(Q.shape[-2]), scores, -np.inf))
    return A @ V, A


def split_heads(x, heads):
    """(…, T, D) → (…, heads, T, D / heads)."""
    *lead, T, D = x.shape
    return x.reshape(*lead, T, heads, D // heads).swapaxes(-3, -2)


def merge_heads(x):
    """(…, heads, T, d) → (…, T, heads · d)."""
    *lead, heads, T, d = x.shape
    return x.swapaxes(-3, -2).reshape(*lead, T, heads * d)


def mha(x, p, heads):
    """Causal attention with several heads on x (…, T, D); p has Wq bq Wk bk Wv bv Wo bo."""
    Q, K, V = (split_heads(x @ p[f"W{c}"] + p[f"b{c}"], heads) for c in "qkv")
    return merge_heads(causal_attention(Q, K, V)[0]) @ p["Wo"] + p["bo"]
