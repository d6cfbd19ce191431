"""The card of an answer that is not right yet: what failed, what it behaves like, and the smallest case in which it differs."""

from __future__ import annotations

from typing import Any

from log2attn.learn.card import Card
from log2attn.learn.cases import Case, cases_of, smallest
from log2attn.learn.diagnose import diagnose
from log2attn.learn.methods import as_typed, standing
from log2attn.learn.references import functions_of, reference_of
from log2attn.learn.shipped import ShippedExercise
from log2attn.learn.slips import slip
from log2attn.learn.trial import Trial
from log2attn.learn.ways import Way

SENTENCES = 3  # so many known mistakes of a class are told at a time


def why_not(wanted: ShippedExercise, target: Any, trials: list[Trial], leaning: list[str], way: Way) -> Card:
    """The card for checks that did not all pass.

    leaning   variables of the notebook that the answer leans on
    way       the words for what to do next
    """
    visible, *rest = trials
    failed = next(trial for trial in trials if not trial.passed)
    rows = []
    if visible.passed:
        rows.append(("Passed", "the visible check: the small case is right."))
    heading = "not yet"
    if wanted.methods:
        heading, methods = _methods(wanted, trials)
        rows += methods
    rows.append(("Failed", f"the {'hidden' if visible.passed else 'visible'} check. {failed.message}"))
    if not failed.hung:
        rows += explained(wanted, target, visible, rest[0] if rest else None, reference_of(wanted))
    if leaning:
        rows.append(("It leans on", leans_in_words(wanted, leaning)))
    stuck = way.hint.format(id=wanted.id)
    rows.append(("Next", f"Change {wanted.name}, {way.again}. Stuck? {stuck}"))
    return Card("open", f"{wanted.title} · {heading}", tuple(rows))


def explained(
    wanted: ShippedExercise, target: Any, visible: Trial, hidden: Trial | None, reference: Any
) -> list[tuple[str, str]]:
    """What the answer behaves like; if nobody knows, the slip that explains it, and the smallest case that differs.

    target      the answer itself, for what can be read off it; None where it is not at hand
    reference   a right answer; None where there is none
    """
    # One mistake written in two ways has one sentence, and is told once.
    found = list(dict.fromkeys(mistake.says for mistake in diagnose(wanted, visible, hidden)))
    if len(found) == 1 or (found and wanted.methods):
        return [("It behaves like", says) for says in found[:SENTENCES]]
    if found and hidden is None:
        return [("It may be", says) for says in found[:2]]
    if wanted.methods:
        return []
    cases = _cases(wanted, visible, hidden, reference)
    rows = [("What it does", sentence)] if (sentence := slip(wanted.name, target, cases)) else []
    return rows + ([("Smallest case", sentence)] if (sentence := smallest(wanted.name, cases)) else [])


def _cases(wanted: ShippedExercise, visible: Trial, hidden: Trial | None, reference: Any) -> list[Case]:
    if reference is None:
        return []
    cases = []
    for trial, right in (
        (visible, wanted.right.get("visible", {})),
        (hidden, wanted.right.get("hidden", {})),
    ):
        loose = {key for key, outcomes in right.items() if len(outcomes) > 1}
        cases += cases_of(trial.watch, reference, loose) if trial is not None else []
    return cases


def _methods(wanted: ShippedExercise, trials: list[Trial]) -> tuple[str, list[tuple[str, str]]]:
    """ "3 of 11 methods work", and which do not yet."""
    stands = standing(wanted, trials)
    works = [method for method, state in stands.items() if state == "works"]
    rows = [
        (label, ", ".join(as_typed(method) for method, state in stands.items() if state == which))
        for label, which in (("Not yet", "wrong"), ("Not begun", "untouched"), ("Waiting for these", "waits"))
    ]
    return f"{len(works)} of {len(stands)} methods work", [row for row in rows if row[1]]


def is_untouched(wanted: ShippedExercise, target: Any, trials: list[Trial]) -> bool:
    """Whether the answer is the stub it was: a NotImplementedError that its own code raised, and nothing done yet."""
    if wanted.methods and hasattr(target, "__mro__"):
        return all(state in ("untouched", "waits") for state in standing(wanted, trials).values())
    error = trials[0].raised
    return isinstance(error, NotImplementedError) and _raised_in(error) in _codes(target)


def _raised_in(error: BaseException) -> Any:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return None if trace is None else trace.tb_frame.f_code


def _codes(target: Any) -> list[Any]:
    return [function.__code__ for function in functions_of(target)]


def leans_in_words(wanted: ShippedExercise, leaning: list[str]) -> str:
    """What it means that an answer reads variables which the lesson's cells left behind."""
    which = " and ".join(leaning)
    return f"{wanted.name} reads {which} from the notebook, where the lesson left {'it' if len(leaning) == 1 else 'them'} behind, and not from its arguments. With another value there, or none, it gives something else."
