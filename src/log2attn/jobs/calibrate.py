"""Calibrate: right answers pass for many course seeds, on every version set, without a single flake."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from log2attn.compiling.lesson import Exercise
from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.learn import effort
from log2attn.proving.bench import as_trial, stage_cells
from log2attn.proving.days import WrittenDay, read_course, read_days
from log2attn.proving.proofs import Calibration, calibration_content, read_proofs, versions_of
from log2attn.publishing.proof_page import write_proof_page

SEEDS = 20


def calibrate(
    layout: Layout, only: list[str], interpreters: dict[str, Path]
) -> Iterator[tuple[str, Calibration, bool]]:
    """(exercise, result, whether it is new) for each exercise of the days named. A day's results are kept in its file in docs/proofs.

    interpreters   version set → its Python
    """
    for name, python in interpreters.items():
        if not python.exists():
            raise CourseError(
                f"There is no Python for {name}.",
                where=str(python),
                then="Run: make calibrate, which installs it.",
            )
    course = read_course(layout)
    versions = {name: versions_of(python) for name, python in interpreters.items()}
    for day in read_days(layout, course, only):
        proofs = read_proofs(layout.proofs(day.day))
        proofs.versions |= versions
        contents = {e.id: calibration_content(day, e, versions) for e in day.lesson.exercises}
        kept = {id: found.content for id, found in proofs.calibration.items()}
        stale = [e for e in day.lesson.exercises if kept.get(e.id) != contents[e.id]]
        failed = _failed(layout, day, stale, interpreters) if stale else {}
        proofs = read_proofs(layout.proofs(day.day))  # another command may have written there meanwhile
        proofs.versions |= versions
        for exercise in stale:
            answers = 1 + len(day.answers.of[exercise.id].also_right)
            mine = {name: found[exercise.id] for name, found in failed.items()}
            proofs.calibration[exercise.id] = Calibration(contents[exercise.id], answers, SEEDS, mine)
        proofs.save(e.id for e in day.lesson.exercises)
        for exercise in day.lesson.exercises:
            yield exercise.id, proofs.calibration[exercise.id], exercise in stale
    write_proof_page(layout, course)


def _failed(
    layout: Layout, day: WrittenDay, exercises: list[Exercise], interpreters: dict[str, Path]
) -> dict[str, dict[str, list[str]]]:
    """Version set → exercise → what failed; the version sets side by side."""
    with ThreadPoolExecutor() as pool:
        done = {
            name: pool.submit(right_answers_that_fail, layout, day, exercises, range(SEEDS), python)
            for name, python in interpreters.items()
        }
        return {name: found.result() for name, found in done.items()}


def right_answers_that_fail(
    layout: Layout, day: WrittenDay, exercises: list[Exercise], seeds: Iterable[int], python: Path
) -> dict[str, list[str]]:
    """Exercise → what failed or warned, in words, when an interpreter runs its right answers with these seeds."""
    trials, about = [], []
    for exercise in exercises:
        for n, answer in enumerate([None, *day.answers.of[exercise.id].also_right]):
            for seed in seeds:
                trials.append(as_trial(day.answers, exercise, answer, seed))
                about.append((exercise.id, f"right answer {n}, seed {seed}"))
    script = {
        "cells": stage_cells(day.lesson),
        "path": str(day.lesson.path.relative_to(layout.root)),
        "trials": trials,
    }
    environment = os.environ | {
        "PYTHONPATH": str(layout.package.parent),
        "MPLBACKEND": "Agg",
        effort.VARIABLE: effort.TINY,
    }
    done = subprocess.run(
        [python, "-m", "log2attn.learn.stage"],
        input=json.dumps(script),
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CourseError(
            f"Day {day.day.number} cannot be tried: {done.stderr.strip().splitlines()[-1]}",
            where=str(python),
            then=f"log2attn prove {day.day.number} says more.",
        )
    failed: dict[str, list[str]] = {exercise.id: [] for exercise in exercises}
    for (id, what), verdicts in zip(about, json.loads(done.stdout), strict=True):
        for role, (passed, message, warned) in zip(("visible", "hidden"), verdicts, strict=True):
            if not passed or warned:
                failed[id].append(f"{what}, {role} check: {message or warned[0]}")
    return failed
