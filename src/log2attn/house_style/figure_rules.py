"""What a figure of the course must be (docs/style.md, Figures), measured on the picture as it was drawn.

A rule takes a picture and yields findings. Every rule is wrong now and then about a figure it was not made for; a rule that
would be wrong often is left out, because a list that is half noise is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex, to_rgb, to_rgba
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.quiver import Quiver
from matplotlib.text import Annotation, Text
from matplotlib.transforms import Bbox, BboxBase

from log2attn.house_style.alt_text import alt_fault
from log2attn.house_style.gallery import Picture, along, arrows_of, evenly, lines_of
from log2attn.house_style.palette import is_gray, is_ours

OVERLAP = 0.08  # of the smaller text's box: the boxes are higher than the ink
COVERED = 0.10  # of a line's length, by the legend
MOST_COLORS, SMALLEST, WIDEST = 4, 8.0, 10.0  # lines in one Axes, points, inches


@dataclass(frozen=True)
class Flaw:
    """What is wrong with a figure, and what to do. ``where`` is the lesson's line and the figure's number."""

    what: str
    then: str
    where: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.then}".removeprefix(": ")


def look(picture: Picture) -> list[Flaw]:
    """What every rule finds in one picture."""
    picture.renderer()
    return [finding for rule in (*RULES_OF_TEXT, *RULES_OF_DRAWING) for finding in rule(picture)]


def look_at_all(pictures: list[Picture], path: str = "") -> list[Flaw]:
    """What is wrong with the figures of a day. A slider's three positions say the same thing once."""
    found: dict[tuple[int, str], Flaw] = {}
    alts: dict[str, int] = {}
    for picture in pictures:
        findings = look(picture)
        if alts.setdefault(picture.alt, picture.number) != picture.number:
            findings.append(
                Flaw(
                    f"It has the alt text of figure {alts[picture.alt]}.",
                    "Say what this figure shows and that one does not.",
                )
            )
        for finding in findings:
            found.setdefault(
                (picture.number, finding.what),
                Flaw(finding.what, finding.then, f"{path}:{picture.line}, {picture.name}"),
            )
    return list(found.values())


def axes_are_named(picture: Picture) -> Iterator[Flaw]:
    """An axis with ticks says what they are, itself or through the neighbor it shares them with."""
    fig = picture.figure
    for ax in fig.axes:
        if not (ax.has_data() or ax.texts):
            continue
        marks = {
            axis: [
                text
                for tick in (*axis.get_major_ticks(), *axis.get_minor_ticks())
                for text in (tick.label1, tick.label2)
                if text in picture.boxes
            ]
            for axis in (ax.xaxis, ax.yaxis)
        }
        for way, axis, other, of_all in (
            ("x", ax.xaxis, ax.yaxis, fig.get_supxlabel()),
            ("y", ax.yaxis, ax.xaxis, fig.get_supylabel()),
        ):
            is_head_of_table = not marks[other] and all(
                re.fullmatch(r"[^$]*[^\W\d_]{2}[^$]*", text.get_text()) for text in marks[axis]
            )
            if marks[axis] and not (
                is_head_of_table or axis.get_label_text() or of_all or _named_outside(ax, axis, way)
            ):
                yield Flaw(
                    f"The {way} axis{_of(ax)} has ticks and no name.",
                    f'Add ax.set({way}label="…") with its unit, or remove the ticks.',
                )


def _named_outside(ax: Axes, axis: Axis, way: str) -> bool:
    """Whether a panel further out in the same row or column, with the same limits, carries the name."""
    spec = ax.get_subplotspec()
    for other in ax.figure.axes:
        that, its = (
            (other.yaxis, other.get_subplotspec()) if way == "y" else (other.xaxis, other.get_subplotspec())
        )
        if other is ax or not that.get_label_text():
            continue
        if (ax.get_shared_y_axes() if way == "y" else ax.get_shared_x_axes()).joined(ax, other):
            return True
        in_line = (
            spec
            and its
            and spec.get_gridspec() is its.get_gridspec()
            and (spec.rowspan == its.rowspan if way == "y" else spec.colspan == its.colspan)
        )
        if in_line and np.allclose(axis.get_view_interval(), that.get_view_interval()):
            return True
    return False


def texts_are_whole(picture: Picture) -> Iterator[Flaw]:
    """No text is cut off by the figure's edge, or by the axes that clip it."""
    edge = picture.figure.bbox
    for text, box in picture.boxes.items():
        clip = text.get_clip_box() if text.get_clip_on() else None
        if not box.overlaps(edge):
            yield Flaw(
                f"{_quoted(text)}{_of(text.axes)} lies outside the figure.",
                "Move it to where it can be seen, or remove it.",
            )
        elif not _inside(box, edge) or (clip is not None and not _inside(box, clip)):
            yield Flaw(
                f"{_quoted(text)}{_of(text.axes)} is cut off at the edge.",
                "Move it inward, shorten it, or make the figure larger.",
            )


def texts_are_apart(picture: Picture) -> Iterator[Flaw]:
    """No text lies on another. Slanted texts are left out: their boxes are mostly empty."""
    boxes = [(text, box) for text, box in picture.boxes.items() if text.get_rotation() % 90 == 0]
    pairs = []
    for (a, box_a), (b, box_b) in combinations(boxes, 2):
        common = Bbox.intersection(box_a, box_b)
        if common is not None and common.width * common.height > OVERLAP * min(
            box_a.width * box_a.height, box_b.width * box_b.height
        ):
            pairs.append(f"{_quoted(a)} and {_quoted(b)}{_of(a.axes or b.axes)}")
    if pairs:
        more = f" (and {len(pairs) - 3} more pairs)" if len(pairs) > 3 else ""
        yield Flaw(
            f"Texts lie on each other: {'; '.join(pairs[:3])}{more}.",
            "Move one, use fewer ticks, or make the figure larger.",
        )


def texts_are_not_struck(picture: Picture) -> Iterator[Flaw]:
    """No line or arrow runs through a text, unless the text brings its own background."""
    for ax in picture.figure.axes:
        tracks = [along(line, ax) for line in lines_of(ax)] + [
            evenly(ax.transData.transform([arrow.xyann, arrow.xy])) for arrow in arrows_of(ax)
        ]
        for text in ax.texts:
            if text in picture.boxes and text.get_bbox_patch() is None and text.get_rotation() % 90 == 0:
                box = picture.boxes[text]
                core = Bbox.from_extents(
                    box.x0, box.y0 + 0.17 * box.height, box.x1, box.y0 + 0.8 * box.height
                )  # without the room for accents and descenders
                if any(core.contains(*point) for track in tracks for point in track):
                    yield Flaw(
                        f"A line runs through {_quoted(text)}{_of(ax)}.",
                        'Move the text beside the line, or give it bbox={"facecolor": "white", "edgecolor": "none"}.',
                    )


def legends_hide_no_line(picture: Picture) -> Iterator[Flaw]:
    """A legend covers no substantial part of a line, and no point: a point in a legend looks like one of its symbols."""
    renderer = picture.renderer()
    for legend in picture.figure.findobj(Legend):
        box = legend.get_window_extent(renderer)
        for ax in picture.figure.axes:
            points = [
                (group.get_label(), group.get_offset_transform().transform(group.get_offsets()))
                for group in ax.collections
                if isinstance(group, PathCollection)
            ]
            points += [
                (line.get_label(), line.get_transform().transform(line.get_xydata()))
                for line in lines_of(ax)
                if line.get_linestyle() == "None"
            ]
            tracks = [
                (line.get_label(), along(line, ax)) for line in lines_of(ax) if line.get_linestyle() != "None"
            ]
            for most, group in ((0.0, points), (COVERED, tracks)):
                for name, spots in group:
                    if len(spots) and np.mean([box.contains(*spot) for spot in spots]) > most:
                        named = "" if str(name).startswith("_") else f" {name!r}"
                        yield Flaw(
                            f"The legend lies on the {'points' if group is points else 'line'}{named}{_of(ax)}.",
                            "Place it elsewhere (loc=…), or write each name at its line.",
                        )


def lines_are_told_apart(picture: Picture) -> Iterator[Flaw]:
    """At most four colors of lines in one Axes, and no two lines that differ in color only."""
    for ax in picture.figure.axes:
        looks: dict[tuple, set] = {}
        for line in lines_of(ax):
            if not is_gray(
                line.get_color()
            ):  # a gray helper line is lighter than any color, and needs no name
                looks.setdefault((_dashes(line), str(line.get_marker())), set()).add(to_rgb(line.get_color()))
        colors = set().union(*looks.values())
        if len(colors) > MOST_COLORS:
            yield Flaw(
                f"{len(colors)} colors of lines{_of(ax)}.",
                f"Use at most {MOST_COLORS}: split the panel, or draw the others in gray.",
            )
        named = {to_rgb(text.get_color()) for text in picture.boxes if text.axes is ax}
        for alike in looks.values():
            if len(alike) > 1 and not alike <= named:
                yield Flaw(
                    f"{len(alike)} lines{_of(ax)} differ in color only.",
                    "Give each its own line style or marker, or a text of its color beside it.",
                )


def colors_are_ours(picture: Picture) -> Iterator[Flaw]:
    """Lines, patches and texts have colors of the house palette, of a color map, or gray."""
    for ax in picture.figure.axes:
        patches = [
            *ax.patches,
            *(arrow.arrow_patch for arrow in ax.texts if isinstance(arrow, Annotation) and arrow.arrow_patch),
        ]
        plain = [
            group for group in ax.collections if group.get_array() is None and group.get_visible()
        ]  # the others have a color map
        drawn = [line.get_color() for line in lines_of(ax)] + [
            text.get_color() for text in picture.boxes if text.axes is ax
        ]
        drawn += [
            color
            for patch in patches
            if patch.get_visible()
            for color in (patch.get_facecolor(), patch.get_edgecolor())
        ]
        drawn += [color for group in plain for color in (*group.get_facecolor(), *group.get_edgecolor())]
        strange = sorted({to_hex(color) for color in drawn if to_rgba(color)[3] > 0 and not is_ours(color)})
        if (
            0 < len(strange) <= MOST_COLORS
        ):  # a panel with more of them shows colors as its data, like a color chart
            yield Flaw(
                f"Colors not of the house{_of(ax)}: {', '.join(strange)}.",
                "Take them from log2attn.learn.style, or from a color map.",
            )


def sizes_fit(picture: Picture) -> Iterator[Flaw]:
    """Texts can be read, and the figure fits the page."""
    small = [text for text in picture.boxes if float(text.get_fontsize()) < SMALLEST]
    if small:
        least = min(small, key=lambda text: text.get_fontsize())
        yield Flaw(
            f"{len(small)} texts are smaller than {SMALLEST:g} pt, down to {least.get_fontsize():.1f} at {_quoted(least)}.",
            "Make the figure larger or say less in it.",
        )
    width = picture.figure.get_figwidth()
    if width > WIDEST:
        yield Flaw(
            f"It is {width:.1f} inches wide.",
            f"At most {WIDEST:g} fit on the page: set figsize, or put panels below each other.",
        )


def arrows_keep_their_angles(picture: Picture) -> Iterator[Flaw]:
    """Where several slanted arrows stand on marked axes, one unit is equally long in both directions."""
    for ax in picture.figure.axes:
        slanted = [
            text
            for text in arrows_of(ax)
            if all(abs(a - b) > 1e-9 for a, b in zip(text.xy, text.xyann, strict=True))
        ]
        fields = [group for group in ax.collections if isinstance(group, Quiver)]
        if ax.axison and ax.get_aspect() == "auto" and (len(slanted) > 1 or fields):
            yield Flaw(
                f"Arrows{_of(ax)} are drawn with unequal units, so lengths and angles are wrong.",
                'Add ax.set_aspect("equal").',
            )


def alt_says_something(picture: Picture) -> Iterator[Flaw]:
    """The alt text states what is seen, in a sentence: also one that the code only names."""
    if fault := alt_fault(picture.alt):
        yield Flaw(*fault)


def drawing_is_silent(picture: Picture) -> Iterator[Flaw]:
    """matplotlib draws it without a warning: no missing letter, no layout that gave up."""
    for said in picture.warned:
        yield Flaw(
            f"matplotlib warns: {said}", "Mend what it names; learners see the warning below the cell."
        )


RULES_OF_TEXT = (
    texts_are_whole,
    texts_are_apart,
    texts_are_not_struck,
    legends_hide_no_line,
    alt_says_something,
)
RULES_OF_DRAWING = (
    axes_are_named,
    lines_are_told_apart,
    colors_are_ours,
    sizes_fit,
    arrows_keep_their_angles,
    drawing_is_silent,
)


def _dashes(line: Line2D) -> str:
    # get_linestyle says "--" for every custom pattern, so the pattern itself is asked for.
    return (
        str(getattr(line, "_unscaled_dash_pattern", line.get_linestyle()))
        if line.get_linestyle() != "None"
        else "None"
    )


def _inside(box: BboxBase, frame: BboxBase) -> bool:
    return box.x0 > frame.x0 - 1 and box.y0 > frame.y0 - 1 and box.x1 < frame.x1 + 1 and box.y1 < frame.y1 + 1


def _quoted(text: Text) -> str:
    words = " ".join(text.get_text().split())
    return f"“{words if len(words) <= 40 else words[:39] + '…'}”"


def _of(ax: Any) -> str:
    """Which panel, where there are several."""
    if ax is None or len(ax.figure.axes) == 1:
        return ""
    title = ax.get_title() or ax.get_title("left")
    return f" in panel {ax.figure.axes.index(ax) + 1}" + (f" (“{title}”)" if title else "")
