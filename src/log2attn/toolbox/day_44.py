"""Day 44, Staying stable: regularization, LayerNorm, residuals (planned): reference functions that written days already need."""

import numpy as np

from log2attn.toolbox import Tensor


def layernorm(x, g, b, eps=1e-5):
    """Each vector along the last axis, moved to mean 0 and variance 1, times the gain g plus the bias b."""
    c = x - x.mean(axis=-1, keepdims=True)
    return c / np.sqrt((c**2).mean(axis=-1, keepdims=True) + eps) * g + b


def layernorm_vjp(x, g, eps, up):
    """Gradients of layernorm from the gradient up of its output: for x, for the gain, for the bias."""
    c = x - x.mean(axis=-1, keepdims=True)
    s = 1 / np.sqrt((c**2).mean(axis=-1, keepdims=True) + eps)
    n, gn = c * s, up * g
    gx = s * (gn - gn.mean(axis=-1, keepdims=True) - n * (gn * n).mean(axis=-1, keepdims=True))
    rows = tuple(range(x.ndim - 1))
    return gx, (up * n).sum(axis=rows), up.sum(axis=rows)


def tensor_layernorm(x, g, b, eps=1e-5):
    """layernorm of Tensors."""
    back = lambda up: layernorm_vjp(x.data, g.data, eps, up)
    return Tensor(layernorm(x.data, g.data, b.data, eps), (x, g, b), back)
