"""Which file lies where in a course that is written here: texts, what is built from them, what is proved. What is handed in and marked is
the affair of any nbgrader course, and of grading/schedule/folder.py. No third module builds a path of either."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from log2attn.core.course import Day
from log2attn.core.errors import CourseError


@dataclass(frozen=True)
class Layout:
    """The paths of one course folder.

    root     the folder with nbgrader_config.py, source/ and release/
    lessons  the folder with course.toml and the lessons
    package  where build puts what learners' kernels import: the toolbox and the days' checks
    """

    root: Path
    lessons: Path
    package: Path

    @classmethod
    def find(cls, start: Path | None = None) -> Layout:
        """The course folder that holds ``start`` (default: the current folder)."""
        here = (start or Path.cwd()).resolve()
        for folder in (here, *here.parents):
            if (folder / "lessons" / "course.toml").exists():
                return cls(root=folder, lessons=folder / "lessons", package=folder / "src" / "log2attn")
        raise CourseError(
            "This folder is not part of a log2attn course: no lessons/course.toml here or above.",
            where=str(here),
            then="Go to the folder you cloned, or name it: log2attn --course FOLDER …",
        )

    @property
    def course_file(self) -> Path:
        return self.lessons / "course.toml"

    @property
    def local_file(self) -> Path:
        return self.lessons / "course.local.toml"

    @property
    def planned(self) -> Path:
        return self.lessons / "planned.py"

    def proofs(self, day: Day) -> Path:
        """What has been proved of a day, kept by content."""
        return self.root / "docs" / "proofs" / f"{day.slug[:6]}.json"

    @property
    def proof_page(self) -> Path:
        return self.root / "docs" / "proof.md"

    @property
    def walks(self) -> Path:
        """How people fared who worked through a day as learners."""
        return self.root / "docs" / "walks.md"

    def figures(self, day: Day) -> Path:
        """Where a day's figures are drawn for a person to look at; never committed."""
        return self.root / "figures" / day.slug[:6]

    @property
    def teaching(self) -> Path:
        """Notes for instructors, one page for each phase."""
        return self.root / "docs" / "teaching"

    @property
    def toolbox(self) -> Path:
        return self.package / "toolbox"

    @property
    def shipped(self) -> Path:
        return self.package / "learn" / "days"

    def shipped_day(self, day: Day) -> Path:
        """What check() gets of a day."""
        return self.shipped / f"{day.slug[:6]}.json"

    def lesson(self, day: Day) -> Path:
        return self.lessons / day.phase / f"{day.slug}.py"

    def answers(self, day: Day) -> Path:
        return self.lessons / day.phase / f"{day.slug}.answers.py"

    def source(self, day: Day) -> Path:
        return self.root / "source" / day.phase / f"{day.slug}.ipynb"

    def release(self, day: Day) -> Path:
        return self.root / "release" / day.phase / f"{day.slug}.ipynb"

    def mine(self, day: Day) -> Path:
        """Where a learner's own copy of a day lies."""
        return self.root / "my" / day.phase / f"{day.slug}.ipynb"

    @property
    def taken(self) -> Path:
        """What each of a learner's copies was when it was made."""
        return self.root / "my" / ".taken.json"
