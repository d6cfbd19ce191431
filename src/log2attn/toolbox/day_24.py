"""Day 24, Gradients and cost minimization: the reference functions. Made by `log2attn build`; do not edit."""

from log2attn.toolbox import log_add
import numpy as np


from collections.abc import Callable


def numerical_gradient(f: Callable, w: np.ndarray, h: float = 1e-5) -> np.ndarray:
    """The gradient of f at w: in each direction the central slope.

    f        takes an array (D,) and returns one number
    w        (D,)  the place
    h        how far to move ahead and back
    returns  (D,)  the slope of f in each direction

    >>> numerical_gradient(lambda w: 3 * w[0] - w[1], np.array([0.0, 0.0])).round(6)
    array([ 3., -1.])
    """
    steps = h * np.eye(len(w))
    return np.array([(f(w + step) - f(w - step)) / (2 * h) for step in steps])


def descend_numeric(
    f: Callable, w0: np.ndarray, lr: float, steps: int, h: float = 1e-5
) -> np.ndarray:
    """The path of gradient descent with measured slopes.

    f        takes an array (D,) and returns one number, the cost
    w0       (D,)  where to start
    lr       learning rate
    steps    how many steps to take, 0 or more
    h        how far ahead and back the slopes are measured
    returns  (steps + 1, D)  one place a row, the start first

    >>> descend_numeric(lambda w: w[0] ** 2, np.array([4.0]), 0.25, 2).round(6)
    array([[4.],
           [2.],
           [1.]])
    """
    path = [np.array(w0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - lr * numerical_gradient(f, path[-1], h))
    return np.array(path)


def logistic_loss(w: np.ndarray, X: np.ndarray, y: np.ndarray) -> float:
    """The mean surprise of labels under logistic regression, in nats, without overflow.

    w        (D,)    weights
    X        (N, D)  examples as rows, the column of ones included
    y        (N,)    labels, 0 or 1
    returns  a number >= 0

    >>> loss = logistic_loss(np.zeros(2), np.array([[1.0, 5.0]]), np.array([1]))
    >>> round(float(loss), 4)
    0.6931
    """
    z = X @ w
    return log_add(0.0, np.where(y == 1, -z, z)).mean()


def fit_logistic_fd(
    X: np.ndarray, y: np.ndarray, lr: float, steps: int, h: float = 1e-5
) -> tuple[np.ndarray, np.ndarray, int]:
    """Logistic regression by gradient descent from zero weights, with measured slopes.

    X        (N, D)  examples as rows, the column of ones included
    y        (N,)    labels, 0 or 1
    lr       learning rate
    steps    how many steps to take
    h        how far ahead and back the slopes are measured
    returns  w (D,) after the last step; losses (steps + 1,), at zero weights first;
             the number of costs computed to measure slopes

    >>> w, losses, count = fit_logistic_fd(np.array([[2.0]]), np.array([1]), 1.0, 1)
    >>> w.round(4), losses.round(4), count
    (array([1.]), array([0.6931, 0.1269]), 2)
    """
    cost = lambda w: logistic_loss(w, X, y)
    path = descend_numeric(cost, np.zeros(X.shape[1]), lr, steps, h)
    return path[-1], np.array([cost(w) for w in path]), 2 * X.shape[1] * steps


def basins(Z: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Where walks to the lowest of eight neighbors end.

    Z        (R, C)  heights
    starts   (n, 2)  row and column of each start, whole numbers
    returns  (n, 2)  row and column of each end, whole numbers

    >>> basins(np.array([[9, 8, 1], [9, 7, 6]]), np.array([[1, 0], [0, 2]]))
    array([[0, 2],
           [0, 2]])
    """
    R, C = Z.shape

    def end(r, c):
        while True:
            rows = range(max(r - 1, 0), min(r + 2, R))
            columns = range(max(c - 1, 0), min(c + 2, C))
            near = [(i, j) for i in rows for j in columns]
            lowest = min(near, key=lambda cell: Z[cell])
            if Z[lowest] >= Z[r, c]:
                return r, c
            r, c = lowest

    return np.array([end(r, c) for r, c in starts])
