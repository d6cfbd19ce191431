"""Whether anything has changed since a build that found everything up to date."""

from __future__ import annotations

import hashlib
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from log2attn.core.layout import Layout

PROGRAM = (
    Path(__file__).resolve().parents[1]
)  # the package that builds; it may be another than the course's own


def stands(layout: Layout, state: str) -> bool:
    """Whether the last build that had nothing to do found this state."""
    kept = _kept(layout)
    return kept.exists() and kept.read_text(encoding="utf-8") == state


def keep(layout: Layout, state: str) -> None:
    """Note that a build found this state, and had nothing to do."""
    _kept(layout).parent.mkdir(exist_ok=True)
    _kept(layout).write_text(state, encoding="utf-8")


def state_of(layout: Layout, *, sealed: bool) -> str:
    """The digest of every file that a build reads or writes, of what is installed, and of how the build is asked for."""
    digest = hashlib.sha256(f"{sealed} {sys.version}".encode())
    for part in installed():
        digest.update(part.encode())
    for path in _files(layout):
        digest.update(f"\0{path}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(layout: Layout) -> Iterator[Path]:
    """More than a build reads and writes, rather than less: whole folders, but for what Python compiles."""
    yield layout.root / "nbgrader_config.py"
    folders = [layout.lessons, *(layout.root / name for name in ("source", "release", "docs"))]
    for folder in dict.fromkeys([*folders, layout.package, PROGRAM]):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.parent.name not in ("__pycache__", ".ipynb_checkpoints"):
                yield path


def installed() -> list[str]:
    """The installed packages, each with its version."""
    return sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))


def _kept(layout: Layout) -> Path:
    return layout.root / ".log2attn" / "built"
