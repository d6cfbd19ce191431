"""What learners hand in: every careless file ends in the marks it deserves, or before a person; none stops the grader."""

import copy
import json
import os
import random
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest
from conftest import ROOT
from nbformat.v4 import new_code_cell, new_markdown_cell

from log2attn.core.errors import CourseError
from log2attn.doors.notebook import make_cell, make_notebook
from log2attn.grading.intake.decode import decode
from log2attn.grading.intake.files import find_notebooks, read_submission
from log2attn.grading.intake.plan import asked, read_plan
from log2attn.grading.intake.repair import match
from log2attn.grading.intake.words import defined, is_python
from log2attn.grading.model import Plan, Refused, Work, WorkCell

Raw = dict[str, Any]

STUB = "    # your code here\n    raise NotImplementedError"
MEAN = "def mean(xs):\n    return sum(xs) / len(xs)"
SPREAD = "def spread(xs):\n    m = mean(xs)\n    return mean([(x - m) ** 2 for x in xs])"
SECRET = "return sum(xs) / LENGTH_OF(xs)"  # the source's solution, which must never enter a submission


def exercise(
    name: str, argument: str, solution: str, visible: str, hidden: str
) -> list[nbformat.NotebookNode]:
    grade = {"grade": False, "solution": True, "locked": False, "grade_id": name}
    test = {"grade": True, "solution": False, "locked": True, "points": 1}
    return [
        make_cell(
            "markdown",
            f"ask-{name}",
            f"## Exercise {name}\n\nWrite the function `{name}`; read its docstring first.",
        ),
        make_cell(
            "code",
            name,
            f"def {name}({argument}):\n    ### BEGIN SOLUTION\n    {solution}\n    ### END SOLUTION",
            grade=grade,
        ),
        make_cell("code", f"{name}-check", f"print('try', {name!r})"),
        make_cell("code", f"{name}-visible", visible, grade={**test, "grade_id": f"{name}-visible"}),
        make_cell(
            "code",
            f"{name}-hidden",
            f"# more tests of {name}\n### BEGIN HIDDEN TESTS\n{hidden}\n### END HIDDEN TESTS",
            grade={**test, "points": 2, "grade_id": f"{name}-hidden"},
        ),
    ]


def source_notebook() -> nbformat.NotebookNode:
    words = {"grade": True, "solution": True, "locked": False, "points": 2, "grade_id": "why"}
    return make_notebook([
        make_cell("markdown", "intro", "# Two numbers that describe many\n\nToday: the mean, and how far from it the numbers lie."),
        make_cell("code", "imports", "import math\nfrom fractions import Fraction"),
        make_cell("code", "data", "rows = [1, 2, 3, 6]", grade={"grade": False, "solution": False, "locked": True, "grade_id": "data"}),
        *exercise("mean", "xs", SECRET, "assert math.isclose(mean(rows), 3)", "assert mean([Fraction(1), Fraction(2)]) == Fraction(3, 2)"),
        make_cell("code", "demo", "print(math.sqrt(16))"),
        *exercise("spread", "xs", "return mean([(x - mean(xs)) ** 2 for x in xs])", "assert spread([1, 3]) == 1", "assert spread([5]) == 0"),
        make_cell("markdown", "ask-why", "## Explain\n\nWhy do we square the distances? Two sentences are enough."),
        make_cell("markdown", "why", "So that they do not cancel.", grade=words),
        make_cell("markdown", "end", "That was the day; tomorrow we draw it."),
    ])  # fmt: skip


def plan_of(folder: Path, notebook: nbformat.NotebookNode | None = None, name: str = "day-03-spread") -> Plan:
    path = folder / "source" / f"{name}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook or source_notebook(), path)
    return read_plan(path, None, "phase-1")


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return plan_of(tmp_path_factory.mktemp("course"))


def released(plan: Plan) -> Raw:
    """The notebook that learners were given, as JSON has it."""
    cells = []
    for n, cell in enumerate(plan.cells):
        made = new_code_cell(cell.released) if cell.cell_type == "code" else new_markdown_cell(cell.released)
        made["id"] = f"c{n}"
        if cell.id:
            grading = {
                "grade_id": cell.id,
                "grade": cell.kind in ("test", "written"),
                "solution": cell.kind in ("answer", "written"),
                "locked": cell.locked,
                "schema_version": 3,
                "task": False,
            }
            made["metadata"]["nbgrader"] = grading | ({"points": cell.points} if cell.points else {})
        cells.append(made)
    return json.loads(
        json.dumps(
            {
                "cells": cells,
                "metadata": {
                    "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}
                },
                "nbformat": 4,
                "nbformat_minor": 5,
            }
        )
    )


class Hand:
    """A learner's hand on the released notebook: right answers to begin with."""

    def __init__(self, plan: Plan, *, right: bool = True) -> None:
        self.plan, self.raw = plan, released(plan)
        self.cells: list[Raw] = self.raw["cells"]
        if right:
            self["mean"]["source"], self["spread"]["source"] = MEAN, SPREAD
            self["why"]["source"] = "Otherwise plus and minus would cancel."

    def __getitem__(self, id: str) -> Raw:
        return next(cell for cell in self.cells if cell["metadata"].get("nbgrader", {}).get("grade_id") == id)

    def at(self, id: str) -> int:
        return self.cells.index(self[id])

    def add(self, at: int, source: str, kind: str = "code", **metadata: Any) -> Raw:
        cell = {"cell_type": kind, "metadata": metadata, "source": source} | (
            {"outputs": [], "execution_count": None} if kind == "code" else {}
        )
        self.cells.insert(at, cell)
        return cell

    def copy(self, id: str, at: int, **change: Any) -> Raw:
        self.cells.insert(at, copy.deepcopy(self[id]) | change)
        return self.cells[at]

    def drop(self, *ids: str) -> None:
        for id in ids:
            self.cells.remove(self[id])

    def move(self, id: str, at: int) -> None:
        cell = self.cells.pop(self.at(id))
        self.cells.insert(at, cell)

    def strip(self) -> None:
        for cell in self.cells:
            cell["metadata"] = {}
            cell.pop("id", None)

    def bytes(self) -> bytes:
        return json.dumps(self.raw).encode()

    def work(self) -> Work:
        return checked(self.plan, match(self.plan, decode(self.bytes())[0]))


def checked(plan: Plan, work: Work) -> Work:
    """What holds for every work: each marked cell once, tests with the source's text, nothing of a solution."""
    assert sorted(cell.plan for cell in work.cells if cell.role in ("test", "written", "task")) == [
        cell.index for cell in plan.marked
    ]
    for cell in work.cells:
        if cell.plan is not None:
            assert cell.role == plan.cells[cell.plan].kind
            if cell.role == "test":
                assert (cell.source, cell.cell_type, cell.changed) == (
                    plan.cells[cell.plan].source,
                    "code",
                    False,
                )
        assert cell.role == "test" or "LENGTH_OF" not in cell.source
    counted = [cell.plan for cell in work.cells if cell.plan is not None]
    assert len(counted) == len(set(counted)), "a plan cell stands twice"
    assert all(any(cell.id == id for cell in plan.marked) for id in work.doubts if id)
    return work


def earned(plan: Plan, work: Work) -> set[str]:
    """The tests that pass when all cells run in their order: the grader's work in four lines."""
    space: dict[str, Any] = {}
    passed = set()
    for cell in work.cells:
        if cell.cell_type == "code" and cell.role != "ignored":
            try:
                exec(cell.source, space)
            except BaseException:
                continue
            if cell.role == "test":
                passed.add(plan.cells[cell.plan].id)
    return passed


ALL = {"mean-visible", "mean-hidden", "spread-visible", "spread-hidden"}
MEANS = {"mean-visible", "mean-hidden"}


def role(work: Work, plan: Plan, id: str) -> WorkCell:
    index = next(cell.index for cell in plan.cells if cell.id == id)
    return next(cell for cell in work.cells if cell.plan == index)


# The plan


def test_a_plan_knows_what_is_given_asked_and_marked(plan: Plan) -> None:
    """Kinds, points and ids come from the source; what learners were given is derived as nbgrader derives it."""
    kinds = [(cell.kind, cell.id, cell.points) for cell in plan.cells if cell.id]
    assert kinds[:4] == [
        ("given", "data", 0.0),
        ("answer", "mean", 0.0),
        ("test", "mean-visible", 1.0),
        ("test", "mean-hidden", 2.0),
    ]
    assert kinds[-1] == ("written", "why", 2.0)
    texts = {cell.id: cell.released for cell in plan.cells}
    assert texts["mean"] == "def mean(xs):\n    # YOUR CODE HERE\n    raise NotImplementedError()"
    assert texts["mean-hidden"] == "# more tests of mean"
    assert texts["why"] == "YOUR ANSWER HERE"
    assert list(asked(plan).values()) == [{"mean"}, {"spread"}]


def test_released_texts_and_checksums_are_nbgraders(tmp_path: Path) -> None:
    """For each written day, what is derived from the source with this course's stubs is what nbgrader released, checksums too."""
    from nbgrader.utils import compute_checksum

    for release in sorted((ROOT / "release").glob("*/*.ipynb")):
        source = ROOT / "source" / release.parent.name / release.name
        plan, derived = (
            read_plan(source, release, release.parent.name),
            read_plan(source, None, release.parent.name),
        )
        given = {
            cell.metadata.nbgrader.grade_id: cell
            for cell in nbformat.read(release, 4).cells
            if "nbgrader" in cell.metadata
        }
        for cell, other in zip(plan.cells, derived.cells, strict=True):
            if cell.id:
                assert cell.released == given[cell.id].source
                assert (
                    cell.checksum
                    == given[cell.id].metadata.nbgrader.checksum
                    == compute_checksum(given[cell.id])
                )
            if cell.kind not in ("answer", "written"):
                assert (cell.released, cell.checksum) == (other.released, other.checksum)
        assert plan.digest != derived.digest
        work = match(plan, read_submission(release, release.parent)[0])
        assert [cell.plan for cell in work.cells] == list(range(len(plan.cells)))
        assert not any(cell.changed for cell in work.cells) and not work.repairs and not work.doubts


def test_a_plans_digest_stands_for_all_of_it(tmp_path: Path, plan: Plan) -> None:
    """The same source, the same digest; another point, hidden test or id, another one."""
    assert plan_of(tmp_path / "a").digest == plan.digest
    for n, edit in enumerate(
        [
            lambda cell: cell.metadata.nbgrader.update(points=5),
            lambda cell: cell.update(source=cell.source + "\n"),
            lambda cell: cell.metadata.nbgrader.update(grade_id="x"),
        ]
    ):
        notebook = source_notebook()
        edit(next(cell for cell in notebook.cells if cell.id == "mean-visible"))
        assert plan_of(tmp_path / str(n), notebook).digest != plan.digest


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (
            lambda cell: cell.metadata.nbgrader.update(grade_id="spread"),
            "Two cells have the grade id 'spread'",
        ),
        (lambda cell: cell.metadata.nbgrader.pop("grade_id"), "has no grade id"),
        (lambda cell: cell.update(source="### BEGIN SOLUTION\n1"), "never closed"),
        (
            lambda cell: cell.update(source="### BEGIN SOLUTION\n### BEGIN SOLUTION\n### END SOLUTION"),
            "inside another",
        ),
        (
            lambda cell: cell.update(
                source="### BEGIN SOLUTION\n### END SOLUTION\n### BEGIN HIDDEN TESTS\n### END HIDDEN TESTS"
            ),
            "Hidden tests stand in a cell that is not graded",
        ),
        (lambda cell: cell.update(cell_type="markdown"), "not a code cell"),
        (
            lambda cell: cell.metadata.nbgrader.update(grade=True, solution=False, points="many"),
            "'many' points",
        ),
        (lambda cell: cell.metadata.nbgrader.update(grade=True, solution=False, points=-1), "-1 points"),
        (lambda cell: cell.metadata.pop("nbgrader"), "A solution stands in a cell"),
    ],
)
def test_a_bad_source_is_named(tmp_path: Path, edit: Callable, sentence: str) -> None:
    """A source that cannot be graded says what is wrong, in which cell, and what to do."""
    notebook = source_notebook()
    edit(next(cell for cell in notebook.cells if cell.id == "mean"))
    with pytest.raises(CourseError, match=sentence) as caught:
        plan_of(tmp_path, notebook)
    assert "day-03-spread.ipynb" in caught.value.where and caught.value.then


def test_a_source_in_another_language_or_none_is_named(tmp_path: Path) -> None:
    """A source in R, and one that is not there."""
    notebook = source_notebook()
    notebook.metadata.kernelspec.language = "R"
    with pytest.raises(CourseError, match="written in R"):
        plan_of(tmp_path, notebook)
    with pytest.raises(CourseError, match="no such notebook"):
        read_plan(tmp_path / "none.ipynb", None, "ps1")


def test_sources_of_old_formats_are_read(tmp_path: Path, plan: Plan) -> None:
    """A source saved in format 3 or 4.0 gives the same cells, kinds and checksums."""
    for n, version in enumerate([3, 4]):
        path = tmp_path / f"{n}" / "day-03-spread.ipynb"
        path.parent.mkdir()
        notebook = source_notebook()
        if version == 4:
            notebook.nbformat_minor = 0
            for cell in notebook.cells:
                del cell["id"]
        path.write_text(
            nbformat.writes(nbformat.convert(notebook, version), version=version)
            if version == 3
            else json.dumps(notebook)
        )
        old = read_plan(path, None, "phase-1")
        assert [(cell.kind, cell.id, cell.released, cell.checksum) for cell in old.cells] == [
            (cell.kind, cell.id, cell.released, cell.checksum) for cell in plan.cells
        ]


# Honest work, and cells that moved


def test_the_released_notebook_is_untouched(plan: Plan) -> None:
    """Handed in as it was given: all in place, nothing changed, nothing to say, no marks."""
    work = Hand(plan, right=False).work()
    assert (
        [cell.plan for cell in work.cells] == [cell.at for cell in work.cells] == list(range(len(plan.cells)))
    )
    assert not any(cell.changed for cell in work.cells) and not work.repairs and not work.doubts
    assert earned(plan, work) == set()


def test_right_answers_earn_all(plan: Plan) -> None:
    """An honest learner: only the answers differ, and all tests pass."""
    work = Hand(plan).work()
    assert [plan.cells[cell.plan].id for cell in work.cells if cell.changed] == ["mean", "spread", "why"]
    assert earned(plan, work) == ALL and not work.repairs and not work.doubts


def test_line_ends_and_trailing_blanks_change_nothing(plan: Plan) -> None:
    """Windows line ends and blanks at line ends are not the learner's work."""
    hand = Hand(plan, right=False)
    for cell in hand.cells:
        cell["source"] = cell["source"].replace("\n", "  \r\n") + "\n\n"
    assert not any(cell.changed for cell in hand.work().cells)


def test_forged_metadata_is_never_believed(plan: Plan) -> None:
    """Points of 1000, grade false, another cell type, emptied tests: the source's tests run, with the source's points."""
    hand = Hand(plan, right=False)
    for id in ALL:
        hand[id]["metadata"]["nbgrader"].update(
            points=1000, grade=False, solution=True, locked=False, cell_type="markdown", checksum="0"
        )
        hand[id]["source"] = "pass"
    work = hand.work()
    assert earned(plan, work) == set()
    assert work.repairs == (
        "Test cells edited; the originals ran: mean-visible, mean-hidden, spread-visible, spread-hidden.",
    )


def test_deleted_tests_come_back_below_their_answers(plan: Plan) -> None:
    """All tests deleted: right answers earn all, wrong ones nothing."""
    hand = Hand(plan)
    hand.drop(*ALL)
    work = hand.work()
    assert earned(plan, work) == ALL
    assert all(cell.at == -1 for cell in work.cells if cell.role == "test")
    assert "deleted; they were put back" in work.repairs[0]


def test_a_test_that_comes_back_waits_for_helpers(plan: Plan) -> None:
    """With its tests deleted, an answer may call a helper that the learner wrote in a cell below it."""
    hand = Hand(plan)
    hand["mean"]["source"] = "def mean(xs):\n    return _total(xs) / len(xs)"
    hand.add(hand.at("mean") + 2, "def _total(xs):\n    return sum(xs)")
    hand.drop("mean-visible", "mean-hidden")
    assert earned(plan, hand.work()) == ALL


def test_a_test_above_its_answer_runs_below_it(plan: Plan) -> None:
    """A test cell dragged above its answer loses nothing."""
    hand = Hand(plan)
    hand.move("mean-hidden", hand.at("mean"))
    work = hand.work()
    assert earned(plan, work) == ALL and "above their answers" in work.repairs[0]


def test_an_answer_moved_to_the_end(plan: Plan) -> None:
    """An answer that stands last is waited for by its own tests and by those that call it through another answer."""
    hand = Hand(plan)
    hand.move("mean", len(hand.cells) - 1)
    assert earned(plan, hand.work()) == ALL


def test_all_cells_reversed(plan: Plan) -> None:
    """A notebook turned upside down still has its imports, answers and tests."""
    hand = Hand(plan)
    hand.cells.reverse()
    work = hand.work()
    assert sorted(cell.plan for cell in work.cells) == list(range(len(plan.cells)))
    tests = [n for n, cell in enumerate(work.cells) if cell.role == "test"]
    answers = {cell.plan: n for n, cell in enumerate(work.cells) if cell.role == "answer"}
    assert min(tests) > min(answers.values())


def test_an_emptied_copy_of_a_test_does_not_count(plan: Plan) -> None:
    """A test cell copied with its id, the first copy emptied: one test runs, the copies are ignored."""
    hand = Hand(plan, right=False)
    for id in ALL:
        hand.copy(id, hand.at(id), source="pass")
    work = hand.work()
    assert earned(plan, work) == set()
    assert sum(cell.role == "ignored" for cell in work.cells) == 4


# Several answers


def test_two_different_answers_the_last_counts(plan: Plan) -> None:
    """The answer cell copied, an old attempt first: both run, the last one counts, and a note says so."""
    hand = Hand(plan)
    hand.copy("mean", hand.at("mean"), source="def mean(xs):\n    return None  # first try")
    work = hand.work()
    assert earned(plan, work) == ALL
    assert [cell.role for cell in work.cells if "def mean" in cell.source] == ["extra", "answer"]
    assert work.repairs == (
        "mean: there are 2 different answers; all of them ran in their order, so the last one counts.",
    )


def test_a_copied_stub_does_not_undo_the_answer(plan: Plan) -> None:
    """The filled-in copy counts, whether the untouched stub stands above or below it."""
    for below in (0, 1):
        hand = Hand(plan)
        hand.copy(
            "mean",
            hand.at("mean") + below,
            source=next(cell.released for cell in plan.cells if cell.id == "mean"),
        )
        work = hand.work()
        assert earned(plan, work) == ALL
        assert sorted(cell.role for cell in work.cells if "def mean" in cell.source) == ["answer", "ignored"]


def test_a_stub_pasted_as_a_new_cell_does_not_undo_the_answer(plan: Plan) -> None:
    """Without an id, below the answer: it is ignored. Kept above the answer in one cell, it is part of it."""
    stub = next(cell.released for cell in plan.cells if cell.id == "mean")
    hand = Hand(plan)
    hand.add(hand.at("mean") + 1, stub)
    hand["spread"]["source"] = (
        next(cell.released for cell in plan.cells if cell.id == "spread") + f"\n\n{SPREAD}"
    )
    assert earned(plan, hand.work()) == ALL


def test_a_stub_with_a_scratch_line_is_no_answer(plan: Plan) -> None:
    """Something was added to the stub, and the answer stands in another cell: that one counts."""
    hand = Hand(plan)
    hand["mean"]["source"] = next(cell.released for cell in plan.cells if cell.id == "mean") + "\nprint(rows)"
    hand.add(hand.at("mean"), MEAN)
    assert earned(plan, hand.work()) == ALL


def test_the_same_answer_twice(plan: Plan) -> None:
    """Two equal copies are one answer, where the first one stands."""
    hand = Hand(plan)
    hand.copy("mean", len(hand.cells))
    work = hand.work()
    assert earned(plan, work) == ALL and not work.repairs
    assert [cell.role for cell in work.cells if "def mean" in cell.source] == ["answer", "ignored"]


def test_an_answer_in_a_new_cell_below_the_stub(plan: Plan) -> None:
    """The stub untouched, the answer in a cell of the learner's own: the last definition wins, and the tests wait for it."""
    for offset in (1, 4):
        hand = Hand(plan)
        hand["mean"]["source"] = next(cell.released for cell in plan.cells if cell.id == "mean")
        hand.add(hand.at("mean") + offset, MEAN)
        work = hand.work()
        assert earned(plan, work) == ALL
        assert role(work, plan, "mean").source == MEAN
        assert "stands in cell" in work.repairs[0]


def test_an_answer_in_a_new_cell_above_the_stub(plan: Plan) -> None:
    """The untouched stub below does not undo it."""
    hand = Hand(plan)
    hand["mean"]["source"] = next(cell.released for cell in plan.cells if cell.id == "mean")
    hand.add(hand.at("mean"), MEAN)
    assert earned(plan, hand.work()) == ALL


def test_a_scratch_definition_at_the_end_does_not_count(plan: Plan) -> None:
    """An experiment below the tests, with the answer in its place, changes nothing: so it would in a notebook run from top to bottom."""
    hand = Hand(plan)
    hand.add(len(hand.cells), "def mean(xs):\n    return 'an experiment'")
    work = hand.work()
    assert earned(plan, work) == ALL and not work.repairs
    assert work.cells[-1].role == "extra"


def test_an_answer_pasted_into_the_test_cell(plan: Plan) -> None:
    """Above the asserts, below them, or instead of them: what the learner wrote runs, then the source's test."""
    test = next(cell.released for cell in plan.cells if cell.id == "mean-visible")
    for text in (
        f"{MEAN}\n\n{test}",
        f"{test}\n\n{MEAN}",
        MEAN,
        f"{MEAN}\nassert (\n    mean([4, 4])\n    == 5\n)",
    ):
        hand = Hand(plan)
        hand["mean"]["source"] = next(cell.released for cell in plan.cells if cell.id == "mean")
        hand["mean-visible"]["source"] = text
        work = hand.work()
        assert earned(plan, work) == ALL
        assert "assert" not in role(work, plan, "mean").source
        assert "stood in the cell mean-visible" in " ".join(work.repairs)


def test_an_answer_pasted_into_a_locked_given_cell(plan: Plan) -> None:
    """The locked cell is the source's again; the answer runs beside it."""
    hand = Hand(plan)
    hand.drop("mean")
    hand["data"]["source"] += f"\n{MEAN}"
    work = hand.work()
    assert earned(plan, work) == ALL
    assert role(work, plan, "data").source == "rows = [1, 2, 3, 6]"


# Cells split, merged, retyped, overwritten


def test_a_cell_split_between_functions(plan: Plan) -> None:
    """A helper split off into a cell of its own, with or without the id: both run."""
    for id in (True, False):
        hand = Hand(plan)
        hand["mean"]["source"] = "def _total(xs):\n    return sum(xs)"
        at = hand.at("mean") + 1
        rest = "def mean(xs):\n    return _total(xs) / len(xs)"
        if id:
            hand.copy("mean", at, source=rest)
        else:
            hand.add(at, rest)
        assert earned(plan, hand.work()) == ALL


def test_a_cell_split_in_the_middle_of_a_function(plan: Plan) -> None:
    """Two halves that are no Python alone are joined."""
    for id in (True, False):
        hand = Hand(plan)
        first, second = SPREAD[: SPREAD.index("    return")], SPREAD[SPREAD.index("    return") :]
        hand["spread"]["source"] = first
        if id:
            hand.copy("spread", hand.at("spread") + 1, source=second)
        else:
            hand.add(hand.at("spread") + 1, second)
        work = hand.work()
        assert earned(plan, work) == ALL
        assert "halves were joined" in work.repairs[0]


def test_two_answers_merged_into_one_cell(plan: Plan) -> None:
    """Both exercises in the first one's cell, the second one's deleted."""
    hand = Hand(plan)
    hand["mean"]["source"] = f"{MEAN}\n\n\n{SPREAD}"
    hand.drop("spread")
    work = hand.work()
    assert earned(plan, work) == ALL and not work.doubts


def test_an_answer_merged_with_its_tests(plan: Plan) -> None:
    """The tests' cells are gone, their text stands in the answer's cell; the source's come back."""
    hand = Hand(plan)
    hand["mean"]["source"] += "\nassert mean(rows) == 3\n# more tests of mean"
    hand.drop("mean-visible", "mean-hidden")
    assert earned(plan, hand.work()) == ALL


def test_a_retyped_answer(plan: Plan) -> None:
    """The answer's cell was deleted and typed again in a new one, anywhere: it is found by its name."""
    for at in (3, 6, 11):
        hand = Hand(plan)
        hand.drop("mean")
        hand.add(at, MEAN)
        work = hand.work()
        assert earned(plan, work) == ALL
        assert role(work, plan, "mean").role == "answer" and not work.doubts


def test_a_copied_cell_that_holds_another_answer(plan: Plan) -> None:
    """The first answer's cell copied and overwritten with the second answer: two cells with one id, each its own exercise."""
    hand = Hand(plan)
    hand.copy("mean", hand.at("spread"), source=SPREAD)
    hand.drop("spread")
    work = hand.work()
    assert earned(plan, work) == ALL
    assert role(work, plan, "spread").source == SPREAD and role(work, plan, "mean").source == MEAN


def test_a_deleted_answer_is_missing(plan: Plan) -> None:
    """Nothing of the source's solution is put in; its tests fail, those of other exercises too if they call it."""
    hand = Hand(plan)
    hand.drop("mean")
    work = hand.work()
    assert earned(plan, work) == set()
    assert (
        work.repairs == ("mean: its cell was deleted, and no other cell defines mean.",) and not work.doubts
    )


def test_a_deleted_answer_with_something_like_it_goes_to_a_person(plan: Plan) -> None:
    """Another name in a new cell, or a cell in its place without a definition: never a silent zero."""
    for source in ("def means(xs):\n    return sum(xs) / len(xs)", "total = sum(rows)\ntotal / len(rows)"):
        hand = Hand(plan)
        at = hand.at("mean")
        hand.drop("mean")
        hand.add(at, source)
        work = hand.work()
        assert {"mean-visible", "mean-hidden"} <= set(work.doubts)
        assert "the cell of mean is missing" in work.doubts["mean-visible"]


def test_a_commented_out_answer_is_none(plan: Plan) -> None:
    """A definition in a comment or a string does not define: the one below it counts."""
    hand = Hand(plan)
    hand.drop("mean")
    hand.add(3, "'''\ndef mean(xs):\n    return 0\n'''\n# def mean(xs): return 1")
    hand.add(4, MEAN)
    assert role(hand.work(), plan, "mean").source == MEAN


def test_an_answer_turned_into_text(plan: Plan) -> None:
    """Pressing M or R on the cell, with or without a code fence around it: it still runs; prose does not, and a person looks."""
    for kind, text in (("markdown", MEAN), ("raw", MEAN), ("markdown", f"```python\n{MEAN}\n```")):
        hand = Hand(plan)
        hand["mean"].update(cell_type=kind, source=text)
        work = hand.work()
        assert earned(plan, work) == ALL
        assert "ran as code" in work.repairs[0]
    hand = Hand(plan)
    hand["mean"].update(
        cell_type="markdown", source="I would add all numbers, then divide by how many there are."
    )
    assert "turned into text" in hand.work().doubts["mean-hidden"]


def test_tests_turned_into_text_run_all_the_same(plan: Plan) -> None:
    """A test's cell type is the source's."""
    hand = Hand(plan, right=False)
    for n, id in enumerate(sorted(ALL)):
        hand[id]["cell_type"] = ("markdown", "raw")[n % 2]
    assert earned(plan, hand.work()) == set()
    hand["mean"]["source"], hand["spread"]["source"] = MEAN, SPREAD
    assert earned(plan, hand.work()) == ALL


# Given cells, and answers in words


def test_a_deleted_import_comes_back_if_it_is_needed(plan: Plan) -> None:
    """The cell with the imports deleted: put back, since tests need math. A deleted demonstration is not."""
    hand = Hand(plan)
    hand.cells.pop(1)
    hand.cells.remove(next(cell for cell in hand.cells if "sqrt" in cell["source"]))
    work = hand.work()
    assert earned(plan, work) == ALL
    assert not any("sqrt" in cell.source for cell in work.cells)
    assert work.repairs == ("Cell 2 of the original: this given cell was gone; it was put back.",)


def test_a_deleted_import_that_stands_elsewhere_is_not_put_back(plan: Plan) -> None:
    """The learner imports it in a cell of their own."""
    hand = Hand(plan)
    hand.cells.pop(1)
    hand.add(1, "import math\nfrom fractions import (Fraction,\n   Decimal) if 0 else Fraction")
    hand.cells[1]["source"] = "import math, json\nfrom fractions import Fraction"
    work = hand.work()
    assert earned(plan, work) == ALL and not work.repairs


def test_a_given_code_cell_turned_into_text(plan: Plan) -> None:
    """The imports became a markdown cell by a slip of the keyboard: they are put back."""
    hand = Hand(plan)
    hand.cells[1]["cell_type"] = "markdown"
    assert earned(plan, hand.work()) == ALL


def test_a_locked_cell_is_the_sources(plan: Plan) -> None:
    """Edited or deleted, a locked read-only cell runs as it was given; an unlocked one as the learner left it."""
    hand = Hand(plan)
    hand["data"]["source"] = "rows = [3, 3]"
    hand.cells[1]["source"] += "\nimport json"
    work = hand.work()
    assert role(work, plan, "data").source == "rows = [1, 2, 3, 6]"
    assert work.cells[1].changed and "import json" in work.cells[1].source
    hand.drop("data")
    assert earned(plan, hand.work()) == ALL


def test_what_was_merged_into_a_locked_cell_still_runs(plan: Plan) -> None:
    """The imports merged into the locked cell below them: both parts run, the locked one as it was given."""
    for id in (True, False):
        hand = Hand(plan)
        hand["data"]["source"] = "import math\nfrom fractions import Fraction\nrows = [9]"
        hand.cells.pop(1)
        if not id:
            hand["data"]["metadata"] = {}
        assert earned(plan, hand.work()) == ALL


def test_a_test_waits_for_given_cells_it_uses(plan: Plan) -> None:
    """The locked data moved to the end: the test that uses them runs below them."""
    hand = Hand(plan)
    hand.move("data", len(hand.cells) - 1)
    assert earned(plan, hand.work()) == ALL


def test_an_answer_in_words(plan: Plan) -> None:
    """Its text is the learner's; untouched or deleted, it is the released one."""
    hand = Hand(plan)
    work = hand.work()
    assert (
        role(work, plan, "why").source == "Otherwise plus and minus would cancel."
        and role(work, plan, "why").changed
    )
    hand["why"]["source"] = "YOUR ANSWER HERE  \n"
    assert not role(hand.work(), plan, "why").changed
    hand.drop("why")
    gone = role(hand.work(), plan, "why")
    assert (gone.at, gone.source, gone.changed) == (-1, "YOUR ANSWER HERE", False)


def test_an_answer_in_words_in_a_new_cell(plan: Plan) -> None:
    """Below the untouched one, or instead of it: the text counts. Far away: a person looks."""
    for keep in (True, False):
        hand = Hand(plan)
        hand["why"]["source"] = "YOUR ANSWER HERE"
        at = hand.at("why") + 1
        hand.add(at, "Because squares are positive.", "markdown")
        if not keep:
            hand.drop("why")
        assert role(hand.work(), plan, "why").source == "Because squares are positive."
    hand = Hand(plan)
    hand.drop("why")
    hand.add(5, "We square them because otherwise plus and minus would cancel, always.", "markdown")
    assert "the learner wrote text elsewhere" in hand.work().doubts["why"]


def test_an_answer_in_words_in_a_code_cell(plan: Plan) -> None:
    """Words in a cell that became code are words."""
    hand = Hand(plan)
    hand["why"]["cell_type"] = "code"
    assert role(hand.work(), plan, "why").cell_type == "markdown"


def test_a_task_keeps_its_text(tmp_path: Path) -> None:
    """A task's own text comes back if it was edited or deleted; what the learner wrote into it stays below it."""
    notebook = source_notebook()
    task = make_cell(
        "markdown",
        "draw",
        "Draw it.\n### BEGIN MARK SCHEME\none point\n### END MARK SCHEME",
        grade={"grade": False, "solution": False, "locked": True, "points": 3, "grade_id": "draw"},
    )
    task.metadata.nbgrader.task = True
    notebook.cells.append(task)
    plan = plan_of(tmp_path, notebook)
    assert (plan.cells[-1].kind, plan.cells[-1].released, plan.cells[-1].points) == ("task", "Draw it.", 3.0)
    hand = Hand(plan)
    hand["draw"]["source"] = "Here is my drawing."
    work = hand.work()
    assert [(cell.role, cell.source) for cell in work.cells[-2:]] == [
        ("task", "Draw it."),
        ("extra", "Here is my drawing."),
    ]
    hand.drop("draw")
    assert hand.work().cells[-1].source == "Draw it."


# Lost metadata, other programs


def test_stripped_metadata(plan: Plan) -> None:
    """Another editor removed all metadata and ids: cells are known by their text, answers by their names, words by their place."""
    hand = Hand(plan)
    hand.strip()
    work = hand.work()
    assert [cell.plan for cell in work.cells] == list(range(len(plan.cells)))
    assert earned(plan, work) == ALL and not work.doubts
    assert role(work, plan, "why").source.startswith("Otherwise")


def test_stripped_metadata_and_edited_cells(plan: Plan) -> None:
    """Stripped, a given cell and the tests edited, cells added between: still all there."""
    hand = Hand(plan)
    hand["mean-visible"]["source"] = "assert math.isclose(mean(rows), 3), 'my message'"
    hand.cells[1]["source"] += "\nimport json"
    hand.strip()
    for at in (12, 9, 6, 4, 2):
        hand.add(at, f"print({at})")
    work = hand.work()
    assert earned(plan, work) == ALL and not work.doubts


def test_stripped_metadata_and_answers_out_of_order(plan: Plan) -> None:
    """Stripped, and both answers in one place at the end."""
    hand = Hand(plan)
    hand.move("spread", len(hand.cells) - 1)
    hand.move("mean", len(hand.cells) - 1)
    hand.strip()
    assert earned(plan, hand.work()) == ALL


def test_bare_stubs_without_metadata(tmp_path: Path) -> None:
    """Whole-cell answers, whose stubs are all alike: stripped, they are told apart by place and name."""
    notebook = source_notebook()
    for cell in notebook.cells:
        if cell.id in ("mean", "spread"):
            cell.source = cell.source.replace("    ### BEGIN SOLUTION\n", "").replace(
                "\n    ### END SOLUTION", ""
            )
    plan = plan_of(tmp_path, notebook)
    assert plan.cells[4].released == "# YOUR CODE HERE\nraise NotImplementedError()"
    assert list(asked(plan).values()) == [{"mean"}, {"spread"}]
    hand = Hand(plan)
    hand.strip()
    assert earned(plan, hand.work()) == ALL
    hand = Hand(plan)
    hand["spread"]["source"] = plan.cells[4].released
    hand.strip()
    work = hand.work()
    assert earned(plan, work) == MEANS
    assert role(work, plan, "mean").source == MEAN and not role(work, plan, "spread").changed


def test_colab(plan: Plan) -> None:
    """Colab: no cell ids, metadata of its own, a badge on top, format 4.0."""
    hand = Hand(plan)
    for n, cell in enumerate(hand.cells):
        del cell["id"]
        cell["metadata"] |= {"id": f"x{n}", "colab": {"base_uri": "https://localhost:8080/"}, "outputId": "1"}
    hand.add(
        0,
        '<a href="https://colab.research.google.com/"><img src="https://colab.research.google.com/assets/colab-badge.svg"/></a>',
        "markdown",
        id="view-in-github",
        colab_type="text",
    )
    hand.raw |= {
        "nbformat_minor": 0,
        "metadata": {
            "colab": {"provenance": []},
            "kernelspec": {"name": "python3", "display_name": "Python 3"},
        },
    }
    work = hand.work()
    assert earned(plan, work) == ALL and not work.repairs and not work.doubts
    assert work.cells[0].role == "extra"


def test_vs_code(plan: Plan) -> None:
    """VS Code: its language metadata, and a kernel of the learner's own."""
    hand = Hand(plan)
    for cell in hand.cells:
        cell["metadata"]["vscode"] = {"languageId": "python"}
    hand.raw["metadata"] = {
        "kernelspec": {"name": "my-venv", "display_name": "my venv", "language": "python"},
        "language_info": {"name": "python", "version": "3.12.1"},
        "vscode": {"interpreter": {"hash": "0"}},
    }
    notebook, repairs = decode(hand.bytes())
    assert repairs == ["The notebook asks for the kernel 'my-venv'; it ran in the grader's Python."]
    assert notebook.metadata.kernelspec.name == "python3"
    assert earned(plan, match(plan, notebook)) == ALL


def test_another_notebook(plan: Plan, tmp_path: Path) -> None:
    """A notebook that shares nothing with the plan: a person must look at all of it, and it says why."""
    other = json.loads(
        json.dumps(
            nbformat.v4.new_notebook(
                cells=[
                    new_code_cell("x = 1", metadata={"nbgrader": {"grade_id": "ps2-q1"}}),
                    new_markdown_cell("# Integrals"),
                ]
            )
        )
    )
    work = checked(plan, match(plan, decode(json.dumps(other).encode())[0]))
    assert work.doubts[""] == "This looks like another notebook: its graded cells are ps2-q1."
    release = ROOT / "release/phase-1-ai/day-01-powers.ipynb"
    assert "" in match(plan, read_submission(release, release.parent)[0]).doubts


def test_an_empty_notebook(plan: Plan) -> None:
    """No cells at all: nothing is earned, and there is nothing to look at."""
    hand = Hand(plan)
    hand.cells.clear()
    work = hand.work()
    assert earned(plan, work) == set() and "" not in work.doubts
    assert "The notebook is empty." in work.repairs


# Files


def test_encodings(plan: Plan) -> None:
    """With a byte order mark, as UTF-16 with or without one, UTF-32, or Latin-1: the text is the same."""
    hand = Hand(plan)
    hand["why"]["source"] = "Weil Größen sich sonst aufhöben."
    text = json.dumps(hand.raw, ensure_ascii=False)
    for encoding, said in (
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("latin-1", "Latin-1"),
    ):
        notebook, repairs = decode(text.encode(encoding))
        assert role(match(plan, notebook), plan, "why").source == "Weil Größen sich sonst aufhöben.", encoding
        assert said in " ".join(repairs) and bool(repairs) == bool(said)


def test_old_and_odd_formats(plan: Plan) -> None:
    """Format 3, format 2, format 99, no format, no metadata, no ids, one id for all: all marks."""
    hand = Hand(plan)
    current = nbformat.from_dict(hand.raw)
    plain = hand.raw
    saves = [
        json.loads(nbformat.writes(nbformat.convert(copy.deepcopy(current), 3), version=3)),
        plain | {"nbformat": 99},
        {"cells": plain["cells"]},
        {"cells": plain["cells"], "metadata": None, "nbformat": "4", "nbformat_minor": None},
        plain | {"cells": [cell | {"id": "same"} for cell in plain["cells"]]},
        plain | {"cells": [cell | {"id": 7, "outputs": "none"} for cell in plain["cells"]]},
        plain
        | {"cells": [cell | {"source": cell["source"].splitlines(keepends=True)} for cell in plain["cells"]]},
        plain | {"cells": [cell | {"source": cell["source"].split("\n")} for cell in plain["cells"]]},
    ]
    saves.append(saves[0] | {"nbformat": 2})
    for save in saves:
        notebook, _ = decode(json.dumps(save).encode())
        nbformat.validate(notebook)
        assert earned(plan, checked(plan, match(plan, notebook))) == ALL


def test_headings_of_format_3_are_markdown() -> None:
    """A heading cell becomes a line with its number of hashes."""
    save = {
        "nbformat": 3,
        "worksheets": [
            {
                "cells": [
                    {"cell_type": "heading", "level": 2, "source": ["Sums"]},
                    {"cell_type": "code", "input": "1", "language": "python"},
                ]
            }
        ],
    }
    assert [(cell.cell_type, cell.source) for cell in decode(json.dumps(save).encode())[0].cells] == [
        ("markdown", "## Sums"),
        ("code", "1"),
    ]


def test_odd_cells(plan: Plan) -> None:
    """Entries that are no cells, unknown kinds, cells without text, half a surrogate pair: dropped or read, and said."""
    hand = Hand(plan)
    hand.cells[0:0] = [
        None,
        3,
        "text",
        [],
        {"cell_type": "chart", "source": "a chart"},
        {"cell_type": "code"},
        {"cell_type": "code", "source": ["x = 1\n", 5, None], "metadata": []},
    ]
    hand.add(len(hand.cells), "x = '\ud800'")
    notebook, repairs = decode(hand.bytes())
    nbformat.validate(notebook)
    assert nbformat.writes(notebook).encode()
    assert repairs == [
        "4 entries in the list of cells were no cell and were left out.",
        "3 cells of an unknown kind or without text were read as far as possible.",
    ]
    assert earned(plan, checked(plan, match(plan, notebook))) == ALL


def test_outputs_are_dropped_and_pictures_are_not(plan: Plan) -> None:
    """Nothing a learner's file says about results comes through; of what is attached to text, only what says it is a picture."""
    hand = Hand(plan)
    for cell in hand.cells:
        cell["attachments"] = {"a.png": {"image/png": ["AA", "AA"]}, "b.html": {"text/html": "<b>"}, "c": 3}
        cell["outputs"] = [
            {
                "output_type": "execute_result",
                "data": {"text/plain": "1000"},
                "metadata": {},
                "execution_count": 1,
            }
        ]
    notebook, _ = decode(hand.bytes())
    assert not any(cell.get("outputs") or set(cell.metadata) - {"nbgrader"} for cell in notebook.cells)
    kept = [cell.get("attachments") for cell in notebook.cells if cell.cell_type != "code"]
    assert kept and all(found == {"a.png": {"image/png": "AAAA"}} for found in kept)
    assert not any("attachments" in cell for cell in notebook.cells if cell.cell_type == "code")


def test_junk_that_is_nested_too_deep_is_left_out(plan: Plan) -> None:
    """A hundred thousand brackets in the metadata do not cost the marks."""
    text = Hand(plan).bytes().decode()
    notebook, repairs = decode((text[:-1] + ', "x": ' + "[" * 100_000 + "]" * 100_000 + "}").encode())
    assert earned(plan, match(plan, notebook)) == ALL
    assert repairs == ["Values nested more than 60 levels deep were left out."]


def test_something_after_the_notebook(plan: Plan) -> None:
    """A file that was overwritten by a shorter one keeps its old tail: the notebook is read."""
    notebook, repairs = decode(Hand(plan).bytes() + b"\n  ]\n}\n")
    assert earned(plan, match(plan, notebook)) == ALL
    assert "went on with" in repairs[0]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b"\0" * 4096, "never written"),
        (b" \n", "never written"),
        (b'{"cells": [{"cell_type": "code", "sour', "breaks off"),
        (b'{"cells": [{"cell_type": "code", "source": "x"}', "breaks off"),
        (b'{"cells": [}', "damaged at line 1"),
        (b'{"cells": [\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> mine\n]}', "merge conflict"),
        (b"[1, 2]", "not a notebook"),
        (b"7", "not a notebook"),
        (b'{"a": 1}', "no list of cells"),
        (b'{"cells": {"a": 1}}', "no list of cells"),
        (b"print('hello')", "begins with"),
        (b"PK\x03\x04rest", "zip archive"),
        (b"%PDF-1.7", "PDF"),
        (b"\n<!DOCTYPE html><html>", "web page"),
        (b"version https://git-lfs.github.com/spec/v1\noid", "Git LFS"),
        (b"\xff\xfe\x00\xd8", "begins with|damaged|breaks off|not a notebook"),
        (b'{"cells": [' + b"1," * 20_001 + b"1]}", "20,002 cells"),
        (b"[" * 3_000_000, "nested without end"),
        (b'{"cells": ' + b"[" * 1_000_000, "breaks off"),
    ],
)  # fmt: skip
def test_files_that_are_refused(content: bytes, sentence: str) -> None:
    """Each is refused in one sentence that says what it is."""
    with pytest.raises(Refused, match=sentence):
        decode(content)


def test_where_a_file_may_lie(tmp_path: Path, plan: Plan) -> None:
    """No links anywhere below the submitted folder, no pipes, no folders, nothing outside, nothing too large."""
    inside = tmp_path / "mallory"
    (inside / "sub").mkdir(parents=True)
    good = inside / "sub" / "ps.ipynb"
    good.write_bytes(Hand(plan).bytes())
    assert len(read_submission(good, inside)[0].cells) == len(plan.cells)
    (inside / "link.ipynb").symlink_to(good)
    (inside / "linked").symlink_to(inside / "sub")
    (inside / "folder.ipynb").mkdir()
    (inside / "gone.ipynb").symlink_to("nowhere")
    os.mkfifo(inside / "pipe.ipynb")
    with (inside / "large.ipynb").open("wb") as file:
        file.truncate(26_000_000)
    cases = {
        "link.ipynb": "link",
        "linked/ps.ipynb": "link",
        "gone.ipynb": "link",
        "folder.ipynb": "not a file",
        "pipe.ipynb": "not a file",
        "large.ipynb": "26 MB",
        "none.ipynb": "no such file",
        "../mallory/sub/ps.ipynb": "outside",
        "sub/../../x": "outside",
        ".": "outside",
        "a\0b": "cannot be opened",
    }
    for name, sentence in cases.items():
        with pytest.raises(Refused, match=sentence):
            read_submission(inside / name, inside)
    with pytest.raises(Refused, match="outside"):
        read_submission(tmp_path / "zoe.ipynb", inside)


# Which file is which notebook


def folder_with(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@cache
def other_plan(folder: Path) -> Plan:
    notebook = source_notebook()
    for cell in notebook.cells:
        cell.source = (
            cell.source.replace("mean", "median").replace("spread", "range_of").replace("day", "week")
            + "  # four"
        )
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader.grade_id = f"four-{cell.metadata.nbgrader.grade_id}"
    return plan_of(folder, notebook, "day-04-range")


def test_files_with_their_names(tmp_path: Path, plan: Plan) -> None:
    """Exact names are found; hidden folders, checkpoints and what macOS leaves are not looked at."""
    plans = {"day-03-spread": plan, "day-04-range": other_plan(tmp_path)}
    content = Hand(plan).bytes()
    folder = folder_with(
        tmp_path / "sub",
        {
            "day-03-spread.ipynb": content,
            ".ipynb_checkpoints/day-03-spread-checkpoint.ipynb": content,
            "__MACOSX/._day-03-spread.ipynb": b"x",
            ".day-04-range.ipynb": content,
            "notes.txt": b"hello",
            "data.json": b"{}",
        },
    )
    assert find_notebooks(folder, plans) == ({"day-03-spread": folder / "day-03-spread.ipynb"}, {})


@pytest.mark.parametrize(
    "name",
    ["day-03-spread (1).ipynb", "Copy of day-03-spread.ipynb", "day-03-spread-Copy1.ipynb", "Day-03-Spread.ipynb", "day-03-spread.ipynb.txt", "day-03-spread.json", "phase-1/day-03-spread.ipynb", "zoe_day-03-spread.ipynb",
     "day_03_spread_final.ipynb", "homework.ipynb", "Kopie von day-03-spread (2).ipynb", "Untitled3.ipynb"],
)  # fmt: skip
def test_renamed_files(tmp_path: Path, plan: Plan, name: str) -> None:
    """What browsers, programs and learners do to a name does not lose the notebook, with or without its metadata."""
    plans = {"day-03-spread": plan, "day-04-range": other_plan(tmp_path)}
    stripped = Hand(plan)
    stripped.strip()
    for n, hand in enumerate((Hand(plan), stripped)):
        folder = folder_with(tmp_path / f"sub{n}", {name: hand.bytes()})
        found, notes = find_notebooks(folder, plans)
        assert found == {"day-03-spread": folder / name}
        assert "was read as day-03-spread.ipynb" in notes[folder / name]


def test_two_files_for_one_notebook(tmp_path: Path, plan: Plan) -> None:
    """The exact name counts and the other file is mentioned; unless the exact one is broken, untouched or another notebook."""
    plans = {"day-03-spread": plan, "day-04-range": other_plan(tmp_path)}
    done, blank = Hand(plan).bytes(), Hand(plan, right=False).bytes()
    exact, second = "day-03-spread.ipynb", "day-03-spread (1).ipynb"
    for n, (first, counts) in enumerate({done: exact, blank: second, b"": second, b"{": second}.items()):
        folder = folder_with(tmp_path / f"sub{n}", {exact: first, second: done})
        found, notes = find_notebooks(folder, plans)
        assert found == {"day-03-spread": folder / counts}
        assert len(notes) == (1 if counts == exact else 2)
    folder = folder_with(tmp_path / "both", {exact: blank, second: blank})
    assert find_notebooks(folder, plans)[0] == {"day-03-spread": folder / exact}


def test_swapped_names(tmp_path: Path, plan: Plan) -> None:
    """Two notebooks saved under each other's names are told apart by their cells."""
    plans = {"day-03-spread": plan, "day-04-range": other_plan(tmp_path)}
    four = Hand(plans["day-04-range"], right=False)
    four["four-mean"]["source"] = "def median(xs): return 1"
    folder = folder_with(
        tmp_path / "sub", {"day-03-spread.ipynb": four.bytes(), "day-04-range.ipynb": Hand(plan).bytes()}
    )
    assert find_notebooks(folder, plans)[0] == {
        "day-03-spread": folder / "day-04-range.ipynb",
        "day-04-range": folder / "day-03-spread.ipynb",
    }


def test_files_that_are_nobodys(tmp_path: Path, plan: Plan) -> None:
    """An unknown notebook gets a reason; a broken or linked file under the right name is found, so that it is refused by name."""
    folder = folder_with(
        tmp_path / "sub",
        {"holiday.ipynb": json.dumps(nbformat.v4.new_notebook(cells=[new_code_cell("1")])).encode()},
    )
    (folder / "day-03-spread.ipynb").symlink_to("../zoe.ipynb")
    (folder / "x.ipynb").symlink_to("/etc/passwd")
    found, notes = find_notebooks(folder, {"day-03-spread": plan})
    assert found == {"day-03-spread": folder / "day-03-spread.ipynb"}
    assert "no notebook of this assignment" in notes[folder / "holiday.ipynb"]
    assert "link" in notes[folder / "x.ipynb"] and "link" in notes[folder / "day-03-spread.ipynb"]
    assert find_notebooks(tmp_path / "nothing here", {"day-03-spread": plan}) == ({}, {})


# Text


def test_what_a_cell_defines() -> None:
    """Functions, classes, values and imports at the top level; not what stands in strings, comments or functions."""
    code = 'import numpy as np, os.path\nfrom a.b import (c,\n  d as e)\n"""\ndef no(): 1\n"""\n# def no2(): 1\nasync def f():\n    inner = 1\nclass G(F): pass\nx, y = 1, 2\nz: int = 3\nx == 4\nf(k=1)\ns = \'def no3(): "\'\n'
    assert defined(code) == {"f", "G", "x", "y", "z", "s"}
    assert defined(code, imports=True) == {"f", "G", "x", "y", "z", "s", "np", "os", "c", "e"}
    assert defined("   def f(x):\n       return 1") == {"f"}
    assert defined("def f(x\n") == {"f"}
    assert defined('"""never closed\ndef f(): 1') == set()


def test_no_text_is_too_deep_for_the_parser() -> None:
    """Nested text is not Python to us; it never takes the process down."""
    for text in (
        "-" * 9_000 + "1",
        "(" * 9_000,
        "a" + ".b" * 4_000,
        "not " * 2_000 + "1",
        "1**" * 3_000 + "1",
        "lambda:" * 1_400 + "1",
        'f"{' * 140,
    ):
        is_python(text)
    assert not is_python("x" * 20_000)


# Hostile sizes


@pytest.mark.parametrize(
    "name", ["ones", "definitions", "copies", "answers", "huge", "words", "stripped", "quotes"]
)
def test_hostile_sizes_stay_fast(plan: Plan, name: str) -> None:
    """Ten thousand cells, huge cells, copies of everything: half a second of work, and never an exception."""
    hand = Hand(plan)
    mean = hand["mean"]["metadata"]
    if name == "ones":
        hand.cells += [{"cell_type": "code", "source": "1", "metadata": {}}] * 10_000
    elif name == "definitions":
        hand.cells += [
            {"cell_type": "code", "source": f"def mean(x): return {n}", "metadata": {}} for n in range(10_000)
        ]
    elif name == "copies":
        hand.cells *= 500
    elif name == "answers":
        hand.cells += [
            {"cell_type": "code", "source": f"def mean(x): return {n}", "metadata": mean}
            for n in range(10_000)
        ]
    elif name == "huge":
        hand.cells += [
            {"cell_type": "code", "source": "def mean(x): return 1\n" * 5_000, "metadata": mean}
            for _ in range(100)
        ]
    elif name == "words":
        hand.strip()
        hand.cells[:] = [
            {"cell_type": "markdown", "source": f"some words {n} " * 30, "metadata": {}}
            for n in range(10_000)
        ]
    elif name == "stripped":
        hand.strip()
        hand.cells *= 500
    else:
        hand.cells += [
            {"cell_type": "code", "source": "mean = '''\\" + "'''\\" * 20_000, "metadata": mean}
            for _ in range(100)
        ]
    notebook = decode(hand.bytes())[0]
    start = time.process_time()
    checked(plan, match(plan, notebook))
    assert time.process_time() - start < 2.0  # a quarter of it on an idle machine


# Fuzz

ROUNDS = 20_000
SLOWEST = 1.0  # seconds of processor time for one small notebook


def mutated(random_: random.Random, text: str) -> bytes:
    """A notebook after one to four accidents: to its cells, its metadata, its JSON tree, or its bytes."""
    raw = json.loads(text)
    for _ in range(random_.randint(1, 4)):
        cells = raw["cells"] if isinstance(raw, dict) and isinstance(raw.get("cells"), list) else []
        kind = random_.choice(("cells", "cells", "metadata", "tree"))
        if kind == "cells" and cells:
            _mutate_cells(random_, cells)
        elif kind == "metadata" and cells and isinstance(cell := random_.choice(cells), dict):
            ids = [
                "mean",
                "spread",
                "why",
                "mean-visible",
                "spread-hidden",
                "data",
                "",
                "x" * 300,
                7,
                None,
                ["mean"],
            ]
            cell["metadata"] = random_.choice(
                [
                    {},
                    None,
                    [],
                    "x",
                    {"nbgrader": random_.choice([{}, None, [], {"grade_id": random_.choice(ids)}])},
                ]
            )
        elif kind == "tree":
            _mutate_tree(random_, raw)
    content = json.dumps(raw, ensure_ascii=random_.random() < 0.7).encode(
        random_.choice(["utf-8"] * 8 + ["utf-16", "latin-1"]), "replace"
    )
    if random_.random() < 0.15:
        content = _mutate_bytes(random_, content)
    return content


def _mutate_cells(random_: random.Random, cells: list[Any]) -> None:
    at = random_.randrange(len(cells))
    cell = cells[at]
    match random_.randrange(9):
        case 0:
            del cells[at]
        case 1:
            cells.insert(random_.randrange(len(cells)), copy.deepcopy(cell))
        case 2:
            random_.shuffle(cells)
        case 3 if isinstance(cell, dict):
            cell["cell_type"] = random_.choice(["code", "markdown", "raw", "heading", "sql", None, 3])
        case 4 if isinstance(cell, dict) and isinstance(cell.get("source"), str):
            cut = random_.randint(0, len(cell["source"]))
            cells[at : at + 1] = [
                cell | {"source": cell["source"][:cut]},
                cell | {"source": cell["source"][cut:]},
            ]
        case 5 if at and isinstance(cell, dict) and isinstance(above := cells[at - 1], dict):
            above["source"] = f"{above.get('source')}\n{cell.get('source')}"
            del cells[at]
        case 6 if isinstance(cell, dict):
            cell["source"] = random_.choice(
                [
                    MEAN,
                    SPREAD,
                    "",
                    " ",
                    None,
                    5,
                    ["a", 3],
                    "def mean(",
                    "'''",
                    "%%bash\nls",
                    "x = 1\r\ny = 2\r",
                    "\ud800",
                    "\0",
                    STUB,
                    "def means(x): return x",
                    f"```\n{MEAN}\n```",
                ]
            )
        case 7:
            for one in cells:
                if isinstance(one, dict):
                    one.pop("metadata", None)
        case _:
            cells.insert(
                at,
                random_.choice(
                    [
                        {"cell_type": "code", "source": MEAN, "metadata": {}},
                        {"cell_type": "markdown", "source": "words " * 10},
                        {},
                        None,
                        4,
                        "cell",
                    ]
                ),
            )


def _mutate_tree(random_: random.Random, raw: Any) -> None:
    """Something, somewhere in the tree, becomes something else or disappears."""
    for _ in range(6):
        if not isinstance(raw, (dict, list)) or not raw:
            return
        key = random_.choice(list(raw) if isinstance(raw, dict) else range(len(raw)))
        if random_.random() < 0.4:
            if random_.random() < 0.3:
                del raw[key]
            else:
                raw[key] = random_.choice(
                    [None, 0, -1, 1e300, 10**30, "", "x", [], {}, [[]], {"a": {}}, True, float("nan")]
                )
            return
        raw = raw[key]


def _mutate_bytes(random_: random.Random, content: bytes) -> bytes:
    at = random_.randrange(len(content) + 1)
    junk = random_.randbytes(random_.randint(1, 5))
    return random_.choice(
        [
            content[:at],
            content[at:],
            content[:at] + junk + content[at:],
            content[:at] + junk + content[at + len(junk) :],
            content + content[:at],
            b"\xef\xbb\xbf" + content,
        ]
    )


@pytest.mark.parametrize("seed", range(4))
def test_fuzz(plan: Plan, seed: int) -> None:
    """Twenty thousand damaged notebooks: each ends in a work with every marked cell once, or is refused in a sentence; none raises or takes long."""
    random_ = random.Random(seed)
    raws = [Hand(plan).raw, Hand(plan, right=False).raw]
    stripped = Hand(plan)
    stripped.strip()
    raws = [json.dumps(raw) for raw in (*raws, stripped.raw)]
    sentences: set[str] = set()
    refused, slowest, kinds = 0, 0.0, {"repairs": 0, "doubts": 0}
    for n in range(ROUNDS // 4):
        content = mutated(random_, raws[n % len(raws)])
        start = time.process_time()
        try:
            notebook, _ = decode(content)
        except Refused as refusal:
            refused += 1
            sentences.add(str(refusal)[:25])
        else:
            work = checked(plan, match(plan, notebook))
            kinds["repairs"] += bool(work.repairs)
            kinds["doubts"] += bool(work.doubts)
            if n % 100 == 0:
                nbformat.validate(notebook)
        slowest = max(slowest, time.process_time() - start)
    sys.stdout.write(
        f"seed {seed}: {ROUNDS // 4} notebooks, {refused} refused, {kinds}, slowest {slowest:.3f} s\n"
    )
    assert 0 < refused < ROUNDS // 8 and len(sentences) > 3 and all(sentences)
    assert kinds["doubts"] > 50
    assert slowest < SLOWEST
