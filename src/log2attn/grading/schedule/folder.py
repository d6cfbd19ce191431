"""An nbgrader course folder as the grader sees it: what is asked, what was handed in, where results go. Any course, ours or another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from log2attn.core.errors import CourseError
from log2attn.doors.nbgrader import CONFIG, Nbgrader
from log2attn.grading.limits import Limits
from log2attn.grading.schedule.beside import entries, files_beside, names_beside, room_of
from log2attn.grading.schedule.settings import Settings

DAY = re.compile(r"day-(\d\d)-")
NAMED = re.compile(r"\{(student_id|assignment_id)\}")


@dataclass(frozen=True)
class Place:
    """A folder of somebody's assignment. ``linked``: it, or what it lies in, is a link."""

    learner: str
    assignment: str
    path: Path
    linked: bool


class Folder:
    """The paths and settings of one course. Raises CourseError for a setting that cannot be honored."""

    def __init__(self, root: Path) -> None:
        self.nbgrader = Nbgrader(root, personal=True)
        self.settings = Settings(self.nbgrader)
        self.root = Path(self.settings.get("CourseDirectory", "root"))

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

    # Paths

    def step(self, name: str) -> Path:
        """The folder that a step's files lie below: source, release, submitted, autograded, feedback."""
        before = self.settings.structure.format(
            nbgrader_step=self.settings.directory(name), student_id="\0", assignment_id="\0"
        ).partition("\0")[0]
        return self.root / before.rpartition("/")[0]

    def at(self, step: str, assignment: str, learner: str = ".") -> Path:
        """A learner's assignment in one step; nobody's in the source and the release."""
        return self.root / self.settings.structure.format(
            nbgrader_step=self.settings.directory(step), student_id=learner, assignment_id=assignment
        )

    def source(self, assignment: str, notebook: str) -> Path:
        return self.at("source", assignment) / f"{notebook}.ipynb"

    def release(self, assignment: str, notebook: str) -> Path:
        return self.at("release", assignment) / f"{notebook}.ipynb"

    def submitted(self, learner: str, assignment: str) -> Path:
        return self.at("submitted", assignment, learner)

    def autograded(self, learner: str, assignment: str, notebook: str) -> Path:
        return self.at("autograded", assignment, learner) / f"{notebook}.ipynb"

    def feedback(self, learner: str, assignment: str, notebook: str) -> Path:
        return self.at("feedback", assignment, learner) / f"{notebook}.html"

    def archive(self) -> Path:
        """Where verdicts are remembered."""
        return self.root / ".log2attn" / "verdicts.db"

    # What is there

    def assignments(self) -> list[str]:
        """Those that have a source."""
        return sorted(
            place.assignment
            for place in self._places("source", student_id=".")
            if not place.assignment.startswith(".") and any(place.path.glob("*.ipynb"))
        )

    def notebooks(self, assignment: str) -> list[Path]:
        """The source notebooks of an assignment."""
        found = sorted(self.at("source", assignment).glob("*.ipynb"))
        return [path for path in found if fnmatch(path.stem, self.settings.notebooks)]

    def handed_in(self, assignment: str) -> list[Place]:
        """Who has handed anything in, links too, in order; as far as the settings do not leave them out."""
        pattern, left_out = self.settings.students
        return [
            place
            for place in sorted(
                self._places("submitted", assignment_id=assignment), key=lambda place: place.learner
            )
            if fnmatch(place.learner, pattern) and place.learner not in left_out
        ]

    def learners(self, assignment: str) -> list[str]:
        """Who has handed anything in. A link in place of a folder is nobody's work."""
        return [place.learner for place in self.handed_in(assignment) if not place.linked]

    def strays(self) -> list[Place]:
        """Folders with notebooks in them that are of no assignment of this course."""
        known = set(self.assignments())
        return [
            place
            for place in self._places("submitted")
            if not (place.linked or place.assignment in known)
            and not place.assignment.startswith(".")
            and any(place.path.rglob("*.ipynb"))
        ]

    def files(self, assignment: str) -> dict[str, bytes]:
        """What lies beside the source notebooks: tests may read all of it."""
        return files_beside(self.at("source", assignment), ignored=self.settings.ignored)

    def room(self, assignment: str) -> dict[str, bytes]:
        """What of it learners' cells may read: what was given out, and is not for learners to write themselves."""
        given = room_of(self.files(assignment), names_beside(self.at("release", assignment)))
        own = self.settings.learners_own(assignment)
        return {name: data for name, data in given.items() if name not in own}

    def limits(self) -> Limits:
        return self.settings.limits()

    def _places(self, step: str, **known: str) -> Iterator[Place]:
        structure = self.settings.structure.replace("{nbgrader_step}", self.settings.directory(step))
        start = Path(structure).anchor
        parts = [part for part in structure.split("/") if part]
        yield from _found(Path(start) if start else self.root, parts, known, linked=False)


def _found(here: Path, parts: list[str], known: dict[str, str], *, linked: bool) -> Iterator[Place]:
    """The folders whose path has the form of ``parts``, in which learners and assignments are named."""
    if not parts:
        if here.is_dir():
            yield Place(known.get("student_id", "."), known.get("assignment_id", ""), here, linked)
        return
    part = NAMED.sub(lambda name: known.get(name[1], name[0]), parts[0])
    if not NAMED.search(part):
        path = here / part
        below = bool(NAMED.search(parts[0])) and path.is_symlink()
        yield from _found(path, parts[1:], known, linked=linked or below)
        return
    named = re.split(NAMED, part)
    form = "".join(f"(?P<{text}>.+?)" if n % 2 else re.escape(text) for n, text in enumerate(named))
    for entry in entries(here):
        if (found := re.fullmatch(form, entry.name)) and not entry.name.startswith("."):
            yield from _found(
                Path(entry.path), parts[1:], known | found.groupdict(), linked=linked or entry.is_symlink()
            )


def day_of(notebook: str) -> int | None:
    """The day of one of our notebooks; None for a notebook of another course."""
    found = DAY.match(notebook)
    return int(found[1]) if found else None


def readable(notebook: str, package: Path) -> list[Path]:
    """What of this package a learner's code may import: what notebooks need, and of the toolbox the days before the notebook's own."""
    learn = [*(package / "learn").glob("*.py"), *(package / "learn" / "weights").glob("*.npz")]
    day = day_of(notebook) or 0
    toolbox = [
        path
        for path in (package / "toolbox").glob("*.py")
        if path.name == "__init__.py" or int(path.stem.removeprefix("day_")) < day
    ]
    return [package / "__init__.py", *learn, *toolbox]
