"""A source notebook, read: what is given, asked and marked. The source drives; a learner's file never does."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import astuple
from functools import lru_cache
from pathlib import Path
from typing import Any

from log2attn.core.errors import CourseError
from log2attn.doors.notebook import NotebookNode, read_notebook
from log2attn.grading.intake.words import defined, mentioned
from log2attn.grading.model import Kind, Plan, PlanCell

CODE_STUB = "# YOUR CODE HERE\nraise NotImplementedError()"  # nbgrader's defaults
TEXT_STUB = "YOUR ANSWER HERE"
SOLUTION = ("BEGIN SOLUTION", "END SOLUTION")
HIDDEN = ("BEGIN HIDDEN TESTS", "END HIDDEN TESTS")
SCHEME = ("BEGIN MARK SCHEME", "END MARK SCHEME")


def read_plan(
    source: Path,
    release: Path | None,
    assignment: str,
    made: tuple[NotebookNode, NotebookNode] | None = None,
) -> Plan:
    """The plan of a source notebook. What learners were given is read from ``release``, or derived as nbgrader derives it.

    made  the notebook as nbgrader's own steps leave it, with solutions and hidden tests, and without: counts before the bare source
    """
    notebook, derived = made or (read_notebook(source), None)
    language = notebook.metadata.get("kernelspec", {}).get("language", "python")
    if language != "python":
        raise CourseError(
            f"This notebook is written in {language}; the grader runs Python.",
            where=str(source),
            then="Grade it with `nbgrader autograde`.",
        )
    given = _Release(
        notebook, read_notebook(release) if release is not None and release.exists() else derived
    )
    cells = tuple(
        _plan_cell(index, cell, given.of(index), f"{source}, cell {index + 1}")
        for index, cell in enumerate(notebook.cells)
    )
    if twice := [id for id, n in Counter(cell.id for cell in cells if cell.id).items() if n > 1]:
        raise CourseError(
            f"Two cells have the grade id {twice[0]!r}.",
            where=str(source),
            then="Give each cell an id of its own, and release the notebook again.",
        )
    text = json.dumps([assignment, source.stem, [astuple(cell) for cell in cells]], ensure_ascii=True)
    return Plan(
        assignment=assignment,
        notebook=source.stem,
        cells=cells,
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )


def _plan_cell(index: int, cell: NotebookNode, released: NotebookNode | None, where: str) -> PlanCell:
    grading = _grading(cell)
    kind, id = _kind(grading), str(grading.get("grade_id") or "")
    locked = kind == "test" or (kind in ("given", "task") and bool(grading.get("locked")))
    known = kind != "given" or locked  # a grade id on any other cell means nothing to nbgrader

    def wrong(what: str, then: str) -> CourseError:
        return CourseError(what, where=where, then=then)

    if known and not id:
        raise wrong(
            "This cell is graded and has no grade id.",
            "Give it one in the Create Assignment view of Jupyter.",
        )
    if cell.cell_type != "code" and kind in ("test", "answer"):
        role = "holds tests" if kind == "test" else "is to be filled in and marked by tests"
        raise wrong(
            f"The cell {id!r} {role}, but it is not a code cell.",
            "Make it a code cell, or a manually graded answer.",
        )
    points = _points(grading.get("points"), id, wrong) if kind in ("test", "written", "task") else 0.0
    text = _derived(cell, kind, wrong) if released is None else released.source
    record = {
        "cell_type": cell.cell_type,
        "source": text,
        "id": id,
        "points": points,
        "grade": kind in ("test", "written"),
        "solution": kind in ("answer", "written"),
        "locked": locked,
    }
    if not known:
        return PlanCell(index, kind, cell.cell_type, "", cell.source, text, points, locked, "")
    told = "" if released is None else _grading(released).get("checksum")
    sum_ = told if isinstance(told, str) and told else checksum(**record)
    return PlanCell(index, kind, cell.cell_type, id, cell.source, text, points, locked, sum_)


def _grading(cell: NotebookNode) -> dict[str, Any]:
    found = cell.metadata.get("nbgrader")
    return found if isinstance(found, dict) else {}


def _kind(grading: dict[str, Any]) -> Kind:
    if grading.get("task"):
        return "task"
    if grading.get("grade"):
        return "written" if grading.get("solution") else "test"
    return "answer" if grading.get("solution") else "given"


def _points(points: Any, id: str, wrong: Any) -> float:
    try:
        value = float(points)
    except (TypeError, ValueError):
        value = -1.0
    if not 0 <= value < float("inf"):
        raise wrong(f"The cell {id!r} is worth {points!r} points.", "Points are a number, 0 or more.")
    return value


def checksum(
    *, cell_type: str, source: str, id: str, points: float, grade: bool, solution: bool, locked: bool
) -> str:
    """nbgrader's compute_checksum, from plain values."""
    parts = [
        source,
        cell_type,
        str(grade),
        str(solution),
        str(locked),
        id,
        *([str(float(points))] if grade else []),
    ]
    return hashlib.md5("".join(parts).encode(), usedforsecurity=False).hexdigest()


class _Release:
    """Which cell of the release stands for which of the source: by grade id, by cell id, else by place if both have the same number of cells."""

    def __init__(self, source: NotebookNode, release: NotebookNode | None) -> None:
        self.source, self.cells = source.cells, [] if release is None else release.cells
        self.by_grade = {grade: cell for cell in self.cells if (grade := _grading(cell).get("grade_id"))}
        self.by_id = {cell.id: cell for cell in self.cells if cell.get("id")}

    def of(self, index: int) -> NotebookNode | None:
        cell = self.source[index]
        if id := _grading(cell).get("grade_id"):
            return self.by_grade.get(id)
        found = self.by_id.get(cell.get("id"))
        if found is None and len(self.cells) == len(self.source):
            found = self.cells[index]
        return (
            found if found is not None and found.cell_type == cell.cell_type and not _grading(found) else None
        )


def _derived(cell: NotebookNode, kind: Kind, wrong: Any) -> str:
    """What nbgrader's generate_assignment makes of the cell."""
    stub = CODE_STUB if cell.cell_type == "code" else TEXT_STUB
    text, had_solution = _without(cell.source, SOLUTION, wrong, stub)
    if had_solution and kind not in ("answer", "written"):
        raise wrong(
            "A solution stands in a cell that learners are not asked to fill in.",
            "Mark the cell as an answer in the Create Assignment view.",
        )
    if kind in ("answer", "written") and not had_solution:
        return stub
    text, had_tests = _without(text, HIDDEN, wrong)
    if had_tests and kind not in ("test", "written"):
        raise wrong(
            "Hidden tests stand in a cell that is not graded: learners would not see them, and nobody would get points.",
            "Mark the cell as Autograder tests.",
        )
    text, had_scheme = _without(text, SCHEME, wrong)
    if had_scheme and kind != "task":
        raise wrong(
            "A mark scheme stands in a cell that is not a task.", "Mark the cell as a Manually graded task."
        )
    return text


def _without(text: str, marks: tuple[str, str], wrong: Any, stub: str | None = None) -> tuple[str, bool]:
    """The text without the regions between the two marks, each replaced by the stub; and whether there was one."""
    begin, end = marks
    kept: list[str] = []
    inside = found = False
    for line in text.split("\n"):
        if begin in line:
            if inside:
                raise wrong(
                    f"{begin!r} stands inside another such region.", f"Close the first one with {end!r}."
                )
            inside = found = True
            indent = line[: len(line) - len(line.lstrip())]
            kept += [] if stub is None else [indent + part for part in stub.split("\n")]
        elif end in line:
            inside = False
        elif not inside:
            kept.append(line)
    if inside:
        raise wrong(f"{begin!r} is never closed.", f"Add a line with {end!r}.")
    return "\n".join(kept), found


@lru_cache(maxsize=200)
def asked(plan: Plan) -> dict[int, set[str]]:
    """Which names each answer cell is asked to define: those of its stub, or else of its solution; if tests name some of them, only those."""
    tests = set().union(*(mentioned(cell.source) for cell in plan.cells if cell.kind == "test"))
    names = {
        cell.index: defined(cell.released) or defined(cell.source)
        for cell in plan.cells
        if cell.kind == "answer"
    }
    return {index: (found & tests) or found for index, found in names.items()}
