"""What check() gets of a day, inside the package: checks, hints, and how right answers and known mistakes behave, as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from log2attn.compiling.lesson import Exercise
from log2attn.core.lines import json_lines
from log2attn.proving.days import WrittenDay
from log2attn.proving.known import made_from, shipped_exercise
from log2attn.proving.texts import texts

Kept = dict[str, dict[str, Any]]


def kept_of(path: Path) -> Kept:
    """Exercise → what was shipped of it last time; nothing if the file is missing or no longer readable."""
    try:
        return {one["id"]: one for one in json.loads(path.read_text(encoding="utf-8"))["exercises"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def stale(day: WrittenDay, kept: Kept, *, sealed: bool) -> set[str]:
    """The exercises whose answers have to be run to ship this day: those not made from the same texts and code."""
    return {
        e.id
        for e in day.lesson.exercises
        if kept.get(e.id, {}).get("made_from") != made_from(day, e, sealed=sealed)
    }


def shipped(day: WrittenDay, kept: Kept, again: set[str], *, sealed: bool) -> str:
    """The file's text, one behavior a line. ``again``: the exercises whose answers are run; of the others the kept behaviors are taken over."""
    head = {"day": day.day.number, "title": day.day.title, "sealed": sealed}
    exercises = [
        _run(day, e, sealed=sealed) if e.id in again else _said_anew(day, e, kept[e.id])
        for e in day.lesson.exercises
    ]
    return json_lines({**head, "exercises": exercises}, depth=5)


def _run(day: WrittenDay, exercise: Exercise, *, sealed: bool) -> dict[str, Any]:
    found = shipped_exercise(day.bench, exercise, sealed=sealed)
    return found | {"made_from": made_from(day, exercise, sealed=sealed)}


def _said_anew(day: WrittenDay, exercise: Exercise, kept: dict[str, Any]) -> dict[str, Any]:
    """What was shipped last time, with today's words: none of these changes how an answer behaves."""
    answers = day.answers.of[exercise.id]
    mistakes = [
        {**known, "says": mistake.says}
        for known, mistake in zip(kept["mistakes"], answers.mistakes, strict=True)
    ]
    words = texts(day.lesson, exercise) | {"hints": answers.hints, "why": answers.why, "mistakes": mistakes}
    return kept | {key: text for key, text in words.items() if key in kept}
