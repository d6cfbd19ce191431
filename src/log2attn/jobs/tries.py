"""Tries: what becomes of answers that somebody tried on a day, wrong ones and right ones, and what their cards say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from log2attn.compiling.answers import read_tries
from log2attn.compiling.lesson import Exercise
from log2attn.core.layout import Layout
from log2attn.proving.days import read_course, read_days
from log2attn.proving.forked import side_by_side
from log2attn.proving.known import recognizer
from log2attn.proving.newcomer import CRASHES, PASSES, TOLD, fate_of


@dataclass(frozen=True)
class Try:
    """One answer that was tried.

    note     what it is, in the walker's words; "right" for one that should pass
    came     what became of it: PASSES, TOLD by a sentence, CRASHES with an error that the card puts in words, or SILENT
    says     what the card says of it
    """

    exercise: str
    note: str
    is_right: bool
    came: str
    says: str

    @property
    def is_as_hoped(self) -> bool:
        return (self.came == PASSES) == self.is_right


def tries(layout: Layout, day: str, path: Path) -> Iterator[Try]:
    """Try each answer of a file on a day's checks, exercise by exercise. Raises CourseError for a file that is none."""
    written = read_days(layout, read_course(layout), [day])[0]
    tried = read_tries(path, written.lesson)
    bench = written.bench

    def of_one(exercise: Exercise) -> list[Try]:
        answers = tried.of[exercise.id]
        all_ = [(text, "right", True) for text in answers.also_right]
        all_ += [(mistake.source, mistake.says, False) for mistake in answers.mistakes]
        if not all_:
            return []
        shipped = recognizer(bench, exercise).exercise
        found = []
        for text, note, is_right in all_:
            came = bench.trial(exercise, f"{tried.preamble}\n\n{text}", keep=True)
            found.append(Try(exercise.id, note, is_right, *fate_of(came, bench, exercise, shipped)))
        return found

    for found in side_by_side(written.lesson.exercises, of_one):
        yield from found


def counted(found: list[Try]) -> str:
    """The line for docs/walks.md: wrong and right ones, wrong that passed, right refused, refused ones diagnosed."""
    wrong = [one for one in found if not one.is_right]
    refused = [one for one in wrong if one.came != PASSES]
    told = sum(one.came in (TOLD, CRASHES) for one in refused)
    right = [one for one in found if one.is_right]
    return (
        f"{len(wrong)} wrong, {len(right)} right · {len(wrong) - len(refused)} wrong passed · "
        f"{sum(one.came != PASSES for one in right)} right refused · {told} of {len(refused)} refused told"
    )
