"""The files of a test's folder and of the learner's, kept alike while a test that looks at files runs.

What the learner's code writes is bytes that a test reads; nothing of it may run here or stand for what the course says. So only kinds
of files pass that nothing runs; none passes while a test runs or unpickles what it reads; a file of the assignment is never replaced,
and one that a test wrote only where the reference's code did so in the same test.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from log2attn.grading.protocol.filenames import MOST_BYTES, MOST_FILES, files_in, may_pass, stamp
from log2attn.grading.protocol.values import WireError

LOOKS = re.compile(
    r"\b(?:open|Path|exists|is_?file|listdir|scandir|getsize|r?glob|iterdir|imread|load|loadtxt|genfromtxt|read_(?:csv|table|json|text|bytes)|to_(?:csv|json)|savetxt|savefig|write_text)\("
)
RUNS = re.compile(
    r"%run|\b(?:exec|eval|compile|execfile|__import__|import_module|importlib|runpy|subprocess|system|popen|c?[Pp]ickle|read_pickle|allow_pickle|jsonpickle|dill|cloudpickle|joblib|shelve|marshal|torch|keras|yaml|ctypes|nbformat|nbclient)\b"
)
CHANGED = "changed a file that the test wrote"
MOST_TAKEN = 8 * MOST_BYTES  # of one learner's notebook, however often its files change
MOST_PROGRAM = 200_000  # characters of a program beside the notebook that are looked through


class Partner(Protocol):
    """Who asks, and remembers what the reference did."""

    def ask_plainly(self, verb: str, what: Any, args: tuple = ()) -> Any: ...

    def as_reference(self, use: str) -> bool:
        """Whether the reference did this in the same test; in the reference's own run it is noted."""


class Files:
    """One folder for both sides, as far as that is safe."""

    def __init__(self, partner: Partner) -> None:
        self.partner, self.on = partner, False
        self.folder: Path | None = None
        self.course: frozenset[str] = frozenset()
        self.running = False
        self.left = MOST_TAKEN
        self.there: dict[str, tuple] = {}
        self.theirs: dict[str, tuple] = {}

    def reset(self) -> None:
        """A fresh worker has the files of the assignment and no others."""
        self.there = {name: was for name, was in self.there.items() if name in self.course}
        self.theirs = {}

    def begin(self, source: str) -> None:
        self.on = bool(LOOKS.search(source)) and not RUNS.search(source)
        if not self.on:
            return
        if self.folder is None:
            self._first()
        self.on = not self.running
        self.after()

    def _first(self) -> None:
        self.folder = Path.cwd()
        self.there = {name: stamp(path) for name, path in files_in(self.folder)}
        self.course = frozenset(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*"))
        programs = (path.read_text("utf-8", "replace")[:MOST_PROGRAM] for path in self.folder.rglob("*.py"))
        self.running = any(map(RUNS.search, programs))

    def before(self) -> None:
        """What the test has written, changed or removed since."""
        if not self.on or self.folder is None:
            return
        now = {name: (stamp(path), path) for name, path in files_in(self.folder)}
        for name, (written, path) in now.items():
            if self.there.get(name) != written and written[0] <= MOST_BYTES:
                self.partner.ask_plainly("file", [name, path.read_bytes()])
                self.there[name] = written
        for name in self.there.keys() - now.keys():
            self.partner.ask_plainly("file", [name, None])
            del self.there[name]

    def after(self) -> None:
        """What the learner's code has written, changed or removed since."""
        if not self.on or self.folder is None:
            return
        came = self.partner.ask_plainly("files", None)
        if not isinstance(came, list) or len(came) > 2 * MOST_FILES:
            raise WireError("not files")
        for file in came:
            if not isinstance(file, list) or len(file) != 2 or not may_pass(file[0]):
                raise WireError("not a file")
            name, data = file
            if data is not None and (not isinstance(data, bytes) or len(data) > MOST_BYTES):
                raise WireError("not a file")
            self.left -= 4096 + len(data or b"")
            if self.left < 0:
                raise WireError("too many files, or too large ones")
            self._take(name, data)

    def _take(self, name: str, data: bytes | None) -> None:
        assert self.folder is not None
        path = self.folder / name
        above = [self.folder / part for part in Path(name).parents]
        if name in self.course or any(part.is_symlink() for part in [path, *above]):
            return
        if path.exists():
            untouched = path.is_file() and self.theirs.get(name) == stamp(path)
            if not untouched and not self.partner.as_reference(CHANGED):
                return
        if data is None:
            path.unlink(missing_ok=True)
            self.there.pop(name, None)
            self.theirs.pop(name, None)
            return
        if not _only_numbers(name, data):
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError:  # a folder stands where the file should, or a file where a folder should
            return
        self.there[name] = self.theirs[name] = stamp(path)


def _only_numbers(name: str, data: bytes) -> bool:
    """Whether a file of an array holds no objects; True for every other file."""
    if not name.lower().endswith(".npy"):
        return True
    try:
        np.load(io.BytesIO(data), allow_pickle=False)
    except Exception:
        return False
    return True
