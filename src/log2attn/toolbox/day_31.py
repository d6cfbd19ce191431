"""Day 31, Jacobians, JVP and VJP: the reference functions. Made by `log2attn build`; do not edit."""

from collections.abc import Callable
import numpy as np


def numjac(f: Callable, x: np.ndarray, h: float = 1e-5) -> np.ndarray:
    """The Jacobian of f at x, measured by central slopes.

    f        takes an array (n,) and returns an array (m,)
    x        (n,)    the place
    h        how far each input moves ahead and back
    returns  (m, n)  entry i, j: the slope of output i in input j

    >>> numjac(lambda v: np.array([v[0] + 2 * v[1]]), np.array([0.0, 0.0])).round(6)
    array([[1., 2.]])
    """
    steps = h * np.eye(len(x))
    return np.column_stack([(f(x + step) - f(x - step)) / (2 * h) for step in steps])


def jvp_vs_vjp_cost(dims: list[int]) -> tuple[int, int]:
    """What the whole Jacobian of a chain costs, in multiplications, from either end.

    dims     widths n_0 … n_L, inputs first: at least two whole numbers
    returns  (by JVPs, by VJPs): n_0 · S and n_L · S, with S the sum of n_i · n_{i+1}

    >>> jvp_vs_vjp_cost([5, 2, 1])
    (60, 12)
    """
    S = sum(n * m for n, m in zip(dims, dims[1:]))
    return dims[0] * S, dims[-1] * S


def vjp_linear(
    X: np.ndarray, W: np.ndarray, b: np.ndarray, g: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The gradients of a layer X @ W + b, from the gradient of its output.

    X        (N, d_in)      rows that went in
    W, b     (d_in, d_out), (d_out,)  weights and biases
    g        (N, d_out)     gradient of the loss in every output
    returns  gX (N, d_in), gW (d_in, d_out), gb (d_out,)

    >>> X, W, b = np.array([[2.0]]), np.array([[3.0]]), np.array([1.0])
    >>> [part.tolist() for part in vjp_linear(X, W, b, np.array([[5.0]]))]
    [[[15.0]], [[10.0]], [5.0]]
    """
    return g @ W.T, X.T @ g, g.sum(axis=0)


def unbroadcast(g: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """The gradient of a value that was broadcast: the sum over all copies.

    g        (…)  gradient in the shape the value was broadcast to
    shape    the shape of the value itself
    returns  an array of that shape

    >>> unbroadcast(np.array([[1.0, 2.0], [3.0, 4.0]]), (2,))
    array([4., 6.])
    """
    while np.ndim(g) > len(shape):
        g = g.sum(axis=0)
    for axis, length in enumerate(shape):
        if length == 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


def jac_elementwise(df: Callable, x: np.ndarray) -> np.ndarray:
    """The Jacobian of a function that acts on every entry by itself.

    df       its derivative: takes an array (n,) and returns one, (n,)
    x        (n,)    the place
    returns  (n, n)  the slopes on the diagonal, 0 elsewhere

    >>> jac_elementwise(lambda x: 2 * x, np.array([1.0, 3.0]))
    array([[2., 0.],
           [0., 6.]])
    """
    return np.eye(len(x)) * df(x)
