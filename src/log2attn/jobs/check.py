"""Check a notebook file from the shell: run its cells, then every exercise's checks, as the notebook's own check() would."""

from __future__ import annotations

import mmap
import os
import shlex
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.doors.notebook import OURS, NotebookNode, grade_id, read_notebook
from log2attn.grading.worker.cells import Cells
from log2attn.learn.card import Card
from log2attn.learn.check import result_card
from log2attn.learn.shipped import ShippedExercise, exercises_of
from log2attn.learn.ways import Way, in_a_terminal
from log2attn.proving.days import read_course
from log2attn.proving.forked import HOUR, forked

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
    way = in_a_terminal(path.name, f"log2attn check {shlex.quote(name)}")
    for id, card in zip(exercises, _in_a_child(path, notebook, exercises.values(), way), strict=True):
        yield replace(card, rows=(("Where", f"{id} in {_short(path)}"), *card.rows))


def _short(path: Path) -> Path:
    """As seen from here, if it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _in_a_child(
    path: Path, notebook: NotebookNode, exercises: Iterable[ShippedExercise], way: Way
) -> list[Card]:
    """The cards, made in a process of their own: a notebook that ends it, or takes all memory, ends no more than that."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    sources = [cell.source for cell in cells]
    at = mmap.mmap(-1, 4)  # shared with the child, which writes here how far it is

    def work(exercises: list[ShippedExercise]) -> list[Card] | str:
        try:
            return _cards(path.resolve().parent, sources, exercises, way, at)
        except Exception:  # a fault of ours, and not the notebook's
            return traceback.format_exc()

    wanted = list(exercises)
    ((_, found),) = forked([wanted], work, jobs=1, seconds=HOUR)
    if isinstance(found, str):
        raise ChildProcessError(found)
    if found is None:
        reached = int.from_bytes(at[:4])
        raise CourseError(
            f"The notebook ended its own Python {_step(cells, wanted, reached)}, so nothing after that could be checked. A call of os._exit does so, and so does a crash, or memory that runs out.",
            where=str(path),
            then="Take that out or mend it, save the file, and check again.",
        )
    return found


def _step(cells: list[NotebookNode], exercises: list[ShippedExercise], reached: int) -> str:
    if reached >= len(cells):
        return f"while {exercises[reached - len(cells)].id} was checked"
    id = grade_id(cells[reached])
    first = next(iter(cells[reached].source.strip().splitlines()), "")
    named = f" ({id})" if id else ""
    return f"in code cell {reached + 1} of {len(cells)}{named}, which begins with `{first[:60]}`"


def _cards(
    folder: Path, cells: list[str], exercises: list[ShippedExercise], way: Way, at: mmap.mmap
) -> list[Card]:
    """As the grader runs them, so that both judge one notebook alike: magics, shell lines, exit() and input() end no check."""
    os.environ["MPLBACKEND"] = "Agg"
    os.environ["NBGRADER_EXECUTION"] = "check"  # the notebook's own check(…) cells stay silent
    os.chdir(folder)
    notebook = Cells(OUTPUT)
    for n, source in enumerate(cells):
        at[:4] = n.to_bytes(4)
        _run(notebook, source)
    found = []
    for n, exercise in enumerate(exercises, len(cells)):
        at[:4] = n.to_bytes(4)
        found.append(result_card(exercise, notebook.names, way))
    notebook.close()
    return found


def _run(cells: Cells, source: str) -> None:
    """One cell as in a notebook: an exception ends its cell and no other. What it shows is dropped."""
    _how, shown = cells.run(source, SECONDS)
    if shown and shown[-1][:2] == ["error", "KeyboardInterrupt"]:
        raise KeyboardInterrupt
