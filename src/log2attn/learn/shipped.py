"""What build ships to learners: each day's checks, hints and how its mistakes behave, as JSON inside the package."""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from log2attn.learn.behavior import Calls, Known


@dataclass(frozen=True)
class ShippedMistake:
    """A known mistake: its sentence, and how it behaves on the visible and on the hidden check (None in a sealed course).

    methods   of a class: those it is about; empty for a function
    """

    says: str
    methods: tuple[str, ...]
    visible: Known
    hidden: Known | None


@dataclass(frozen=True)
class ShippedExercise:
    """One exercise as ``check`` needs it. ``hidden`` is None in a sealed course: then only the visible check can run.

    methods     of a class: those that the learner writes
    reference   a worked solution's text, for a function that the toolbox has not; "" otherwise, and in a sealed course
    right       part → key of a call → what right answers give there; several outcomes where they differ
    slips       newcomer's slips made by machine in the worked solution, and what can be said of each
    leftovers   variables that the lesson's cells leave behind and that nobody is meant to use
    """

    id: str
    name: str
    title: str
    day: int
    points: tuple[int, int]
    visible: str
    hidden: str | None
    hints: tuple[str, str, str]
    why: str
    mistakes: tuple[ShippedMistake, ...]
    methods: tuple[str, ...] = ()
    reference: str = ""
    leftovers: tuple[str, ...] = ()
    slips: tuple[ShippedMistake, ...] = ()
    right: dict[str, Calls] = field(default_factory=dict)


class UnknownExerciseError(LookupError):
    """There is no exercise of this name; the message says which one may be meant."""


def exercise(id: str) -> ShippedExercise:
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
def exercises_of(day: int) -> dict[str, ShippedExercise]:
    """The exercises of a day in their order; empty for a day that is not written."""
    path = files(__package__).joinpath("days", f"day-{day:02d}.json")
    if not path.is_file():
        return {}
    raw = json.loads(path.read_text(encoding="utf-8"))
    return {e["id"]: exercise_of(e, day) for e in raw["exercises"]}


def exercise_of(raw: dict[str, Any], day: int) -> ShippedExercise:
    """An exercise from its plain data."""
    return ShippedExercise(
        id=raw["id"],
        name=raw["name"],
        title=raw["title"],
        day=day,
        points=tuple(raw["points"]),
        visible=raw["visible"],
        hidden=raw.get("hidden"),
        hints=tuple(raw["hints"]),
        why=raw["why"],
        mistakes=tuple(_mistake(mistake, raw.get("right", {})) for mistake in raw["mistakes"]),
        methods=tuple(raw.get("methods", ())),
        reference=raw.get("reference", ""),
        leftovers=tuple(raw.get("leftovers", ())),
        slips=tuple(_mistake(slip, raw.get("right", {})) for slip in raw.get("slips", ())),
        right=raw.get("right", {}),
    )


def _mistake(raw: dict[str, Any], right: dict[str, Any]) -> ShippedMistake:
    methods = tuple(raw.get("methods", ()))
    visible, hidden = (
        Known(**raw[part], right=right.get(part, {}), of_methods=bool(methods)) if part in raw else None
        for part in ("visible", "hidden")
    )
    return ShippedMistake(raw["says"], methods, visible, hidden)
