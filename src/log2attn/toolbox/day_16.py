"""Day 16, Eigenvalues and eigenvectors: the reference functions. Made by `log2attn build`; do not edit."""

import numpy as np


def eig2(A: np.ndarray) -> tuple[float, float]:
    """The two eigenvalues of a 2×2 table.

    A        (2, 2)  real numbers
    returns  a pair  the larger one first; the same one twice, if they agree

    Raises ValueError if the eigenvalues are not real.

    >>> [float(lam) for lam in eig2(np.array([[3.0, 0.0], [0.0, 7.0]]))]
    [7.0, 3.0]
    """
    (a, b), (c, d) = np.asarray(A, dtype=float)
    middle, under = (a + d) / 2, ((a - d) / 2) ** 2 + b * c
    if under < 0:
        raise ValueError("The eigenvalues are not real.")
    return middle + np.sqrt(under), middle - np.sqrt(under)


def pagerank(links: list[list[int]], damping: float, tol: float) -> np.ndarray:
    """The share of readers on each page, in the long run.

    links    n lists  links[i] holds the numbers of the pages that page i points to
    damping  the share of readers who follow a link, 0 <= damping < 1
    tol      stop when the summed changes of one step are at most this, above 0
    returns  (n,)     shares, which sum to 1

    >>> pagerank([[1], [0]], 0.85, 1e-9)
    array([0.5, 0.5])
    """
    n = len(links)
    step = np.full((n, n), (1 - damping) / n)
    for i, targets in enumerate(links):
        targets = targets if len(targets) else range(n)
        step[list(targets), i] += damping / len(targets)
    x, change = np.full(n, 1 / n), np.inf
    while change > tol:
        old, x = x, step @ x
        change = np.abs(x - old).sum()
    return x


def power_iteration(
    A: np.ndarray, v0: np.ndarray, n: int, tol: float
) -> tuple[float, np.ndarray, list[float]]:
    """The eigenvalue of largest size and its direction, by repeating the machine.

    A        (D, D)  the machine
    v0       (D,)    a start that A never sends to zero
    n        the largest number of steps, n >= 1
    tol      stop when the length of A v - lam v is at most this
    returns  (lam, v, history): the last quotient, v (D,) of length 1, and the list of
             the Rayleigh quotients after each step

    >>> A, v0 = np.array([[2.0, 0.0], [0.0, -5.0]]), np.array([1.0, 1.0])
    >>> lam, v, history = power_iteration(A, v0, 50, 1e-9)
    >>> round(float(lam), 6), np.abs(v).round(6).tolist()
    (-5.0, [0.0, 1.0])
    """
    A, v = np.asarray(A, dtype=float), np.asarray(v0, dtype=float)
    v, history, gap = v / np.linalg.norm(v), [], np.inf
    while len(history) < n and gap > tol:
        v = A @ v
        v = v / np.linalg.norm(v)
        history.append(v @ A @ v)
        gap = np.linalg.norm(A @ v - history[-1] * v)
    return history[-1], v, history


def matpow(A: np.ndarray, k: int) -> np.ndarray:
    """The machine A applied k times, as one table.

    A        (D, D)  with D independent eigenvectors
    k        number of steps, k >= 0
    returns  (D, D)  A to the power k; the identity for k = 0

    >>> matpow(np.array([[1, 1], [1, 0]]), 10).round(6)
    array([[89., 55.],
           [55., 34.]])
    """
    lams, C = np.linalg.eig(np.asarray(A, dtype=float))
    return (C * lams**k @ np.linalg.inv(C)).real
