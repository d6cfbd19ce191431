"""Mutate: change each worked solution in many small ways, and tell which changes the checks let through."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from log2attn.compiling.lesson import Exercise
from log2attn.core.layout import Layout
from log2attn.proving.days import WrittenDay, read_course, read_days
from log2attn.proving.forked import forked
from log2attn.proving.known import recognizer
from log2attn.proving.mutants import Mutant, mutants
from log2attn.proving.newcomer import fates
from log2attn.proving.proofs import LOCK, Mutation, mutation_content, read_proofs, versions_of
from log2attn.publishing.proof_page import minutes_of, write_proof_page

PATIENCE = 20  # a mutant may take so many times as long as the reference
SHORTEST = 1.0  # and at least so many seconds


@dataclass(frozen=True)
class Mutated:
    """One exercise's result; ``new`` is False if it stood already. ``idle`` names listed equivalents that no longer survive."""

    exercise: str
    result: Mutation
    new: bool
    idle: tuple[str, ...] = ()


def mutate(
    layout: Layout, only: list[str], *, jobs: int, tick: Callable[[str, int, int], None] | None = None
) -> Iterator[Mutated]:
    """One result for each exercise of the days named (all that are written). A day's results are kept in its file in docs/proofs as they come.

    tick   called with (exercise, mutants done, mutants in all)
    """
    course = read_course(layout)
    for day in read_days(layout, course, only):
        proofs = read_proofs(layout.proofs(day.day))
        proofs.versions[LOCK] = versions_of()
        for exercise in day.lesson.exercises:
            content = mutation_content(day, exercise, proofs.versions)
            old = proofs.mutation.get(exercise.id)
            if old and old.content == content:
                yield Mutated(exercise.id, old, new=False, idle=_idle(day, exercise, old))
                continue
            result = _mutate(day, exercise, content, jobs, tick)
            proofs = read_proofs(layout.proofs(day.day))  # another command may have written there meanwhile
            proofs.versions[LOCK] = versions_of()
            proofs.mutation[exercise.id] = result
            proofs.save(e.id for e in day.lesson.exercises)
            yield Mutated(exercise.id, result, new=True, idle=_idle(day, exercise, result))
        proofs = read_proofs(layout.proofs(day.day))
        proofs.minutes = minutes_of(layout, course, day.day, proofs)
        proofs.save(e.id for e in day.lesson.exercises)
    write_proof_page(layout, course)


def _idle(day: WrittenDay, exercise: Exercise, result: Mutation) -> tuple[str, ...]:
    """Changes listed as equivalent that did not survive."""
    survived = {change for change, _ in result.equivalent}
    return tuple(change for change, _ in day.answers.of[exercise.id].equivalent if change not in survived)


def _mutate(
    day: WrittenDay, exercise: Exercise, content: str, jobs: int, tick: Callable[[str, int, int], None] | None
) -> Mutation:
    bench, answers = day.bench, day.bench.answers_to(exercise)
    started = time.monotonic()
    bench.trial(exercise)
    seconds = max(SHORTEST, PATIENCE * (time.monotonic() - started))
    known = recognizer(bench, exercise)
    made = mutants(exercise.answer.source)

    def work(mutant: Mutant) -> list:
        came = bench.trial(exercise, mutant.source, seconds=seconds)
        return [came.caught_by, known.recognized(came)]

    caught_by: list[str] = [""] * len(made)
    named: dict[str, list[int]] = {}
    for done, (index, said) in enumerate(forked(made, work, jobs=jobs, seconds=3 * seconds), 1):
        # A child that died, or was killed for taking too long or too much, is a mutant that nobody would call right.
        caught_by[index], numbers = said if said is not None else ("visible", [])
        if numbers:  # several programs may be the same mistake: it is told once
            named[made[index].change] = [n for n in numbers if known.alike(n)[0] == n]
        if tick:
            tick(exercise.id, done, len(made))
    through = [mutant.change for mutant, by in zip(made, caught_by, strict=True) if not by]
    reasons = dict(answers.equivalent)
    return Mutation(
        content=content,
        mutants=len(made),
        by_visible=caught_by.count("visible"),
        by_hidden=caught_by.count("hidden"),
        named=len(named),
        slips=dict(Counter(fate.what for fate in fates(bench, exercise, known.exercise))),
        told=[(mutant.change, named[mutant.change]) for mutant in made if mutant.change in named],
        equivalent=[(change, reasons[change]) for change in through if change in reasons],
        survived=[change for change in through if change not in reasons],
    )
