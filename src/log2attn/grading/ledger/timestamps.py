"""When a submission was handed in: what timestamp.txt says, as far as it can be true."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

FILE = "timestamp.txt"  # nbgrader's exchange writes it; so can a learner
LONGEST = 100  # bytes
SKEW = timedelta(minutes=2)  # by which two machines' clocks may differ


@dataclass(frozen=True)
class HandedIn:
    """``at`` is in UTC; None if nobody can say. ``doubt`` is a sentence for the instructor, or ""."""

    at: datetime | None
    doubt: str = ""


def handed_in_at(folder: Path, *, believe: bool = False, now: datetime | None = None) -> HandedIn:
    """When the notebooks of one learner's folder were handed in. docs/decisions/12-timestamps.md says why so.

    believe  take timestamp.txt at its word: where the course's own tool wrote it, and the files are newer because they were downloaded
    """
    now = now or datetime.now(UTC)
    text = _read(folder / FILE)
    if text is None:
        return HandedIn(None)
    saved = _last_saved(folder)
    said = _parse(text)
    if said is None:
        return HandedIn(
            saved,
            f"{FILE} cannot be read as a time, so the time when the notebook was last saved counts. Formgrader cannot list the assignment until the file is mended.",
        )
    if believe or saved is None:
        return HandedIn(said)
    if said > now + SKEW:
        return HandedIn(
            saved,
            f"{FILE} names a time to come ({said:%Y-%m-%d %H:%M} UTC), so the time when the notebook was last saved counts.",
        )
    if said < saved - SKEW:
        return HandedIn(
            saved,
            f"{FILE} says {said:%Y-%m-%d %H:%M} UTC, but the notebook was saved after that, at {saved:%Y-%m-%d %H:%M} UTC; the later time counts.",
        )
    return HandedIn(said)


def _read(path: Path) -> str | None:
    """The file's text; "" for one that is no short text file, None if there is none."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        return None
    except OSError:
        return ""
    try:
        content = os.read(handle, LONGEST + 1) if stat.S_ISREG(os.fstat(handle).st_mode) else b""
    finally:
        os.close(handle)
    return content.decode("ascii", "replace").strip() if len(content) <= LONGEST else ""


def _parse(text: str) -> datetime | None:
    """As nbgrader reads it, so that formgrader finds the same time in the gradebook; but a whole date, no guesses, and +0200 as two hours, which nbgrader takes for 200 seconds."""
    from log2attn.grading.ledger.schema import time_of  # loads nbgrader: only where there is a timestamp.txt

    if not re.search(r"\d{4}", text) or not re.search(r"\d:\d\d", text):
        return None
    try:
        found = time_of(re.sub(r" ([+-]\d\d:?\d\d)$", r"\1", text))
        return found.replace(tzinfo=UTC)
    except (ValueError, OverflowError, TypeError, AttributeError):
        return None


def _last_saved(folder: Path) -> datetime | None:
    times = [
        about.st_mtime for path in folder.glob("*.ipynb") if stat.S_ISREG((about := path.lstat()).st_mode)
    ]
    return datetime.fromtimestamp(max(times), UTC) if times else None
