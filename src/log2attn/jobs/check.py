"""Check a notebook file from the shell: run its cells, then every exercise's checks, as the notebook's own check() would."""

from __future__ import annotations

import contextlib
import io
import linecache
import os
from collections.abc import Iterator
from pathlib import Path

from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.doors.notebook import OURS, read_notebook
from log2attn.learn.card import Card
from log2attn.learn.check import result_card
from log2attn.learn.shipped import exercises_of
from log2attn.proving.days import read_course


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
    names = _run([cell.source for cell in notebook.cells if cell.cell_type == "code"], path)
    for exercise in exercises.values():
        yield result_card(exercise, names)


def _run(cells: list[str], path: Path) -> dict:
    """Run code cells as a notebook would: an exception ends its cell and no other. Returns the names they define."""
    os.environ["MPLBACKEND"] = "Agg"
    os.environ["NBGRADER_EXECUTION"] = "check"  # the notebook's own check(…) cells stay silent: we ask below
    from IPython.core.inputtransformer2 import TransformerManager

    names: dict = {"__name__": "__main__"}
    transform = TransformerManager().transform_cell
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        for n, source in enumerate(cells, 1):
            cell, text = f"{path.name}, code cell {n}", transform(source)
            # As in a notebook, a function's text can be found by the name of its cell.
            linecache.cache[cell] = (len(text), None, text.splitlines(keepends=True), cell)
            with contextlib.suppress(Exception):
                exec(compile(text, cell, "exec"), names)
    del os.environ["NBGRADER_EXECUTION"]
    return names
