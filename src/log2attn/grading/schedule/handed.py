"""One table for everybody who asks: which file of whom is which notebook. Kept, so that a file that goes is missed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from log2attn.grading.model import Plan
from log2attn.grading.schedule.archive import Archive, Entered
from log2attn.grading.schedule.folder import Folder


@dataclass(frozen=True)
class LearnersFiles:
    """One learner's folder: notebook → file, and a sentence for each file that was put right, left over or could not be read."""

    found: Mapping[str, Path] = field(default_factory=dict)
    notes: Mapping[Path, str] = field(default_factory=dict)


class Handed:
    """What was handed in for one assignment, now and when it was last graded."""

    def __init__(self, folder: Folder, archive: Archive, assignment: str, plans: Mapping[str, Plan]) -> None:
        self.folder, self.archive, self.assignment, self.plans = folder, archive, assignment, plans
        self.aside = frozenset(path.stem for path in folder.notebooks(assignment)) - frozenset(plans)
        self.entered: dict[tuple[str, str], Entered] = archive.entered(assignment)
        self._files: dict[str, LearnersFiles] = {}

    @property
    def learners(self) -> list[str]:
        """All who have handed in, or had when they were graded."""
        return sorted({*self.folder.learners(self.assignment), *(who for who, _ in self.entered)})

    def files(self, learner: str) -> LearnersFiles:
        if learner not in self._files:
            folder = self.folder.submitted(learner, self.assignment)
            found = self.archive.notebooks(folder, self.plans, self.aside) if folder.is_dir() else ({}, {})
            self._files[learner] = LearnersFiles(*found)
        return self._files[learner]

    def has(self, learner: str, notebook: str) -> bool:
        """Whether a notebook was handed in, under whatever name, now or when it was graded."""
        return (learner, notebook) in self.entered or notebook in self.files(learner).found

    def gone(self, learner: str) -> list[str]:
        """Notebooks that have been graded and are no longer there. Their marks stay."""
        found = self.files(learner).found
        return sorted(name for who, name in self.entered if who == learner and name not in found)
