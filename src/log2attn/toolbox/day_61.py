"""Day 61, The transformer block (planned): reference functions that written days already need."""

import numpy as np

from log2attn.toolbox import Tensor, causal_mask, relu, softmax, softmax_vjp, tensor_layernorm


def tensor_softmax(z, mask=None):
    """softmax of a Tensor along its last axis; where a mask is False the share is 0."""
    p = softmax(z.data if mask is None else np.where(mask, z.data, -np.inf)).astype(z.data.dtype)
    return Tensor(p, (z,), lambda g: (softmax_vjp(p, g),))


def tensor_mha(x, p, heads):
    """mha on Tensors, x (B, T, D)."""
    B, T, D = x.shape
    cut = lambda c: (x @ p[f"W{c}"] + p[f"b{c}"]).reshape(B, T, heads, D // heads).swapaxes(1, 2)
    Q, K, V = cut("q"), cut("k"), cut("v")
    A = tensor_softmax(Q @ K.T * (D // heads) ** -0.5, causal_mask(T))
    return (A @ V).swapaxes(1, 2).reshape(B, T, D) @ p["Wo"] + p["bo"]


def block(x, p, heads):
    """A transformer block on a Tensor x (B, T, D): attention, then a two-layer net, each on a normed copy and added to x."""
    x = x + tensor_mha(tensor_layernorm(x, p["g1"], p["b1"]), p, heads)
    return x + relu(tensor_layernorm(x, p["g2"], p["b2"]) @ p["W1"] + p["c1"]) @ p["W2"] + p["c2"]
