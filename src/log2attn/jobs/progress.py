"""A learner's way through the days: what is done, what comes next, what is due for review today, and their own copy of a day."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from log2attn.core.course import Course, Day
from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.learn.progress import read_progress
from log2attn.learn.shipped import exercises_of
from log2attn.proving.days import read_course

AFTER = (1, 7, 21, 60)  # days after which a finished day is worth another look


@dataclass(frozen=True)
class Progress:
    """Where a learner stands.

    done     the finished days, first to last; a day is finished without its optional end
    begun    the day with some exercises passed and some not, and how many: (day, passed, of); None if there is none
    next     the first written day not finished; None when all are
    review   (day, why it is due) for what is worth another look today
    back     the days that the next day's first part looks back at
    taken    whether there is a copy of the next day
    """

    done: tuple[Day, ...]
    begun: tuple[Day, int, int] | None
    next: Day | None
    review: tuple[tuple[Day, str], ...]
    back: tuple[int, ...]
    taken: bool


def standing(layout: Layout, today: dt.date | None = None) -> Progress:
    """Read what this learner's checks have passed on this machine."""
    today = today or dt.date.today()
    course, passed = read_course(layout), read_progress()
    done, begun, following, review = [], None, None, []
    for day in course.written:
        if not any(id.startswith(f"d{day.number:02d}-") for id in passed):  # its file need not be read
            following = following or day
            continue
        ids = [id for id, exercise in exercises_of(day.number).items() if any(exercise.points)]
        mine = [passed[id] for id in ids if id in passed]
        if ids and len(mine) == len(ids):
            done.append(day)
            since = (today - dt.date.fromisoformat(max(mine))).days
            if since in AFTER:
                review.append((day, "finished yesterday" if since == 1 else f"finished {since} days ago"))
            continue
        following = following or day
        if mine and begun is None:
            begun = (day, len(mine), len(ids))
    taken = following is not None and layout.mine(following).exists()
    return Progress(tuple(done), begun, following, tuple(review), _back(course, following), taken)


def _back(course: Course, day: Day | None) -> tuple[int, ...]:
    return course.looks_back(day) if day else ()


def take(layout: Layout, name: str = "") -> tuple[Path, bool]:
    """Give a learner copies of all released days in my/, so that the links from one to another lead somewhere.

    A copy in which somebody has worked is left as it is; one that nobody has touched follows the release.

    name     the day that is wanted; by default the next one
    returns  its path, and whether the copy is new
    """
    course = read_course(layout)
    wanted = course.written_day(name) if name else standing(layout).next or course.written[-1]
    mine, released = layout.mine(wanted), layout.release(wanted)
    new = not mine.exists()
    if new and not released.exists():
        raise CourseError(
            f"Day {wanted.number} is not built.", where=str(released), then="Run: log2attn build"
        )
    taken = _read_taken(layout.taken)
    for day in course.written:
        if layout.release(day).exists():
            _copy(layout.release(day), layout.mine(day), taken, day.slug)
    _write(layout.taken, json.dumps(taken, indent=1, sort_keys=True).encode())
    return mine, new


def _copy(released: Path, mine: Path, taken: dict[str, str], slug: str) -> None:
    """Copy a notebook, unless there is one that somebody has worked in. ``taken``: the digest of each copy as it was made."""
    if mine.exists() and _digest(mine.read_bytes()) != taken.get(slug):
        return
    content = released.read_bytes()
    _write(mine, content)
    taken[slug] = _digest(content)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read_taken(path: Path) -> dict[str, str]:
    """Without the file, or with a damaged one, every copy counts as worked in."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(path: Path, content: bytes) -> None:
    """All of it, or nothing: half a notebook would count as somebody's work."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(path.name + ".new")
    half.write_bytes(content)
    half.replace(path)
