"""Figures, looked at by machine: every rule finds its fault, and every figure of every written day is clean."""

import sys
import types
from collections.abc import Callable
from functools import cache

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from nbformat.v4 import new_code_cell, new_notebook, new_output
from PIL import Image
from support import code_in, keep_run, kernel_part, proved_with, unless_kept, written_days

from log2attn.core.layout import Layout
from log2attn.house_style.figure_rules import look, look_at_all
from log2attn.house_style.gallery import Picture, pictures
from log2attn.jobs.figures import figures
from log2attn.learn import effort
from log2attn.learn import figure as figure_module
from log2attn.learn.figure import decimals, figure, observers, slider
from log2attn.learn.style import BLUE, GRAY, GREEN, ORANGE, PURPLE, VERMILLION
from log2attn.proving.days import read_course, read_days

DAYS = written_days()
ALT = "Two straight lines start together, and the upper one rises twice as fast."
STEP, RAMP = [0, 1, 2], [0, 1, 2]


def axes(**options: object) -> Axes:
    """An Axes without a fault, for a test to add one to."""
    _, ax = plt.subplots(**options)
    ax.set(xlabel="steps", ylabel="height in meters", xlim=(0, 2), ylim=(0, 2))
    return ax


def found(drawn: Axes | Figure, alt: str = ALT) -> list[str]:
    fig = drawn if isinstance(drawn, Figure) else drawn.figure
    findings = look(Picture(fig, alt))
    plt.close(fig)
    assert all(finding.then for finding in findings)
    return [finding.what for finding in findings]


def nameless(ax: Axes) -> None:
    ax.plot(STEP, RAMP)
    ax.set(xlabel="")


def without_ticks(ax: Axes) -> None:
    ax.plot(STEP, RAMP)
    ax.set(xlabel="", xticks=[])


def image(ax: Axes) -> None:
    ax.imshow(np.eye(3))
    ax.set(ylabel="")


def image_in_no_frame(ax: Axes) -> None:
    image(ax)
    ax.set_axis_off()


def names_on_each_other(ax: Axes) -> None:
    ax.text(1.0, 1.0, "the first name")
    ax.text(1.1, 1.02, "the second name")


def names_apart(ax: Axes) -> None:
    ax.text(1.0, 1.0, "the first name")
    ax.text(1.1, 0.5, "the second name")


def under_the_legend(ax: Axes) -> None:
    ax.plot(STEP, [1.9, 1.9, 1.9], label="a name long enough to hide much of the line")
    ax.legend(loc="upper left")


def beside_the_legend(ax: Axes) -> None:
    ax.plot(STEP, [0.5, 0.5, 0.5], label="a name long enough to hide much of the line")
    ax.legend(loc="upper left")


def point_in_the_legend(ax: Axes) -> None:
    ax.scatter([0.1, 1, 1.5], [1.85, 1, 0.5], label="measured")
    ax.legend(loc="upper left")


def points_outside_the_legend(ax: Axes) -> None:
    ax.scatter([0.1, 1, 1.5], [0.5, 1, 0.5], label="measured")
    ax.legend(loc="upper left")


def arrows(ax: Axes) -> None:
    for tip in ((1, 1), (1.5, 0.5)):
        ax.annotate("", xy=tip, xytext=(0, 0), arrowprops={"arrowstyle": "-|>", "color": BLUE})


def arrows_to_scale(ax: Axes) -> None:
    arrows(ax)
    ax.set_aspect("equal")


def lines(colors: list[str], styles: list[str]) -> Callable[[Axes], None]:
    def draw(ax: Axes) -> None:
        for i, (color, style) in enumerate(zip(colors, styles, strict=True)):
            ax.plot(STEP, [0, i / 4, i / 3], color=color, linestyle=style)

    return draw


def lines_with_names(ax: Axes) -> None:
    lines([BLUE, VERMILLION], ["-", "-"])(ax)
    ax.text(1.2, 0.8, "fast", color=VERMILLION)
    ax.text(1.2, 0.05, "slow", color=BLUE)


def at(x: float, y: float, words: str = "a remark", **options: object) -> Callable[[Axes], None]:
    def draw(ax: Axes) -> None:
        ax.plot(STEP, RAMP)
        ax.text(x, y, words, **options)

    return draw


STYLES = ["-", "--", "-.", ":", (0, (5, 1))]
# What is drawn wrong, what is drawn right, and words of the finding.
TWINS = {
    "an axis has a name, or no ticks": (nameless, without_ticks, "The x axis has ticks and no name"),
    "an image has names, or no frame": (image, image_in_no_frame, "The y axis has ticks and no name"),
    "text stays in the figure": (
        at(1.0, 9.0, in_layout=False),
        at(0.3, 1.6),
        "“a remark” lies outside the figure",
    ),
    "text is whole": (
        at(1.9, 1.6, "a remark that goes on", in_layout=False),
        at(0.1, 1.6, "a remark that goes on"),
        "“a remark that goes on” is cut off",
    ),
    "text is not clipped": (at(1.9, 1.6, clip_on=True), at(0.1, 1.6, clip_on=True), "“a remark” is cut off"),
    "texts stand apart": (names_on_each_other, names_apart, "“the first name” and “the second name”"),
    "no line runs through a text": (
        at(1.0, 0.98),
        at(1.0, 0.98, bbox={"facecolor": "white"}),
        "A line runs through “a remark”",
    ),
    "the legend hides no line": (under_the_legend, beside_the_legend, "The legend lies on the line"),
    "the legend hides no point": (
        point_in_the_legend,
        points_outside_the_legend,
        "The legend lies on the points",
    ),
    "four colors": (
        lines([BLUE, VERMILLION, GREEN, PURPLE, ORANGE], STYLES),
        lines([BLUE, VERMILLION, GREEN, PURPLE, GRAY], STYLES),
        "5 colors of lines",
    ),
    "more than color": (
        lines([BLUE, VERMILLION], ["-", "-"]),
        lines([BLUE, VERMILLION], ["-", "--"]),
        "2 lines differ in color only",
    ),
    "a name at each line": (
        lines([BLUE, VERMILLION], ["-", "-"]),
        lines_with_names,
        "2 lines differ in color only",
    ),
    "house colors for lines": (
        lines(["red"], ["-"]),
        lines(["black"], ["-"]),
        "Colors not of the house: #ff0000",
    ),
    "house colors for texts": (
        at(0.3, 1.6, color="magenta"),
        at(0.3, 1.6, color=GREEN),
        "Colors not of the house: #ff00ff",
    ),
    "house colors for patches": (
        lambda ax: ax.bar(STEP, RAMP, color="tab:blue"),
        lambda ax: ax.bar(STEP, RAMP, color=plt.cm.viridis(0.4)),
        "Colors not of the house",
    ),
    "letters can be read": (
        at(0.3, 1.6, fontsize=7),
        at(0.3, 1.6, fontsize=8),
        "smaller than 8 pt, down to 7.0",
    ),
    "arrows keep their angles": (arrows, arrows_to_scale, "unequal units"),
    "every letter exists": (
        at(0.3, 1.6, "\N{CJK UNIFIED IDEOGRAPH-732B}"),
        at(0.3, 1.6, "∇"),
        "matplotlib warns: Glyph",
    ),
}


@pytest.mark.parametrize("twin", TWINS)
def test_a_rule_finds_its_fault_and_nothing_else(twin: str) -> None:
    """A tiny figure with one fault has that finding alone; its twin, drawn right, has none."""
    wrong, right, words = TWINS[twin]
    bad, good = axes(), axes()
    wrong(bad)
    right(good)
    (what,) = found(bad)
    assert words in what
    assert found(good) == []


def test_a_name_on_the_outside_serves_its_row() -> None:
    """In a grid the outer panel names the axis for those that show the same numbers, and for no others."""
    for ends, expected in (((2, 2), []), ((2, 5), ["The y axis in panel 2 has ticks and no name."])):
        fig, panels = plt.subplots(1, 2)
        for ax, end in zip(panels, ends, strict=True):
            ax.plot(STEP, RAMP)
            ax.set(xlabel="steps", ylim=(0, end))
        panels[0].set_ylabel("height")
        assert found(fig) == expected


def test_a_figure_fits_the_page() -> None:
    """Ten inches fit, eleven do not."""
    for width, many in ((10, 0), (11, 1)):
        ax = axes(figsize=(width, 3))
        ax.plot(STEP, RAMP)
        assert len(found(ax)) == many


@pytest.mark.parametrize(
    "alt",
    [
        "Two lines that cross.",
        "The graph with values and gradients for the chosen x",
        "A scatter plot of height against weight for fifty people.",
    ],
)
def test_alt_text_is_a_sentence_that_states_something(alt: str) -> None:
    """A short alt text, one without an end, and one that only names the figure are found."""
    assert len(found(axes(), alt)) == 1
    assert found(axes(), ALT) == []


def test_no_two_figures_have_the_same_alt_text() -> None:
    """The same alt text twice is found; the positions of one slider share theirs, and say a fault once."""
    drawn = [
        Picture(axes(figsize=(11, 3)).figure, ALT, number=number, at=at)
        for number, at in ((1, {}), (2, {"b": 1.0}), (2, {"b": 2.0}))
    ]
    plt.close("all")
    assert [(f.where, f.what) for f in look_at_all(drawn)] == [
        (":0, figure 1", "It is 11.0 inches wide."),
        (":0, figure 2 at b = 1", "It is 11.0 inches wide."),
        (":0, figure 2 at b = 1", "It has the alt text of figure 1."),
    ]


def test_observers_see_every_figure_and_each_end_of_a_slider() -> None:
    """Whoever observes gets each figure with its alt text, and a slider at its start and at both ends of each of its numbers."""
    seen = []
    observers.append(lambda _fig, alt, at: seen.append((alt, at)))
    try:
        figure(axes().figure, alt=ALT)
        slider(lambda a, b: axes().figure, alt="moving", a=(0, 9, 1, 4), b=(1, 3, 1, 2))
    finally:
        observers.pop()
    assert seen == [
        (ALT, {}),
        *(("moving", {"a": a, "b": b}) for a, b in ((4, 2), (0, 2), (9, 2), (4, 1), (4, 3))),
    ]
    assert plt.get_fignums() == []


def test_pictures_know_their_line(mini: Layout) -> None:
    """A figure shown by a helper is known by the line of the cell that called it, and the job writes each one and a sheet."""
    day = read_course(mini).written[0]
    text = mini.lesson(day).read_text() + DRAWS
    mini.lesson(day).write_text(text)
    folder = mini.root / "figures" / "day-01"
    folder.mkdir(parents=True)
    (folder / "99.png").touch()
    written = read_days(mini, read_course(mini))[0]
    lines = text.splitlines()
    assert [(p.line, p.name) for p in pictures(written)] == [
        (lines.index("show()") + 1, "figure 1"),
        *((len(lines), f"figure 2 at b = {b}") for b in (2, 1, 3)),
    ]
    [(_, shown)] = figures(mini, [written])
    assert sorted(path.name for path in folder.iterdir()) == [
        "01.png",
        "02-b-1.png",
        "02-b-2.png",
        "02-b-3.png",
        "sheet.png",
    ]
    assert [str(f).split(": ")[0] for f in shown.findings] == [
        f"lessons/phase-1-small/day-01-double.py:{len(lines)}, figure 2 at b = 2"
    ]
    with Image.open(folder / "sheet.png") as sheet:
        assert sheet.width > 1000


def test_figures_are_looked_at_after_whole_trainings(mini: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    """A figure is drawn of a whole training, as a learner sees it, and not of the tiny one in which answers are tried."""
    monkeypatch.delenv(effort.VARIABLE, raising=False)
    path = mini.lesson(read_course(mini).written[0])
    trains = DRAWS.replace("ax.plot([0, b], [0, 1])", "ax.plot([0, b], [0, 7 if full() else 1])")
    path.write_text(f"{path.read_text()}\n# %%\nfrom log2attn.learn.effort import full\n{trains}")
    first = pictures(read_days(mini, read_course(mini))[0])[0]
    assert first.figure.axes[0].get_lines()[0].get_ydata()[1] == 7


DRAWS = f"""
# %%
import matplotlib.pyplot as plt
from log2attn import figure, slider

def draw(b):
    fig, ax = plt.subplots()
    ax.plot([0, b], [0, 1])
    ax.set(xlabel="steps", ylabel="height")
    return fig

def show():
    figure(draw(1), alt="{ALT}")

# %% [markdown]
# It moves.

# %%
show()
slider(draw, alt="too short", b=(1, 3, 1, 2))
"""


@pytest.mark.parametrize("slug", DAYS)
def test_every_figure_of_a_day_is_clean(slug: str) -> None:
    """Every figure of a written day, and each slider at its start and both ends, has names, whole texts, our colors and an alt text."""
    day = DAYS[slug]
    if not unless_kept(day, "figures", *looked_at_with()):
        return
    hung = pictures(day)
    assert hung, "docs/style.md: at least one key figure a day"
    assert [str(finding) for finding in look_at_all(hung, str(day.lesson.path))] == []
    keep_run(day, "figures", *looked_at_with())


@cache
def looked_at_with() -> list[str]:
    """What a look at a day's figures rests on beside the day itself: all that it can import, and the code that runs a day, draws and looks."""
    looks = code_in("house_style", "alt_text", "figure_rules", "gallery", "palette")
    return [kernel_part(), *proved_with(), *looks]


def test_a_sliders_number_shows_its_steps() -> None:
    """The number beside a slider has as many places as its steps need: two neighboring positions never read the same."""
    assert [decimals(step) for step in (2, 1, 0.5, 0.1, 0.05, 0.001, 2.5)] == [0, 0, 1, 1, 2, 3, 1]


def test_no_grid_lies_over_a_picture() -> None:
    """Where an image or a map of colors is drawn, the house's grid is left out; a plot beside it keeps its own."""
    seen = []
    observers.append(
        lambda fig, _alt, _at: seen.extend(ax.xaxis.get_gridlines()[0].get_visible() for ax in fig.axes)
    )
    try:
        fig, (left, middle, right) = plt.subplots(1, 3)
        left.imshow(np.eye(3))
        middle.pcolormesh(np.eye(3))
        right.plot([0, 1], [0, 1])
        figure(fig, alt=ALT)
    finally:
        observers.pop()
    assert seen == [False, False, True]


def test_without_its_kernel_a_slider_is_a_figure_and_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a notebook keeps of a slider: its figure at the start as an image with its alt text, and in place of the widget words that say when it works."""
    shown: list[tuple[dict, dict]] = []
    monkeypatch.setattr(figure_module, "display", lambda data, **how: shown.append((data, how)))
    monkeypatch.setattr(figure_module, "get_ipython", lambda: types.SimpleNamespace(kernel=True))
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    drawn: list[float] = []
    slider(lambda b: drawn.append(b) or axes().figure, alt="A line that moves", b=(1, 3, 1, 2))
    (widget, _), (image, how) = shown
    assert drawn == [2]
    assert widget["text/plain"] == "[slider for b: it works while the kernel runs]"
    assert "model_id" in widget["application/vnd.jupyter.widget-view+json"]
    assert image["text/html"].startswith('<img alt="A line that moves"')
    assert "run this cell again" in image["text/html"]
    assert not how["update"]


def test_a_sliders_fallback_on_the_web(monkeypatch: pytest.MonkeyPatch) -> None:
    """A web page made of a notebook with a slider shows its figure and no widget's source."""
    from nbconvert import HTMLExporter

    shown: list[dict] = []
    monkeypatch.setattr(figure_module, "display", lambda data, **_how: shown.append(data))
    monkeypatch.setattr(figure_module, "get_ipython", lambda: types.SimpleNamespace(kernel=True))
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    slider(lambda _b: axes().figure, alt="A line that moves", _b=(1, 3, 1, 2))
    cell = new_code_cell("slider()", outputs=[new_output("display_data", data=data) for data in shown])
    page, _ = HTMLExporter().from_notebook_node(new_notebook(cells=[cell]))
    assert 'alt="A line that moves"' in page
    assert "interactive(" not in page
    assert "FloatSlider" not in page


def test_on_colab_ipywidgets_places_the_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Colab a slider is ipywidgets' own interact, figure and all: one slider for each number, at its start."""
    asked: list[dict] = []
    monkeypatch.setattr("ipywidgets.interact", lambda _draw, **handles: asked.append(handles))
    monkeypatch.setattr(figure_module, "get_ipython", lambda: types.SimpleNamespace(kernel=True))
    monkeypatch.setitem(sys.modules, "google.colab", types.ModuleType("google.colab"))
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    slider(lambda _a, _b: axes().figure, alt="A line that moves", _a=(0, 9, 1, 4), _b=(1, 3, 1, 2))
    (handles,) = asked
    assert {name: handle.value for name, handle in handles.items()} == {"_a": 4, "_b": 2}
