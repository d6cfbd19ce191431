"""Recognize a known mistake by its behavior: it returns what the mistake returns, on the very calls the checks make."""

from __future__ import annotations

from typing import Any

from log2attn.learn.shipped import Exercise, Known
from log2attn.learn.trial import Verdict, same_behavior


def diagnose(exercise: Exercise, visible: Verdict, hidden: Verdict | None) -> list[Known]:
    """The known mistakes that behave as this answer did: none, one, or (where only the visible check ran) several."""
    if visible.passed and (hidden is None or hidden.passed):
        return []
    return [
        known
        for known in exercise.mistakes
        if matches(known, visible.behavior, None if hidden is None else hidden.behavior)
    ]


def matches(known: Known, visible: list[Any], hidden: list[Any] | None) -> bool:
    """Whether a known mistake behaves so on the visible check, and on the hidden one where that ran."""
    if not same_behavior(known.visible, visible):
        return False
    return hidden is None or known.hidden is None or same_behavior(known.hidden, hidden)
