"""What learners hand in: opened without following a link, read, and told apart: which file of a folder is which notebook."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path

from log2attn.grading.decode import decode
from log2attn.grading.model import Plan, Refused
from log2attn.grading.who import kinship, touched
from log2attn.tools.notebook import NotebookNode

LARGEST = 25_000_000  # bytes of a file
MOST_FILES, DEEPEST_FOLDER = 500, 6


def read_submission(path: Path, inside: Path) -> tuple[NotebookNode, list[str]]:
    """The notebook in a submitted file, and what was put right in it. Raises Refused, with a sentence for a person.

    inside  the folder the file must lie in; no link is followed from there on
    """
    return decode(_read(path, inside))


def _read(path: Path, inside: Path) -> bytes:
    parts = path.relative_to(inside).parts if path.is_relative_to(inside) else ()
    if not parts or ".." in parts:
        raise Refused("The file lies outside the submitted folder.")
    # O_NONBLOCK: opening a named pipe must not wait for its other end.
    how = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = _open_inside(inside, parts, how)
        try:
            about = os.fstat(handle)
            if not stat.S_ISREG(about.st_mode):
                raise Refused("It is not a file (a folder, a pipe or a device).")
            if about.st_size > LARGEST:
                raise Refused(
                    f"The file has {about.st_size / 1e6:.0f} MB; {LARGEST / 1e6:.0f} are allowed. Clear the outputs (Edit ▸ Clear Outputs of All Cells), save and hand in again."
                )
            with os.fdopen(os.dup(handle), "rb") as file:
                content = file.read(LARGEST + 1)
        finally:
            os.close(handle)
    except (OSError, ValueError) as error:  # ValueError: a NUL in a name
        raise Refused(_why(inside, parts, error)) from error
    if len(content) > LARGEST:
        raise Refused("The file grew while it was read.")
    return content


def _open_inside(inside: Path, parts: tuple[str, ...], how: int) -> int:
    """Open folder by folder, so that no link can be slipped in between looking and opening. Where the system cannot do that: look, then open."""
    if os.open not in os.supports_dir_fd:
        for n in range(1, len(parts) + 1):
            if inside.joinpath(*parts[:n]).is_symlink():
                raise OSError("a link")
        return os.open(inside.joinpath(*parts), how)
    folder = os.open(inside, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        for part in parts[:-1]:
            inner = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC, dir_fd=folder)
            os.close(folder)
            folder = inner
        return os.open(parts[-1], how, dir_fd=folder)
    finally:
        os.close(folder)


def _why(inside: Path, parts: tuple[str, ...], error: Exception) -> str:
    for n in range(1, len(parts) + 1):
        try:
            if inside.joinpath(*parts[:n]).is_symlink():
                return "It is a link, or lies in a linked folder; links are not followed. Hand in the file itself."
        except (OSError, ValueError):
            break
    if isinstance(error, FileNotFoundError):
        return "There is no such file."
    return f"The file cannot be opened ({getattr(error, 'strerror', None) or error})."


def find_notebooks(folder: Path, plans: Mapping[str, Plan]) -> tuple[dict[str, Path], dict[Path, str]]:
    """Which file of a submitted folder is which notebook; and for any other file that could be one, or was found under another name, a sentence.

    A file with the exact name is the notebook. Only if it cannot be read, or nobody has touched it, does a copy beside it count.
    """
    notes: dict[Path, str] = {}
    files = list(_candidates(folder, {f"{name}.ipynb" for name in plans}, notes))
    read: dict[Path, NotebookNode | None] = {}
    for path in files:
        try:
            read[path] = read_submission(path, folder)[0]
        except Refused as refused:
            read[path] = None
            notes[path] = str(refused)
    ranked = sorted(
        (rank, name, str(path.relative_to(folder)), path) for path in files for name, plan in plans.items() if (rank := _rank(path, folder, plan, read[path])) is not None
    )
    found: dict[str, Path] = {}
    for (_, likeness, _), name, _, path in ranked:
        if name in found or path in found.values():
            continue
        found[name] = path
        if path != folder / f"{name}.ipynb" and path not in notes:
            notes[path] = f"The file {path.relative_to(folder)} was read as {name}.ipynb: " + (
                "its cells are that notebook's." if likeness < -0.1 else "its name is like that one's."
            )
    for path in files:
        if path not in found.values():
            taken = next((name for (_, _, _), name, _, other in ranked if other == path), "")
            if taken:
                notes[path] = f"{path.relative_to(folder)} looks like {taken}.ipynb too; {found[taken].relative_to(folder)} was graded. Look which one the learner meant."
            else:
                notes.setdefault(path, f"{path.relative_to(folder)} is no notebook of this assignment: neither its name nor its cells are.")
    return found, notes


def _candidates(folder: Path, exact: set[str], notes: dict[Path, str]) -> Iterator[Path]:
    """Files that may be notebooks, shallow ones first. A link, pipe or folder counts only under an exact name: it is refused when it is read."""
    waiting, seen = [(folder, 0)], 0
    while waiting:
        here, depth = waiting.pop(0)
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            path = Path(entry.path)
            if entry.name.startswith((".", "~", "__MACOSX")) or entry.name in {"node_modules", "__pycache__"}:
                continue
            if entry.is_dir(follow_symlinks=False) and entry.name not in exact:
                if depth < DEEPEST_FOLDER:
                    waiting.append((path, depth + 1))
                continue
            if not (entry.name in exact or re.search(r"\.(?:ipynb|json|ipynb\.\w+)$", entry.name, re.IGNORECASE)):
                continue
            if not entry.is_file(follow_symlinks=False) and (entry.name not in exact or depth):
                notes[path] = f"{path.relative_to(folder)} is a link or no file; it was not read."
                continue
            seen += 1
            if seen > MOST_FILES:
                notes[folder] = f"The folder holds more than {MOST_FILES} notebooks; the others were not looked at."
                return
            yield path


def _rank(path: Path, folder: Path, plan: Plan, notebook: NotebookNode | None) -> tuple[int, float, float] | None:
    """How well a file fits a notebook, smaller is better; None if it does not."""
    content = 0.0 if notebook is None else kinship(plan, notebook)
    name = _name_likeness(path.name, plan.notebook)
    exact = path == folder / f"{plan.notebook}.ipynb"
    if not exact and content < 0.25 and name < 0.9:
        return None
    readable = notebook is not None and bool(notebook.cells)
    return (
        0 if exact and readable and touched(plan, notebook) else 1 if not exact and readable and content >= 0.25 and touched(plan, notebook) else 2 if exact else 3,
        -content,
        -name,
    )


def _name_likeness(file: str, notebook: str) -> float:
    """1 for the same name but for what browsers, Jupyter and file managers add to it."""
    stem = re.sub(r"(\.(?:ipynb|json|txt))+$", "", file, flags=re.IGNORECASE)

    def bare(name: str) -> str:
        name = re.sub(r"\(\d+\)|^(?:copy|kopie|copie) (?:of|von|de) |[ _-]+(?:copy|kopie)\d*\b", " ", name.lower())
        return re.sub(r"[\W_]+", "-", name).strip("-")

    mine, wanted = bare(stem), bare(notebook)
    if mine == wanted or f"-{wanted}-" in f"-{mine}-":  # the learner's name before or after it
        return 1.0
    return SequenceMatcher(None, mine, wanted).ratio()
