"""Prove a day: its right answers pass, its mistakes are caught where they should be, and each is recognized as itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from log2attn.compiling.lesson import Exercise
from log2attn.learn.trial import same_behavior
from log2attn.proving.bench import Outcome, stub_of
from log2attn.proving.days import WrittenDay
from log2attn.proving.lazy import lazy_answers


@dataclass
class Proof:
    """What was found for one exercise. ``faults`` is empty when it is proved.

    right, answers   right answers that pass, of how many
    diagnosis   mistake number → the numbers of the mistakes it is recognized as; the identity is the goal
    """

    exercise: str
    answers: int = 0
    right: int = 0
    mistakes: int = 0
    diagnosis: dict[int, list[int]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    @property
    def is_identity(self) -> bool:
        return all(found == [n] for n, found in self.diagnosis.items())


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
    for role, verdict in (("visible", stub.visible), ("hidden", stub.hidden)):
        if verdict.error != "NotImplementedError":
            proof.faults.append(
                f"the unfilled stub does not end in NotImplementedError in the {role} check, but: {verdict.message or 'it passes'}"
            )
    for what, lazy in lazy_answers(bench, exercise).items():
        if bench.try_object(exercise, lazy).hidden.passed:
            proof.faults.append(f"an answer that returns {what} passes the hidden check")
    outcomes = [bench.trial(exercise, mistake.source, seed) for mistake in answers.mistakes]
    for n, (mistake, outcome) in enumerate(zip(answers.mistakes, outcomes, strict=True), 1):
        if outcome.caught_by == mistake.caught_by:
            proof.mistakes += 1
        else:
            met = outcome.caught_by or "no check at all"
            proof.faults.append(
                f"mistake {n} (line {mistake.line}) should be caught by {mistake.caught_by}, is caught by {met}: {mistake.says} [{outcome.visible.message or outcome.hidden.message}]"
            )
        proof.diagnosis[n] = [m for m, other in enumerate(outcomes, 1) if _alike(outcome, other)]
        if proof.diagnosis[n] != [n]:
            proof.faults.append(
                f"mistake {n} (line {mistake.line}) behaves like {proof.diagnosis[n]} on the checks' calls: add a call on which they differ, or join them"
            )
    return proof


def _is_right(what: str, outcome: Outcome, proof: Proof) -> bool:
    for role, verdict in (("visible", outcome.visible), ("hidden", outcome.hidden)):
        if not verdict.passed:
            proof.faults.append(f"{what} fails the {role} check: {verdict.message}")
        elif verdict.warned:
            proof.faults.append(
                f"{what} warns in the {role} check, for which stock nbgrader takes the marks away: {verdict.warned[0]}"
            )
    return outcome.passed


def _alike(a: Outcome, b: Outcome) -> bool:
    return same_behavior(a.visible.behavior, b.visible.behavior) and same_behavior(
        a.hidden.behavior, b.hidden.behavior
    )
