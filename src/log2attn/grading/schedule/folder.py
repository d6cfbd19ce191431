"""An nbgrader course folder as the grader sees it: what is asked, what was handed in, where results go. Any course, ours or another."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from log2attn.core.errors import CourseError
from log2attn.doors.nbgrader import Nbgrader
from log2attn.grading.intake.plan import read_plan
from log2attn.grading.limits import Limits
from log2attn.grading.model import Plan

CONFIG = "nbgrader_config.py"
BELIEVE = "believe_timestamps"
MOST_FILES, MOST_BYTES = 200, 32 << 20  # beside a notebook, that its cells may read
DAY = re.compile(r"day-(\d\d)-")


class Folder:
    """The paths and settings of one course."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.nbgrader = Nbgrader(root)
        course = self.nbgrader.config.CourseDirectory
        self._named = {
            step: self._setting(course, f"{step}_directory", step)
            for step in ("source", "release", "submitted", "autograded", "feedback")
        }

    @staticmethod
    def _setting(section: Any, key: str, otherwise: str) -> str:
        return str(section[key]) if key in section else otherwise

    @classmethod
    def find(cls, start: Path | None = None) -> Folder:
        """The course that holds ``start`` (default: the current folder)."""
        here = (start or Path.cwd()).resolve()
        for folder in (here, *here.parents):
            if (folder / CONFIG).exists():
                return cls(folder)
        raise CourseError(
            f"This folder is not part of an nbgrader course: no {CONFIG} here or above.",
            where=str(here),
            then="Go to the course, or name it: --course FOLDER",
        )

    def step(self, name: str) -> Path:
        """A folder of nbgrader's: source, release, submitted, autograded, feedback."""
        return self.root / self._named[name]

    def assignments(self) -> list[str]:
        """Those that have a source."""
        return sorted(
            folder.name
            for folder in self.step("source").glob("*")
            if folder.is_dir() and not folder.name.startswith(".") and any(folder.glob("*.ipynb"))
        )

    def plans(self, assignment: str) -> dict[str, Plan]:
        """Notebook → plan."""
        found = {}
        for source in sorted((self.step("source") / assignment).glob("*.ipynb")):
            plan = read_plan(source, self.step("release") / assignment / source.name, assignment)
            if plan.marked:
                found[plan.notebook] = plan
        return found

    def learners(self, assignment: str) -> list[str]:
        """Who has handed anything in. A link in place of a folder is nobody's work."""
        return sorted(
            entry.name
            for entry in _entries(self.step("submitted"))
            if (path := Path(entry.path) / assignment).is_dir()
            and not path.is_symlink()
            and not entry.is_symlink()
        )

    def linked(self, assignment: str) -> list[str]:
        """Learners in whose place, or in place of whose assignment, a link lies."""
        return sorted(
            entry.name
            for entry in _entries(self.step("submitted"))
            if entry.is_symlink() or (Path(entry.path) / assignment).is_symlink()
        )

    def submitted(self, learner: str, assignment: str) -> Path:
        return self.step("submitted") / learner / assignment

    def autograded(self, learner: str, assignment: str, notebook: str) -> Path:
        return self.step("autograded") / learner / assignment / f"{notebook}.ipynb"

    def feedback(self, learner: str, assignment: str, notebook: str) -> Path:
        return self.step("feedback") / learner / assignment / f"{notebook}.html"

    def archive(self) -> Path:
        """Where verdicts are remembered."""
        return self.root / ".log2attn" / "verdicts.db"

    def files(self, assignment: str) -> dict[str, bytes]:
        """What lies beside the source notebooks and cells may read."""
        return files_beside(self.step("source") / assignment)

    def _own(self) -> dict[str, Any]:
        return dict(self.nbgrader.config.get("Log2attn", {}))

    def believes_timestamps(self) -> bool:
        """``c.Log2attn.believe_timestamps = True``: the course's own tool writes timestamp.txt."""
        return bool(self._own().get(BELIEVE, False))

    def limits(self) -> Limits:
        """The course's own, ``c.Log2attn.seconds = 20`` in nbgrader_config.py, over the defaults."""
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
                    where=str(self.root / CONFIG),
                    then=f"The limits, all numbers above 0: {', '.join(known)} (docs/grading.md).",
                )
        return Limits(**{name: known[name](value) for name, value in section.items()})


def files_beside(folder: Path) -> dict[str, bytes]:
    """Ordinary files below a folder, notebooks and hidden ones aside: name → content. No link is followed; a flood is cut off."""
    found: dict[str, bytes] = {}
    room = MOST_BYTES
    for path in _walk(folder):
        name = path.relative_to(folder).as_posix()
        if path.suffix == ".ipynb" or len(found) >= MOST_FILES:
            continue
        try:
            descriptor = os.open(
                path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
            )
        except OSError:
            continue
        with os.fdopen(descriptor, "rb") as file:
            info = os.fstat(file.fileno())
            if stat.S_ISREG(info.st_mode) and info.st_size <= room:
                found[name] = file.read(room)
                room -= len(found[name])
    return found


def _walk(folder: Path) -> Iterator[Path]:
    for entry in _entries(folder):
        if entry.name.startswith(".") or entry.name == "__pycache__":
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif entry.is_file(follow_symlinks=False):
            yield Path(entry.path)


def _entries(folder: Path) -> list[os.DirEntry]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []


def day_of(notebook: str) -> int | None:
    """The day of one of our notebooks; None for a notebook of another course."""
    found = DAY.match(notebook)
    return int(found[1]) if found else None


def readable(notebook: str, package: Path) -> list[Path]:
    """What of this package a learner's code may import: what notebooks need, and of the toolbox the days before the notebook's own."""
    learn = list((package / "learn").glob("*.py"))
    day = day_of(notebook) or 0
    toolbox = [
        path
        for path in (package / "toolbox").glob("*.py")
        if path.name == "__init__.py" or int(path.stem.removeprefix("day_")) < day
    ]
    return [package / "__init__.py", *learn, *toolbox]
