"""A written day on the stage: its right and wrong answers, tried against its checks."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

from log2attn.compiling.answers import Answers, AnswerSet
from log2attn.compiling.compiler import seeded
from log2attn.compiling.lesson import Exercise, Lesson
from log2attn.compiling.regions import stub
from log2attn.core.errors import CourseError
from log2attn.learn.effort import tiny
from log2attn.learn.stage import SECONDS, Stage, StageError
from log2attn.learn.trial import Trial


@dataclass(frozen=True)
class Tried:
    """What came of the two checks on an answer."""

    visible: Trial
    hidden: Trial

    @property
    def passed(self) -> bool:
        return self.visible.passed and self.hidden.passed

    @property
    def caught_by(self) -> str:
        """The first check that failed: "visible", "hidden", or "" if none did."""
        if self.passed:
            return ""
        return "hidden" if self.visible.passed else "visible"


class Bench:
    """Runs a lesson once, and then any number of answers to its exercises."""

    def __init__(self, lesson: Lesson, answers: Answers, *, full: bool = False) -> None:
        """``full``: with whole trainings, as learners see them, and not the tiny ones that are enough to try answers in."""
        self.lesson, self.answers = lesson, answers
        try:
            with nullcontext() if full else tiny():
                self.stage = Stage(stage_cells(lesson), str(lesson.path))
        except StageError as stopped:
            cell = [cell for cell in lesson.cells if cell.is_code][int(stopped.at)]  # no answer has run yet
            what = f"This cell raises {type(stopped.error).__name__}: {stopped.error}"
            raise lesson.fault(
                what, cell.line, "A lesson runs from top to bottom with its own solutions; mend the cell."
            ) from stopped

    def answers_to(self, exercise: Exercise) -> AnswerSet:
        return self.answers.of[exercise.id]

    def names_above(self, exercise: Exercise) -> dict[str, Any]:
        return self.stage.names_above(exercise.id)

    def trial(
        self,
        exercise: Exercise,
        answer: str | None = None,
        seed: int = 0,
        seconds: float = SECONDS,
        *,
        keep: bool = False,
    ) -> Tried:
        """What comes of an answer's text; without one, of the lesson's own solution. ``keep``: with copies of what went in and out."""
        try:
            trial = as_trial(self.answers, exercise, answer, seed)
            with tiny():
                return Tried(*self.stage.trial(*trial, seconds=seconds, keep=keep))
        except StageError as stopped:
            what = f"An answer to {exercise.id} cannot even be defined: {type(stopped.error).__name__}: {stopped.error}"
            raise CourseError(what, where=str(self.answers.path), then="Correct its text.") from stopped

    def try_object(self, exercise: Exercise, made: Any) -> Tried:
        """What comes of a ready-made function or class in the answer's place."""
        names = self.names_above(exercise) | {exercise.name: made}
        with tiny():
            return Tried(*(self.stage.run(check, names, exercise.name) for check in checks_of(exercise, 0)))


def stage_cells(lesson: Lesson) -> list[tuple[str, str, int]]:
    """A lesson's code cells as the stage wants them."""
    return [
        (cell.source, cell.exercise if cell.role == "visible" else "", cell.line)
        for cell in lesson.cells
        if cell.is_code
    ]


def checks_of(exercise: Exercise, seed: int) -> tuple[str, str]:
    """The texts of the two checks, drawing from a seed."""
    return seeded(exercise.visible.source, seed), seeded(exercise.hidden.source, seed)


def as_trial(
    answers: Answers, exercise: Exercise, answer: str | None, seed: int
) -> tuple[str, str, str, str, tuple[str, str]]:
    """An answer as the stage wants it."""
    text = "" if answer is None else f"{answers.preamble}\n\n{answer}"
    return exercise.id, exercise.name, exercise.answer.source, text, checks_of(exercise, seed)


def stub_of(exercise: Exercise) -> str:
    """The answer cell as the learner first sees it."""
    return stub(exercise.answer.source)
