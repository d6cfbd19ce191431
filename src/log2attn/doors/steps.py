"""What nbgrader's own steps, as a course has set them, make of its source notebooks: headers, AUTOTEST lines, a course's own steps.

It runs in a process of its own: nbgrader starts a kernel for AUTOTEST, and the steps of a course are its own code.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import chdir
from copy import deepcopy
from pathlib import Path
from typing import Any

from log2attn.core.errors import CourseError
from log2attn.doors.notebook import NotebookNode, from_bytes, grade_id, write_as_found

PROGRAM = "from log2attn.doors.steps import main; main()"
LONGEST = 900  # seconds for an assignment: AUTOTEST runs the solutions
SOLUTIONS, TESTS, SAVE = "ClearSolutions", "ClearHiddenTests", "SaveCells"


def released_by_nbgrader(
    root: Path, assignment: str, sources: Sequence[Path]
) -> dict[Path, tuple[NotebookNode, NotebookNode] | str]:
    """Each source with what its steps add, solutions and hidden tests still in it, and as learners get it; or why there is none, in words."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROGRAM, str(root), assignment, *map(str, sources)],
        capture_output=True,
        timeout=LONGEST,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    try:
        said = json.loads(done.stdout.rpartition(b"\n\0")[2])
    except ValueError as error:
        raise CourseError(
            f"nbgrader's own steps could not be run: {done.stderr.decode(errors='replace').strip()[-500:]}",
            where=str(root),
            then=f"`nbgrader generate_assignment {assignment}` shows more.",
        ) from error
    return {
        Path(path): made
        if isinstance(made, str)
        else (from_bytes(made[0].encode()), from_bytes(made[1].encode()))
        for path, made in said.items()
    }


def main() -> None:
    """The program: course folder, assignment and sources as its words; what became of each source as JSON."""
    root, assignment, *sources = sys.argv[1:]
    found: dict[str, Any] = {}
    for source in sources:
        try:
            found[source] = [
                write_as_found(made).decode() for made in _steps(Path(root), assignment, Path(source))
            ]
        except Exception as error:  # a course's own step may raise anything
            found[source] = f"{type(error).__name__}: {error}"
    sys.stdout.write("\n\0" + json.dumps(found))  # whatever the steps have printed stands before


def _steps(root: Path, assignment: str, source: Path) -> tuple[NotebookNode, NotebookNode]:
    from nbconvert.exporters import NotebookExporter
    from nbgrader.converters import GenerateAssignment
    from nbgrader.coursedir import CourseDirectory

    from log2attn.doors.nbgrader import Nbgrader

    config = deepcopy(Nbgrader(root, personal=True).config)
    if "Assign" in config:  # the section's name in older courses
        config.GenerateAssignment.merge(config.Assign)
    course = CourseDirectory(config=config)
    job = GenerateAssignment(coursedir=course, config=config)
    exporter = NotebookExporter(parent=job, config=config)
    seen: dict[str, Any] = {}
    exporter._preprocessors = []  # noqa: SLF001  (as nbgrader does itself: the course's steps and no others)
    for step in job.preprocessors:
        name = step.rpartition(".")[2] if isinstance(step, str) else getattr(step, "__name__", "")
        if name in (SOLUTIONS, TESTS):
            exporter.register_preprocessor(_looks(seen, name))
        if name != SAVE:
            exporter.register_preprocessor(step)
    exporter.register_preprocessor(_looks(seen, ""))
    about = {"assignment": assignment, "notebook": source.stem, "student": ".", "db_url": course.db_url}
    with chdir(course.root):
        exporter.from_filename(str(source), resources={"unique_key": source.stem, "nbgrader": about})
    return _worked(seen.get(SOLUTIONS, seen[""]), seen.get(TESTS, seen[""])), seen[""]


def _looks(seen: dict[str, NotebookNode], name: str) -> Callable:
    def look(notebook: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        seen.setdefault(name, deepcopy(notebook))
        return notebook, resources

    return look


def _worked(solved: NotebookNode, tested: NotebookNode) -> NotebookNode:
    """The notebook before its hidden tests went, with the solutions that had gone before."""
    solutions = {grade_id(cell): cell.source for cell in solved.cells if grade_id(cell)}
    for cell in tested.cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            cell.source = solutions.get(grade_id(cell), cell.source)
    return tested
