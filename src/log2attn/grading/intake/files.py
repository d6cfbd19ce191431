"""What learners hand in: opened without following a link, read, and told apart: which file of a folder is which notebook."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Collection, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from log2attn.doors.notebook import NotebookNode
from log2attn.grading.intake.decode import decode
from log2attn.grading.intake.who import seen, shares, touched
from log2attn.grading.model import Plan, Refused

LARGEST = 25_000_000  # bytes of a file
MOST_FILES, MOST_COPIES, DEEPEST_FOLDER = 1000, 100, 6
NOTEBOOK = re.compile(r"\.(?:ipynb|json|ipynb\.\w+)$", re.IGNORECASE)
RELATED = 0.25  # the share of grade ids or texts from which a file under any name is the notebook
STRANGE = 0.02  # the share under which a file under the exact name looks like another notebook
SAME_NAME = 0.9


def read_submission(path: Path, inside: Path) -> tuple[NotebookNode, list[str]]:
    """The notebook in a submitted file, and what was put right in it. Raises Refused, with a sentence for a person.

    inside  the folder the file must lie in; no link is followed from there on
    """
    return decode(read_content(path, inside))


def read_content(path: Path, inside: Path) -> bytes:
    """The bytes of a submitted file. Raises Refused, as ``read_submission``."""
    parts = path.relative_to(inside).parts if path.is_relative_to(inside) else ()
    if not parts or ".." in parts:
        raise Refused("The file lies outside the submitted folder.")
    # O_NONBLOCK: opening a named pipe must not wait for its other end.
    how = (
        os.O_RDONLY
        | getattr(os, "O_NOFOLLOW", 0)
        | getattr(os, "O_NONBLOCK", 0)
        | getattr(os, "O_NOCTTY", 0)
        | getattr(os, "O_CLOEXEC", 0)
        | getattr(os, "O_BINARY", 0)
    )
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


def find_notebooks(
    folder: Path, plans: Mapping[str, Plan], aside: Collection[str] = ()
) -> tuple[dict[str, Path], dict[Path, str]]:
    """Which file of a submitted folder is which notebook; and a sentence for each file that was found under another name, or is left over.

    A file with the exact name is the notebook. Only if it cannot be read, holds another notebook, or nobody has touched it, does a copy count.
    ``aside`` names notebooks of the assignment that have no plan: a file of such a name is none of the others.
    """
    notes: dict[Path, str] = {}
    other = {folder / f"{name}.ipynb" for name in aside}
    files = [path for path in _candidates(folder, plans, notes) if path not in other]
    fits = sorted(fit for path in files for fit in _fits(path, folder, plans, notes))
    found: dict[str, Path] = {}
    for fit in fits:
        if fit.notebook not in found and fit.path not in found.values():
            found[fit.notebook] = fit.path
            if fit.path != folder / f"{fit.notebook}.ipynb":
                notes.setdefault(
                    fit.path,
                    f"{fit.path.relative_to(folder)} was read as {fit.notebook}.ipynb: its {'cells are' if fit.content < 0 else 'name is'} like that notebook's.",
                )
    for fit in fits:
        if fit.path not in found.values():
            graded = found[fit.notebook].relative_to(folder)
            notes.setdefault(
                fit.path,
                f"{fit.path.relative_to(folder)} could be {fit.notebook}.ipynb too; {graded} was graded. Look which of them the learner meant.",
            )
    for path in files:
        if path not in found.values() and path.suffix.lower() == ".ipynb":
            notes.setdefault(
                path,
                f"{path.relative_to(folder)} is no notebook of this assignment: neither its name nor its cells are.",
            )
    return found, notes


def fingerprint(folder: Path, plans: Mapping[str, Plan], aside: Collection[str] = ()) -> str:
    """Stands for all that ``find_notebooks`` looks at: while it is the same, so is the answer. Files are read and not parsed."""
    seen_there: list[tuple[str, str]] = [(name, plan.digest) for name, plan in sorted(plans.items())]
    seen_there += [(name, "") for name in sorted(aside)]
    notes: dict[Path, str] = {}
    for path in _candidates(folder, plans, notes):
        try:
            said = hashlib.sha256(read_content(path, folder)).hexdigest()
        except Refused as refused:
            said = str(refused)
        seen_there.append((str(path.relative_to(folder)), said))
    seen_there += [(str(path.relative_to(folder)), why) for path, why in notes.items()]
    return hashlib.sha256(repr(seen_there).encode("utf-8", "surrogateescape")).hexdigest()


class _Fit(NamedTuple):
    """How well a file fits a notebook; the smaller, the better."""

    rank: int
    content: float
    both: float  # ids and texts together: which notebook, where all have the same ids
    name: float
    notebook: str
    path: Path


def _fits(path: Path, folder: Path, plans: Mapping[str, Plan], notes: dict[Path, str]) -> Iterator[_Fit]:
    try:
        reason, (claims, texts) = "", seen(read_submission(path, folder)[0])
    except Refused as refused:
        reason, claims, texts = str(refused), set(), set()
    fitting = False
    for name, plan in plans.items():
        exact = path == folder / f"{name}.ipynb"
        ids, same = shares(plan, claims, texts)
        content = max(ids, same)
        likeness = _name_likeness(path.name, name)
        if exact or content >= RELATED or likeness >= SAME_NAME:
            fitting = True
            good = content >= (STRANGE if exact else RELATED) and touched(plan, texts)
            rank = 2 * (not good) + (not exact)
            yield _Fit(rank, -content, -(ids + same), -likeness, name, path)
    if reason and (fitting or path.suffix.lower() == ".ipynb"):
        notes[path] = reason


def _candidates(folder: Path, plans: Mapping[str, Plan], notes: dict[Path, str]) -> Iterator[Path]:
    """Files that may be notebooks, shallow ones first. A link, pipe or folder counts only under an exact name: it is refused when it is read."""
    exact = {folder / f"{name}.ipynb" for name in plans}
    waiting, files, size = [(folder, 0)], 0, 0
    while waiting:
        here, depth = waiting.pop(0)
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries[:MOST_FILES]:
            path = here / entry.name
            if entry.name.startswith((".", "~", "__")):  # checkpoints, __MACOSX, __pycache__
                continue
            if path in exact:
                yield path
            elif entry.is_dir(follow_symlinks=False):
                if depth < DEEPEST_FOLDER and len(waiting) < MOST_FILES:
                    waiting.append((path, depth + 1))
            elif NOTEBOOK.search(entry.name):
                files += 1
                size += _size(path)
                if not entry.is_file(follow_symlinks=False):
                    notes[path] = f"{path.relative_to(folder)} is a link or no file; it was not read."
                elif files > MOST_COPIES or size > 4 * LARGEST:
                    notes[path] = (
                        f"{path.relative_to(folder)} was not looked at: the folder holds too many notebooks."
                    )
                else:
                    yield path


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:  # gone meanwhile
        return 0


def _name_likeness(file: str, notebook: str) -> float:
    """1 for the same name but for what browsers, Jupyter, file managers and learners add to it."""
    mine, wanted = _bare(re.sub(r"(\.(?:ipynb|json|txt))+$", "", file, flags=re.IGNORECASE)), _bare(notebook)
    if f"-{wanted}-" in f"-{mine}-":
        return 1.0
    if re.findall(r"\d+", mine) != re.findall(r"\d+", wanted):  # problem-1 is not problem-2
        return 0.0
    return SequenceMatcher(None, mine, wanted).ratio()


def _bare(name: str) -> str:
    name = re.sub(
        r"\(\d+\)|^(?:copy|kopie|copie) (?:of|von|de) |[ _-]+(?:copy|kopie)\d*\b", " ", name.lower()
    )
    return re.sub(r"[\W_]+", "-", name).strip("-")
