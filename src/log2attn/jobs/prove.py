"""Prove a day: its right answers pass, its mistakes are caught where they should be, and each is recognized as itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from log2attn.compiling.lesson import Exercise
from log2attn.proving.bench import Tried, stub_of
from log2attn.proving.days import WrittenDay
from log2attn.proving.forked import side_by_side
from log2attn.proving.known import Recognizer, is_change, methods_of, recognizer
from log2attn.proving.lazy import lazy_answers
from log2attn.proving.newcomer import Fate, fates

# A mistake that only raises is recognized by its error; its sentence has to speak of it, in one of these words.
CRASH = (
    "error",
    "raise",
    "crash",
    "refuse",
    "stop",
    "fail",
    "cannot",
    "no answer",
    "without end",
    "never end",
)


@dataclass
class Proof:
    """What was found for one exercise. ``faults`` is empty when it is proved.

    right, answers   right answers that pass, of how many
    mistakes, known  mistakes that are caught where they should be, of how many
    slips       what becomes of newcomer's slips made by machine
    mixed       numbers of mistakes that are not recognized as themselves
    """

    exercise: str
    answers: int = 0
    right: int = 0
    mistakes: int = 0
    known: int = 0
    mixed: list[int] = field(default_factory=list)
    slips: list[Fate] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def prove_all(days: Sequence[WrittenDay], seed: int = 0) -> Iterator[Proof]:
    """The proofs of several days, in order, on all processors: day by day, or exercise by exercise where there is one day."""
    if len(days) > 1:
        for proofs in side_by_side(days, lambda day: list(prove(day, seed))):
            yield from proofs
        return
    for day in days:
        _ = day.bench  # the lesson runs once, here, and not in each of the children
        yield from side_by_side(day.lesson.exercises, partial(_prove, day, seed=seed))


def prove(day: WrittenDay, seed: int = 0) -> Iterator[Proof]:
    """One proof for each autograded exercise of a day."""
    for exercise in day.lesson.exercises:
        yield _prove(day, exercise, seed)


def _prove(day: WrittenDay, exercise: Exercise, seed: int) -> Proof:
    bench, answers, proof = day.bench, day.bench.answers_to(exercise), Proof(exercise.id)
    for n, answer in enumerate([None, *answers.also_right]):
        what = f"right answer {n}" if n else "the lesson's own answer"
        proof.answers += 1
        proof.right += _is_right(what, bench.trial(exercise, answer, seed), proof)
    stub = bench.trial(exercise, stub_of(exercise), seed)
    for role, trial in (("visible", stub.visible), ("hidden", stub.hidden)):
        if trial.error != "NotImplementedError":
            proof.faults.append(
                f"the unfilled stub does not end in NotImplementedError in the {role} check, but: {trial.message or 'it passes'}"
            )
    for what, lazy in lazy_answers(bench, exercise).items():
        if bench.try_object(exercise, lazy).hidden.passed:
            proof.faults.append(f"an answer that returns {what} passes the hidden check")
    tried = [bench.trial(exercise, mistake.source, seed) for mistake in answers.mistakes]
    known = recognizer(bench, exercise, tried if seed == 0 else None)
    proof.known = len(tried)
    for n, (mistake, came) in enumerate(zip(answers.mistakes, tried, strict=True), 1):
        if came.caught_by == mistake.caught_by:
            proof.mistakes += 1
        else:
            met = came.caught_by or "no check at all"
            proof.faults.append(
                f"mistake {n} (line {mistake.line}) should be caught by {mistake.caught_by}, is caught by {met}: {mistake.says} [{came.visible.message or came.hidden.message}]"
            )
        if seed == 0:  # the calls that learners' kernels know are those of seed 0
            misread = list(_misread(day, exercise, known, n, came))
            proof.mixed += [n] if misread else []
            proof.faults += misread
    proof.slips = list(fates(bench, exercise, known.exercise)) if seed == 0 else []
    return proof


def _misread(day: WrittenDay, exercise: Exercise, known: Recognizer, n: int, came: Tried) -> Iterator[str]:
    """What is wrong with how a mistake is recognized: as itself, on every right design of a class, and not by a crash alone."""
    answers = day.bench.answers_to(exercise)
    mistake = answers.mistakes[n - 1]
    what, found = f"mistake {n} (line {mistake.line})", known.recognized(came)
    if found != known.alike(n):
        yield (
            f"{what} behaves like {found} on the checks' calls: add a call on which they differ, or join them"
            if n in found
            else f"{what} shows nothing by which it could be recognized: add a call whose value tells it from right answers"
        )
    if known.only_raises(n, came) and not any(word in mistake.says.lower() for word in CRASH):
        yield f"{what} only raises, so its sentence has to be about that error and name what raises it: {mistake.says}"
    if not methods_of(exercise) or not is_change(mistake.source):
        return
    for m, design in enumerate(answers.also_right, 1):
        moved = known.recognized(day.bench.trial(exercise, f"{design}\n\n\n{mistake.source}"))
        if moved != known.alike(n):
            yield f"{what} made in right answer {m} is recognized as {moved}: compare only what the text asks for, or add a call that shows it in that design too"


def _is_right(what: str, came: Tried, proof: Proof) -> bool:
    for role, trial in (("visible", came.visible), ("hidden", came.hidden)):
        if not trial.passed:
            proof.faults.append(f"{what} fails the {role} check: {trial.message}")
        elif trial.warned:
            proof.faults.append(
                f"{what} warns in the {role} check, for which stock nbgrader takes the marks away: {trial.warned[0]}"
            )
    return came.passed
