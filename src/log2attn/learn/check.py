"""check("d03-log_base") and hint("d03-log_base"): what a learner presses."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from typing import Any

import matplotlib.pyplot as plt
from IPython import get_ipython

from log2attn.learn.card import Card
from log2attn.learn.diagnose import diagnose
from log2attn.learn.progress import note_passed
from log2attn.learn.shipped import Exercise, UnknownExerciseError, exercise
from log2attn.learn.trial import NOT_READY, Trial, run_check

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
    rows = tuple((f"Hint {i}", text) for i, text in enumerate(wanted.hints[:n], 1))
    more = (
        f"There are {len(wanted.hints)} hints; ask again for the next one."
        if n < len(wanted.hints)
        else "That was the last one."
    )
    Card("hint", f"{wanted.title} · hint {n} of {len(wanted.hints)}", (*rows, ("Next", more))).show()


def run_exercise(wanted: Exercise, names: dict[str, Any]) -> tuple[Trial, Trial | None]:
    """What came of the visible check and, unless the course is sealed or the learner pressed stop, of the hidden one."""
    with _patience(), _no_stray_figures():
        visible = run_check(wanted.visible, names, wanted.name)
    if wanted.hidden is None or visible.hung or visible.error == NOT_READY:
        return visible, None
    with _patience(), _no_stray_figures():
        return visible, run_check(wanted.hidden, names, wanted.name)


def result_card(wanted: Exercise, names: dict[str, Any]) -> Card:
    """What to show for an exercise, given the names the learner has defined."""
    if wanted.name not in names:
        return Card(
            "start",
            f"{wanted.title} · not found yet",
            (("Next", f"Run the cell that defines {wanted.name}, then check again."),),
        )
    visible, hidden = run_exercise(wanted, names)
    if visible.error == NOT_READY:
        return Card("start", f"{wanted.title} · not ready to be checked", (("Next", visible.message),))
    if visible.error == "NotImplementedError":
        rows = (
            ("Next", f"Write {wanted.name} in the cell above, run it, then check again."),
            ("Stuck?", f'hint("{wanted.id}")'),
        )
        return Card("start", f"{wanted.title} · not started yet", rows)
    if visible.passed and (hidden is None or hidden.passed):
        if warned := [*visible.warned, *(hidden.warned if hidden is not None else [])]:
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
        done = (
            "All checks passed"
            if hidden is not None
            else "The visible check passed; the hidden one runs when your work is graded"
        )
        rows = (("Why it works", wanted.why),) if hidden is not None else ()
        return Card("passed", f"{wanted.title} · {done[0].lower() + done[1:]}", rows)
    return Card("open", f"{wanted.title} · not yet", _what_to_read(wanted, visible, hidden))


def _what_to_read(wanted: Exercise, visible: Trial, hidden: Trial | None) -> tuple[tuple[str, str], ...]:
    rows = []
    failed = hidden if visible.passed and hidden is not None else visible
    if visible.passed:
        rows.append(("Passed", "the visible check: the small case is right."))
    rows.append(("Failed", f"the {'hidden' if visible.passed else 'visible'} check. {failed.message}"))
    found = diagnose(wanted, visible, hidden) if visible.error != "KeyboardInterrupt" else []
    if len(found) == 1:
        rows.append(("It behaves like", found[0].says))
    elif found:
        rows += [("It may be", known.says) for known in found[:2]]
    rows.append(("Next", f'Change {wanted.name}, run its cell, check again. Stuck? hint("{wanted.id}")'))
    return tuple(rows)


@contextlib.contextmanager
def _patience() -> Iterator[None]:
    """Press stop for a learner whose loop never ends, where the system has such an alarm (Windows has none)."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextlib.contextmanager
def _no_stray_figures() -> Iterator[None]:
    """Close the figures that an answer opened while it was checked (with plt.plot, say), or the notebook shows them below the card."""
    before = plt.get_fignums()
    try:
        yield
    finally:
        for number in set(plt.get_fignums()) - set(before):
            plt.close(number)


def _learners_names() -> dict[str, Any]:
    shell = get_ipython()
    return shell.user_ns if shell is not None else sys._getframe(2).f_globals  # noqa: SLF001  (the caller's own names, as IPython would give them)
