"""Day 33, Gradients of regression, vectorized: the reference functions. Made by `log2attn build`; do not edit."""

from log2attn.toolbox import sigmoid
import numpy as np


def grad_lstsq(X: np.ndarray, y: np.ndarray, w: np.ndarray, lam: float) -> np.ndarray:
    """The gradient of the mean squared error plus lam times the squared length of w.

    X        (N, D)  examples as rows
    y        (N,)    targets
    w        (D,)    weights
    lam      price of large weights, at least 0
    returns  (D,)    the slope in each weight

    >>> grad_lstsq(np.array([[1.0, 2.0]]), np.array([3.0]), np.array([1.0, 2.0]), 0.5)
    array([ 5., 10.])
    """
    r = X @ w - y
    return 2 * X.T @ r / len(y) + 2 * lam * w


def grad_logistic(X: np.ndarray, y: np.ndarray, w: np.ndarray) -> np.ndarray:
    """The gradient of the mean logistic loss.

    X        (N, D)  examples as rows, the column of ones included
    y        (N,)    labels, 0 or 1
    w        (D,)    weights
    returns  (D,)    the slope in each weight

    >>> grad_logistic(np.array([[1.0, 4.0]]), np.array([0]), np.array([0.0, 0.0]))
    array([0.5, 2. ])
    """
    return X.T @ (sigmoid(X @ w) - y) / len(y)


def fit_logistic(
    X: np.ndarray, y: np.ndarray, lr: float, steps: int, l2: float
) -> np.ndarray:
    """Logistic regression by gradient descent from zero weights.

    X        (N, D)  examples as rows, the first column all ones
    y        (N,)    labels, 0 or 1
    lr       learning rate
    steps    how many steps to take
    l2       price of the squared weights, without the first
    returns  (D,)    the weights after the last step

    >>> fit_logistic(np.array([[1.0, 2.0]]), np.array([1]), 1.0, 1, 0.5)
    array([0.5, 1. ])
    """
    w = np.zeros(X.shape[1])
    for _ in range(steps):
        price = 2 * l2 * w
        price[0] = 0
        w = w - lr * (grad_logistic(X, y, w) + price)
    return w


def speedup(d: int, steps: int) -> tuple[int, int]:
    """How many costs gradient descent computes, with measured slopes and by formula.

    d        number of weights
    steps    number of steps
    returns  (by central differences, by formula), a gradient by formula counted as two

    >>> speedup(4, 300)
    (2400, 600)
    """
    return 2 * d * steps, 2 * steps


def decision_boundary(w: np.ndarray) -> tuple[float, float]:
    """The line on which w[0] + w[1]·x + w[2]·y is 0, as slope and intercept.

    w        (3,)  weights: of the ones, of x, of y
    returns  (m, b); a vertical line (w[2] = 0) raises a ValueError

    >>> m, b = decision_boundary(np.array([6.0, 2.0, -3.0]))
    >>> round(float(m), 4), round(float(b), 4)
    (0.6667, 2.0)
    """
    if w[2] == 0:
        raise ValueError("the boundary is vertical: w[2] is 0")
    return -w[1] / w[2], -w[0] / w[2]
