"""What lies beside a notebook, and which of it a cell or a test may read."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Collection, Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path

MOST_FILES, MOST_BYTES = 200, 32 << 20  # beside a notebook, that its cells may read
EXCHANGE = frozenset(
    {"timestamp.txt", "submission_secret.txt"}
)  # nbgrader's own, and no part of anybody's work


def files_beside(folder: Path, *, ignored: Collection[str] = ()) -> dict[str, bytes]:
    """Ordinary files below a folder, notebooks and hidden ones aside: name → content. No link is followed; a flood is cut off."""
    return _read(folder, ignored, lambda name: not name.endswith(".ipynb") and name not in EXCHANGE)


def notebooks_beside(folder: Path, names: Collection[str]) -> dict[str, bytes]:
    """The notebooks named, as far as they are there and within the same bounds."""
    return _read(folder, (), lambda name: name in names)


def exchange_files(folder: Path) -> dict[str, bytes]:
    """The two small files by which nbgrader's exchange knows a submission."""
    return _read(folder, (), lambda name: name in EXCHANGE)


def neighbors(folder: Path, content: bytes, *, own: str) -> dict[str, bytes]:
    """The learner's other notebooks that one speaks of in a cell's text: ``%run more.ipynb``, ``open('more.ipynb')``. Links do not count."""
    there = [path.name for path in folder.glob("*.ipynb") if path.name != own]
    spoken = {name for name in there if re.search(rb"(?:[\"' ]|\./)" + re.escape(name.encode()), content)}
    return notebooks_beside(folder, spoken)


def room_of(source: Mapping[str, bytes], released: Collection[str] | None) -> dict[str, bytes]:
    """The assignment's files that a learner's cells may read: those that were given out. ``None``: nothing was released here, and all were."""
    return {name: data for name, data in source.items() if released is None or name in released}


def names_beside(folder: Path) -> frozenset[str] | None:
    """The names of a folder's files; None if there is no such folder."""
    if not folder.is_dir():
        return None
    return frozenset(path.relative_to(folder).as_posix() for path in _walk(folder, ()))


def _read(folder: Path, ignored: Collection[str], wanted: Callable[[str], bool]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    room = MOST_BYTES
    for path in _walk(folder, ignored):
        name = path.relative_to(folder).as_posix()
        if not wanted(name) or len(found) >= MOST_FILES:
            continue
        content = _content(path, room)
        if content is not None:
            found[name] = content
            room -= len(content)
    return found


def _content(path: Path, room: int) -> bytes | None:
    how = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        descriptor = os.open(path, how)
    except OSError:
        return None
    with os.fdopen(descriptor, "rb") as file:
        info = os.fstat(file.fileno())
        return file.read(room) if stat.S_ISREG(info.st_mode) and info.st_size <= room else None


def _walk(folder: Path, ignored: Collection[str]) -> Iterator[Path]:
    for entry in entries(folder):
        if entry.name.startswith(".") or entry.name == "__pycache__":
            continue
        if any(fnmatch(entry.name, pattern) for pattern in ignored):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), ignored)
        elif entry.is_file(follow_symlinks=False):
            yield Path(entry.path)


def entries(folder: Path) -> list[os.DirEntry]:
    """What lies in a folder, by name; nothing if it cannot be looked at."""
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return []
