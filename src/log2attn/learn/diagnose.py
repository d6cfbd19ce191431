"""Recognize a known mistake by its behavior: it returns what the mistake returns, on the very calls the checks make."""

from __future__ import annotations

from log2attn.learn.shipped import Exercise, Known
from log2attn.learn.trial import Verdict, same_behavior


def diagnose(exercise: Exercise, visible: Verdict, hidden: Verdict | None) -> list[Known]:
    """The known mistakes that behave as this answer did: none, one, or (where only the visible check ran) several."""
    if visible.passed and (hidden is None or hidden.passed):
        return []
    return [known for known in exercise.mistakes if _matches(known, visible, hidden)]


def _matches(known: Known, visible: Verdict, hidden: Verdict | None) -> bool:
    if not same_behavior(known.visible, visible.behavior):
        return False
    return hidden is None or known.hidden is None or same_behavior(known.hidden, hidden.behavior)
