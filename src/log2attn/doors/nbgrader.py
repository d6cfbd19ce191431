"""The door to nbgrader: its configuration, releasing by its own code, and what its gradebook says.

nbgrader takes a second to load, so it is imported where it is needed: a run in which nothing changed does without.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Any

from traitlets.config import Config
from traitlets.config.loader import LazyConfigValue, PyFileConfigLoader

from log2attn.core.errors import CourseError

if TYPE_CHECKING:
    from nbgrader.api import Gradebook

CONFIG = "nbgrader_config.py"
OURS = (
    "Log2attn",
    "Assign",
    "BaseConverter",
    "ExecutePreprocessor",
    "NotebookClient",
    "NbGraderPreprocessor",
)  # known sections, beside nbgrader's classes
LEFT_OVER = {"ClearSolutions": ["comment_mark"]}  # names of older versions that nbgrader still reads


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

    def __init__(self, root: Path, *, personal: bool = False) -> None:
        """``personal`` also reads what nbgrader finds in the settings folders of whoever runs it; the course's own count before them."""
        self.root = root
        config_file = root / CONFIG
        if not config_file.exists():
            raise CourseError(
                f"There is no {CONFIG} here.",
                where=str(root),
                then="Name a course folder: log2attn --course FOLDER …",
            )
        self.files = (*(_personal() if personal else ()), config_file)
        self.config = Config()
        for path in self.files:
            self.config.merge(_loaded(path))
        course = self.config.CourseDirectory
        if not personal or "root" not in course:
            course.root = str(root)
        if "db_url" in course:  # a path in it is meant from the course, wherever the program is run
            course.db_url = re.sub(
                r"^(sqlite:///)(?!/|:memory:|[A-Za-z]:)(?=.)",
                rf"\1{Path(course.root).as_posix()}/",
                str(course.db_url),
            )

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

    def unknown_settings(self) -> list[str]:
        """What is set under a name that no class of nbgrader has: a misspelt setting would be passed over in silence. In words."""
        from nbgrader import apps, exchange, plugins, preprocessors
        from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback
        from nbgrader.coursedir import CourseDirectory

        classes = {Autograde, GenerateAssignment, GenerateFeedback, CourseDirectory}
        for module in (apps, exchange, plugins, preprocessors):
            classes |= {getattr(module, name) for name in getattr(module, "__all__", ())}
        known: dict[str, Any] = {
            kind.__name__: kind
            for kind in classes
            if isinstance(kind, type) and hasattr(kind, "class_traits")
        }
        found = []
        for section, told in self.config.items():
            if section in known:
                names = known[section].class_trait_names(config=True) + LEFT_OVER.get(section, [])
                found += [
                    f"c.{section}.{name} is no setting of nbgrader's{_meant(name, names)}"
                    for name in told
                    if name not in names
                ]
            elif section not in OURS and (near := get_close_matches(section, [*known, *OURS], 1, 0.87)):
                found.append(f"c.{section} is no part of nbgrader; {near[0]!r} may be meant")
        return found

    def knows(self, phase: str) -> bool:
        """Whether the gradebook holds the phase."""
        from nbgrader.api import MissingEntry

        with self.gradebook() as book:
            try:
                book.find_assignment(phase)
            except MissingEntry:
                return False
            return True

    def scores(self, phases: list[str], there: Callable[[str, str, str], bool]) -> list[Score]:
        """Every learner's days, in order; a day not handed in has the score None. One statement for each phase, however large the class.

        there  whether a learner has handed in a phase's notebook: nbgrader enters a 0 for every notebook of a phase of which anything was
        """
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
                        here = there(learner, phase, notebook.name)
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


def setting(config: Config, section: str, name: str, otherwise: Any = None) -> Any:
    """What is set, or ``otherwise``. Of a list that was only added to, ``otherwise`` with the additions."""
    found = config[section].get(name, otherwise) if section in config else otherwise
    return found.get_value(otherwise) if isinstance(found, LazyConfigValue) else found


def _meant(name: str, names: list[str]) -> str:
    near = get_close_matches(name, names, 1)
    return f"; {near[0]!r} may be meant" if near else ""


def _personal() -> list[Path]:
    """nbgrader's files of settings outside the course; those that count more come later."""
    from jupyter_core.paths import jupyter_config_path

    return [path for folder in reversed(jupyter_config_path()) if (path := Path(folder) / CONFIG).is_file()]


def _loaded(path: Path) -> Config:
    try:
        return PyFileConfigLoader(path.name, path=str(path.parent)).load_config()
    except Exception as error:  # it is a program, and may raise anything
        line = next(
            (f":{n.lineno}" for n in reversed(extract_tb(error.__traceback__)) if n.filename == str(path)), ""
        )
        raise CourseError(
            f"The course's settings cannot be read: {type(error).__name__}: {error}",
            where=f"{path}{line}",
            then="Mend that line. Nothing was done.",
        ) from error


def _last_words(done: dict) -> str:
    """Why nbgrader stopped, in words: its own error, or the warning that names the cause."""
    log = (done.get("log") or "") + (done.get("error") or "")
    lines = [
        line.split("]", 1)[-1].strip() if line.startswith("[") else line.strip() for line in log.splitlines()
    ]
    errors = [line.split("]", 1)[-1].strip() for line in log.splitlines() if "ERROR]" in line]
    return next(iter(errors or [line for line in reversed(lines) if line]), "no reason given")
