"""Day 12, Matrices as machines: the reference functions. Made by `log2attn build`; do not edit."""

from collections.abc import Callable
from log2attn.learn.style import BLUE
import matplotlib.pyplot as plt
import numpy as np


def matvec_rows(A: np.ndarray, x: np.ndarray) -> np.ndarray:
    """A (M, D) applied to x (D,), as one dot product for each row of A."""
    return np.array([row @ x for row in A])


def outer_sum(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """The table of all sums a[i] + b[j]: (N,), (M,) → (N, M)."""
    return np.asarray(a)[:, None] + np.asarray(b)


def scale_channels(img: np.ndarray, s: np.ndarray) -> np.ndarray:
    """A picture (h, w, 3), each of its channels times its own factor, s (3,)."""
    return np.asarray(img) * np.asarray(s)


def matvec_cols(A: np.ndarray, x: np.ndarray) -> np.ndarray:
    """The matrix A applied to x, as a combination of the columns of A.

    A        (M, D)  the matrix
    x        (D,)    how much of each column
    returns  (M,)    x[0] times the first column, plus x[1] times the second, …

    >>> A = np.array([[1.0, 0.0], [2.0, 5.0], [3.0, 0.0]])
    >>> matvec_cols(A, np.array([2.0, 1.0]))
    array([2., 9., 6.])
    """
    total = np.zeros(len(A))
    for j in range(len(x)):
        total = total + float(x[j]) * A[:, j]
    return total


def center_rows(X: np.ndarray) -> np.ndarray:
    """Each row of a table less its own mean.

    X        (N, D)  one row of numbers for each of N
    returns  (N, D)  a new table; every row has mean 0

    >>> center_rows(np.array([[1.0, 2.0, 6.0], [5.0, 5.0, 5.0]]))
    array([[-2., -1.,  3.],
           [ 0.,  0.,  0.]])
    """
    return X - X.mean(axis=1, keepdims=True)


def linear_layer(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """A layer: every row of X times W, plus b.

    X        (N, d_in)      examples as rows
    W        (d_in, d_out)  weights, one column for each output
    b        (d_out,)       biases
    returns  (N, d_out)     one row of outputs for each example

    >>> W, b = np.array([[2.0, 0.0], [-1.0, 1.0]]), np.array([3.0, -2.0])
    >>> linear_layer(np.array([[1.0, 4.0]]), W, b)
    array([[1., 2.]])
    """
    return X @ W + b


def map_of(f: Callable, n: int) -> np.ndarray:
    """The matrix of a linear machine, found by asking it.

    f        takes one vector (n,), returns a vector (m,)
    n        how many numbers f takes, at least 1
    returns  (m, n)  the matrix A with f(x) = A @ x
    raises   ValueError if f moves the origin by more than 1e-9 in some entry

    >>> map_of(lambda x: np.array([x[0] + 2 * x[2], 5 * x[1]]), 3)
    array([[1., 0., 2.],
           [0., 5., 0.]])
    """
    if np.max(np.abs(f(np.zeros(n)))) > 1e-9:
        raise ValueError("f moves the origin: it is not linear, and has no matrix")
    return np.column_stack([f(e) for e in np.eye(n)])


def draw_grid(ax: plt.Axes, A: np.ndarray) -> None:
    """Draw where a matrix sends the lines of a grid.

    ax       the Axes to draw on; nothing is returned
    A        (2, 2)  the matrix

    >>> ax = fresh_axes()
    >>> draw_grid(ax, np.array([[2.0, -1.0], [1.0, 1.0]]))
    >>> len(read_axes(ax)["lines"]) >= 10
    True
    """
    for k in range(-2, 3):
        for ends in ([[k, -2], [k, 2]], [[-2, k], [2, k]]):
            moved = np.array(ends) @ A.T
            ax.plot(moved[:, 0], moved[:, 1], "-", color=BLUE)
    ax.set(aspect="equal")


def is_linear(f: Callable, n: int, rng: np.random.Generator) -> bool:
    """Whether a machine passes a test of linearity at random points.

    f        takes a vector (n,), returns a vector (m,)
    n        how many numbers f takes
    rng      a generator to draw vectors and factors from
    returns  True if sums go to sums and multiples to multiples, up to rounding

    >>> is_linear(lambda x: 3 * x, 2, np.random.default_rng(0))
    True
    """
    for _ in range(10):
        x, y, a = rng.normal(size=n), rng.normal(size=n), rng.normal()
        if not np.allclose(f(x + y), f(x) + f(y), rtol=1e-9, atol=1e-9):
            return False
        if not np.allclose(f(a * x), a * f(x), rtol=1e-9, atol=1e-9):
            return False
    return True
