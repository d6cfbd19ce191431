"""One assignment on its way: its plans, who handed in what, and which of that has not been marked as it is now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path

import log2attn
from log2attn.core.errors import CourseError
from log2attn.grading.ledger.timestamps import HandedIn, handed_in_at
from log2attn.grading.model import FAILED, PASSED, Verdict
from log2attn.grading.schedule.archive import Archive, Entered
from log2attn.grading.schedule.beside import files_beside, neighbors
from log2attn.grading.schedule.folder import Folder, day_of, readable
from log2attn.grading.schedule.handed import Handed
from log2attn.grading.schedule.key import key_of_setting
from log2attn.grading.schedule.proved import proved
from log2attn.grading.schedule.rehearsal import Rehearsal
from log2attn.grading.schedule.setting import Setting
from log2attn.grading.schedule.sources import read_plans
from log2attn.grading.schedule.submission import Submission
from log2attn.grading.schedule.summary import Choice, Summary
from log2attn.learn.shipped import ShippedExercise, exercises_of

Marks = Mapping[tuple[str, str], Mapping[str, float | None]]


@dataclass(frozen=True)
class Waiting:
    """A notebook that is to be marked."""

    learner: str
    assignment: str
    notebook: str
    path: Path
    file: str  # the path below the learner's folder
    result: Path
    handed_in: HandedIn

    def __str__(self) -> str:
        return f"{self.learner} · {self.assignment} · {self.notebook}"


class Assignment:
    """What is known of one assignment before anything of it is marked."""

    def __init__(
        self, folder: Folder, archive: Archive, name: str, figures: str = "", *, protected_only: bool = False
    ) -> None:
        self.folder, self.archive, self.name = folder, archive, name
        self.plans = read_plans(folder, archive, name)
        known = {}
        for notebook in list(self.plans.good):
            try:
                known[notebook] = _known(notebook)
            except CourseError as error:
                self.plans.bad[notebook] = str(error)
                del self.plans.good[notebook]
        self.handed = Handed(folder, archive, name, self.plans.good)
        own = folder.settings.learners_own(name)
        files, room = folder.files(name), folder.room(name)
        near = {notebook: _near(folder, name, notebook) for notebook in self.plans.good}
        self.settings = {
            notebook: Setting(
                plan,
                folder.limits(),
                files={file: data for file, data in files.items() if file not in own} | near[notebook],
                room=room,
                solved={file: data for file, data in files.items() if file in own} | near[notebook],
                own=frozenset(
                    file.partition("/")[0].removesuffix(".py") for file in own if file.endswith(".py")
                ),
                readable=readable(notebook, Path(log2attn.__file__).parent),
                figures=figures,
                known=known[notebook],
                witness=not proved(folder.root, plan),
                protected_only=protected_only,
            )
            for notebook, plan in self.plans.good.items()
        }
        self.times: dict[str, HandedIn] = {}

    @cached_property
    def keys(self) -> dict[str, str]:
        return {notebook: key_of_setting(setting) for notebook, setting in self.settings.items()}

    def notebooks(self, pattern: str) -> list[str]:
        return [notebook for notebook in self.settings if fnmatch(notebook, pattern)]

    def complain(self, summary: Summary) -> None:
        """Say what of the assignment itself cannot be marked."""
        summary.missing += [
            f"{self.name} · {notebook}: nobody was marked: {why}" for notebook, why in self.plans.bad.items()
        ]
        if not self.plans.good and not self.plans.bad:
            summary.missing.append(
                f"{self.name}: nothing was marked: no cell of its source is worth points. Mark cells as graded in the Create Assignment view, and release it again."
            )

    def tell_tests(self, summary: Summary) -> None:
        """Say what the reference and the untouched release have shown of the tests, now or before."""
        for notebook, key in self.keys.items():
            if (said := self.archive.rehearsal(key)) is None:
                continue
            where = f"{self.name} · {notebook} · "
            known = Rehearsal.of_data(said).of_tests(self.settings[notebook])
            summary.tests |= {where + id: why for id, why in known.items()}

    def changed(self, choice: Choice, marks: Marks | None, summary: Summary) -> Iterator[Waiting]:
        """What is to be marked: whatever the gradebook does not hold as it is now.

        marks  what the gradebook holds, if somebody else may have written to it since the last run
        """
        for place in self.folder.handed_in(self.name):
            if choice.student not in ("", place.learner):
                continue
            if place.linked:
                summary.missing.append(
                    f"{place.learner} · {self.name}: nothing was graded: the folder is a link, and links are not followed. Put the files themselves there."
                )
            elif place.learner.encode("utf-8", "replace").decode() != place.learner:
                summary.missing.append(
                    f"{place.learner!a} · {self.name}: nothing was graded: the folder's name is not UTF-8. Rename it."
                )
            else:
                yield from self._of(place.learner, choice, marks, summary)
        self._gone(choice, summary)

    def _of(self, learner: str, choice: Choice, marks: Marks | None, summary: Summary) -> Iterator[Waiting]:
        folder, inside = self.folder.submitted(learner, self.name), self.folder.step("submitted")
        files = self.handed.files(learner)
        summary.notes += [
            f"{learner} · {self.name} · {path.name!r}: {'' if path in files.found.values() else 'not graded: '}{why}"
            for path, why in files.notes.items()
        ]
        if not files.found and not self.handed.gone(learner) and self.plans.good:
            summary.missing.append(
                f"{learner} · {self.name}: nothing was graded: no notebook of this assignment was handed in."
            )
        time = handed_in_at(folder, believe=self.folder.settings.believes_timestamps())
        self.times[learner] = time
        if time.doubt and files.found:
            summary.notes.append(f"{learner} · {self.name}: {time.doubt}")
        beside: dict[Path, dict[str, bytes]] = {}
        for notebook, path in files.found.items():
            if not fnmatch(notebook, choice.notebook):
                continue
            if path.parent not in beside:
                beside[path.parent] = files_beside(path.parent)
            key = Submission.read(path, inside, beside[path.parent]).key(self.keys[notebook])
            one = Waiting(
                learner,
                self.name,
                notebook,
                path,
                path.relative_to(folder).as_posix(),
                self.folder.autograded(learner, self.name, notebook),
                time,
            )
            entered = self.handed.entered.get((learner, notebook))
            if entered and not choice.again and self._stands(one, entered, key, marks):
                self._same(one, entered, summary)
            else:
                yield one

    def _stands(self, one: Waiting, entered: Entered, key: str, marks: Marks | None) -> bool:
        if entered.key != key or not one.result.exists():
            return False
        if marks is None:
            return True
        verdict = self.archive.verdict(key)
        return verdict is not None and agrees(verdict, marks.get((one.learner, one.notebook)))

    @staticmethod
    def _same(one: Waiting, entered: Entered, summary: Summary) -> None:
        summary.same += 1
        summary.broken += entered.broken
        if entered.trouble:
            summary.waiting[str(one)] = entered.trouble

    def _gone(self, choice: Choice, summary: Summary) -> None:
        for (learner, notebook), entered in self.handed.entered.items():
            if choice.student in ("", learner) and notebook in self.handed.gone(learner):
                summary.notes.append(
                    f"{learner} · {self.name} · {notebook}: {entered.file} is gone, from which it was graded; its marks stay."
                )


def agrees(verdict: Verdict, marks: Mapping[str, float | None] | None) -> bool:
    """Whether the gradebook holds what the machine found. Of a broken item, whatever was there before stays."""
    return marks is not None and all(
        item.id in marks
        and (item.outcome not in (PASSED, FAILED) or item.score is None or marks[item.id] == item.score)
        for item in verdict.items
    )


def _near(folder: Folder, assignment: str, notebook: str) -> dict[str, bytes]:
    """The other source notebooks that one speaks of: for tests and for the reference. Learners' cells find the learner's own."""
    path = folder.source(assignment, notebook)
    return neighbors(path.parent, path.read_bytes(), own=path.name)


def _known(notebook: str) -> dict[str, ShippedExercise]:
    """The exercises whose mistakes this package knows. Raises CourseError if what it ships cannot be read."""
    day = day_of(notebook)
    try:
        return exercises_of(day) if day else {}
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise CourseError(
            f"What the package ships for day {day} cannot be read ({type(error).__name__}: {error}).",
            where=f"log2attn/learn/days/day-{day:02}.json",
            then="It was built by another version: log2attn build, or install the package again.",
        ) from error
