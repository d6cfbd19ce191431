"""A learner's way through the days: what is done, what comes next, what is due for review today, and their own copy of a day."""

from __future__ import annotations

import datetime as dt
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
    """

    done: tuple[Day, ...]
    begun: tuple[Day, int, int] | None
    next: Day | None
    review: tuple[tuple[Day, str], ...]
    back: tuple[int, ...]


def standing(layout: Layout, today: dt.date | None = None) -> Progress:
    """Read what this learner's checks have passed on this machine."""
    today = today or dt.date.today()
    course, passed = read_course(layout), read_progress()
    done, begun, following, review = [], None, None, []
    for day in course.written:
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
    return Progress(tuple(done), begun, following, tuple(review), _back(course, following))


def _back(course: Course, day: Day | None) -> tuple[int, ...]:
    return course.looks_back(day) if day else ()


def take(layout: Layout, name: str = "") -> tuple[Path, bool]:
    """Copy a released day (by default the next one) to my/, unless it is there already. Returns the path and whether it is new."""
    course = read_course(layout)
    day = course.written_day(name) if name else standing(layout).next or course.written[-1]
    mine, released = layout.mine(day), layout.release(day)
    if mine.exists():
        return mine, False
    if not released.exists():
        raise CourseError(f"Day {day.number} is not built.", where=str(released), then="Run: log2attn build")
    mine.parent.mkdir(parents=True, exist_ok=True)
    mine.write_bytes(released.read_bytes())
    return mine, True
