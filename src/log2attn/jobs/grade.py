"""Grade: everything in submitted/ that has changed, each notebook apart from all others, into the gradebook."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from log2attn.grading.schedule.folder import Folder
from log2attn.grading.schedule.marking import mark_all
from log2attn.grading.schedule.summary import Choice, Graded, Summary

__all__ = ["Choice", "Graded", "Summary", "grade"]


def grade(
    folder: Folder,
    choice: Choice,
    summary: Summary,
    confirm: Callable[[str], bool] = lambda _level: True,
) -> Iterator[Graded]:
    """Grade what was handed in; yields each notebook as its marks have gone into the gradebook, and fills the summary.

    confirm  is asked, with the level of protection, before the first learner's code runs where there is less than a sandbox
    """
    yield from mark_all(folder, choice, summary, confirm)
