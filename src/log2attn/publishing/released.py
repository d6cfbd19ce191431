"""What nbgrader's generate_assignment makes of source notebooks, in a folder of its own and without a gradebook; kept by content."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from log2attn.core.layout import Layout
from log2attn.doors.nbgrader import Nbgrader
from log2attn.proving.proofs import Release


def still_released(where: Layout, path: Path, source: bytes, kept: Release | None) -> bytes | None:
    """A notebook's release as it lies on the disk, if it was made from this source and nobody touched it since; otherwise None."""
    release = _beside(where, path)
    if kept is None or kept.content != _content(where, source) or not release.exists():
        return None
    there = release.read_bytes()
    return there if kept.made == _digest(there) else None


def released(where: Layout, sources: dict[Path, bytes]) -> dict[Path, bytes]:
    """Source notebook → its release."""
    if not sources:
        return {}
    with tempfile.TemporaryDirectory() as tmp:
        scratch = Path(tmp)
        shutil.copy(where.root / "nbgrader_config.py", scratch)
        for path, text in sources.items():
            copy = scratch / path.relative_to(where.root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(text)
        nbgrader = Nbgrader(scratch)
        for phase in _phases(sources):
            nbgrader.release(phase, database=False)
        return {
            path: (scratch / _beside(where, path).relative_to(where.root)).read_bytes() for path in sources
        }


def record(where: Layout, source: bytes, release: bytes) -> Release:
    """What to keep, so that the same source need not be released again."""
    return Release(_content(where, source), _digest(release))


def _phases(sources: Iterable[Path]) -> list[str]:
    return sorted({path.parent.name for path in sources})


def _beside(where: Layout, source: Path) -> Path:
    return where.root / "release" / source.relative_to(where.root / "source")


def _content(where: Layout, source: bytes) -> str:
    """The digest of all that decides a release: the source, the course's nbgrader settings, and nbgrader's version."""
    config = (where.root / "nbgrader_config.py").read_bytes()
    return _digest(source, config, version("nbgrader").encode())


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]
