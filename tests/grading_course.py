"""A course of two tiny notebooks with every kind of cell nbgrader knows, and plans, works and verdicts made by hand for it."""

from __future__ import annotations

import atexit
import functools
import json
import shutil
import tempfile
from pathlib import Path

import nbformat
from conftest import ROOT
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import create_engine, text
from support import nbgrader

from log2attn.doors.nbgrader import Nbgrader
from log2attn.grading.intake.plan import read_plan
from log2attn.grading.ledger.ledger import Entry, Ledger
from log2attn.grading.model import FAILED, MANUAL, PASSED, Item, Plan, Verdict, Work, WorkCell

ASSIGNMENT, ONE, TWO = "ps1", "one", "two"
ANSWER = "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
HIDDEN = "# more\n### BEGIN HIDDEN TESTS\nassert double(5) == 10, 'secret'\n### END HIDDEN TESTS"


def marked_cell(
    kind: str,
    id: str,
    source: str,
    *,
    grade: bool = False,
    solution: bool = False,
    task: bool = False,
    locked: bool = False,
    points: float | None = None,
):
    cell = new_markdown_cell(source) if kind == "markdown" else new_code_cell(source)
    cell.metadata["nbgrader"] = {
        "schema_version": 3,
        "grade_id": id,
        "grade": grade,
        "solution": solution,
        "task": task,
        "locked": locked,
        "cell_type": kind,
    }
    if points is not None:
        cell.metadata["nbgrader"]["points"] = points
    cell["id"] = id
    return cell


def source_cells(*, points: float = 1) -> list:
    given = new_markdown_cell("# Twice")
    given["id"] = "title"
    return [
        given,
        marked_cell("code", "set-up", "factor = 2", locked=True),
        marked_cell("code", "double", ANSWER, solution=True),
        marked_cell(
            "code",
            "double-visible",
            "assert double(3) == 6, 'twice 3 is 6'",
            grade=True,
            locked=True,
            points=points,
        ),
        marked_cell("code", "double-hidden", HIDDEN, grade=True, locked=True, points=2.5),
        marked_cell("markdown", "why", "Because.", grade=True, solution=True, points=2),
        marked_cell("code", "draw", "print('a drawing')", grade=True, solution=True, points=3),
        marked_cell(
            "markdown",
            "task",
            "Do something.\n### BEGIN MARK SCHEME\n1 point for trying\n### END MARK SCHEME",
            task=True,
            locked=True,
            points=4,
        ),
    ]


def write_notebook(path: Path, cells: list) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    notebook = new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    }
    path.write_text(nbformat.writes(notebook) + "\n")


def make_course(root: Path, *, more: str = "") -> Path:
    """The course folder: its config, and two source notebooks. Nothing is released yet."""
    root.mkdir(parents=True)
    (root / "nbgrader_config.py").write_text((ROOT / "nbgrader_config.py").read_text() + more)
    for name in (ONE, TWO):
        write_notebook(root / "source" / ASSIGNMENT / f"{name}.ipynb", source_cells())
    return root


def plan_of(root: Path, name: str = ONE) -> Plan:
    """As the grader reads it, from source and release."""
    return read_plan(
        root / "source" / ASSIGNMENT / f"{name}.ipynb",
        root / "release" / ASSIGNMENT / f"{name}.ipynb",
        ASSIGNMENT,
    )


def work_of(plan: Plan, **answers: str) -> Work:
    """A learner's notebook with these answers, other cells as released. Names: dashes as underscores."""
    said = {id.replace("_", "-"): text for id, text in answers.items()}
    cells = []
    for cell in plan.cells:
        given = cell.source if cell.kind == "test" else cell.released
        text = said.get(cell.id, given)
        cells.append(WorkCell(cell.index, cell.kind, cell.cell_type, text, cell.index, changed=text != given))
    return Work(tuple(cells))


def verdict_of(plan: Plan, *wrong: str, **more) -> Verdict:
    """Every test passed but those named; a person marks the rest."""
    items = []
    for cell in plan.marked:
        if cell.kind != "test":
            items.append(Item(cell.id, MANUAL, None, cell.points))
        elif cell.id in wrong:
            items.append(Item(cell.id, FAILED, 0.0, cell.points, message="Twice 3 is 6, and you got 9."))
        else:
            items.append(Item(cell.id, PASSED, cell.points, cell.points))
    return Verdict(items, **more)


def hand_in(root: Path, learner: str, name: str = ONE, **answers: str) -> Path:
    """A learner's file in submitted/: the released notebook with these answers."""
    said = {id.replace("_", "-"): text for id, text in answers.items()}
    notebook = nbformat.read(root / "release" / ASSIGNMENT / f"{name}.ipynb", as_version=4)
    for cell in notebook.cells:
        cell.source = said.get(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source)
    path = root / "submitted" / learner / ASSIGNMENT / f"{name}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(nbformat.writes(notebook))
    return path


RIGHT, WRONG = "def double(x):\n    return x + x", "def double(x):\n    return x ** 2"


def submit(root: Path) -> None:
    """Two learners hand in: ada both notebooks, bob one."""
    hand_in(root, "ada", ONE, double=RIGHT, why="It is a sum.", draw="print('mine')")
    hand_in(root, "ada", TWO, double=WRONG)
    hand_in(root, "bob", TWO, double=RIGHT)


def _folder() -> Path:
    folder = tempfile.mkdtemp(prefix="grading-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


@functools.cache
def released() -> Path:
    """The course, released by stock nbgrader once for all tests of this process; nothing is handed in. Copy it, do not change it."""
    root = make_course(_folder() / "course")
    nbgrader(root, "generate_assignment", ASSIGNMENT)
    return root


@functools.cache
def autograded() -> Path:
    """The course with two learners' work, graded by stock nbgrader. Copy it, do not change it."""
    root = copy_of(released(), _folder() / "course")
    submit(root)
    nbgrader(root, "autograde", ASSIGNMENT)
    return root


@functools.cache
def _empty() -> Path:
    """A gradebook as the ledger makes it, with nothing in it."""
    root = copy_of(released(), _folder() / "course")
    (root / "gradebook.db").unlink()
    with Ledger(root):
        pass
    return root / "gradebook.db"


def handed_in(to: Path) -> Path:
    """The course as released, its gradebook empty, with the two learners' work."""
    root = copy_of(released(), to)
    shutil.copy(_empty(), root / "gradebook.db")
    submit(root)
    return root


def copy_of(root: Path, to: Path) -> Path:
    shutil.copytree(root, to)
    return to


def entries(root: Path) -> list[Entry]:
    """The verdicts a grader reaches on what ``submit`` hands in."""
    one, two = plan_of(root, ONE), plan_of(root, TWO)
    return [
        Entry(
            "ada", one, work_of(one, double=RIGHT, why="It is a sum.", draw="print('mine')"), verdict_of(one)
        ),
        Entry("ada", two, work_of(two, double=WRONG), verdict_of(two, "double-visible", "double-hidden")),
        Entry("bob", two, work_of(two, double=RIGHT), verdict_of(two)),
    ]


def enter(root: Path, *more: Entry) -> None:
    with Ledger(root) as ledger:
        for name in (ONE, TWO):
            ledger.enter_plan(plan_of(root, name))
        assert ledger.enter_many(more or entries(root)) == []


def db_url(root: Path) -> str:
    return CourseDirectory(config=Nbgrader(root).config).db_url


def url_of(root: Path) -> str:
    return f"sqlite:///{root / 'gradebook.db'}"


SOURCE_ROWS = {
    "assignment": "SELECT name, duedate, course_id FROM assignment",
    "notebook": "SELECT a.name, n.name, n.kernelspec FROM notebook n JOIN assignment a ON a.id = n.assignment_id",
    "grade cells": "SELECT n.name, b.name, b.type, c.max_score, c.cell_type FROM base_cell b JOIN grade_cells c ON c.id = b.id JOIN notebook n ON n.id = b.notebook_id",
    "solution cells": "SELECT n.name, b.name, b.type FROM base_cell b JOIN solution_cells c ON c.id = b.id JOIN notebook n ON n.id = b.notebook_id",
    "task cells": "SELECT n.name, b.name, b.type, c.max_score, c.cell_type FROM base_cell b JOIN task_cells c ON c.id = b.id JOIN notebook n ON n.id = b.notebook_id",
    "cells": "SELECT n.name, b.name, b.type FROM base_cell b JOIN notebook n ON n.id = b.notebook_id",
    "source cells": "SELECT n.name, s.name, s.cell_type, s.locked, s.source, s.checksum FROM source_cell s JOIN notebook n ON n.id = s.notebook_id",
}
_WHOSE = "JOIN submitted_assignment s ON s.id = h.assignment_id JOIN notebook n ON n.id = h.notebook_id"
LEARNER_ROWS = {
    "student": "SELECT id, first_name, last_name, email, lms_user_id FROM student",
    "submission": "SELECT a.name, s.student_id, s.timestamp, s.extension FROM submitted_assignment s JOIN assignment a ON a.id = s.assignment_id",
    "notebook": f"SELECT s.student_id, n.name, h.flagged, h.late_submission_penalty FROM submitted_notebook h {_WHOSE}",
    "grade": f"SELECT s.student_id, n.name, b.name, g.auto_score, g.manual_score, g.extra_credit, g.needs_manual_grade FROM grade g JOIN base_cell b ON b.id = g.cell_id JOIN submitted_notebook h ON h.id = g.notebook_id {_WHOSE}",
    "comment": f"SELECT s.student_id, n.name, b.name, c.auto_comment, c.manual_comment FROM comment c JOIN base_cell b ON b.id = c.cell_id JOIN submitted_notebook h ON h.id = c.notebook_id {_WHOSE}",
}


def rows(url: str, queries: dict[str, str]) -> dict[str, list[tuple]]:
    """What the gradebook says, without its random ids, sorted."""
    engine = create_engine(url)
    with engine.connect() as db:
        found = {
            name: sorted((tuple(row) for row in db.execute(text(query))), key=repr)
            for name, query in queries.items()
        }
    engine.dispose()
    return json.loads(json.dumps(found, default=str))


def change(url: str, statement: str, **values) -> None:
    engine = create_engine(url)
    with engine.begin() as db:
        db.execute(text(statement), values)
    engine.dispose()
