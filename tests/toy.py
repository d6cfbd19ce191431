"""Small courses written by a test: sources, what is released of them, what learners hand in, and what the gradebook then says."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from log2attn.grading.intake.plan import read_plan
from log2attn.grading.schedule.folder import Folder
from log2attn.jobs.grade import Choice, Graded, Summary, grade

SOLVE = "### BEGIN SOLUTION\n{}\n### END SOLUTION"
KINDS = {"answer": (False, True), "test": (True, False), "written": (True, True)}  # graded, solution


def cell(
    source: str, id: str = "", kind: str = "", points: float = 0, *, text: bool = False
) -> dict[str, Any]:
    """A cell of a source notebook: "" given, "locked", "answer", "test" or "written"."""
    made: dict[str, Any] = {
        "cell_type": "markdown" if text else "code",
        "id": id or f"given-{abs(hash(source)) % 10**8}",
        "metadata": {},
        "source": source,
    }
    made |= {} if text else {"outputs": [], "execution_count": None}
    if kind:
        grade, solution = KINDS.get(kind, (False, False))
        made["metadata"]["nbgrader"] = {
            "schema_version": 3,
            "grade_id": id,
            "cell_type": made["cell_type"],
            "grade": grade,
            "solution": solution,
            "task": False,
            "locked": not solution,
            **({"points": points} if grade else {}),
        }
    return made


def exercise(name: str, solution: str, *tests: tuple[str, float]) -> list[dict[str, Any]]:
    """An answer and its tests: ``solution`` is the body of a function."""
    head, _, body = solution.partition("\n")
    inside = "\n".join(f"    {line}" for line in SOLVE.format(body.strip()).split("\n"))
    return [
        cell(f"{head}\n{inside}", name, "answer"),
        *(cell(text, f"{name}-{n}", "test", points) for n, (text, points) in enumerate(tests, 1)),
    ]


def write(
    path: Path, cells: Iterable[dict[str, Any]], *, kernel: str = "python3", language: str = "python"
) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    spec = {"name": kernel, "display_name": kernel, "language": language}
    book = {"cells": list(cells), "metadata": {"kernelspec": spec}, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(book))
    return path


class Toy:
    """A course in a folder of its own."""

    def __init__(self, root: Path, *config: str) -> None:
        self.root = root
        root.mkdir(parents=True)
        self.config(*config)

    def config(self, *lines: str) -> None:
        text = "\n".join(["c = get_config()", "c.CourseDirectory.course_id = 'toy'", *lines])
        (self.root / "nbgrader_config.py").write_text(text + "\n")

    def source(
        self, assignment: str, name: str, cells: list[dict[str, Any]], *, release: bool = True
    ) -> None:
        """Write a source, and what learners get of it: solutions and hidden tests gone, as nbgrader does it."""
        path = write(self.root / "source" / assignment / f"{name}.ipynb", cells)
        if release:
            plan = read_plan(path, None, assignment)
            given = [
                one | {"source": planned.released} for one, planned in zip(cells, plan.cells, strict=True)
            ]
            write(self.root / "release" / assignment / f"{name}.ipynb", given)

    def hand_in(
        self,
        learner: str,
        assignment: str,
        name: str,
        *,
        file: str = "",
        where: Path | None = None,
        files: dict[str, bytes] | None = None,
        change: Any = None,
        **answers: str,
    ) -> Path:
        """The released notebook with these answers, and files beside it. Dashes of ids are underscores."""
        book = json.loads((self.root / "release" / assignment / f"{name}.ipynb").read_text())
        for one in book["cells"]:
            id = one["metadata"].get("nbgrader", {}).get("grade_id", "").replace("-", "_")
            one["source"] = answers.get(id, one["source"])
        if change:
            change(book)
        path = (where or self.root / "submitted" / learner / assignment) / (file or f"{name}.ipynb")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(book))
        for beside, content in (files or {}).items():
            (path.parent / beside).write_bytes(content)
        return path

    def grade(self, *assignments: str, **choice: Any) -> tuple[Summary, list[Graded]]:
        summary = Summary()
        done = list(grade(Folder(self.root), Choice(tuple(assignments), jobs=2, **choice), summary))
        return summary, done

    def marks(self, assignment: str) -> dict[tuple[str, str], dict[str, float | None]]:
        """(learner, notebook) → cell → the machine's score; what waits for a person is None."""
        asked = f"""select sa.student_id, n.name, c.name, g.auto_score from grade g join submitted_notebook sn on sn.id = g.notebook_id
          join submitted_assignment sa on sa.id = sn.assignment_id join notebook n on n.id = sn.notebook_id join base_cell c on c.id = g.cell_id
          join assignment a on a.id = sa.assignment_id where a.name = '{assignment}'"""
        found: dict[tuple[str, str], dict[str, float | None]] = {}
        for who, name, id, score in self.ask(asked):
            found.setdefault((who, name), {})[id] = score
        return found

    def ask(self, statement: str) -> list[tuple]:
        db = sqlite3.connect(self.root / "gradebook.db")
        try:
            rows = db.execute(statement).fetchall()
            db.commit()
            return rows
        finally:
            db.close()
