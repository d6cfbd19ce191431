"""Day 13, Matrix products, rotations and waves: the reference functions. Made by `log2attn build`; do not edit."""

import numpy as np


def on_circle(theta: np.ndarray) -> np.ndarray:
    """The points of the unit circle at some angles in radians: (n,) → (n, 2)."""
    return np.column_stack([np.cos(theta), np.sin(theta)])


def matmul(A: np.ndarray, B: np.ndarray) -> np.ndarray:
    """The product of two matrices, built from dot products.

    A        (M, D)  the machine that works second
    B        (D, K)  the machine that works first
    returns  (M, K)  entry (i, j) is row i of A dotted with column j of B
    raises   ValueError if a row of A is not as long as a column of B

    >>> matmul(np.array([[1, 2, 3]]), np.array([[1, 0], [0, 1], [2, 2]]))
    array([[7, 8]])
    """
    if A.shape[1] != B.shape[0]:
        raise ValueError("a row of A is not as long as a column of B")
    return np.array([[(row * column).sum() for column in B.T] for row in A])


def rotation(theta: float) -> np.ndarray:
    """The matrix that turns the plane against the clock.

    theta    the angle in radians
    returns  (2, 2)  its columns are the images of (1, 0) and (0, 1)

    >>> rotation(np.pi / 2).round(6) @ np.array([1.0, 0.0])
    array([0., 1.])
    """
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[c, -s], [s, c]])


def sinus_features(t: np.ndarray, freqs: np.ndarray) -> np.ndarray:
    """Sines and cosines of several frequencies: sin 2πf₀t, cos 2πf₀t, sin 2πf₁t, …

    t        (N,)     times
    freqs    (k,)     turns per unit of time
    returns  (N, 2k)  one row for each time; sine and cosine of a frequency side by side

    >>> sinus_features(np.array([0.0, 0.25]), np.array([1.0, 2.0])).round(6)
    array([[ 0.,  1.,  0.,  1.],
           [ 1.,  0.,  0., -1.]])
    """
    angles = 2 * np.pi * t[:, None] * freqs
    features = np.zeros((len(t), 2 * len(freqs)))
    features[:, 0::2] = np.sin(angles)
    features[:, 1::2] = np.cos(angles)
    return features


def rotate_pairs(X: np.ndarray, thetas: np.ndarray) -> np.ndarray:
    """Turn the pairs of entries (0, 1), (2, 3), … against the clock, each by its angle.

    X        (…, 2k)  one row, or a stack of rows with any axes in front
    thetas   (k,)     angles in radians, one for each pair
    returns  (…, 2k)  a new array

    >>> X, thetas = np.array([1.0, 0.0, 7.0, 8.0]), np.array([np.pi / 2, 0.0])
    >>> rotate_pairs(X, thetas).round(6)
    array([0., 1., 7., 8.])
    """
    c, s = np.cos(thetas), np.sin(thetas)
    out = np.zeros(X.shape)
    out[..., 0::2] = c * X[..., 0::2] - s * X[..., 1::2]
    out[..., 1::2] = s * X[..., 0::2] + c * X[..., 1::2]
    return out


def chain_cost(dims: tuple) -> tuple:
    """Multiplications for (AB)C and for A(BC).

    dims     (a, b, c, d): A is (a, b), B is (b, c), C is (c, d)
    returns  (left, right): the price of (AB)C, and of A(BC)

    >>> chain_cost((1, 100, 100, 100))
    (20000, 1010000)
    """
    a, b, c, d = dims
    return a * b * c + a * c * d, b * c * d + a * b * d


def angle_between(p: np.ndarray, q: np.ndarray) -> float:
    """How far p has to turn, against the clock, to point where q points.

    p, q     (2,)  arrows of any length but 0
    returns  radians, more than −π and at most π; π for opposite arrows

    >>> round(float(angle_between(np.array([3.0, 0.0]), np.array([0.0, -2.0]))), 4)
    -1.5708
    """
    return np.arctan2(p[0] * q[1] - p[1] * q[0] + 0.0, p[0] * q[0] + p[1] * q[1])
