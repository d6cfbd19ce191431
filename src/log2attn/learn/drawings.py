"""Recurring drawings of vectors and landscapes in the plane, for lessons whose subject is what they show."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from matplotlib.axes import Axes

from log2attn.learn.style import BLUE, GRAY, GREEN, PURPLE, VERMILLION


def plane(ax: Axes, right: float, top: float, left: float = 0.0, bottom: float = 0.0) -> None:
    """A drawing area on which one unit is equally long in both directions, for vectors with two entries."""
    ax.set(
        xlim=(left, right), ylim=(bottom, top), aspect="equal", xlabel="first entry", ylabel="second entry"
    )
    ax.locator_params(integer=True, nbins=7)


def arrow(
    ax: Axes,
    start: np.ndarray,
    end: np.ndarray,
    color: str,
    name: str = "",
    beside: tuple[float, float] = (0.1, 0.1),
    style: str = "-",
) -> None:
    """An arrow from one point to another, with its name so far beside its middle."""
    line = {"arrowstyle": "-|>", "color": color, "lw": 2.2, "linestyle": style}
    ax.annotate(
        "", xy=end, xytext=start, arrowprops=line | {"shrinkA": 0, "shrinkB": 0, "mutation_scale": 14}
    )
    ax.text(*(np.add(start, end) / 2 + beside), name, color=color)


def shadow(ax: Axes, u: np.ndarray, v: np.ndarray) -> np.ndarray:
    """The shadow of v on the line along u as a broad bar, and the dashed residual that closes the triangle.

    returns  (2,)  the tip of the shadow
    """
    p = (u @ v) / (u @ u) * u
    ax.axline((0, 0), u, color=GRAY, linestyle=":", linewidth=1.2)
    arrow(ax, (0, 0), u, BLUE, "u", 0.4 * u + (0.0, -0.4))
    arrow(ax, (0, 0), v, VERMILLION, "v", v / 2 + 0.15 * v / np.linalg.norm(v) + (-0.05, 0.08))
    ax.plot([0, p[0]], [0, p[1]], color=GREEN, linewidth=7, alpha=0.5, solid_capstyle="butt")
    ax.plot([p[0], v[0]], [p[1], v[1]], color=PURPLE, linestyle="--")
    return p


def moved_grid(ax: Axes, machine: np.ndarray, reach: int = 2) -> None:
    """The lines of the plane's grid before a machine (gray, dotted) and after it (blue), with the arrows to its two columns.

    machine  (2, 2)
    reach    lines and their ends lie at the whole numbers from −reach to reach
    """
    ends = np.array([-reach, reach])
    for k in range(-reach, reach + 1):
        for line in ([[k, k], ends], [ends, [k, k]]):
            before, after = np.array(line, dtype=float), machine @ np.array(line, dtype=float)
            ax.plot(*before, color=GRAY, linestyle=":", linewidth=0.8)
            ax.plot(*after, color=BLUE, linestyle="-", linewidth=1.2)
    for j, color, style, va in ((0, VERMILLION, "-", "top"), (1, GREEN, "--", "bottom")):
        tip = machine[:, j]
        arrow(ax, (0, 0), tip, color, style=style)
        side = 1 if tip[0] >= 0 else -1
        plate = {"facecolor": "white", "edgecolor": "none", "pad": 1}
        at = {"ha": "left" if side > 0 else "right", "va": va, "color": color, "bbox": plate}
        ax.text(tip[0] + 0.15 * side, tip[1], f"column {j + 1}", fontsize=9, **at)


def contours(
    ax: Axes,
    f: Callable[[np.ndarray], np.ndarray],
    x: tuple[float, float],
    y: tuple[float, float],
    levels: list[float],
) -> None:
    """Contour lines of a cost of two numbers, seen from above: all places whose height is one of the levels.

    f        takes the grid of places, (2, n, n) with both entries first, and returns the heights (n, n)
    x, y     from where to where the first and the second entry go
    levels   the heights, ascending
    """
    grid = np.array(np.meshgrid(np.linspace(*x, 201), np.linspace(*y, 201)))
    ax.contour(*grid, f(grid), levels=levels, linewidths=1.2)
    ax.set(xlabel="$w_1$", ylabel="$w_2$", xlim=x, ylim=y, aspect="equal")
