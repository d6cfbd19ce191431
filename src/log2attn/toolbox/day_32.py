"""Day 32, Curvature: Hessian and Taylor: the reference functions. Made by `log2attn build`; do not edit."""

from collections.abc import Callable
import numpy as np


def taylor2(f0: float, g: np.ndarray, H: np.ndarray, dx: np.ndarray) -> float:
    """The forecast of second order for the height a step away.

    f0       height at the place
    g        (n,)    gradient there
    H        (n, n)  Hessian there
    dx       (n,)    the step
    returns  the height that is forecast at the place plus dx

    >>> float(taylor2(1.0, np.array([2.0]), np.array([[6.0]]), np.array([0.5])))
    2.75
    """
    return f0 + g @ dx + dx @ H @ dx / 2


def classify_point(H: np.ndarray, tol: float = 1e-6) -> str:
    """What kind of level place has this Hessian.

    H        (n, n)  symmetric table of second derivatives
    tol      eigenvalues of this size or less count as 0
    returns  "minimum", "maximum", "saddle" or "undecided"

    >>> classify_point(np.array([[2.0, 0.0], [0.0, -1.0]]))
    'saddle'
    """
    lams = np.linalg.eigh(H)[0]
    up, down = (lams > tol).any(), (lams < -tol).any()
    if up and down:
        return "saddle"
    if (abs(lams) <= tol).any():
        return "undecided"
    return "minimum" if up else "maximum"


def numhess(f: Callable, x: np.ndarray, h: float = 1e-4) -> np.ndarray:
    """The Hessian of f at x, measured.

    f        takes an array (n,) and returns one number
    x        (n,)    the place
    h        step
    returns  (n, n)  second derivatives, symmetric

    >>> numhess(lambda v: v[0] * v[1], np.array([1.0, 2.0])).round(4) + 0.0
    array([[0., 1.],
           [1., 0.]])
    """
    E = h * np.eye(len(x))
    four = lambda a, b: f(x + a + b) - f(x + a - b) - f(x - a + b) + f(x - a - b)
    H = np.array([[four(a, b) for b in E] for a in E]) / (4 * h * h)
    return (H + H.T) / 2


def gd_rate(eigs: np.ndarray) -> tuple[float, float]:
    """The best learning rate on a bowl, and what is left of the distance after a step.

    eigs     (n,)  curvatures: eigenvalues of the Hessian, above 0, in any order
    returns  (lr, rate)

    >>> lr, rate = gd_rate(np.array([9.0, 1.0, 5.0]))
    >>> round(float(lr), 6), round(float(rate), 6)
    (0.2, 0.8)
    """
    low, high = min(eigs), max(eigs)
    return 2 / (low + high), (high - low) / (high + low)


def hvp(grad: Callable, x: np.ndarray, v: np.ndarray, h: float = 1e-5) -> np.ndarray:
    """The Hessian times a vector, from two gradients, without making the Hessian.

    grad     takes an array (n,) and returns the gradient there, (n,)
    x        (n,)  the place
    v        (n,)  a direction, of any length
    h        step, in units of v
    returns  (n,)  H v

    >>> hvp(lambda x: 6 * x, np.array([1.0, 2.0]), np.array([1.0, 0.0])).round(6)
    array([6., 0.])
    """
    return (grad(x + h * v) - grad(x - h * v)) / (2 * h)
