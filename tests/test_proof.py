"""The proofs: mutants, lazy answers, calibration, and the page that shows them."""

import os
import sys
import time
from pathlib import Path

import pytest

from log2attn.core.layout import Layout
from log2attn.jobs.calibrate import calibrate
from log2attn.jobs.mutate import mutate
from log2attn.jobs.prove import prove
from log2attn.proving.days import WrittenDay, read_course, read_days
from log2attn.proving.forked import forked
from log2attn.proving.mutants import mutants
from log2attn.proving.proofs import content_of, read_proofs
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


def test_an_idle_exception_is_named(mini: Layout) -> None:
    """A change listed as equivalent that a check does catch is named: the list must not outlive its reasons."""
    answers = mini.lessons / "phase-1-small" / "day-01-double.answers.py"
    line = '\n\nequivalent("d01-double", "return 2 * x → return 3 * x", "no reason")\n'
    answers.write_text(
        answers.read_text().replace("also_right, hints", "also_right, equivalent, hints") + line
    )
    found = {f.exercise: f for f in mutate(mini, [], jobs=2)}
    assert found["d01-double"].idle == ("return 2 * x → return 3 * x",)


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


COURSE = Layout.find(Path(__file__).parent)
DAYS = read_days(COURSE, read_course(COURSE))


@pytest.mark.parametrize("day", DAYS, ids=[day.day.slug for day in DAYS])
def test_the_proofs_are_fresh_and_clean(day: WrittenDay) -> None:
    """For every exercise that exists: proved with today's texts, no survivor, no flake for twenty seeds on both version sets."""
    proofs = read_proofs(COURSE.proofs)
    for exercise in day.lesson.exercises:
        mutation, calibration = proofs.mutation.get(exercise.id), proofs.calibration.get(exercise.id)
        assert mutation, f"{exercise.id} was never mutated: make proof"
        assert mutation.content == content_of(day, exercise, mutation=True), (
            f"{exercise.id} has changed since: make proof"
        )
        assert mutation.survived == []
        assert mutation.by_visible + mutation.by_hidden + len(mutation.equivalent) == mutation.mutants
        assert calibration, f"{exercise.id} was never calibrated: make proof"
        assert calibration.content == content_of(day, exercise, mutation=False), (
            f"{exercise.id} has changed since: make proof"
        )
        assert calibration.failed == {"lock": [], "colab": []}
        assert calibration.seeds == 20


@pytest.mark.parametrize("day", DAYS, ids=[day.day.slug for day in DAYS])
def test_a_private_seed_changes_nothing_for_right_answers(day: WrittenDay) -> None:
    """With a course seed nobody has tried, right answers pass and mistakes are caught and told apart as with the public one."""
    assert [fault for proof in prove(day, seed=719283645017263548) for fault in proof.faults] == []


def test_the_proof_page_is_fresh() -> None:
    """docs/proof.md shows what docs/proof.json holds."""
    assert COURSE.proof_page.read_text() == proof_page(DAYS, read_proofs(COURSE.proofs))


def test_one_exercise_is_proved_again_here(tmp_path: Path) -> None:
    """What the kept results say of an exercise is what comes out when it is tried again."""
    import shutil

    for folder in ("lessons", "docs"):
        shutil.copytree(COURSE.root / folder, tmp_path / folder)
    copy = Layout.find(tmp_path)
    kept = read_proofs(copy.proofs)
    for id in ("d58-equivariance_gap", "d34-zero_grad"):
        want = kept.mutation.pop(id)
        kept.save([e.id for day in DAYS for e in day.lesson.exercises])
        found = next(f for f in mutate(copy, [id[1:3]], jobs=2) if f.exercise == id)
        assert found.new
        assert found.result == want


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
