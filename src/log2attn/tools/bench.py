"""The bench on which answers are tried: a lesson's own cells up to an exercise, then an answer, then the checks."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from log2attn.core.errors import CourseError
from log2attn.learn.trial import Verdict, run_check
from log2attn.tools.answers import Answers, AnswerSet
from log2attn.tools.compiler import BEGIN_SOLUTION, END_SOLUTION, seeded
from log2attn.tools.lesson import Exercise, Lesson

SECONDS = 20  # an answer that takes longer counts as one that never returns


class TooSlowError(Exception):
    """An answer did not return in time."""


@dataclass(frozen=True)
class Outcome:
    """What the two checks said of an answer."""

    visible: Verdict
    hidden: Verdict

    @property
    def passed(self) -> bool:
        return self.visible.passed and self.hidden.passed

    @property
    def caught_by(self) -> str:
        """The first check that failed: "visible", "hidden", or "" if none did."""
        return "" if self.passed else "hidden" if self.visible.passed else "visible"


class Bench:
    """Runs a lesson once, and then any number of answers to its exercises in the names that stand above each."""

    def __init__(self, lesson: Lesson, answers: Answers) -> None:
        os.environ.setdefault("MPLBACKEND", "Agg")
        self.lesson, self.answers = lesson, answers
        self._before: dict[str, dict[str, Any]] = {}
        names: dict[str, Any] = {"__name__": f"day_{lesson.day.number:02d}"}
        for cell in lesson.cells:
            if not cell.is_code:
                continue
            if cell.role == "visible":
                self._before[cell.exercise] = dict(names)
            self._run(cell.source, names, cell.line)

    def _run(self, source: str, names: dict[str, Any], line: int) -> None:
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                # Blank lines in front make a traceback name the line of the lesson.
                exec(compile("\n" * line + source, str(self.lesson.path), "exec"), names)
        except Exception as error:
            raise CourseError(
                f"This cell raises {type(error).__name__}: {error}",
                where=f"{self.lesson.path}:{line}",
                then="A lesson runs from top to bottom with its own solutions; mend the cell.",
            ) from error

    def answers_to(self, exercise: Exercise) -> AnswerSet:
        return self.answers.of[exercise.id]

    def names_above(self, exercise: Exercise) -> dict[str, Any]:
        """What the cells above an exercise's checks define, with the lesson's own solutions."""
        return dict(self._before[exercise.id])

    def trial(self, exercise: Exercise, answer: str | None = None, seed: int = 0) -> Outcome:
        """The verdicts on an answer's text; without one, on the lesson's own solution."""
        names = self.names_above(exercise)
        # Run the reference again here, so that its methods find the names of this trial and not the lesson's own.
        exec(compile(exercise.answer.source, "<reference>", "exec"), names)
        with _limited(SECONDS), contextlib.redirect_stdout(io.StringIO()):
            try:
                if answer is not None:
                    exec(compile(self.answers.preamble, "<answers>", "exec"), names)
                    exec(compile(answer, "<answer>", "exec"), names)
            except Exception as error:
                raise CourseError(
                    f"An answer to {exercise.id} cannot even be defined: {type(error).__name__}: {error}", where=str(self.answers.path), then="Correct its text."
                ) from error
        return Outcome(*(self._check(exercise, role, names, seed) for role in ("visible", "hidden")))

    def _check(self, exercise: Exercise, role: str, names: dict[str, Any], seed: int) -> Verdict:
        source = seeded(getattr(exercise, role).source, seed)
        with _limited(SECONDS):
            return run_check(source, names, exercise.name)


def stub_of(exercise: Exercise) -> str:
    """The answer cell as the learner first sees it: solutions replaced by a NotImplementedError."""
    out, skipping = [], False
    for line in exercise.answer.source.splitlines():
        if line.strip() == BEGIN_SOLUTION:
            skipping = True
            out.append(line.replace(BEGIN_SOLUTION, "raise NotImplementedError"))
        elif line.strip() == END_SOLUTION:
            skipping = False
        elif not skipping:
            out.append(line)
    return "\n".join(out)


@contextlib.contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Raise TooSlowError in the block after so many seconds, where the platform has an alarm."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_signal: int, _frame: Any) -> None:
        raise TooSlowError(f"no answer after {seconds:.0f} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
