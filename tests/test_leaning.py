"""No exercise of our own course hangs on another's answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from log2attn.grading.limits import Limits
from log2attn.grading.model import Plan, PlanCell, Verdict, Work, WorkCell
from log2attn.grading.schedule.judge import judge
from log2attn.grading.schedule.learn import learned
from log2attn.grading.schedule.proof import faults_of
from log2attn.grading.schedule.setting import Setting
from log2attn.grading.schedule.workers import Zygote

pytestmark = pytest.mark.xdist_group("leaning")  # one warm process serves all tests here

CELLS = (
    ("given", "", "class Leaf:\n    def __init__(self, x):\n        self.x, self.seen = x, 0"),
    ("answer", "mean", "def mean(xs):\n    return sum(xs) / len(xs)"),
    ("test", "mean-visible", "assert mean([1, 3]) == 2"),
    ("test", "mean-hidden", "assert mean([1, 2, 6]) == 3"),
    ("answer", "spread", "def spread(xs):\n    m = mean(xs)\n    return mean([(x - m) ** 2 for x in xs])"),
    ("test", "spread-visible", "assert spread([1, 3]) == 1"),
    ("test", "spread-hidden", "assert spread([0, 0, 6, 6]) == 9"),
    ("answer", "visit", "def visit(leaves):\n    for leaf in leaves:\n        leaf.seen += 1\n    return len(leaves)"),
    ("test", "visit-visible", "made = [Leaf(1), Leaf(2)]\nassert visit(made) == 2 and made[0].seen == 1"),
    ("answer", "total", "def total(xs):\n    leaves = [Leaf(x) for x in xs]\n    visit(leaves)\n    return sum(leaf.x * leaf.seen for leaf in leaves)"),
    ("test", "total-visible", "assert total([1, 2]) == 3"),
)  # fmt: skip
STUB = "def {}(*args):\n    raise NotImplementedError"


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    with closing(Zygote()) as made:
        yield made


def plan_of(*cells: tuple[str, str, str]) -> Plan:
    made = [
        PlanCell(
            n, kind, "code", id, text, STUB.format(id) if kind == "answer" else text, float(kind == "test")
        )
        for n, (kind, id, text) in enumerate(cells)
    ]
    return Plan("a", "n", tuple(made), "d")


def marked(setting: Setting, zygote: Zygote, **answers: str) -> Verdict:
    cells = [
        WorkCell(c.index, c.kind, "code", answers.get(c.id, c.source), c.index, changed=c.kind == "answer")
        for c in setting.plan.cells
    ]
    return judge(setting, Work(tuple(cells)), zygote)


def earned(verdict: Verdict) -> dict[str, float]:
    """Exercise → points."""
    found: dict[str, float] = {}
    for item in verdict.items:
        id = item.id.rpartition("-")[0]
        found[id] = found.get(id, 0.0) + item.score
    return found


@pytest.fixture(scope="module")
def setting(zygote: Zygote) -> Setting:
    return learned(Setting(plan_of(*CELLS), Limits()), zygote)


def test_a_right_answer_on_a_wrong_one_earns_its_points(setting: Setting, zygote: Zygote) -> None:
    """Where an exercise leans on another that is wrong or not begun, its own tests run with the course's in its place, and that is said."""
    assert setting.contract.wrong == {}
    for mean in (STUB.format("mean"), "def mean(xs):\n    return xs[0]"):
        verdict = marked(setting, zygote, mean=mean)
        assert earned(verdict) == {"mean": 0.0, "spread": 2.0, "visit": 1.0, "total": 1.0}
        assert [repair for repair in verdict.repairs if "spread-visible leans on mean" in repair]
    wrong = "def spread(xs):\n    return mean(xs)"
    assert earned(marked(setting, zygote, mean=STUB.format("mean"), spread=wrong))["spread"] == 0.0


def test_the_courses_own_may_use_the_learners_objects(setting: Setting, zygote: Zygote) -> None:
    """A function that stands in reads and changes the objects that the learner's code hands to it."""
    assert earned(marked(setting, zygote, visit=STUB.format("visit")))["total"] == 1.0


def test_what_stands_in_is_of_no_use_elsewhere(setting: Setting, zygote: Zygote) -> None:
    """An answer that keeps what stood in for another exercise, or asks it for everything, earns nothing for that exercise."""
    keeps = "kept = []\ndef mean(xs):\n    return kept[0](xs) if kept else None"
    spread = "def spread(xs):\n    kept.append(mean)\n    m = mean(xs)\n    return mean([(x - m) ** 2 for x in xs])"
    assert earned(marked(setting, zygote, mean=keeps, spread=spread))["mean"] == 0.0


def test_a_build_finds_an_exercise_that_another_one_answers(zygote: Zygote) -> None:
    """If calling another exercise's function is an answer, the build says so: nobody may earn an exercise with the course's own solution."""
    twin = (
        *CELLS[1:4],
        ("answer", "average", "def average(xs):\n    return sum(xs) / len(xs)"),
        ("test", "average-visible", "assert average([1, 3]) == 2"),
    )
    faults = faults_of(Setting(plan_of(*twin), Limits()), zygote)
    assert faults == ["average-visible: an answer that returns what mean returns earns 1 points"]
    assert faults_of(Setting(plan_of(*CELLS[1:7]), Limits()), zygote) == []


def test_a_model_that_can_be_called_keeps_its_attributes(zygote: Zygote) -> None:
    """An object of a given class with __call__, made in a test, is handed to an answer as an object and not as a function."""
    cells = (
        ("given", "", "class Model:\n    def __init__(self, w):\n        self.w = w\n    def __call__(self, x):\n        return self.w * x"),
        ("answer", "step", "def step(model, x):\n    model.w -= 1\n    return model(x)"),
        ("test", "step-visible", "m = Model(3)\nassert step(m, 5) == 10 and m.w == 2 and m(1) == 2"),
    )  # fmt: skip
    asked = learned(Setting(plan_of(*cells), Limits()), zygote)
    assert asked.contract.wrong == {}
    assert asked.contract.lent == {"Model"}
    assert earned(marked(asked, zygote)) == {"step": 1.0}
    assert earned(marked(asked, zygote, step="def step(model, x):\n    return (model.w - 1) * x")) == {
        "step": 0.0
    }
    assert faults_of(Setting(plan_of(*cells), Limits()), zygote) == []
