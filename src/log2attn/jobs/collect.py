"""Collect: notebooks from a folder of downloads into submitted/, each with the learner whose name the file carries."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from log2attn.core.errors import CourseError
from log2attn.grading.intake.downloads import Download, downloads
from log2attn.grading.pages.marked import write
from log2attn.grading.schedule.folder import Folder

FORM = "LEARNER_{}.ipynb"


@dataclass
class Collected:
    """What became of a folder of downloads. ``skipped`` and ``twice``: path → why it was not taken, with what to do."""

    assignment: str
    new: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    learners: set[str] = field(default_factory=set)
    skipped: dict[str, str] = field(default_factory=dict)
    lost: int = 0  # how many of those skipped are notebooks or archives

    @property
    def ok(self) -> bool:
        return not self.lost


def collect(folder: Folder, assignment: str, source: Path | None = None) -> Collected:
    """Copy what is new or has changed. Nothing is deleted: a file that is replaced is kept in ``downloaded/ASSIGNMENT/replaced/``.

    Raises CourseError for an assignment or a folder that is not there, and for a course whose names cannot be read here.
    """
    if assignment not in folder.assignments():
        raise CourseError(
            f"There is no assignment {assignment!r}.", then=f"There is: {', '.join(folder.assignments())}."
        )
    downloaded = folder.root / "downloaded" / assignment
    source = source or downloaded / "archive"
    if not source.is_dir():
        raise CourseError(
            "There is no folder of downloads.",
            where=str(source),
            then=f"Put the platform's archive or the files there, or name their folder: log2attn collect {assignment} FOLDER",
        )
    named, notebooks = _names(folder, assignment), _of_assignments(folder)
    found: dict[tuple[str, str], list[Download]] = {}
    result = Collected(assignment)
    for file in downloads(source):
        place = _place(file, f"{downloaded}/extracted/{file.path}", named, notebooks, assignment)
        if isinstance(place, str):
            result.skipped[file.path] = place
            result.lost += not place.startswith("it is no notebook")
        else:
            found.setdefault(place, []).append(file)
    for (learner, notebook), files in sorted(found.items()):
        if len({file.content for file in files}) > 1:
            _twice(result, learner, notebook, files)
            continue
        target = folder.submitted(learner, assignment) / f"{notebook}.ipynb"
        _take(result, target, files[0].content, downloaded / "replaced" / learner)
        result.learners.add(learner)
    return result


def _names(folder: Folder, assignment: str) -> re.Pattern[str]:
    """The course's rule for names of downloaded files."""
    rule = str(folder.settings.get("FileNameCollectorPlugin", "named_regexp", "") or "")
    where = "c.FileNameCollectorPlugin.named_regexp in nbgrader_config.py"
    try:
        named = re.compile(rule)
    except re.error as error:
        raise CourseError(f"The rule for file names cannot be read: {error}.", where=where) from error
    if not {"student_id", "file_id"} <= set(named.groupindex):
        raise CourseError(
            "This course does not say how downloaded files are named.",
            where=where,
            then="Give it a regular expression with the groups student_id and file_id.",
        )
    if "timestamp" in named.groupindex:
        raise CourseError(
            "This course reads times in the names of files, which is not done here.",
            where=where,
            then=f"nbgrader zip_collect {assignment}",
        )
    return named


def _of_assignments(folder: Folder) -> dict[str, list[str]]:
    """Notebook → the assignments it stands in."""
    found: dict[str, list[str]] = {}
    for name in folder.assignments():
        for path in folder.notebooks(name):
            found.setdefault(path.stem, []).append(name)
    return found


def _place(
    file: Download, path: str, named: re.Pattern[str], notebooks: dict[str, list[str]], assignment: str
) -> tuple[str, str] | str:
    """Whose file it is and which notebook, or why it is not taken."""
    if file.wrong:
        return file.wrong
    match = named.match(path)
    example = next((name for name, of in notebooks.items() if assignment in of), "NOTEBOOK")
    if match is None:
        inside = next((name for name in notebooks if name in file.path), "")
        if inside:
            return f"its name does not say whose it is. Rename it {FORM.format(inside)}"
        return f"its name holds no notebook of the course. Rename it, for example {FORM.format(example)}"
    learner, notebook = match["student_id"], match["file_id"].removesuffix(".ipynb")
    if not learner or learner.startswith(".") or "/" in learner or "\0" in learner:
        return f"{learner!r} cannot be a learner's id. Rename it {FORM.format(notebook)}"
    of = notebooks.get(notebook, [])
    if assignment not in of:
        where = (
            f"it belongs to {of[0]}: log2attn collect {of[0]} FOLDER"
            if of
            else f"{notebook} is no notebook of the course"
        )
        return f"it is not of {assignment}: {where}"
    return learner, notebook


def _twice(result: Collected, learner: str, notebook: str, files: list[Download]) -> None:
    for file in files:
        others = ", ".join(other.path for other in files if other is not file)
        result.skipped[file.path] = (
            f"{learner} has {notebook} more than once, with different contents (also {others}). Delete those that do not count"
        )
        result.lost += 1


def _take(result: Collected, target: Path, content: bytes, aside: Path) -> None:
    name = f"{target.parent.parent.name}/{target.name}"
    if target.is_file() and (old := target.read_bytes()) != content:
        write(aside / f"{target.stem}-{hashlib.sha256(old).hexdigest()[:8]}.ipynb", old)
        result.replaced.append(name)
    elif target.is_file():
        result.same.append(name)
        return
    else:
        result.new.append(name)
    write(target, content)


def told(result: Collected) -> Iterator[str]:
    """Each file that was skipped, with the reason, and three lines that sum up."""
    for path, why in result.skipped.items():
        yield f"Skipped {path}: {why}."
    count = len(result.new) + len(result.replaced) + len(result.same)
    yield (
        f"{_number(count, 'notebook')} of {_number(len(result.learners), 'learner')} in submitted/: "
        f"{len(result.new)} new, {len(result.replaced)} replaced, {len(result.same)} as before."
    )
    yield f"{_number(len(result.skipped), 'file')} skipped{', named above' if result.skipped else ''}."
    yield (
        f"Next: log2attn grade {result.assignment}"
        if count
        else "Nothing to grade: no notebook was collected."
    )


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}"
