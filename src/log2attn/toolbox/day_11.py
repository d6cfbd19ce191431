"""Day 11, Vectors, dot products and projection: the reference functions. Made by `log2attn build`; do not edit."""

import numpy as np


def norm(v: np.ndarray, p: float) -> float:
    """The p-norm of a vector.

    v        (D,)  real numbers
    p        a number >= 1, or np.inf
    returns  the length of v, a number >= 0

    >>> float(norm(np.array([3.0, -4.0]), 1))
    7.0
    """
    sizes = np.abs(np.asarray(v, dtype=float))
    if p == np.inf:
        return sizes.max()
    return (sizes**p).sum() ** (1 / p)


def project(v: np.ndarray, u: np.ndarray) -> np.ndarray:
    """The projection of v on the line along u.

    v        (D,)  the vector that throws the shadow
    u        (D,)  the direction of the line, of any length but 0
    returns  (D,)  the point of the line nearest to v

    >>> project(np.array([2.0, 3.0]), np.array([5.0, 0.0]))
    array([2., 0.])
    """
    v, u = np.asarray(v, dtype=float), np.asarray(u, dtype=float)
    return (u @ v) / (u @ u) * u


def cosine_matrix(X: np.ndarray, Y: np.ndarray) -> np.ndarray:
    """The cosine of every row of X with every row of Y.

    X        (N, D)  N vectors
    Y        (M, D)  M vectors
    returns  (N, M)  entry (i, j) is the cosine of X[i] and Y[j]; 0 for a row of zeros

    >>> Y = np.array([[5.0, 5.0], [0.0, 0.0], [-2.0, 2.0]])
    >>> cosine_matrix(np.array([[1.0, 1.0]]), Y).round(4)
    array([[1., 0., 0.]])
    """
    X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
    lengths_x = np.sqrt((X**2).sum(axis=1, keepdims=True))
    lengths_y = np.sqrt((Y**2).sum(axis=1))
    both = lengths_x * lengths_y
    return (X @ Y.T) / np.where(both == 0, 1.0, both)


def top_k_search(query: np.ndarray, docs: np.ndarray, k: int) -> np.ndarray:
    """The k documents that point most nearly where the query points.

    query    (D,)    the vector searched for, of any length but 0
    docs     (N, D)  one document a row
    k        how many to return, 1 <= k <= N
    returns  (k,)    row numbers (integers) of the k largest cosines, best first

    >>> docs = np.array([[9.0, 0.0], [0.2, 0.2], [-1.0, -1.0]])
    >>> top_k_search(np.array([1.0, 1.0]), docs, 2)
    array([1, 0])
    """
    query, docs = np.asarray(query, dtype=float), np.asarray(docs, dtype=float)
    lengths = np.sqrt((docs**2).sum(axis=1)) * np.sqrt(query @ query)
    cosines = (docs @ query) / np.where(lengths == 0, 1.0, lengths)
    return np.argsort(-cosines)[:k]


def pairwise_dist(X: np.ndarray, Y: np.ndarray) -> np.ndarray:
    """The distance of every row of X from every row of Y.

    X        (N, D)  N points
    Y        (M, D)  M points
    returns  (N, M)  entry (i, j) is the distance from X[i] to Y[j], never nan

    >>> pairwise_dist(np.array([[0.0, 0.0]]), np.array([[3.0, 4.0], [0.0, 0.0]]))
    array([[5., 0.]])
    """
    X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
    squares_of_x = (X**2).sum(axis=1, keepdims=True)
    squares_of_y = (Y**2).sum(axis=1)
    squared = squares_of_x - 2 * X @ Y.T + squares_of_y
    return np.sqrt(np.maximum(squared, 0.0))


def normalize(X: np.ndarray, axis: int = -1, eps: float = 1e-12) -> np.ndarray:
    """Scale every vector along one axis to length 1; zero vectors stay zero.

    X        (…, D)  a vector, a table of rows, or more axes
    axis     the axis along which the entries of one vector lie
    eps      the smallest number that is divided by
    returns  an array of the shape of X

    >>> normalize(np.array([[3.0, -4.0], [0.0, 0.0]])).round(2)
    array([[ 0.6, -0.8],
           [ 0. ,  0. ]])
    """
    lengths = np.sqrt((np.asarray(X, dtype=float) ** 2).sum(axis=axis, keepdims=True))
    return X / np.maximum(lengths, eps)


def reject(v: np.ndarray, u: np.ndarray) -> np.ndarray:
    """The part of v that is orthogonal to u.

    v        (D,)  any vector
    u        (D,)  the direction to remove, of any length but 0
    returns  (D,)  v less its projection on u

    >>> reject(np.array([2.0, 3.0]), np.array([5.0, 0.0]))
    array([0., 3.])
    """
    v, u = np.asarray(v, dtype=float), np.asarray(u, dtype=float)
    return v - (u @ v) / (u @ u) * u
