"""Day 9, Two variables: seeing and fitting: the reference functions. Made by `log2attn build`; do not edit."""

from log2attn.learn.style import BLUE
from log2attn.learn.style import INK
from matplotlib.axes import Axes
import numpy as np


def covariance(x: np.ndarray, y: np.ndarray, ddof: int) -> float:
    """Covariance of n pairs: the summed products of deviations, divided by n - ddof.

    x, y     (n,)  the two columns, n > ddof
    ddof     0 or 1
    returns  one number, in units of x times units of y

    >>> float(covariance(np.array([1.0, 3.0]), np.array([5.0, 9.0]), ddof=1))
    4.0
    """
    dx, dy = x - x.mean(), y - y.mean()
    return (dx * dy).sum() / (len(x) - ddof)


def pearson(x: np.ndarray, y: np.ndarray) -> float:
    """Correlation of n pairs: their covariance in units of both standard deviations.

    x, y     (n,)  the two columns, n ≥ 2, neither of them constant
    returns  r, from -1 to 1

    >>> round(float(pearson(np.array([1.0, 2.0, 3.0]), np.array([3.0, 1.0, -1.0]))), 4)
    -1.0
    """
    return covariance(x, y, ddof=0) / (x.std(ddof=0) * y.std(ddof=0))


def fit_line(x: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """Slope and intercept of the line m * x + b with the smallest mean squared gap.

    x, y     (n,)  the two columns, n ≥ 2, in any order; x is not constant, y may be
    returns  (m, b), two numbers

    >>> m, b = fit_line(np.array([1.0, 2.0, 3.0]), np.array([5.0, 7.0, 9.0]))
    >>> round(float(m), 4), round(float(b), 4)
    (2.0, 3.0)
    """
    m = covariance(x, y, ddof=0) / x.var(ddof=0)
    b = y.mean() - m * x.mean()
    return m, b


def r2(y: np.ndarray, yhat: np.ndarray) -> float:
    """Share of the squared deviations of y that the predictions remove.

    y        (n,)  the true values, not all equal
    yhat     (n,)  the predictions
    returns  one number, at most 1: 1 is perfect, negative is worse than the mean

    >>> float(r2(np.array([1.0, 2.0, 3.0]), np.array([1.0, 2.0, 4.0])))
    0.5
    """
    missed = y.astype(float) - yhat  # floats: whole numbers of few bits know no minus
    return 1 - (missed**2).sum() / ((y - y.mean()) ** 2).sum()


def draw_fit(ax: Axes, x: np.ndarray, y: np.ndarray, m: float, b: float) -> None:
    """Draw points and a line on the given Axes, with labels, a legend and named axes.

    The line ends where the points end.

    ax       the Axes to draw on; nothing is returned
    x, y     (n,)  the points, n ≥ 2, in any order
    m, b     slope and intercept of the line

    >>> ax = fresh_axes()
    >>> draw_fit(ax, np.array([1.0, 3.0]), np.array([4.0, 5.0]), 0.5, 3.5)
    >>> len(read_axes(ax)["legend"])
    2
    """
    ends = np.array([x.min(), x.max()])
    ax.scatter(x, y, color=INK, label="data")
    ax.plot(ends, m * ends + b, color=BLUE, label=f"line, slope {m:.3g}")
    ax.set(xlabel="x", ylabel="y")
    ax.legend()


def binned_mean(x: np.ndarray, y: np.ndarray, edges: np.ndarray) -> np.ndarray:
    """Mean of y in each slice of x.

    x, y     (n,)    the two columns
    edges    (k+1,)  rising edges of k slices; a slice includes its left edge, the
             last one also its right edge
    returns  (k,)    the means, nan for a slice without points

    >>> binned_mean(np.array([1, 2, 3]), np.array([5.0, 7.0, 1.0]), np.array([0, 2, 3]))
    array([5., 4.])
    """
    means = np.full(len(edges) - 1, np.nan)
    for k in range(len(edges) - 1):
        last = k == len(edges) - 2
        inside = (edges[k] <= x) & ((x < edges[k + 1]) | (last & (x == edges[k + 1])))
        if inside.any():
            means[k] = y[inside].mean()
    return means
