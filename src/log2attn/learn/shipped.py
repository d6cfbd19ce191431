"""What build ships to learners: each day's checks, hints and fingerprints of its mistakes, as JSON inside the package."""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Known:
    """A known mistake: its sentence, and how it behaves on the visible and on the hidden check."""

    says: str
    visible: list[Any]
    hidden: list[Any] | None


@dataclass(frozen=True)
class Exercise:
    """One exercise as ``check`` needs it. ``hidden`` is None in a sealed course: then only the visible check can run."""

    id: str
    name: str
    title: str
    day: int
    points: tuple[int, int]
    visible: str
    hidden: str | None
    hints: tuple[str, str, str]
    why: str
    mistakes: tuple[Known, ...]


class UnknownExerciseError(LookupError):
    """There is no exercise of this name; the message says which one may be meant."""


def exercise(id: str) -> Exercise:
    """An exercise by its name, "d03-log_base". Raises UnknownExerciseError, naming the nearest."""
    day = id[1:3] if isinstance(id, str) and id[:1] == "d" and id[1:3].isdigit() else ""
    found = exercises_of(int(day)) if day else {}
    if id in found:
        return found[id]
    every = [name for number in days() for name in exercises_of(number)]
    near = difflib.get_close_matches(str(id), every, n=1, cutoff=0.4)
    raise UnknownExerciseError(
        f"There is no exercise {id!r}." + (f" Did you mean {near[0]!r}?" if near else "")
    )


def days() -> list[int]:
    """The days whose checks are shipped."""
    folder = files(__package__).joinpath("days")
    names = [entry.name for entry in folder.iterdir()] if folder.is_dir() else []
    return sorted(int(name[4:6]) for name in names if name.startswith("day-") and name.endswith(".json"))


@cache
def exercises_of(day: int) -> dict[str, Exercise]:
    """The exercises of a day in their order; empty for a day that is not written."""
    path = files(__package__).joinpath("days", f"day-{day:02d}.json")
    if not path.is_file():
        return {}
    raw = json.loads(path.read_text(encoding="utf-8"))
    return {
        e["id"]: Exercise(
            id=e["id"],
            name=e["name"],
            title=e["title"],
            day=day,
            points=tuple(e["points"]),
            visible=e["visible"],
            hidden=e.get("hidden"),
            hints=tuple(e["hints"]),
            why=e["why"],
            mistakes=tuple(Known(m["says"], m["visible"], m.get("hidden")) for m in e["mistakes"]),
        )
        for e in raw["exercises"]
    }
