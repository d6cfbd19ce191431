"""Recognize a known mistake by its behavior: it does what the mistake does, on the very calls the checks make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from log2attn.learn.behavior import agree, evidence
from log2attn.learn.shipped import ShippedExercise, ShippedMistake
from log2attn.learn.trial import Trial


def diagnose(exercise: ShippedExercise, visible: Trial, hidden: Trial | None) -> list[ShippedMistake]:
    """The known mistakes, or else newcomer's slips, that behave as this answer did: none, one, or several (for methods of a class, or where only
    the visible check ran)."""
    if visible.passed and (hidden is None or hidden.passed):
        return []
    first, second = visible.behavior, None if hidden is None else hidden.behavior
    return recognized(exercise.mistakes, first, second) or recognized(exercise.slips, first, second)


def recognized(
    mistakes: Sequence[ShippedMistake], visible: dict[str, Any], hidden: dict[str, Any] | None
) -> list[ShippedMistake]:
    """The mistakes that an answer with these behaviors is known for.

    Of a class, a method that is wrong because it calls a wrong one is no mistake of its own.
    """
    found = [mistake for mistake in mistakes if matches(mistake, visible, hidden)]
    uses = visible.get("uses", {}) | (hidden or {}).get("uses", {})
    return [
        one for one in found if not any(_leans_on(one, other, uses) for other in found if other is not one)
    ]


def _leans_on(one: ShippedMistake, other: ShippedMistake, uses: dict[str, list[str]]) -> bool:
    wrong = set(other.methods) - set(one.methods)
    return bool(one.methods) and all(wrong & set(uses.get(method, [])) for method in one.methods)


def matches(mistake: ShippedMistake, visible: dict[str, Any], hidden: dict[str, Any] | None) -> bool:
    """Whether an answer with these behaviors does as this mistake does, and has gone wrong with it at least once.

    A mistake that only raises, and never gives a wrong value, is told by what its exceptions say, each time.
    """
    pairs = [(mistake.visible, visible)]
    if hidden is not None and mistake.hidden is not None:
        pairs.append((mistake.hidden, hidden))
    shows = any(known.shows for known, _ in pairs)
    return all(agree(known, mine, messages=not shows) for known, mine in pairs) and any(
        evidence(known, mine, raised=not shows) for known, mine in pairs
    )
