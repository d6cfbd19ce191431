"""What a course sets in nbgrader_config.py, as far as grading goes: honored, or refused by name before anything is marked."""

from __future__ import annotations

import hashlib
import string
from dataclasses import fields
from pathlib import Path
from typing import Any

from log2attn.core.errors import CourseError
from log2attn.doors.nbgrader import CONFIG, Nbgrader, setting
from log2attn.grading.limits import Limits

BELIEVE = "believe_timestamps"
STRUCTURE = "{nbgrader_step}/{student_id}/{assignment_id}"
IGNORED = (".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback")  # nbgrader's own
# nbgrader's classes that turn a source into a release. What they are told is left to nbgrader's own code (sources.py).
RELEASING = (
    "GenerateAssignment",
    "Assign",
    "IncludeHeaderFooter",
    "InstantiateTests",
    "LockCells",
    "ClearSolutions",
    "CheckCellMetadata",
    "ClearHiddenTests",
    "ClearMarkScheme",
)
STUBS = {"code_stub", "text_stub"}  # what stands in for a solution: the released notebook shows it
AUTOGRADE = ("Autograde", "BaseConverter")
EXECUTE = ("Execute", "ExecutePreprocessor", "NotebookClient")  # a class takes what its parents are told
# What stock's autograde would do otherwise than this grader: setting → why.
NOT_DONE = {
    **{
        (section, name): "the grader has its own steps between a submission and its marks"
        for section in AUTOGRADE
        for name in ("sanitize_preprocessors", "autograde_preprocessors", "exporter_class")
    },
    **{
        (section, name): "the grader runs no code of the course before or after a submission"
        for section in AUTOGRADE
        for name in ("pre_convert_hook", "post_convert_hook")
    },
    **{
        (section, name): "cells run in the grader's own Python, each exactly once"
        for section in EXECUTE
        for name in ("kernel_name", "kernel_manager_class", "timeout_func", "force_raise_errors", "skip_cells_with_tag")
    },
}  # fmt: skip
STEPS = (
    "ClearOutput",
    "DeduplicateIds",
    "OverwriteKernelspec",
    "OverwriteCells",
    "Execute",
    "SaveAutoGrades",
)  # of stock's autograde; the grader has no grading without them


class Settings:
    """The settings of one course. Reading them checks them: CourseError names what cannot be honored."""

    def __init__(self, nbgrader: Nbgrader) -> None:
        self.nbgrader, self.config = nbgrader, nbgrader.config
        self.where = str(nbgrader.root / CONFIG)
        if faults := [*self._not_done(), *self._structure_faults()]:
            raise CourseError(
                " ".join(faults),
                where=self.where,
                then="Take the setting out, or grade this course with `nbgrader autograde`.",
            )

    def get(self, section: str, name: str, otherwise: Any = None) -> Any:
        """What is set, or ``otherwise``."""
        return setting(self.config, section, name, otherwise)

    def _not_done(self) -> list[str]:
        found = [
            f"c.{section}.{name} is not honored: {why}."
            for (section, name), why in NOT_DONE.items()
            if self.get(section, name)
        ]
        return found + [
            f"c.{step}.enabled = False is not honored: there is no grading without this step."
            for step in STEPS
            if self.get(step, "enabled", True) is False
        ]

    def _structure_faults(self) -> list[str]:
        wanted = ["assignment_id", "nbgrader_step", "student_id"]
        try:
            named = sorted(name for _, name, _, _ in string.Formatter().parse(self.structure) if name)
        except ValueError:
            named = []
        return (
            []
            if named == wanted
            else [
                f"c.CourseDirectory.directory_structure = {self.structure!r} does not name {{nbgrader_step}}, {{student_id}} and {{assignment_id}}, each once."
            ]
        )

    # Where things lie

    @property
    def structure(self) -> str:
        return str(self.get("CourseDirectory", "directory_structure", STRUCTURE))

    def directory(self, step: str) -> str:
        """The name of a step's folder: source, release, submitted, autograded, feedback."""
        return str(self.get("CourseDirectory", f"{step}_directory", step))

    @property
    def ignored(self) -> tuple[str, ...]:
        """Patterns of files that nbgrader does not copy."""
        return tuple(self.get("CourseDirectory", "ignore", list(IGNORED)))

    # Who and what

    @property
    def students(self) -> tuple[str, frozenset[str]]:
        """A pattern of learners' ids, and ids left out."""
        left_out = str(self.get("CourseDirectory", "student_id_exclude", "")).split(",")
        return str(self.get("CourseDirectory", "student_id", "*")), frozenset(filter(None, left_out))

    @property
    def notebooks(self) -> str:
        """A pattern of notebooks' names."""
        return str(self.get("CourseDirectory", "notebook_id", "*"))

    @property
    def assignment(self) -> str:
        """The only assignment; "" for all."""
        return str(self.get("CourseDirectory", "assignment_id", ""))

    @property
    def creates_students(self) -> bool:
        """Whether somebody who is not in the gradebook yet is entered."""
        return all(self.get(section, "create_student", True) for section in AUTOGRADE)

    def learners_own(self, assignment: str) -> frozenset[str]:
        """Files beside the source that learners hand in versions of (``exclude_overwriting``), as paths below the assignment."""
        named = self.get("Autograde", "exclude_overwriting", {}) or {}
        return frozenset(str(Path(name).as_posix()) for name in named.get(assignment, ()))

    # How

    def limits(self) -> Limits:
        """``c.Log2attn.seconds = 20`` and so on, over the defaults; a cell has at least the time that stock is told to give it."""
        section = {name: value for name, value in self._own().items() if name != BELIEVE}
        known = {field.name: type(getattr(Limits(), field.name)) for field in fields(Limits)}
        for name, value in section.items():
            if (
                name not in known
                or not isinstance(value, int | float)
                or isinstance(value, bool)
                or value <= 0
            ):
                raise CourseError(
                    f"c.Log2attn.{name} = {value!r} is not a limit.",
                    where=self.where,
                    then=f"The limits, all numbers above 0: {', '.join(known)} (docs/grading.md).",
                )
        if "seconds" not in section and (told := self._timeout()):
            section |= {"seconds": told, "total": section.get("total", max(Limits().total, 2 * told))}
        return Limits(**{name: known[name](value) for name, value in section.items()})

    def _timeout(self) -> float | None:
        told = next((t for section in EXECUTE if (t := self.get(section, "timeout")) is not None), None)
        if told is None:
            return None
        if not isinstance(told, int | float) or told <= 0:
            raise CourseError(
                f"c.Execute.timeout = {told!r} would let a cell run for ever.",
                where=self.where,
                then="Say how long a cell may take: c.Log2attn.seconds = 60",
            )
        return float(told)

    def believes_timestamps(self) -> bool:
        """``c.Log2attn.believe_timestamps = True``: the course's own tool writes timestamp.txt."""
        return bool(self._own().get(BELIEVE, False))

    def _own(self) -> dict[str, Any]:
        return dict(self.config.get("Log2attn", {}))

    def releases_by_its_own_rules(self, *, released: bool) -> bool:
        """Whether only nbgrader itself can say what a source becomes. A released notebook shows what its stubs are."""
        told = {(section, name) for section in RELEASING for name in self.config.get(section, {})}
        return bool(told - {("ClearSolutions", name) for name in STUBS} if released else told)

    def digest(self) -> str:
        """Stands for all that is set: the files of settings, and the modules beside them that they may import."""
        beside = sorted(self.nbgrader.root.glob("*.py"))
        texts = [path.read_bytes() for path in (*self.nbgrader.files, *beside) if path.is_file()]
        return hashlib.sha256(repr(texts).encode()).hexdigest()
