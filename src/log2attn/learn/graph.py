"""Draw a computation graph: each node with its value and its gradient, arrows from what went in to what came out."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch
from matplotlib.path import Path

from log2attn.learn.style import BLUE, GRAY, INK, VERMILLION

WIDTH, STEP, ROW = 1.5, 2.3, 1.35  # of a box, from layer to layer, from row to row


def draw_graph(root: Any, ax: Axes | None = None, *, slopes: bool = False) -> Figure:
    """Draw every node that ``root`` was computed from, inputs on the left, ``root`` on the right.

    root    any object with .data, .grad and .parents (a sequence of such objects); a .name is shown if there is one
    ax      an Axes to draw into; a new figure of fitting size if None
    slopes  write each arrow's local slope beside it: what ``.push(1.0)`` gives for that parent
    """
    nodes, edges = _collect(root)
    layer = _layers(len(nodes), edges)
    spots, routes = _places(layer, edges)
    height = 1.05 if any(getattr(node, "name", "") for node in nodes) else 0.75
    (left, right), (bottom, top) = _limits(spots, height)
    if ax is None:
        _, ax = plt.subplots(figsize=(0.67 * (right - left), 0.92 * (top - bottom)))
    ax.set(xlim=(left, right), ylim=(bottom, top))
    ax.set_axis_off()
    size = _font_size(ax, height, max(len(text) for node in nodes for text, *_ in _lines(node)))
    for at, node in enumerate(nodes):
        _box(ax, node, spots[at, layer[at]], height, size)
    for edge, points in routes.items():
        label = f"×{_short(nodes[edge[1]].push(1.0)[edge[2]])}" if slopes else ""
        _arrow(ax, points, label, size)
    return ax.figure


def _collect(root: Any) -> tuple[list[Any], list[tuple[int, int, int]]]:
    """The nodes, and the arrows between them as (from, to, which of its parents), by the nodes' places in the list."""
    nodes, place, edges = [root], {id(root): 0}, []
    for child in nodes:  # the list grows while it is walked
        for which, parent in enumerate(child.parents):
            if id(parent) not in place:
                place[id(parent)] = len(nodes)
                nodes.append(parent)
            edges.append((place[id(parent)], place[id(child)], which))
    return nodes, edges


def _layers(n: int, edges: list[tuple[int, int, int]]) -> list[int]:
    """Each node one layer right of its rightmost parent; an input stands right before its first use."""
    layer = [0] * n
    for _ in range(n):
        for start, end, _which in edges:
            layer[end] = max(layer[end], layer[start] + 1)
    for at in set(range(n)) - {end for _, end, _ in edges}:
        layer[at] = min((layer[end] for start, end, _ in edges if start == at), default=1) - 1
    return layer


def _places(layer: list[int], edges: list[tuple[int, int, int]]) -> tuple[dict, dict]:
    """(node, layer) → (x, row), and edge → the points it runs through. A long arrow keeps a free row in each layer it crosses."""
    follows: dict[tuple, list[tuple]] = {(at, column): [] for at, column in enumerate(layer)}
    rank = {key: (0, i) for i, key in enumerate(follows)}
    stops: dict[tuple, list[tuple]] = {}
    for edge in edges:
        start, end, which = edge
        between = [(edge, column) for column in range(layer[start] + 1, layer[end])]
        stops[edge] = [(start, layer[start]), *between, (end, layer[end])]
        for here, there in zip(stops[edge], stops[edge][1:], strict=False):
            follows.setdefault(here, []).append(there)
            rank[here] = min(rank.get(here, (9, 0)), (which, start))
    spots: dict[tuple, tuple[float, float]] = {}
    for column in range(max(layer), -1, -1):
        here = [key for key in follows if key[1] == column]
        pull = {key: sum(spots[to][1] for to in follows[key]) / max(1, len(follows[key])) for key in here}
        here.sort(key=lambda key: (-pull[key], rank[key]))
        for i, key in enumerate(here):
            spots[key] = (column * STEP, (len(here) - 1) / 2 - i)
    return spots, {edge: _route(edge, stops, spots) for edge in edges}


def _route(edge: tuple, stops: dict, spots: dict) -> list[tuple[float, float]]:
    """From the right side of one box to the left side of another; arrows into one box arrive one below the other."""
    points = [(spots[key][0], ROW * spots[key][1]) for key in stops[edge]]
    together = sorted((e for e in stops if e[1] == edge[1]), key=lambda e: (-spots[stops[e][-2]][1], e[2]))
    spread = 0.32 * ((len(together) - 1) / 2 - together.index(edge)) if len(together) > 1 else 0.0
    points[0] = (points[0][0] + WIDTH / 2, points[0][1])
    points[-1] = (points[-1][0] - WIDTH / 2, points[-1][1] + spread)
    return points


def _limits(spots: dict, height: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """What must be seen: every box, and every point an arrow runs through."""
    xs = [x for x, _ in spots.values()]
    half = {key: height / 2 if isinstance(key[0], int) else 0.05 for key in spots}
    bottom = min(ROW * spots[key][1] - half[key] for key in spots)
    top = max(ROW * spots[key][1] + half[key] for key in spots)
    return (min(xs) - WIDTH / 2 - 0.15, max(xs) + WIDTH / 2 + 0.15), (bottom - 0.12, top + 0.12)


def _font_size(ax: Axes, height: float, letters: int) -> float:
    """As large as the boxes allow, in points."""
    spec = ax.get_subplotspec()  # the layout is not done yet, so the axes' own size would mislead
    columns, rows = (
        (1, 1)
        if spec is None
        else (spec.get_gridspec().ncols / len(spec.colspan), spec.get_gridspec().nrows / len(spec.rowspan))
    )
    across, up = (
        72 * ax.figure.get_figwidth() / columns,
        72 * ax.figure.get_figheight() / rows - (16 if rows * columns > 1 else 0),
    )
    wide = across / abs(ax.get_xlim()[1] - ax.get_xlim()[0]) * WIDTH
    high = up / abs(ax.get_ylim()[1] - ax.get_ylim()[0]) * height
    return max(5.0, min(10.5, wide / (0.6 * letters + 1.2), high / (5.4 if height > 1 else 3.8)))


def _lines(node: Any) -> list[tuple[str, str, str]]:
    """What a box says, line by line: the words, their color, their weight."""
    name = str(getattr(node, "name", ""))
    words = [
        (f"data {_short(node.data)}", BLUE, "normal"),
        (f"grad {_short(node.grad)}", VERMILLION, "normal"),
    ]
    return [(name, INK, "bold"), *words] if name else words


def _box(ax: Axes, node: Any, spot: tuple[float, float], height: float, size: float) -> None:
    x, y = spot[0], ROW * spot[1]
    ax.add_patch(
        FancyBboxPatch(
            (x - WIDTH / 2, y - height / 2),
            WIDTH,
            height,
            boxstyle="round,pad=0,rounding_size=0.12",
            facecolor="white",
            edgecolor=INK,
            linewidth=1.2,
            zorder=3,
        )
    )
    lines = _lines(node)
    for i, (text, color, weight) in enumerate(lines):
        drop = height * ((len(lines) - 1) / 2 - i) / (len(lines) + 0.35)
        ax.text(
            x, y + drop, text, color=color, weight=weight, fontsize=size, ha="center", va="center", zorder=4
        )


def _arrow(ax: Axes, points: list[tuple[float, float]], label: str, size: float) -> None:
    """A curve that leaves and arrives horizontally, with its label in the middle."""
    track, codes = [points[0]], [Path.MOVETO]
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = (x0 + x1) / 2
        track += [(middle, y0), (middle, y1), (x1, y1)]
        codes += [Path.CURVE4] * 3
    ax.add_patch(
        FancyArrowPatch(
            path=Path(track, codes), arrowstyle="-|>", mutation_scale=11, color=GRAY, linewidth=1.4, zorder=2
        )
    )
    if label:
        (x0, y0), (x1, y1) = points[0], points[1]
        ax.text(
            (x0 + x1) / 2,
            (y0 + y1) / 2,
            label,
            fontsize=size,
            color=INK,
            ha="center",
            va="center",
            zorder=5,
            bbox={"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none"},
        )


def _short(number: Any) -> str:
    """A number in four digits; anything else as Python writes it."""
    try:
        return f"{float(number):.4g}".replace("-", "\N{MINUS SIGN}")
    except (TypeError, ValueError):
        return str(number)
