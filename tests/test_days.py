"""Every written day: right answers pass, mistakes are caught and recognized, and the notebook runs anywhere."""

import doctest
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import support
from conftest import ROOT
from support import COURSE, keep_run, kernel_part, proved_with, unless_kept, written_days

from log2attn.compiling.compiler import GOES_ON, compile_lesson
from log2attn.compiling.regions import solved
from log2attn.doors.notebook import read_notebook, write_as_found
from log2attn.jobs.prove import prove
from log2attn.learn import effort
from log2attn.proving.days import WrittenDay, read_course
from log2attn.proving.proofs import Proofs, versions_of

DAYS = written_days()
COLAB = ROOT / ".venv-colab" / "bin" / "python"
SECOND = "Colab's versions"
VERSIONS = {"the lock's versions": Path(sys.executable), SECOND: COLAB}
RUNNER = ROOT / "tests" / "run_notebook.py"


@pytest.fixture(params=DAYS)
def day(request: pytest.FixtureRequest) -> WrittenDay:
    return DAYS[request.param]


def test_right_answers_pass_and_mistakes_are_named(day: WrittenDay) -> None:
    """Every right answer passes all checks; every mistake fails at the check that should catch it, and is told from every other."""
    if not unless_kept(day, "answers", *proved_with()):
        return
    proofs = list(prove(day))
    assert proofs
    assert [fault for proof in proofs for fault in proof.faults] == []
    assert not any(proof.mixed for proof in proofs)
    keep_run(day, "answers", *proved_with())


def test_the_docstring_examples_hold(day: WrittenDay) -> None:
    """The example in each exercise's docstring is what its solution gives."""
    if not unless_kept(day, "examples", *proved_with()):
        return
    for exercise in day.lesson.exercises:
        names = dict(day.bench.names_above(exercise))
        exec(solved(exercise.answer.source), names)
        tests = [
            test
            for test in doctest.DocTestFinder(recurse=True).find(
                names[exercise.name], exercise.name, globs=names
            )
            if test.examples
        ]
        assert tests, f"the docstring of {exercise.id} has no example"
        runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
        for test in tests:
            runner.run(test)
        assert runner.failures == 0, exercise.id
    keep_run(day, "examples", *proved_with())


@pytest.mark.parametrize("versions", VERSIONS)
def test_the_lesson_runs_as_a_program(day: WrittenDay, versions: str) -> None:
    """A lesson is a plain Python program that ends without a warning."""
    if not unless_kept(day, f"program, {versions}", *_run_with(day, versions)):
        return
    done = subprocess.run(
        [interpreter(versions), "-W", "error", "-c", PROGRAM, day.lesson.path],
        env=environment(versions),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    keep_run(day, f"program, {versions}", *_run_with(day, versions))


@pytest.mark.parametrize("versions", VERSIONS)
def test_the_solved_notebook_runs_clean(day: WrittenDay, versions: str, tmp_path: Path) -> None:
    """The solved notebook runs from top to bottom, offline, every warning an error, within the time a learner waits."""
    if not unless_kept(day, f"solved notebook, {versions}", *_run_with(day, versions)):
        return
    notebook = tmp_path / "solved.ipynb"
    notebook.write_bytes(write_as_found(compile_lesson(read_course(COURSE), day.lesson)))
    assert {id: error for id, error in run(notebook, versions).items() if error} == {}
    keep_run(day, f"solved notebook, {versions}", *_run_with(day, versions))


@pytest.mark.parametrize("versions", VERSIONS)
def test_an_unsolved_notebook_runs_to_its_end(day: WrittenDay, versions: str) -> None:
    """In the released notebook only cells that need an exercise fail; they say so with NotImplementedError, and Run All goes on past them."""
    if not unless_kept(day, f"unsolved notebook, {versions}", *_run_with(day, versions)):
        return
    ended = run(COURSE.release(day.day), versions)
    goes_on = {
        cell.id
        for cell in read_notebook(COURSE.release(day.day)).cells
        if GOES_ON in cell.metadata.get("tags", [])
    }
    failed = {id: error for id, error in ended.items() if error}
    assert set(failed) <= goes_on
    assert {id for id in failed if id.endswith("-visible")} == {
        f"{exercise.id}-visible" for exercise in day.lesson.exercises
    }
    assert all(error.startswith(("NotImplementedError", "NameError")) for error in failed.values()), failed
    keep_run(day, f"unsolved notebook, {versions}", *_run_with(day, versions))


def test_a_kept_run_is_of_its_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run counts as made only with the very texts it was made with; with LOG2ATTN_RUNS=again everything is run."""
    monkeypatch.delenv(support.RUNS, raising=False)
    day = next(iter(DAYS.values()))
    kept = {"program": support._digest_of_run(day, "numpy 1", "notebook")}
    monkeypatch.setattr(support, "read_proofs", lambda path: Proofs(path, runs=kept))
    assert not unless_kept(day, "program", "numpy 1", "notebook")
    assert unless_kept(day, "solved notebook", "numpy 1", "notebook")
    assert unless_kept(day, "program", "numpy 2", "notebook")
    assert unless_kept(day, "program", "numpy 1", "another notebook")
    other = replace(day, answers=replace(day.answers, path=day.lesson.path))
    assert unless_kept(other, "program", "numpy 1", "notebook")
    monkeypatch.setenv(support.RUNS, "again")
    assert unless_kept(day, "program", "numpy 1", "notebook")


def _run_with(day: WrittenDay, versions: str) -> list[str]:
    """What running a day's notebooks rests on beside the day itself: all that they can import, how they are run, and their bytes."""
    files = (RUNNER, COURSE.source(day.day), COURSE.release(day.day))
    installed = (ROOT / "tests" / "colab.lock").read_text() if versions == SECOND else kernel_part()
    return [versions_of(VERSIONS[versions]), installed, *(path.read_text() for path in files)]


def interpreter(versions: str) -> str:
    path = VERSIONS[versions]
    assert path.exists(), (
        "The second version set is missing: run `make test`, which installs it from tests/colab.lock."
    )
    return str(path)


def environment(versions: str) -> dict[str, str]:
    """Whole trainings run with the lock's versions, tiny ones with Colab's."""
    return os.environ | {
        effort.VARIABLE: effort.TINY if versions == SECOND else "full",
        "PYTHONPATH": str(ROOT / "src"),
        "MPLBACKEND": "Agg",
        "MPLCONFIGDIR": str(ROOT / ".pytest_cache" / "mpl"),
    }


def run(notebook: Path, versions: str) -> dict[str, str]:
    command = [interpreter(versions), str(RUNNER), str(notebook)]
    done = subprocess.run(
        command, env=environment(versions), capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])


# Runs a lesson with the network refused. IPython 7.34 itself warns when imported, so the package comes first, without the flag's strictness.
PROGRAM = """
import socket, sys, warnings
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import log2attn, matplotlib.pyplot
def refuse(*a, **k):
    raise OSError("no network in this test")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
import runpy
runpy.run_path(sys.argv[1], run_name="__main__")
"""
