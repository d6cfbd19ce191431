"""Day 58, Attention I — a soft dictionary: the reference functions. Made by `log2attn build`; do not edit."""

from collections.abc import Callable
from log2attn.toolbox import softmax
import numpy as np


def attention(
    Q: np.ndarray, K: np.ndarray, V: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Scaled dot-product attention: outputs and weights.

    Any batch axes stand in front, the same for Q, K and V.

    Q        (…, M, d)    M queries
    K        (…, N, d)    N keys
    V        (…, N, d_v)  N values
    returns  O (…, M, d_v), a blend of values for each query; A (…, M, N), weights

    >>> attention(np.zeros((1, 4)), np.ones((2, 4)), np.array([[2.0], [4.0]]))[0]
    array([[3.]])
    """
    scores = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
    A = softmax(scores, axis=-1)
    return A @ V, A


def self_attention(
    X: np.ndarray, Wq: np.ndarray, Wk: np.ndarray, Wv: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Attention of the rows of X to each other. Any batch axes stand in front of X.

    X        (…, T, D)  T words with D numbers each
    Wq, Wk   (D, d)     make queries and keys
    Wv       (D, d_v)   makes values
    returns  O (…, T, d_v), a blend of values for each word; A (…, T, T), weights

    >>> self_attention(np.eye(2), np.zeros((2, 3)), np.zeros((2, 3)), 2 * np.eye(2))[0]
    array([[1., 1.],
           [1., 1.]])
    """
    Q, K, V = X @ Wq, X @ Wk, X @ Wv
    return attention(Q, K, V)


def equivariance_gap(f: Callable, X: np.ndarray, rng: np.random.Generator) -> float:
    """Largest difference |f(PX) − P f(X)| for one random shuffle P of the rows.

    f        takes (T, D), returns (T, anything): one row for each row it was given
    X        (T, D)  T rows; it is not changed
    rng      where the shuffle comes from: one call of rng.permutation
    returns  float   0 (up to rounding) if f passes

    >>> X = np.arange(6.0).reshape(3, 2)
    >>> equivariance_gap(lambda X: 2 * X, X, np.random.default_rng(58))
    0.0
    """
    p = rng.permutation(len(X))
    return float(np.abs(f(X[p]) - f(X)[p]).max())


def dot_variance(d: int, n: int, rng: np.random.Generator) -> float:
    """Measured variance (ddof=0) of the dot product of two vectors, each with d
    independent standard normal entries.

    d        number of entries of a query and of a key
    n        number of pairs: query 1 with key 1, query 2 with key 2, …
    rng      all numbers come from here, in any order
    returns  float

    >>> dot_variance(3, 1, np.random.default_rng(58))
    0.0
    """
    Q = rng.standard_normal((n, d))
    K = rng.standard_normal((n, d))
    return float((Q * K).sum(axis=1).var(ddof=0))


def hard_lookup_limit(
    Q: np.ndarray, K: np.ndarray, V: np.ndarray, scale: float
) -> np.ndarray:
    """Dot-product attention with its scores multiplied by scale, up to the limit.

    Q        (M, d)    queries
    K        (N, d)    keys
    V        (N, d_v)  values
    scale    ≥ 0; np.inf means the limit: the value of the best key (tied keys share,
             as they do on the way there)
    returns  (M, d_v)

    >>> K, V = np.array([[2.0], [3.0]]), np.array([[5.0], [7.0]])
    >>> hard_lookup_limit(np.array([[1.0]]), K, V, np.inf)
    array([[7.]])
    """
    s = Q @ K.T
    if np.isinf(scale):
        best = s == s.max(axis=1, keepdims=True)
        return best / best.sum(axis=1, keepdims=True) @ V
    return softmax(scale * s, axis=1) @ V


def kernel_regression(
    x: np.ndarray, y: np.ndarray, xq: np.ndarray, h: float
) -> np.ndarray:
    """Gaussian kernel regression (Nadaraya and Watson, 1964).

    It is attention with scores −(xq − x)² / (2h²).

    x        (N,)  places of the data, in any order
    y        (N,)  values of the data
    xq       (M,)  places asked about, perhaps far from all data
    h        bandwidth > 0, in the units of x
    returns  (M,)  one estimate per question

    >>> x, y = np.array([0.0, 1.0]), np.array([10.0, 0.0])
    >>> kernel_regression(x, y, np.array([0.5]), 0.2)
    array([5.])
    """
    scores = -((xq[:, None] - x[None, :]) ** 2) / (2 * h**2)
    return softmax(scores, axis=1) @ y
