"""The door to nbgrader: its configuration, releasing by its own code, and what its gradebook says.

nbgrader takes a second to load, so it is imported where it is needed: a run in which nothing changed does without.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from log2attn.core.errors import CourseError

if TYPE_CHECKING:
    from nbgrader.api import Gradebook


@dataclass(frozen=True)
class Score:
    """One learner's day. ``score`` is None for a day not handed in; ``to_read`` counts answers a person has yet to grade."""

    learner: str
    phase: str
    day: str
    score: float | None
    possible: float
    to_read: int = 0


class Nbgrader:
    """nbgrader, working in one course folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        config_file = root / "nbgrader_config.py"
        if not config_file.exists():
            raise CourseError(
                "There is no nbgrader_config.py here.",
                where=str(root),
                then="Name a course folder: log2attn --course FOLDER …",
            )
        self.config: Config = PyFileConfigLoader(config_file.name, path=str(root)).load_config()
        self.config.CourseDirectory.root = str(root)

    def release(self, phase: str, *, database: bool = True) -> None:
        """source/ → release/ for one phase. With ``database``, the gradebook learns the phase's cells and points."""
        config = deepcopy(self.config)
        if not database:  # what `nbgrader generate_assignment --no-db` sets
            config.SaveCells.enabled = False
            config.GenerateAssignment.no_database = True
        from nbgrader.converters import GenerateAssignment
        from nbgrader.coursedir import CourseDirectory
        from nbgrader.utils import capture_log
        from sqlalchemy.exc import SAWarning

        coursedir = CourseDirectory(config=config)
        coursedir.assignment_id = phase
        job = GenerateAssignment(coursedir=coursedir, config=config)
        job.force = True
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore", SAWarning
            )  # nbgrader 0.9.6 walks unsaved rows; its results are right
            done = capture_log(job)
        if not done["success"]:
            raise CourseError(
                f"nbgrader could not release {phase}: {_last_words(done)}",
                where=str(self.root),
                then=f"`nbgrader generate_assignment {phase}` shows more.",
            )

    def knows(self, phase: str) -> bool:
        """Whether the gradebook holds the phase."""
        from nbgrader.api import MissingEntry

        with self.gradebook() as book:
            try:
                book.find_assignment(phase)
            except MissingEntry:
                return False
            return True

    def scores(self, phases: list[str]) -> list[Score]:
        """Every learner's days, in order; a day not handed in has the score None. One statement for each phase, however large the class."""
        from nbgrader.api import BaseCell, Grade, Notebook, Student, SubmittedAssignment, SubmittedNotebook
        from sqlalchemy import Integer, func

        found = []
        with self.gradebook() as book:
            learners = sorted(id for (id,) in book.db.query(Student.id))
            for phase in filter(self.knows, phases):
                assignment = book.find_assignment(phase)
                rows = (
                    book.db.query(
                        SubmittedAssignment.student_id,
                        Notebook.name,
                        func.sum(Grade.score),
                        func.sum(func.coalesce(Grade.needs_manual_grade.cast(Integer), 0)),
                    )
                    .select_from(Grade)
                    .join(SubmittedNotebook, SubmittedNotebook.id == Grade.notebook_id)
                    .join(SubmittedAssignment, SubmittedAssignment.id == SubmittedNotebook.assignment_id)
                    .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
                    .join(BaseCell, BaseCell.id == Grade.cell_id)
                    .filter(SubmittedAssignment.assignment_id == assignment.id)
                    .group_by(SubmittedAssignment.student_id, Notebook.name)
                )
                mine = {(learner, notebook): (score, waits) for learner, notebook, score, waits in rows}
                for learner in learners:
                    for notebook in sorted(assignment.notebooks, key=lambda n: n.name):
                        # nbgrader enters a 0 for every notebook of a phase of which anything was handed in.
                        here = (self.root / "submitted" / learner / phase / f"{notebook.name}.ipynb").exists()
                        score, waits = mine.get((learner, notebook.name), (None, 0)) if here else (None, 0)
                        found.append(
                            Score(learner, phase, notebook.name, score, notebook.max_score, int(waits))
                        )
        return found

    @contextmanager
    def gradebook(self) -> Iterator[Gradebook]:
        from nbgrader.api import Gradebook
        from nbgrader.coursedir import CourseDirectory

        coursedir = CourseDirectory(config=self.config)
        with Gradebook(coursedir.db_url, coursedir.course_id) as book:
            yield book


def _last_words(done: dict) -> str:
    """Why nbgrader stopped, in words: its own error, or the warning that names the cause."""
    log = (done.get("log") or "") + (done.get("error") or "")
    lines = [
        line.split("]", 1)[-1].strip() if line.startswith("[") else line.strip() for line in log.splitlines()
    ]
    errors = [line.split("]", 1)[-1].strip() for line in log.splitlines() if "ERROR]" in line]
    return next(iter(errors or [line for line in reversed(lines) if line]), "no reason given")
