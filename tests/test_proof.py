"""The proofs: mutants, lazy answers, calibration, and the page that shows them."""

import os
import re
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from support import COURSE, DAY_2, LATER, LATER_ANSWERS, keep_run, proved_with, unless_kept, written_days

from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.jobs.build import build
from log2attn.jobs.calibrate import calibrate
from log2attn.jobs.mutate import mutate
from log2attn.jobs.prove import prove
from log2attn.proving import proofs
from log2attn.proving.days import read_course, read_days
from log2attn.proving.forked import forked, side_by_side
from log2attn.proving.mutants import mutants
from log2attn.proving.proofs import LOCK, calibration_content, mutation_content, read_proofs, versions_of
from log2attn.publishing.proof_page import proof_page

SOLUTION = '''def center(X, axis=0, scale=1.0):
    """Centered."""
    ### BEGIN SOLUTION
    X = X.copy()
    for row in range(1, len(X)):
        X[row] += 0
    if scale > 0.5:
        X -= X.mean(axis=axis, keepdims=True)
    return -np.exp(X) @ X.T
    ### END SOLUTION
'''
CHANGES = [
    "X = X.copy() → X = X",
    "X -= X.mean(axis=axis, keepdims=True) → X -= X.sum(axis=axis, keepdims=True)",
    "X -= X.mean(axis=axis, keepdims=True) → X -= X.mean(axis=0, keepdims=True)",
    "X -= X.mean(axis=axis, keepdims=True) → X -= X.mean(axis=axis)",
    "X -= X.mean(axis=axis, keepdims=True) → X = X.mean(axis=axis, keepdims=True)",
    "X -= X.mean(axis=axis, keepdims=True) → pass",
    "return -np.exp(X) @ X.T → return -np.exp2(X) @ X.T",
    "return -np.exp(X) @ X.T → return -np.exp(X) @ X",
    "return -np.exp(X) @ X.T → return (X.T) @ (-np.exp(X))",
    "if scale > 0.5: → if scale >= 0.5:",
    "if scale > 0.5: → if not scale > 0.5:",
    "for row in range(1, len(X)): → for row in range(2, len(X)):",
    "for row in range(1, len(X)): → for row in range(len(X), 1):",
    "def center(X, axis=0, scale=1.0): → def center(X, axis=1, scale=1.0):",
]


@pytest.mark.parametrize("change", CHANGES)
def test_the_changes_that_matter_are_made(change: str) -> None:
    """Axes, keepdims, means for sums, copies, transposes, exp2, signs, comparisons, off-by-one, swapped arguments, dropped lines, defaults."""
    assert change.replace(" ", "") in [mutant.change.replace(" ", "") for mutant in mutants(SOLUTION)]


def test_each_change_is_made_once_and_is_a_program() -> None:
    """No two mutants are the same program, none is the solution, and given lines stay as they are."""
    made = mutants(SOLUTION)
    assert len({mutant.source for mutant in made}) == len(made)
    assert all(compile(mutant.source, "mutant", "exec") for mutant in made)
    assert all('"""Centered."""' in mutant.source for mutant in made)


def test_a_child_can_do_no_harm() -> None:
    """An endless loop, a crash, an exit and a glutton each cost their own result and nobody else's; output goes nowhere."""

    def work(task: str) -> str:
        if task == "loop":
            while True:
                pass
        if task == "crash":
            os.kill(os.getpid(), 11)
        if task == "exit":
            os._exit(0)
        if task == "eat":
            return str(len(bytearray(8 * 2**30)))
        print("noise")
        return task

    started = time.monotonic()
    found = dict(forked(["a", "loop", "crash", "exit", "eat", "b"], work, jobs=2, seconds=2.0))
    assert found == {0: "a", 1: None, 2: None, 3: None, 4: None, 5: "b"}
    assert time.monotonic() - started < 20


def test_work_side_by_side_keeps_its_order_and_its_errors() -> None:
    """Tasks on several processors give their results in order; an error of one is raised as itself, a crash is named."""
    assert list(side_by_side([3, 1, 2], lambda n: (time.sleep(n / 20), n * n)[1])) == [9, 1, 4]

    def fails(n: int) -> int:
        if n == 2:
            raise CourseError("It cannot be.", where="here", then="Mend it.")
        if n == 3:
            os._exit(1)
        return n

    with pytest.raises(CourseError, match="It cannot be") as error:
        list(side_by_side([1, 2], fails))
    assert (error.value.where, error.value.then) == ("here", "Mend it.")
    with pytest.raises(ChildProcessError, match="worked on 3 died"):
        list(side_by_side([1, 3], fails))


def test_mutation_finds_a_weak_check(mini: Layout) -> None:
    """Where a check is weakened, the change it used to catch survives and is named; unchanged exercises are not tried again."""
    found = {f.exercise: f for f in mutate(mini, [], jobs=2)}
    assert all(f.new for f in found.values())
    assert found["d01-double"].result.survived == []
    lesson = mini.lessons / "phase-1-small" / "day-01-double.py"
    lesson.write_text(
        lesson.read_text().replace('assert Counter(7).twice().count == 14, "twice"', "Counter(7).twice()")
    )
    again = {f.exercise: f for f in mutate(mini, [], jobs=2)}
    assert not again["d01-double"].new
    assert (
        "return Counter(double(self.count)) → return Counter((self.count))"
        in again["d01-Counter"].result.survived
    )
    assert "Survivors" in mini.proof_page.read_text()


def test_a_planned_days_results_have_a_file_of_their_own(mini: Layout) -> None:
    """Proving one day, written or planned, touches that day's file in docs/proofs and no other; the page shows written days only."""
    assert list(mutate(mini, [], jobs=2))
    before = mini.proofs(read_course(mini).day(1)).read_bytes()
    for name, text in ((f"{DAY_2}.py", LATER), (f"{DAY_2}.answers.py", LATER_ANSWERS)):
        (mini.lessons / "phase-1-small" / name).write_text(text)
    assert [f.exercise for f in mutate(mini, ["2"], jobs=2)] == ["d02-later", "d02-earlier"]
    assert [path.name for path in sorted(mini.proofs(read_course(mini).day(1)).parent.iterdir())] == [
        "day-01.json",
        "day-02.json",
    ]
    assert mini.proofs(read_course(mini).day(1)).read_bytes() == before
    assert "d01-double" in mini.proof_page.read_text()
    assert "d02-later" not in mini.proof_page.read_text()


@pytest.mark.parametrize(
    ("command", "slow_step"),
    [
        (lambda mini: list(mutate(mini, [], jobs=2)), "log2attn.jobs.mutate._mutate"),
        (
            lambda mini: list(calibrate(mini, [], {"lock": Path(sys.executable)})),
            "log2attn.jobs.calibrate._failed",
        ),
        (build, "log2attn.jobs.build._prove_marking"),
    ],
    ids=["mutate", "calibrate", "build"],
)
def test_what_another_command_keeps_meanwhile_stays(
    mini: Layout, monkeypatch: pytest.MonkeyPatch, command: Callable[[Layout], object], slow_step: str
) -> None:
    """Two commands may prove one day at the same time: what one keeps while the other runs is still there when that one is done."""
    room, _, name = slow_step.rpartition(".")
    really = getattr(import_module(room), name)
    path = mini.proofs(read_course(mini).day(1))
    mini.package.mkdir(parents=True)

    def meanwhile(*words: object, **named: object) -> object:
        found = really(*words, **named)
        theirs = read_proofs(path)
        theirs.runs["another command's"] = "0123456789abcdef"
        theirs.save(["d01-double", "d01-Counter"])
        return found

    monkeypatch.setattr(slow_step, meanwhile)
    command(mini)
    monkeypatch.undo()
    assert read_proofs(path).runs == {"another command's": "0123456789abcdef"}


def test_a_result_is_of_its_versions_and_mutants(mini: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another numpy, or a mutant more or less, makes results stale; a comment in our own code does not."""
    day = read_days(mini, read_course(mini))[0]
    exercise = day.lesson.exercises[0]
    versions = {LOCK: versions_of()}
    now = mutation_content(day, exercise, versions)
    assert mutation_content(day, exercise, versions) == now
    assert mutation_content(day, exercise, {LOCK: versions[LOCK].replace("numpy ", "numpy 1")}) != now
    monkeypatch.setattr(proofs, "mutants", lambda solution: mutants(solution)[1:])
    assert mutation_content(day, exercise, versions) != now


def test_a_damaged_file_of_results_is_named(mini: Layout) -> None:
    """A results file that cannot be read is named, with what to do; it is neither overwritten nor taken for empty."""
    path = mini.proofs(read_course(mini).day(1))
    path.parent.mkdir(parents=True)
    path.write_text('{"mutation": {}}')
    with pytest.raises(CourseError, match="cannot be read") as error:
        list(mutate(mini, [], jobs=2))
    assert error.value.where == str(path)
    assert path.read_text() == '{"mutation": {}}'


def test_an_idle_exception_is_named(mini: Layout) -> None:
    """A change listed as equivalent that a check does catch is named: the list must not outlive its reasons."""
    answers = mini.lessons / "phase-1-small" / "day-01-double.answers.py"
    line = '\n\nequivalent("d01-double", "return 2 * x → return 3 * x", "no reason")\n'
    answers.write_text(
        answers.read_text().replace("also_right, hints", "also_right, equivalent, hints") + line
    )
    found = {f.exercise: f for f in mutate(mini, [], jobs=2)}
    assert found["d01-double"].idle == ("return 2 * x → return 3 * x",)
    again = {f.exercise: f for f in mutate(mini, [], jobs=2)}
    assert not again["d01-double"].new
    assert again["d01-double"].idle == found["d01-double"].idle, "a kept result forgets nothing"


def test_a_lazy_answer_is_refused(mini: Layout) -> None:
    """prove names a hidden check that a lazy answer passes: here one that repeats the visible case."""
    lesson = mini.lessons / "phase-1-small" / "day-01-double.py"
    text = lesson.read_text()
    start, end = text.index("_rng = course_rng"), text.index("# %% [markdown]\n# With your function")
    lesson.write_text(text[:start] + "assert double(3) == 6\n\n" + text[end:])
    day = read_days(mini, read_course(mini))[0]
    faults = next(proof.faults for proof in prove(day) if proof.exercise == "d01-double")
    assert "an answer that returns the visible answers by heart passes the hidden check" in faults


def test_calibration_finds_a_flake(mini: Layout) -> None:
    """A right answer that fails for some seeds only is found, with the seeds; and a result is kept while its texts stand."""
    (mini.package).mkdir(parents=True)
    here = {"lock": Path(sys.executable)}
    assert {id: result.failed for id, result, _ in calibrate(mini, [], here)} == {
        "d01-double": {"lock": []},
        "d01-Counter": {"lock": []},
    }
    assert not any(new for _, _, new in calibrate(mini, [], here))
    lesson = mini.lessons / "phase-1-small" / "day-01-double.py"
    lesson.write_text(lesson.read_text().replace("_want = _x + _x", "_want = _x + _x\nassert _x[0] < 1"))
    failed = dict(
        next(result.failed for id, result, new in calibrate(mini, [], here) if new and id == "d01-double")
    )["lock"]
    assert 0 < len(failed) < 2 * 20
    assert "seed" in failed[0]


DAYS = written_days()
PRIVATE_SEED = 719283645017263548


@pytest.mark.parametrize("slug", DAYS)
def test_the_proofs_are_fresh_and_clean(slug: str) -> None:
    """For every exercise that exists: proved with today's texts, no survivor, no flake for twenty seeds on both version sets."""
    day = DAYS[slug]
    kept = read_proofs(COURSE.proofs(day.day))
    for exercise in day.lesson.exercises:
        mutation, calibration = kept.mutation.get(exercise.id), kept.calibration.get(exercise.id)
        assert mutation, f"{exercise.id} was never mutated: make proof"
        assert mutation.content == mutation_content(day, exercise, kept.versions), (
            f"{exercise.id} has changed since: make proof"
        )
        assert mutation.survived == []
        assert mutation.by_visible + mutation.by_hidden + len(mutation.equivalent) == mutation.mutants
        assert calibration, f"{exercise.id} was never calibrated: make proof"
        assert calibration.content == calibration_content(day, exercise, kept.versions), (
            f"{exercise.id} has changed since: make proof"
        )
        assert calibration.failed == {"lock": [], "colab": []}
        assert calibration.seeds == 20


@pytest.mark.parametrize("slug", DAYS)
def test_the_proofs_are_of_the_locked_versions(slug: str) -> None:
    """Every version that a day's results were found with is one that the locks hold."""
    day = DAYS[slug]
    locks = {"lock": "requirements.lock", "colab": "tests/colab.lock"}
    found = read_proofs(COURSE.proofs(day.day)).versions
    assert set(found) == set(locks)
    for name, file in locks.items():
        locked = set(re.findall(r"^(\S+)==(\S+)", (COURSE.root / file).read_text(), re.MULTILINE))
        python, *packages = found[name].split(", ")
        assert python in ("Python 3.11", "Python 3.12", "Python 3.13")
        assert packages
        assert {tuple(package.split(" ")) for package in packages} <= locked


@pytest.mark.parametrize("slug", DAYS)
def test_a_private_seed_changes_nothing_for_right_answers(slug: str) -> None:
    """With a course seed nobody has tried, right answers pass and mistakes are caught and told apart as with the public one."""
    day = DAYS[slug]
    with_what = [str(PRIVATE_SEED), *proved_with()]
    if unless_kept(day, "private seed", *with_what):
        assert [fault for proof in prove(day, seed=PRIVATE_SEED) for fault in proof.faults] == []
        keep_run(day, "private seed", *with_what)


def test_the_proof_page_is_fresh() -> None:
    """docs/proof.md shows what docs/proofs holds."""
    assert COURSE.proof_page.read_text() == proof_page(COURSE, read_course(COURSE))


@pytest.mark.parametrize("id", ["d58-equivariance_gap", "d34-zero_grad"])
def test_one_exercise_is_proved_again_here(id: str, tmp_path: Path) -> None:
    """What the kept results say of an exercise is what comes out when it is tried again."""
    for folder in ("lessons", "docs"):
        shutil.copytree(COURSE.root / folder, tmp_path / folder)
    copy = Layout.find(tmp_path)
    day = DAYS[next(slug for slug in DAYS if slug[4:6] == id[1:3])]
    kept = read_proofs(copy.proofs(day.day))
    want = kept.mutation.pop(id)
    kept.save(e.id for e in day.lesson.exercises)
    found = next(f for f in mutate(copy, [id[1:3]], jobs=2) if f.exercise == id)
    assert found.new
    assert replace(found.result, content=want.content) == want
    assert found.result.content == want.content or kept.versions[LOCK] != versions_of()


def test_known_survivors_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrong answers that published courses' tests let through are caught by ours."""
    monkeypatch.syspath_prepend(COURSE.root / "benchmarks")
    import known_survivors

    assert [what for what, check in known_survivors.caught() if not check] == []
    assert all(
        by.bench.trial(by.lesson.exercise(id)).passed
        for id, by in known_survivors.days().items()
        if id.startswith("d12")
    )
