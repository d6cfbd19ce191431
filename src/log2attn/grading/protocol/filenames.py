"""Which files may pass between a learner's folder and a test's: few, small, below the folder, and of kinds that nothing runs."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

MOST_FILES, MOST_BYTES = 100, 8 << 20
DEEPEST = 4
PART = re.compile(r"\w[\w .()+=,-]{0,99}")
# Nothing that Python, matplotlib or a shell would find and run, and nothing that is made to be unpickled.
KINDS = {".txt", ".csv", ".tsv", ".dat", ".log", ".md", ".json", ".html", ".png", ".jpg", ".jpeg", ".svg", ".npy"}  # fmt: skip


def may_pass(name: object) -> bool:
    """Whether a file of this name, relative to its folder, may pass."""
    if not isinstance(name, str) or len(name) > 300:
        return False
    parts = name.split("/")
    return (
        len(parts) <= DEEPEST
        and all(PART.fullmatch(part) and not part.endswith((".", " ")) for part in parts)
        and PurePosixPath(name).suffix.lower() in KINDS
    )


def files_in(folder: Path) -> Iterator[tuple[str, Path]]:
    """Name and path of each ordinary file in a folder that may pass; links are not followed."""
    found = 0
    for place, folders, names in os.walk(folder):
        depth = len(Path(place).relative_to(folder).parts)
        folders[:] = [] if depth >= DEEPEST - 1 else sorted(folders)[:MOST_FILES]
        for name in sorted(names):
            path = Path(place) / name
            relative = path.relative_to(folder).as_posix()
            if may_pass(relative) and path.is_file() and not path.is_symlink():
                found += 1
                if found > MOST_FILES:
                    return
                yield relative, path


def stamp(path: Path) -> tuple[int, int, int]:
    """What changes when a file is written anew."""
    now = path.stat()
    return now.st_size, now.st_mtime_ns, now.st_ino
