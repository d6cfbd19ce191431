"""Two witnesses where nothing was proved: what each says, what becomes of it, and what is named."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from test_worker import marks, scores, setting
from toy import Toy, cell, exercise

from log2attn.core.course import load_course
from log2attn.grading.intake.plan import read_plan
from log2attn.grading.model import BROKEN, FAILED, MANUAL, PASSED
from log2attn.grading.schedule import judge as judging
from log2attn.grading.schedule.archive import Archive
from log2attn.grading.schedule.assignment import Assignment
from log2attn.grading.schedule.folder import Folder
from log2attn.grading.schedule.proved import PROOFS, proved
from log2attn.grading.schedule.setting import Setting
from log2attn.grading.schedule.workers import Zygote
from log2attn.grading.tester.names import patches

pytestmark = pytest.mark.xdist_group("witness")  # one warm process serves all tests here

POINT = "class Point:\n    def __init__(self, x):\n        self.x = x\n    def __eq__(self, other):\n        return self.x == other.x"
EQUAL = "assert Point(1) == Point(1) and Point(1) != Point(2)"


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    with closing(Zygote()) as made:
        yield made


def asked(zygote: Zygote, answer: str, test: str, **more: Any) -> Setting:
    return setting(zygote, ("given", "import math"), ("answer", answer), ("test", test), witness=True, **more)


def test_agreement_is_the_mark(zygote: Zygote) -> None:
    """Where both witnesses say the same, that is the mark, and it is protected; partial credit too."""
    plain = asked(zygote, "def f(x):\n    return 2 * x", "assert f(2) == 4")
    for text, score in (
        ("def f(x):\n    return x + x", 1.0),
        ("def f(x):\n    return 5", 0.0),
        ("pass", 0.0),
    ):
        (item,) = marks(plain, zygote, {1: text}).items
        assert (item.score, item.unprotected) == (score, False)
    part = asked(
        zygote,
        "def f(x):\n    return x",
        "import numpy as np\nnp.float64(sum(f(n) == n for n in (1, 2)) / 2)",
    )
    assert [
        scores(marks(part, zygote, {1: text}))
        for text in ("def f(x):\n    return x", "def f(x):\n    return 1")
    ] == [[1.0], [0.5]]


def test_what_cannot_cross_is_marked_without_protection(zygote: Zygote) -> None:
    """Where the reference cannot pass across, the second witness alone marks, and the mark says so; --protected-only leaves it to a person."""
    own = asked(zygote, POINT, EQUAL)
    assert own.contract.wrong and own.contract.second == {"test-2": ""}
    for text, outcome, score in (
        (POINT, PASSED, 1.0),
        (POINT.replace("==", "!="), FAILED, 0.0),
        ("pass", FAILED, 0.0),
    ):
        (item,) = marks(own, zygote, {1: text}).items
        assert (item.outcome, item.score, item.unprotected) == (outcome, score, True)
        assert "without protection" in item.detail
    assert "line 1, `assert Point(1) == Point(1)" in own.contract.wrong["test-2"]
    assert "a likely reason: objects of the learner's cannot be compared here" in own.contract.wrong["test-2"]
    (item,) = marks(replace(own, protected_only=True), zygote, {1: POINT}).items
    assert (item.outcome, item.score, item.unprotected) == (BROKEN, None, False)


def test_what_only_the_learners_process_says_is_seen_by_a_person(zygote: Zygote) -> None:
    """A result forged in the learner's own process earns nothing: a person sees that the two disagree."""
    plain = asked(zygote, "def f(x):\n    return 2 * x", "assert f(2) == 4")
    forged = "class Yes(int):\n    def __eq__(self, other):\n        return True\n    __hash__ = int.__hash__\ndef f(x):\n    return Yes()"
    (item,) = marks(plain, zygote, {1: forged}).items
    assert (item.outcome, item.score) == (MANUAL, None)
    assert "disagree" in item.detail


def test_what_only_a_stand_in_says_is_no_point(zygote: Zygote) -> None:
    """Where a submission passes across and not in one process, there are no points, as in stock, and the difference is named."""
    plain = asked(zygote, "def f(x):\n    return 2 * x", "assert f(2) == 4\nassert math.sqrt(4) == 2")
    (item,) = marks(plain, zygote, {1: "math = None\ndef f(x):\n    return 2 * x"}).items
    assert (item.outcome, item.score) == (FAILED, 0.0)
    assert "not as stock nbgrader runs it (AttributeError" in item.detail


def test_a_test_that_the_reference_fails_is_left_to_a_person(zygote: Zygote) -> None:
    """Where the reference passes neither way, nobody is given a zero, and both reasons are said."""
    both = asked(zygote, "def f(x):\n    return x", "assert f(2) == 4")
    (item,) = marks(both, zygote, {1: "def f(x):\n    return 2 * x"}).items
    assert (item.outcome, item.score) == (BROKEN, None)
    assert "nor as stock" in item.detail


def test_the_second_witness_is_as_sturdy_as_the_first(zygote: Zygote) -> None:
    """An answer that ends its process costs its own item, also in the second witness; later tests see what earlier cells and tests defined."""
    cells = (
        ("answer", POINT),
        ("test", "p = Point(3)\n" + EQUAL),
        ("answer", "def f(x):\n    return p.x + x"),
        ("test", "assert f(1) == 4 and p == Point(3)"),
    )
    made = setting(zygote, *cells, witness=True, seconds=2.0)
    assert made.contract.second == {"test-1": "", "test-3": ""}
    assert scores(marks(made, zygote, {})) == [1.0, 1.0]
    dies = POINT.replace("return self.x == other.x", "import os; os._exit(3)")
    assert scores(marks(made, zygote, {0: dies})) == [0.0, 0.0]
    assert scores(marks(made, zygote, {2: "def f(x):\n    while True: pass"})) == [1.0, 0.0]


@pytest.mark.parametrize(
    ("source", "replaces"),
    [
        ('with patch("random.random", return_value=0.9):\n    assert coin() == "tails"', True),
        ('with mock.patch.object(random, "random"):\n    coin()', True),
        ('@patch("builtins.input")\ndef test(said):\n    ask()', True),
        ("ax.patch.set_facecolor('w')\nassert ax.patches", False),
        ("patch = 1", False),
    ],
)
def test_a_test_that_replaces_something_is_known_by_its_text(source: str, replaces: bool) -> None:
    """What a test replaces it replaces in its own process: the first witness cannot vouch for it, even where the reference passes by luck."""
    assert patches(source) is replaces


def test_our_written_days_need_no_second_witness() -> None:
    """Of every day that is written, docs/proofs/ holds a marking without faults of exactly the source and release that are there."""
    folder = Folder(ROOT)
    plans = [
        read_plan(source, folder.release(assignment, source.stem), assignment)
        for assignment in folder.assignments()
        for source in folder.notebooks(assignment)
    ]
    written = load_course(ROOT / "lessons" / "course.toml").written
    assert [plan.notebook for plan in plans] == [day.slug for day in written]
    assert [plan.notebook for plan in plans if not proved(ROOT, plan)] == []


def _said(change: Callable[[dict[str, Any]], object]) -> Callable[[Toy], None]:
    def changed(course: Toy) -> None:
        path = course.root / PROOFS / "day-01.json"
        said = json.loads(path.read_text())
        change(said)
        path.write_text(json.dumps(said))

    return changed


def _edited(course: Toy) -> None:
    path = course.root / "source/week/day-01-halves.ipynb"
    path.write_text(path.read_text().replace("half(5) == 2.5", "half(5.0) == 2.5"))


UNPROVED: dict[str, Callable[[Toy], None]] = {
    "the test was edited since": _edited,
    "there is no proof": lambda course: (course.root / PROOFS / "day-01.json").unlink(),
    "it is another text's": _said(lambda said: said["marking"].update(content="0" * 64)),
    "it names a fault": _said(
        lambda said: said["marking"].update(faults=["half-1: an answer earns 1 point"])
    ),
    "marking was not tried": _said(lambda said: said.pop("marking")),
    "it is no JSON": lambda course: (course.root / PROOFS / "day-01.json").write_text("{"),
    "it is a list": lambda course: (course.root / PROOFS / "day-01.json").write_text("[]"),
}


@pytest.fixture
def halves(tmp_path: Path) -> Toy:
    """A course of one notebook, whose proof is there."""
    course = Toy(tmp_path / "course")
    test = ("assert half(5) == 2.5", 1.0)
    course.source(
        "week",
        "day-01-halves",
        [cell("# Halves", text=True), *exercise("half", "def half(x):\n    return x / 2", test)],
    )
    source, release = (course.root / step / "week/day-01-halves.ipynb" for step in ("source", "release"))
    plan = read_plan(source, release, "week")
    (course.root / PROOFS).mkdir(parents=True)
    said = {"marking": {"content": plan.digest, "faults": []}}
    (course.root / PROOFS / "day-01.json").write_text(json.dumps(said))
    return course


def asks_two(course: Toy) -> bool:
    """Whether a submission of this course is run a second time."""
    with Archive(course.root / "verdicts.db") as archive:
        (one,) = Assignment(Folder(course.root), archive, "week").settings.values()
    return one.witness


def test_a_proved_notebook_runs_once(halves: Toy) -> None:
    """A proof of exactly this text is believed."""
    assert not asks_two(halves)


@pytest.mark.parametrize("why", UNPROVED)
def test_an_unproved_notebook_runs_twice(halves: Toy, why: str) -> None:
    """Any other text, a fault, a proof that is missing or cannot be read: two witnesses are asked."""
    UNPROVED[why](halves)
    assert asks_two(halves)


@pytest.mark.parametrize("witness", [False, True])
def test_two_witnesses_are_two_runs(
    zygote: Zygote, monkeypatch: pytest.MonkeyPatch, *, witness: bool
) -> None:
    """Where two are asked a submission runs across the boundary and then once more in one process; where one is, it runs once."""
    made = setting(
        zygote,
        ("answer", "def f(x):\n    return 2 * x"),
        ("test", "assert f(2) == 4"),
        witness=witness,
    )
    ran: list[str] = []
    for kind in ("Run", "AsStock"):
        before = getattr(judging, kind)
        monkeypatch.setattr(
            judging, kind, lambda *a, _kind=kind, _before=before, **k: ran.append(_kind) or _before(*a, **k)
        )
    assert scores(marks(made, zygote, {0: "def f(x):\n    return x + x"})) == [1.0]
    assert ran == (["Run", "AsStock"] if witness else ["Run"])
