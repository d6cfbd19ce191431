"""The gallery: every figure that a lesson shows, drawn as a learner sees it, for a machine and for a person to look at."""

from __future__ import annotations

import contextlib
import functools
import inspect
import io
import textwrap
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import findfont
from matplotlib.lines import Line2D
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Bbox
from PIL import Image, ImageDraw, ImageFont

from log2attn.learn import figure as shown
from log2attn.proving.bench import Bench
from log2attn.proving.days import WrittenDay

# The contact sheet: one scale for all pictures, so that letters can be compared; a column takes a figure of 10 inches.
SCALE, COLUMN, ACROSS, GAP, LETTER, LINES = 0.6, 660, 3, 24, 15, 5


@dataclass
class Picture:
    """One figure as it was shown.

    number   counted from 1 over the day; the positions of one slider share a number
    at       the slider's numbers, {} for a figure without one
    boxes    every text that was really drawn (tick labels, titles, legends, annotations), and where it stands, in pixels
    warned   what matplotlib said while drawing
    """

    figure: Figure
    alt: str
    line: int = 0
    number: int = 1
    at: dict[str, float] = field(default_factory=dict)
    boxes: dict[Text, Bbox] = field(default_factory=dict)
    warned: list[str] = field(default_factory=list)
    png: bytes = b""

    def __post_init__(self) -> None:
        # Drawn at once, since the lesson may go on to change the figure, and only once: a second layout moves things a little.
        buffer = io.BytesIO()
        with warnings.catch_warnings(record=True) as caught, _noting(self.boxes):
            warnings.simplefilter("always")
            self.figure.savefig(buffer, format="png", dpi=shown.DPI)
        self.png = buffer.getvalue()
        self.warned = sorted({str(warning.message) for warning in caught})

    def renderer(self) -> RendererAgg:
        """What legends want in order to be measured. Puts the figure back to the pixels it was drawn in, since closing it resets them."""
        self.figure.set_dpi(shown.DPI)
        return FigureCanvasAgg(self.figure).get_renderer()

    @property
    def name(self) -> str:
        """For a person: "figure 3", or "figure 5 at angle = 40"."""
        where = ", ".join(f"{name} = {value:g}" for name, value in self.at.items())
        return f"figure {self.number}" + (f" at {where}" if where else "")

    @property
    def file(self) -> str:
        return (
            "-".join([f"{self.number:02d}", *(f"{name}-{value:g}" for name, value in self.at.items())])
            + ".png"
        )


@contextlib.contextmanager
def _noting(boxes: dict[Text, Bbox]) -> Iterator[None]:
    """Note where each Text gets drawn. Asking the figure for its texts would also give hidden labels and ticks out of view."""
    draw = Text.draw

    @functools.wraps(draw)
    def noted(self: Text, renderer: RendererAgg, *args: Any, **kwargs: Any) -> None:
        draw(self, renderer, *args, **kwargs)
        if self.get_visible() and self.get_text().strip():
            boxes[self] = Text.get_window_extent(
                self, renderer
            )  # of the words alone: an annotation would add its arrow

    Text.draw = noted  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        Text.draw = draw  # type: ignore[method-assign]


def pictures(day: WrittenDay) -> list[Picture]:
    """Run a day's cells and keep what they show: each figure(…), and each slider at its start and at both ends."""
    found: list[Picture] = []

    def keep(fig: Figure, alt: str, at: dict[str, float]) -> None:
        line = _line_of(str(day.lesson.path))
        number = found[-1].number if found else 0
        same_slider = bool(at) and bool(found) and found[-1].line == line and bool(found[-1].at)
        found.append(Picture(fig, alt, line=line, number=number if same_slider else number + 1, at=at))

    shown.observers.append(keep)
    try:
        Bench(day.lesson, day.answers, full=True)
    finally:
        shown.observers.remove(keep)
    return found


def _line_of(path: str) -> int:
    """The lesson's line that is being run: the outermost one, since a helper may show figures for many cells."""
    line, frame = 0, inspect.currentframe()
    while frame is not None:
        if frame.f_code.co_filename == path:
            line = frame.f_lineno
        frame = frame.f_back
    return line


def lines_of(ax: Axes) -> list[Line2D]:
    """The lines of an Axes that can be seen."""
    return [
        line
        for line in ax.get_lines()
        if line.get_visible()
        and np.size(line.get_xdata())
        and (line.get_linestyle() != "None" or line.get_marker() != "None")
    ]


def arrows_of(ax: Axes) -> list[Annotation]:
    """Bare arrows between two points of the data: vectors, not pointers from a remark to what it is about."""
    found = [
        text for text in ax.texts if isinstance(text, Annotation) and text.arrow_patch and not text.get_text()
    ]
    return [arrow for arrow in found if (arrow.xycoords, arrow.anncoords) == ("data", "data")]


def along(line: Line2D, ax: Axes) -> np.ndarray:
    """Places along a line, evenly spread on the screen, of which those inside the axes are kept."""
    points = evenly(line.get_transform().transform(line.get_xydata()))
    return points[[bool(ax.bbox.contains(*point)) for point in points]] if len(points) else points


def evenly(corners: np.ndarray) -> np.ndarray:
    """Three hundred places along a broken line, where the line is finite."""
    corners = corners[np.isfinite(corners).all(axis=1)]
    if len(corners) < 2:
        return corners
    way = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))])
    even = np.linspace(0.0, way[-1], 300)
    return np.column_stack([np.interp(even, way, corners[:, i]) for i in (0, 1)])


def contact_sheet(hung: list[Picture], to: Path) -> None:
    """All pictures on one page, each with its number, its line and its alt text, for a person to look through."""
    font = ImageFont.truetype(findfont("DejaVu Sans"), LETTER)
    thumbs = []
    for picture in hung:
        image = Image.open(io.BytesIO(picture.png)).convert("RGB")
        scale = min(SCALE, COLUMN / image.width)
        thumbs.append(
            image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.LANCZOS)
        )
    rows = [range(first, min(first + ACROSS, len(hung))) for first in range(0, len(hung), ACROSS)]
    words = (LETTER + 4) * LINES
    heights = [max(thumbs[i].height for i in row) + words + GAP for row in rows]
    page = Image.new("RGB", (ACROSS * (COLUMN + GAP) + GAP, sum(heights) + GAP), "white")
    pen, top = ImageDraw.Draw(page), GAP
    for row, height in zip(rows, heights, strict=True):
        for place, i in enumerate(row):
            left = GAP + place * (COLUMN + GAP)
            page.paste(thumbs[i], (left, top))
            says = [
                f"{hung[i].name}, line {hung[i].line}",
                *textwrap.wrap(hung[i].alt, round(1.75 * COLUMN / LETTER)),
            ]
            says = says if len(says) <= LINES else [*says[: LINES - 1], says[LINES - 1] + " …"]
            pen.multiline_text(
                (left, top + thumbs[i].height + 2), "\n".join(says), fill="#222222", font=font, spacing=3
            )
        top += height
    page.save(to)
