"""Figures as the course shows them: with alt text, in one style, and readable as plain data by a check."""

from __future__ import annotations

import base64
import html
import io
import os
import sys
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import numpy as np
from IPython import get_ipython
from IPython.display import display

from log2attn.learn.style import HOUSE

# pyplot is imported where something is drawn: it takes longer than all the rest of the package, and most commands draw nothing.
if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

mpl.rcParams.update(HOUSE)

DPI = 110
WIDGET = "application/vnd.jupyter.widget-view+json"
KERNEL_RUNS = "The slider works while the kernel runs. If none is to be seen, run this cell again."
# Each is called with a figure, its alt text and its slider's numbers ({} if none) before the figure is shown. Empty for
# learners: the tools put themselves here to look at what a lesson draws.
observers: list[Callable[[Figure, str, dict[str, float]], None]] = []


def figure(fig: Figure, *, alt: str) -> None:
    """Show a finished figure below the cell, with a text that says what it shows to those who cannot see it.

    fig   a matplotlib Figure; it is closed afterwards, so that it appears once
    alt   one or two sentences stating the finding ("Two curves crossing at z = 0 …")
    """
    import matplotlib.pyplot as plt

    if not isinstance(alt, str) or len(alt.split()) < 3:
        raise ValueError("figure() needs alt text: a sentence that states what the figure shows.")
    _without_grid_over_images(fig)
    for observe in observers:
        observe(fig, alt, {})
    if get_ipython() is not None:
        display({"text/html": _as_html(fig, alt), "text/plain": f"[figure: {alt}]"}, raw=True)
    plt.close(fig)


def _without_grid_over_images(fig: Figure) -> None:
    from matplotlib.collections import QuadMesh

    for ax in fig.axes:
        if ax.images or any(isinstance(part, QuadMesh) for part in ax.collections):
            ax.grid(visible=False)  # matplotlib would draw its lines over the picture


def _as_html(fig: Figure, alt: str) -> str:
    buffer = io.BytesIO()
    fig.savefig(buffer, format="png", dpi=DPI)
    data = base64.b64encode(buffer.getvalue()).decode()
    width = round(fig.get_figwidth() * 100)
    return f'<img alt="{html.escape(alt, quote=True)}" width="{width}" style="max-width:100%;height:auto;background:white" src="data:image/png;base64,{data}">'


def fresh_axes(**subplot_options: Any) -> Axes:
    """A new, empty Axes for an exercise that draws. Options go to ``plt.subplots``."""
    import matplotlib.pyplot as plt

    fig, ax = plt.subplots(**subplot_options)
    plt.close(fig)
    return ax


def read_axes(ax: Axes) -> dict:
    """What a drawing says, as plain data.

    returns a dict:
      lines    list of {x (n,), y (n,), label, linestyle, marker}; a label that matplotlib made up is ""
      points   list of {xy (n, 2), label}, one for each scatter
      xlabel, ylabel, title, xscale, yscale   strings
      aspect   "auto" or a number (1.0 = equal)
      xlim, ylim   pairs of numbers
      legend, texts   lists of strings
    """
    lines = [
        {
            "x": np.asarray(line.get_xdata(), dtype=float),
            "y": np.asarray(line.get_ydata(), dtype=float),
            "label": _own(line.get_label()),
            "linestyle": str(line.get_linestyle()),
            "marker": str(line.get_marker()),
        }
        for line in ax.get_lines()
    ]
    points = [
        {"xy": np.asarray(c.get_offsets(), dtype=float), "label": _own(c.get_label())}
        for c in ax.collections
        if len(np.shape(c.get_offsets())) == 2 and len(c.get_offsets())
    ]
    legend = ax.get_legend()
    return {
        "lines": lines,
        "points": points,
        "xlabel": ax.get_xlabel(),
        "ylabel": ax.get_ylabel(),
        "title": ax.get_title() or ax.get_title("left") or ax.get_title("right"),
        "xscale": ax.get_xscale(),
        "yscale": ax.get_yscale(),
        "aspect": ax.get_aspect(),
        "xlim": tuple(float(v) for v in ax.get_xlim()),
        "ylim": tuple(float(v) for v in ax.get_ylim()),
        "legend": [t.get_text() for t in legend.get_texts()] if legend else [],
        "texts": [t.get_text() for t in ax.texts],
    }


def _own(label: str) -> str:
    label = str(label)
    return "" if label.startswith("_") else label


def decimals(step: float) -> int:
    """The places after the point that a number on a grid of such steps has: 3 for 0.001, 0 for 2."""
    places = f"{step:.10f}".rstrip("0").partition(".")[2]
    return len(places)


def slider(draw: Callable[..., Figure], *, alt: str, **ranges: tuple) -> None:
    """Drag numbers and watch a figure, where ipywidgets is installed; elsewhere one line says so.

    draw     a function of the slider's numbers that returns a new Figure
    alt      what the figure shows while the sliders move
    ranges   name=(low, high, step, start), one for each argument of draw

    A slider never carries the lesson alone: the same cell, or the one before it, draws the same thing at fixed settings.
    """
    import matplotlib.pyplot as plt

    start = {name: r[3] for name, r in ranges.items()}
    for observe in observers:
        for at in [start, *({**start, name: end} for name, r in ranges.items() for end in r[:2])]:
            fig = draw(**at)
            observe(fig, alt, at)
            plt.close(fig)
    shell = get_ipython()
    if os.environ.get("NBGRADER_EXECUTION"):
        return  # nobody drags a slider while the notebook is being graded
    if shell is None or not hasattr(shell, "kernel"):
        plt.close(draw(**start))  # run as a plain program: the drawing code is tried once
        return
    try:
        import ipywidgets
    except ImportError:
        print(
            "The slider needs ipywidgets (pip install ipywidgets). The figure beside it shows the same at fixed settings."
        )
        return
    handles = {
        name: ipywidgets.FloatSlider(
            min=lo,
            max=hi,
            step=step,
            value=at,
            description=name,
            continuous_update=False,
            readout_format=f".{decimals(step)}f",
        )
        for name, (lo, hi, step, at) in ranges.items()
    }
    if "google.colab" in sys.modules:  # nobody has tried there whether a slider can renew another output
        ipywidgets.interact(lambda **at: figure(draw(**at), alt=alt), **handles)
    else:
        _show_slider(draw, alt, handles, ipywidgets.VBox(list(handles.values())))


def _show_slider(draw: Callable[..., Figure], alt: str, handles: dict[str, Any], box: Any) -> None:
    """The sliders; and, as an output of its own that moving them renews, the figure.

    A notebook keeps outputs and no widgets: where it is opened again, or shown on the web, the figure is there as it was left.
    """
    import matplotlib.pyplot as plt

    figures_place = uuid.uuid4().hex

    def show_figure(*, update: bool) -> None:
        fig = draw(**{name: handle.value for name, handle in handles.items()})
        _without_grid_over_images(fig)
        shown = {
            "text/html": f"{_as_html(fig, alt)}<div>{KERNEL_RUNS}</div>",
            "text/plain": f"[figure: {alt}]",
        }
        display(shown, raw=True, display_id=figures_place, update=update)
        plt.close(fig)

    without = f"[slider for {', '.join(handles)}: it works while the kernel runs]"
    display({WIDGET: box.get_view_spec(), "text/plain": without}, raw=True)
    show_figure(update=False)
    for handle in handles.values():
        handle.observe(lambda _change: show_figure(update=True), names="value")
