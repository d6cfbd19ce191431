"""What lies in a folder of downloads: files, and those inside of archives, each with the path it would have unpacked. Nothing is unpacked to disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from log2attn.grading.intake.files import LARGEST

LARGEST_ARCHIVE = 500_000_000  # bytes of an archive inside of another
DEEPEST = 3  # archives in archives
HIDDEN = ("__MACOSX",)  # and names that begin with a dot: what macOS and Jupyter keep beside the files
BROKEN = "it is damaged or locked by a password. Download it again, or unpack it by hand into this folder"


@dataclass(frozen=True)
class Download:
    """One file; ``wrong`` says why it cannot be taken, and then it has no content. ``path`` is relative, with slashes."""

    path: str
    content: bytes = b""
    wrong: str = ""

    @property
    def hidden(self) -> bool:
        return any(part.startswith(".") or part in HIDDEN for part in PurePosixPath(self.path).parts)


def downloads(folder: Path) -> Iterator[Download]:
    """Every file below a folder in order, archives opened into a folder of their own name. Notebooks only are read; a link is not followed."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            yield Download(name, wrong="it is a link. Put the file itself here")
        elif not path.is_file() or Download(name).hidden:
            continue
        elif path.suffix.lower() == ".zip":
            yield from _archive(name, path, 1)
        elif path.suffix.lower() != ".ipynb":
            yield Download(name, wrong=not_a_notebook(name))
        elif path.stat().st_size > LARGEST:
            yield Download(name, wrong=_too_large(path.stat().st_size))
        else:
            yield Download(name, path.read_bytes())


def not_a_notebook(name: str) -> str:
    if PurePosixPath(name).suffix.lower() in (".gz", ".tar", ".7z", ".rar", ".tgz"):
        return "it is an archive of a kind that is not opened here. Unpack it into this folder"
    return "it is no notebook (.ipynb)"


def _archive(name: str, file: Path | io.BytesIO, depth: int) -> Iterator[Download]:
    inside = name[: -len(".zip")]
    try:
        with zipfile.ZipFile(file) as archive:
            for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
                if not entry.is_dir():
                    yield from _entry(archive, entry, f"{inside}/{entry.filename.lstrip('/')}", depth)
    except (zipfile.BadZipFile, NotImplementedError, OSError) as error:
        yield Download(name, wrong=f"{BROKEN} ({error})")


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, depth: int) -> Iterator[Download]:
    kind = PurePosixPath(name).suffix.lower()
    if Download(name).hidden:
        return
    if kind not in (".ipynb", ".zip"):
        yield Download(name, wrong=not_a_notebook(name))
    elif kind == ".zip" and depth >= DEEPEST:
        yield Download(name, wrong=f"it lies in {DEEPEST} archives. Unpack it into this folder")
    elif entry.file_size > (LARGEST_ARCHIVE if kind == ".zip" else LARGEST):
        yield Download(name, wrong=_too_large(entry.file_size))
    else:
        try:
            content = archive.read(entry)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as error:
            yield Download(name, wrong=f"{BROKEN} ({error})")
            return
        if kind == ".zip":
            yield from _archive(name, io.BytesIO(content), depth + 1)
        else:
            yield Download(name, content)


def _too_large(size: int) -> str:
    return f"it has {size / 1e6:.0f} MB; {LARGEST / 1e6:.0f} are allowed. Ask for it with its outputs cleared"
