"""Check a notebook file from the shell: run its cells, then every exercise's checks, as the notebook's own check() would."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.doors.notebook import OURS, read_notebook
from log2attn.grading.worker.cells import Cells
from log2attn.learn.card import Card
from log2attn.learn.check import result_card
from log2attn.learn.shipped import exercises_of
from log2attn.proving.days import read_course

SECONDS = 300.0  # of one cell: whoever waits can end it sooner
OUTPUT = 64 * 2**10  # characters of it that are kept, and then dropped


def check_file(layout: Layout, name: str) -> Iterator[Card]:
    """One card for each exercise of a day, given by number ("3": the copy in my/) or as the path of a notebook."""
    path = Path(name)
    if path.suffix == ".ipynb":
        notebook = read_notebook(path)
        day = read_course(layout).written_day(notebook.metadata.get(OURS, {}).get("day") or path.stem[:6])
    else:
        day = read_course(layout).written_day(name)
        path = layout.mine(day)
        if not path.exists():
            raise CourseError(
                f"You have no copy of day {day.number} yet.",
                where=str(path),
                then=f"log2attn take {day.number} makes one; or name a file: log2attn check FILE.ipynb",
            )
        notebook = read_notebook(path)
    exercises = exercises_of(day.number)
    if not exercises:
        raise CourseError(
            f"The checks of day {day.number} are not in the installed package.", then="Run: log2attn build"
        )
    # As the grader runs them, so that both judge one notebook alike: magics, shell lines, exit() and input() end no check.
    with closing(Cells(OUTPUT)) as cells, _graded_elsewhere(), contextlib.chdir(path.resolve().parent):
        for cell in notebook.cells:
            if cell.cell_type == "code":
                _run(cells, cell.source)
        found = [result_card(exercise, cells.names) for exercise in exercises.values()]
    yield from found


def _run(cells: Cells, source: str) -> None:
    """One cell as in a notebook: an exception ends its cell and no other. What it shows is dropped."""
    _how, shown = cells.run(source, SECONDS)
    if shown and shown[-1][:2] == ["error", "KeyboardInterrupt"]:
        raise KeyboardInterrupt


@contextlib.contextmanager
def _graded_elsewhere() -> Iterator[None]:
    """The notebook's own check(…) cells stay silent: every exercise is asked afterward."""
    os.environ["MPLBACKEND"] = "Agg"
    os.environ["NBGRADER_EXECUTION"] = "check"
    try:
        yield
    finally:
        del os.environ["NBGRADER_EXECUTION"]
