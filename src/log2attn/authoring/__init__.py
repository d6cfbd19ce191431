"""The words of an answers file. Build reads such a file without running it; these definitions say what each word means.

An answers file holds ordinary Python: imports and helper functions that its answers share, and the five words below.
"""

from collections.abc import Callable
from typing import Any, Literal

__all__ = ["also_right", "equivalent", "hints", "mistake", "why"]


def also_right(exercise: str) -> Callable[[Any], Any]:
    """An independent second right answer: it passes every check of the exercise."""
    return lambda answer: answer


def mistake(exercise: str, says: str, *, caught_by: Literal["visible", "hidden"]) -> Callable[[Any], Any]:
    """A wrong answer that people give, the sentence they should then read, and the check that catches it.

    "visible": the visible check fails. "hidden": the visible check passes and the hidden one fails.
    """
    return lambda answer: answer


def hints(exercise: str, first: str, second: str, third: str) -> None:
    """Three hints in rising order; the third nearly gives the answer away."""


def why(exercise: str, says: str) -> None:
    """Why the worked solution works: what a learner reads after every check has passed."""


def equivalent(exercise: str, change: str, reason: str) -> None:
    """A change to the reference that is no mistake, and the reason in one line."""
