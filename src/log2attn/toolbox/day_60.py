"""Day 60, Positions (planned): reference functions that written days already need."""

import numpy as np


def rope(x: np.ndarray, pos: np.ndarray, base: float = 10000.0) -> np.ndarray:
    """Rotary positions: the pairs of entries of x (…, T, d) turned by pos (T,) times base^(−2i/d)."""
    angle = np.asarray(pos)[:, None] * base ** (-np.arange(0, x.shape[-1], 2) / x.shape[-1])
    a, b, c, s = x[..., 0::2], x[..., 1::2], np.cos(angle), np.sin(angle)
    return np.stack([c * a - s * b, s * a + c * b], axis=-1).reshape(x.shape)
