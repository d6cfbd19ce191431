"""Day 13, Matrix products, rotations and waves (planned): reference functions that written days already need."""

import numpy as np


def sinus_features(t: np.ndarray, freqs: np.ndarray) -> np.ndarray:
    """Sines and cosines of several frequencies: sin 2πf₀t, cos 2πf₀t, sin 2πf₁t, …

    t        (N,)     times
    freqs    (k,)     turns per unit of time
    returns  (N, 2k)
    """
    turn = 2 * np.pi * np.asarray(t, dtype=float)[:, None] * np.asarray(freqs, dtype=float)
    return np.stack([np.sin(turn), np.cos(turn)], axis=-1).reshape(len(turn), -1)


def rotate_pairs(X: np.ndarray, thetas: np.ndarray) -> np.ndarray:
    """Turn the pairs of entries (0, 1), (2, 3), … of each row, each pair by its own angle, counter-clockwise.

    X        (…, 2k)
    thetas   (k,)     angles
    returns  (…, 2k)
    """
    a, b = X[..., 0::2], X[..., 1::2]
    c, s = np.cos(thetas), np.sin(thetas)
    return np.stack([c * a - s * b, s * a + c * b], axis=-1).reshape(np.shape(X))
