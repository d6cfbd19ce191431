"""Hints in a terminal, as the notebook's hint() gives them."""

from __future__ import annotations

from log2attn.core.errors import CourseError
from log2attn.learn.card import Card
from log2attn.learn.check import hint_card
from log2attn.learn.shipped import UnknownExerciseError, exercise


def hints(id: str, n: int) -> Card:
    """The first ``n`` hints for an exercise; each says more than the one before."""
    try:
        wanted = exercise(id)
    except UnknownExerciseError as error:
        raise CourseError(
            str(error), then="Exercises are named as in their check cell, for example d03-log_base."
        ) from error
    if not 1 <= n <= len(wanted.hints):
        raise CourseError(
            f"There are {len(wanted.hints)} hints for {id}, and no hint {n}.", then=f"log2attn hint {id}"
        )
    return hint_card(wanted, n, f"log2attn hint {id} {n + 1} shows the next one")
