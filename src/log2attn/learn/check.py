"""check("d03-log_base") and hint("d03-log_base"): what a learner presses."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import Any

from IPython import get_ipython

from log2attn.learn.alarm import GROWN, alarm
from log2attn.learn.card import Card
from log2attn.learn.leftovers import leftovers_read, without
from log2attn.learn.progress import note_passed
from log2attn.learn.references import others_stand
from log2attn.learn.shipped import ShippedExercise, UnknownExerciseError, exercise
from log2attn.learn.trial import NOT_READY, Trial, run_check
from log2attn.learn.ways import IN_A_NOTEBOOK, Way
from log2attn.learn.why_not import is_untouched, leans_in_words, why_not

PATIENCE = 30.0  # seconds that one check may take; the grader stops a whole cell after 60

_hints_given: dict[str, int] = {}


def check(id: str) -> None:
    """Run the checks of an exercise on what you wrote, and say in words what happened.

    id   the exercise's name, as on its card: "d03-log_base"

    While a course is being graded this does nothing: the graded cells speak for themselves.
    """
    if os.environ.get("NBGRADER_EXECUTION"):
        return
    try:
        result_card(exercise(id), _learners_names()).show()
    except UnknownExerciseError as error:
        Card("start", str(error)).show()


def hint(id: str) -> None:
    """Show the next hint for an exercise. There are three; each says more than the one before."""
    try:
        wanted = exercise(id)
    except UnknownExerciseError as error:
        Card("start", str(error)).show()
        return
    n = min(_hints_given.get(id, 0) + 1, len(wanted.hints))
    _hints_given[id] = n
    hint_card(wanted, n, "ask again for the next one").show()


def hint_card(wanted: ShippedExercise, n: int, how: str) -> Card:
    """The first ``n`` hints for an exercise, and how to get the next."""
    rows = tuple((f"Hint {i}", text) for i, text in enumerate(wanted.hints[:n], 1))
    more = (
        f"There are {len(wanted.hints)} hints; {how}." if n < len(wanted.hints) else "That was the last one."
    )
    return Card("hint", f"{wanted.title} · hint {n} of {len(wanted.hints)}", (*rows, ("Next", more)))


def result_card(wanted: ShippedExercise, names: dict[str, Any], way: Way = IN_A_NOTEBOOK) -> Card:
    """What to show for an exercise, given the names the learner has defined; these are as they were afterwards.

    way   the words for what to do next
    """
    if wanted.name not in names:
        missing = way.missing.format(name=wanted.name)
        return Card("start", f"{wanted.title} · not found yet", (("Next", missing),))
    with others_stand(wanted, names):
        trials = run_exercise(wanted, names)
        leaning = _leans_on(wanted, names, trials)
    if trials[0].error == NOT_READY:
        rows = (("Next", f"{trials[0].message} {way.unready}"),)
        return Card("start", f"{wanted.title} · not ready to be checked", rows)
    if is_untouched(wanted, names[wanted.name], trials):
        rows = (
            (
                "Next",
                f"Write {wanted.name} in place of the line raise NotImplementedError, {way.again}.",
            ),
            ("Stuck?", way.hint.format(id=wanted.id)),
        )
        return Card("start", f"{wanted.title} · not started yet", rows)
    if all(trial.passed for trial in trials):
        return _passed(wanted, trials, leaning, way)
    return why_not(wanted, names[wanted.name], trials, leaning, way)


def run_exercise(wanted: ShippedExercise, names: dict[str, Any]) -> list[Trial]:
    """What came of the visible check and, unless the course is sealed or the answer hangs, of the hidden one."""
    trials: list[Trial] = []
    for source in (wanted.visible, wanted.hidden):
        if source is None or (trials and (trials[0].hung or trials[0].error == NOT_READY)):
            break
        with alarm(PATIENCE, KeyboardInterrupt, grown=GROWN), _no_stray_figures():
            trials.append(run_check(source, names, wanted.name, keep=True))
    return trials


def _leans_on(wanted: ShippedExercise, names: dict[str, Any], trials: list[Trial]) -> list[str]:
    """The variables left behind by the lesson that an answer reads, and without which its checks come out otherwise."""
    read = leftovers_read(wanted, names)
    if not read or any(trial.hung for trial in trials):
        return []
    with without(read, names):
        again = run_exercise(wanted, names)
    same = [trial.behavior["calls"] for trial in trials] == [trial.behavior["calls"] for trial in again]
    return [] if same and [t.passed for t in trials] == [t.passed for t in again] else read


def _passed(wanted: ShippedExercise, trials: list[Trial], leaning: list[str], way: Way) -> Card:
    if leaning:
        rows = (
            ("Passed", "here, as the notebook stands."),
            ("But", leans_in_words(wanted, leaning)),
            ("Next", f"Take it as an argument, or make it inside the function; {way.again}."),
        )
        return Card("open", f"{wanted.title} · right, but it leans on the notebook", rows)
    if warned := [warning for trial in trials for warning in trial.warned]:
        rows = (
            ("Passed", "what you return is right."),
            (
                "Warning",
                f"On the way this was printed: {warned[0]}. The grader gives no points for a check that prints a warning.",
            ),
            ("Next", "Find the step that warns, and ask before you take it whether it can be taken."),
        )
        return Card("open", f"{wanted.title} · right, but with a warning", rows)
    note_passed(wanted.id)
    if len(trials) == 1:
        heading = "the visible check passed; the hidden one runs when your work is graded"
        return Card("passed", f"{wanted.title} · {heading}")
    return Card("passed", f"{wanted.title} · all checks passed", (("Why it works", wanted.why),))


@contextlib.contextmanager
def _no_stray_figures() -> Iterator[None]:
    """Close the figures that an answer opened while it was checked (with plt.plot, say), or the notebook shows them below the card."""
    import matplotlib.pyplot as plt

    before = plt.get_fignums()
    try:
        yield
    finally:
        for number in set(plt.get_fignums()) - set(before):
            plt.close(number)


def _learners_names() -> dict[str, Any]:
    shell = get_ipython()
    return shell.user_ns if shell is not None else sys._getframe(2).f_globals  # noqa: SLF001  (the caller's own names, as IPython would give them)
