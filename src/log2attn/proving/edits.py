"""What a page tells the learner to change and run again, performed: the edit does what the page says.

An author cell after the code cell that is to be changed names the edit and what must be true after it. Its lines are comments, so
that the plain program is not disturbed:

    # edit: "wanted = [1, 1]" -> "wanted = [-1, 1]"
    # then: best == 3
"""

from __future__ import annotations

import ast
import contextlib
import functools
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.path import Path as Track

from log2attn.compiling.lesson import Cell, Lesson
from log2attn.learn import figure as shown
from log2attn.proving.forked import forked

if TYPE_CHECKING:  # slow to load, and a build performs no edit
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SECONDS = 60.0
LINE = re.compile(r"# (edit|then|raises): (.*)")
STRING = r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*')"
CHANGE = re.compile(rf"{STRING} -> {STRING}")
FORM = '# edit: "x = 1" -> "x = 3", and below it # then: an expression that is true afterward, or # raises: ValueError'


@dataclass(frozen=True)
class Edit:
    """A suggested edit.

    said_in  the author cell that names it
    of       the cell that is changed
    source   its text after the change
    then     expressions that must be true after the changed cell has run
    raises   the exception that the changed cell must end in; "" for none
    """

    said_in: Cell
    of: Cell
    source: str
    then: tuple[str, ...]
    raises: str


def names_edit(cell: Cell) -> bool:
    """Whether an author cell names an edit."""
    return cell.role == "author" and re.search(r"^# edit:", cell.source, re.MULTILINE) is not None


def read_edits(lesson: Lesson) -> list[Edit]:
    """The edits a lesson names. Raises CourseError for one that cannot be performed as it is written."""
    edits, before = [], None
    for cell in lesson.cells:
        if names_edit(cell):
            edits.append(_read(lesson, cell, before))
        elif cell.role in ("code", "answer"):
            before = cell
    return edits


def _read(lesson: Lesson, cell: Cell, of: Cell | None) -> Edit:
    said: dict[str, list[str]] = {"edit": [], "then": [], "raises": []}
    for line in cell.source.splitlines():
        if found := LINE.match(line):
            said[found[1]].append(found[2].strip())
    if of is None:
        raise lesson.fault(
            "This edit has no code cell above it.", cell.line, "Put it after the cell it is about."
        )
    if bool(said["then"]) == bool(said["raises"]):
        raise lesson.fault("This edit does not say what comes of it, or says two things.", cell.line, FORM)
    source = of.source
    for text in said["edit"]:
        change = CHANGE.fullmatch(text)
        if not change:
            raise lesson.fault(f"This is no edit: {text}", cell.line, FORM)
        old, new = (ast.literal_eval(part) for part in change.groups())
        if source.count(old) != 1:
            raise lesson.fault(
                f"The cell above (line {of.line}) has {old!r} {source.count(old)} times.",
                cell.line,
                "Name a piece of text that stands there once.",
            )
        source = source.replace(old, new)
    return Edit(cell, of, source, tuple(said["then"]), (said["raises"] or [""])[0])


def edit_faults(lesson: Lesson) -> Iterator[str]:
    """Perform every edit of a lesson on the names its cells have made by then. Yields what does not come out as the page says."""
    waiting: dict[Cell, list[Edit]] = {}
    for edit in read_edits(lesson):
        waiting.setdefault(edit.of, []).append(edit)
    names: dict[str, Any] = {"__name__": "lesson"}
    for cell in lesson.cells if waiting else ():
        if cell.role not in ("author", "code", "answer"):
            continue
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile("\n" * cell.line + cell.source, str(lesson.path), "exec"), names)
        edits = waiting.get(cell, [])
        # In a child of its own: an edit may loop forever, and what it changes is gone afterward.
        for n, faults in forked(edits, functools.partial(_perform, names=names), jobs=1, seconds=SECONDS):
            where = f"{lesson.path}:{edits[n].said_in.line}"
            told = ["the changed cell does not come to an end"] if faults is None else faults
            yield from (f"{where} {fault}" for fault in told)


def _perform(edit: Edit, names: dict[str, Any]) -> list[str]:
    figures: list[Figure] = []
    shown.observers.append(lambda fig, _alt, _at: figures.append(fig))
    raised, faults = "", []
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            exec(compile(edit.source, "<the changed cell>", "exec"), names)
        except Exception as error:
            raised = type(error).__name__
            said = f"{raised}: {error}"
    if raised != edit.raises:
        return [
            f"the changed cell raises {said}" if raised else f"the changed cell does not raise {edit.raises}"
        ]
    for claim in edit.then:
        try:
            if not eval(claim, names):  # noqa: S307 — the author's own line
                faults.append(f"after the edit this is not true: {claim}")
        except Exception as error:
            faults.append(
                f"after the edit this cannot be computed: {claim} ({type(error).__name__}: {error})"
            )
    return faults + [fault for fig in figures for fault in hidden_data(fig)]


def hidden_data(fig: Figure) -> list[str]:
    """What a figure was given to show and does not: empty axes, and lines or points that lie outside of the limits."""
    fig.draw_without_rendering()
    faults = []
    for n, ax in enumerate(fig.axes, 1):
        tracks = list(_tracks(ax))
        if not tracks and not ax.images and not ax.patches and not ax.texts:
            faults.append(f"axes {n} of the figure are empty")
        faults += [
            f"axes {n} of the figure do not show {what}: it lies outside of the limits"
            for what, points in tracks
            if not _inside(points, ax)
        ]
    return faults


def _tracks(ax: Axes) -> Iterator[tuple[str, np.ndarray]]:
    """Each line and each scatter of an Axes, with its places on the screen."""
    for line in ax.get_lines():
        yield _called(line.get_label(), "a line"), line.get_transform().transform(line.get_xydata())
    for points in ax.collections:
        if len(offsets := np.asarray(points.get_offsets())) and not points.get_paths()[1:]:
            yield _called(points.get_label(), "points"), points.get_offset_transform().transform(offsets)


def _called(label: object, else_: str) -> str:
    return else_ if str(label).startswith("_") else f'"{label}"'


def _inside(points: np.ndarray, ax: Axes) -> bool:
    points = points[np.isfinite(points).all(axis=1)]
    box = ax.bbox.padded(1)
    if any(box.contains(*point) for point in points):
        return True
    return len(points) > 1 and bool(Track(points).intersects_bbox(box, filled=False))
