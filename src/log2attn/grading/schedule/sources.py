"""An assignment's plans: its sources as nbgrader releases them, each read apart, so that a bad one is named and the others are marked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from log2attn.core.errors import CourseError
from log2attn.doors.notebook import NotebookNode, from_bytes, write_as_found
from log2attn.doors.steps import released_by_nbgrader
from log2attn.grading.intake.plan import read_plan
from log2attn.grading.model import Plan
from log2attn.grading.schedule.folder import Folder

if TYPE_CHECKING:
    from log2attn.grading.schedule.archive import Archive

AUTOTEST = "AUTOTEST"  # nbgrader's mark of a line from which it makes tests
Made = tuple[NotebookNode, NotebookNode]


@dataclass(frozen=True)
class Plans:
    """Notebook → plan; and notebook → why it cannot be marked, with what to do."""

    good: dict[str, Plan] = field(default_factory=dict)
    bad: dict[str, str] = field(default_factory=dict)


def read_plans(folder: Folder, archive: Archive, assignment: str) -> Plans:
    """All notebooks of an assignment that have something to mark."""
    plans, sources = Plans(), folder.notebooks(assignment)
    try:
        made = _made(
            folder,
            archive,
            assignment,
            [path for path in sources if _needs_nbgrader(folder, assignment, path)],
        )
    except CourseError as error:
        made = {path: str(error) for path in sources}
    for path in sources:
        try:
            plan = _plan(folder, assignment, path, made.get(path))
        except (CourseError, OSError) as error:
            plans.bad[path.stem] = str(error)
        else:
            if plan.marked:
                plans.good[path.stem] = plan
    return plans


def _plan(folder: Folder, assignment: str, source: Path, made: Made | str | None) -> Plan:
    if isinstance(made, str):
        raise CourseError(
            f"nbgrader's own steps, as this course sets them, do not get through this notebook: {made}",
            where=str(source),
            then=f"`nbgrader generate_assignment {assignment} --force` shows more.",
        )
    return read_plan(source, folder.release(assignment, source.stem), assignment, made)


def _needs_nbgrader(folder: Folder, assignment: str, source: Path) -> bool:
    released = folder.release(assignment, source.stem).exists()
    delimiter = str(folder.settings.get("InstantiateTests", "autotest_delimiter", AUTOTEST))
    try:
        return folder.settings.releases_by_its_own_rules(released=released) or delimiter in source.read_text(
            "utf-8"
        )
    except (OSError, UnicodeDecodeError):
        return False  # read_plan says what is wrong with the file


def _made(
    folder: Folder, archive: Archive, assignment: str, sources: list[Path]
) -> Mapping[Path, Made | str]:
    """What nbgrader makes of the sources, remembered by all that it depends on."""
    if not sources:
        return {}
    around = _around(folder, assignment)
    keys = {path: hashlib.sha256(around + path.read_bytes()).hexdigest() for path in sources}
    found: dict[Path, Made | str] = {}
    for path, key in keys.items():
        if (said := archive.source(key)) is not None:
            source, release = json.loads(said)
            found[path] = from_bytes(source.encode()), from_bytes(release.encode())
    if missing := [path for path in sources if path not in found]:
        for path, made in released_by_nbgrader(folder.nbgrader.root, assignment, missing).items():
            found[path] = made
            if not isinstance(made, str):
                archive.keep_source(keys[path], json.dumps([write_as_found(one).decode() for one in made]))
    return found


def _around(folder: Folder, assignment: str) -> bytes:
    """Stands for what nbgrader's steps read beside the notebook itself."""
    settings = folder.settings
    tests = str(settings.get("InstantiateTests", "autotest_filename", "autotests.yml"))
    read = [folder.root / str(settings.get("IncludeHeaderFooter", part, "")) for part in ("header", "footer")]
    read += [folder.root / tests, folder.at("source", assignment) / tests]
    texts = [path.read_bytes() if path.is_file() else b"" for path in read]
    beside = sorted(folder.files(assignment).items())
    return hashlib.sha256(repr([settings.digest(), texts, beside]).encode()).digest()
