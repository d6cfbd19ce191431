"""The stage on which answers are tried: a lesson's own cells up to an exercise, then an answer, then the checks.

It needs no more than a learner's kernel has, so the same trials run on every version set:

    python -m log2attn.learn.stage < PLAY.json      prints, for each trial, [passed, message, warned] of each check
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any

from log2attn.learn.alarm import GROWN, alarm
from log2attn.learn.trial import Trial, run_check
from log2attn.learn.watch import TooSlowError

SECONDS = 20.0  # an answer that takes longer counts as one that never returns


class StageError(Exception):
    """A cell or an answer cannot be run at all. ``at`` is its index among the cells, or the word "answer"."""

    def __init__(self, at: int | str, error: BaseException) -> None:
        self.at, self.error = at, error
        super().__init__(f"{at}: {type(error).__name__}: {error}")


class Stage:
    """Runs a lesson's code cells once; then any answer to any of its exercises, in the names that stand above its checks.

    cells   (source, exercise, line) of each code cell in order; ``exercise`` is "" but for a visible check
    path    the lesson's file, for tracebacks
    """

    def __init__(self, cells: Iterable[tuple[str, str, int]], path: str) -> None:
        os.environ.setdefault("MPLBACKEND", "Agg")
        self._above: dict[str, dict[str, Any]] = {}
        names: dict[str, Any] = {"__name__": "lesson"}
        for at, (source, exercise, line) in enumerate(cells):
            if exercise:
                self._above[exercise] = dict(names)
            try:
                with contextlib.redirect_stdout(io.StringIO()):
                    # Blank lines in front make a traceback name the line of the lesson.
                    exec(compile("\n" * line + source, path, "exec"), names)
            except Exception as error:
                raise StageError(at, error) from error

    def names_above(self, exercise: str) -> dict[str, Any]:
        """What the cells above an exercise's visible check define, with the lesson's own solutions."""
        return dict(self._above[exercise])

    def trial(
        self,
        exercise: str,
        name: str,
        reference: str,
        answer: str,
        checks: Iterable[str],
        seconds: float = SECONDS,
        *,
        keep: bool = False,
    ) -> list[Trial]:
        """What came of each check on an answer's text; on the reference if the text is empty."""
        names = self.names_above(exercise)
        # Run the reference again here, so that its methods find the names of this trial and not the lesson's own.
        exec(compile(reference, "<reference>", "exec"), names)
        with limited(seconds), contextlib.redirect_stdout(io.StringIO()):
            try:
                exec(compile(answer, "<answer>", "exec"), names)
            except Exception as error:
                raise StageError("answer", error) from error
        trials: list[Trial] = []
        for check in checks:
            if any(trial.hung for trial in trials):
                trials.append(
                    Trial(
                        False, "not run: the answer did not return in time", TooSlowError.__name__, hung=True
                    )
                )
            else:
                trials.append(self.run(check, names, name, seconds, keep=keep))
        return trials

    def run(
        self, check: str, names: dict[str, Any], name: str, seconds: float = SECONDS, *, keep: bool = False
    ) -> Trial:
        """What comes of one check in given names, within so many seconds."""
        with limited(seconds):
            return run_check(check, names, name, keep=keep)


def limited(seconds: float) -> AbstractContextManager[None]:
    """Raise TooSlowError in the block after so many seconds, or when it fills the memory."""
    return alarm(seconds, lambda: TooSlowError(f"no answer after {seconds:.0f} s"), grown=GROWN)


def play(script: dict) -> list[list]:
    """Run the trials of a script: {"cells": [...], "path": "...", "trials": [[exercise, name, reference, answer, [check, …]], …]}."""
    stage = Stage([tuple(cell) for cell in script["cells"]], script["path"])
    return [[[t.passed, t.message, t.warned] for t in stage.trial(*trial)] for trial in script["trials"]]


if __name__ == "__main__":
    print(json.dumps(play(json.load(sys.stdin))))
