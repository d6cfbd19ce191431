"""The ledger: what it writes is what stock nbgrader would have written, on SQLite and on PostgreSQL, and nothing a person gave is lost."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import grading_course
import nbformat
import pytest
from grading_course import (
    ASSIGNMENT,
    LEARNER_ROWS,
    ONE,
    RIGHT,
    SOURCE_ROWS,
    TWO,
    change,
    copy_of,
    db_url,
    enter,
    entries,
    handed_in,
    marked_cell,
    plan_of,
    rows,
    source_cells,
    url_of,
    verdict_of,
    work_of,
    write_notebook,
)
from nbgrader.api import Gradebook
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError
from support import nbgrader

from log2attn.core.errors import CourseError
from log2attn.doors.nbgrader import Nbgrader
from log2attn.grading.ledger.ledger import Entry, Ledger
from log2attn.grading.model import BROKEN, Item, Verdict, Work

pytestmark = pytest.mark.xdist_group(
    "ledger"
)  # one worker, so that stock nbgrader and PostgreSQL are started once

DUE = "2026-10-01 12:00:00.000000"


@pytest.fixture(scope="module")
def stock() -> Path:
    """A course released by stock nbgrader; nothing is handed in."""
    return grading_course.released()


@pytest.fixture(scope="module")
def autograded() -> Path:
    """The course with two learners, graded by stock nbgrader: ada handed in both notebooks, bob one."""
    return grading_course.autograded()


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The course as released, its gradebook empty, with the same two learners' work."""
    return handed_in(tmp_path / "course")


def everything(root: Path) -> dict:
    """Every row of the gradebook, ids and all."""
    tables = (
        "assignment",
        "notebook",
        "base_cell",
        "grade_cells",
        "solution_cells",
        "task_cells",
        "source_cell",
        "student",
    )
    tables += ("submitted_assignment", "submitted_notebook", "grade", "comment", "alembic_version")
    return rows(url_of(root), {table: f"SELECT * FROM {table}" for table in tables})


def marks(root: Path, learner: str, notebook: str) -> dict[str, tuple]:
    """By cell: the machine's score, the person's, and whether somebody must look."""
    found = rows(db_url(root), LEARNER_ROWS)["grade"]
    return {
        cell: (auto, manual, bool(needs))
        for who, of, cell, auto, manual, _, needs in found
        if (who, of) == (learner, notebook)
    }


# The plan


def test_a_plan_leaves_the_rows_that_generate_assignment_leaves(stock: Path, course: Path) -> None:
    """Assignment, notebook, grade, solution, task and source cells are, row by row, those of stock nbgrader, in its order."""
    with Ledger(course) as ledger:
        for name in (ONE, TWO):
            ledger.enter_plan(plan_of(course, name))
    assert rows(url_of(course), SOURCE_ROWS) == rows(url_of(stock), SOURCE_ROWS)
    assert order(course) == order(stock)


def order(root: Path) -> list[str]:
    with Gradebook(url_of(root), "log2attn") as book:
        notebook = book.find_notebook(ONE, ASSIGNMENT)
        return [
            cell.name
            for cell in [
                *notebook.source_cells,
                *notebook.grade_cells,
                *notebook.solution_cells,
                *notebook.task_cells,
            ]
        ]


def test_a_plan_entered_again_changes_nothing(course: Path) -> None:
    """The same plan leaves every row as it is, ids and all."""
    enter(course)
    before = everything(course)
    enter(course)
    assert everything(course) == before


def test_the_gradebook_is_one_that_nbgrader_upgrades(course: Path) -> None:
    """`nbgrader db upgrade` finds nothing to do in a gradebook the ledger made, also if nbgrader's helper program is not on the path."""
    enter(course)
    before = everything(course)
    nbgrader(course, "db", "upgrade")
    assert everything(course) == before


@pytest.mark.parametrize("cells", ["points", "fewer", "more", "another kind"])
def test_a_changed_source_is_entered_as_stock_enters_it(
    stock: Path, course: Path, tmp_path: Path, cells: str
) -> None:
    """While nobody has handed in, changed points, cells that come, go, or change their kind leave the rows stock leaves."""
    changed = {
        "points": source_cells(points=1.5),
        "fewer": [cell for cell in source_cells() if cell.id not in ("draw", "task")],
        "more": [
            *source_cells(),
            marked_cell("code", "extra", "assert True", grade=True, locked=True, points=1),
        ],
        "another kind": [
            marked_cell("markdown", "draw", "By hand.", grade=True, solution=True, points=3)
            if cell.id == "draw"
            else cell
            for cell in source_cells()
        ],
    }[cells]
    with Ledger(course) as ledger:
        ledger.enter_plan(plan_of(course))
        ledger.enter_plan(plan_of(course, TWO))
    theirs = copy_of(stock, tmp_path / "theirs")
    for root in (course, theirs):
        write_notebook(root / "source" / ASSIGNMENT / f"{ONE}.ipynb", changed)
    nbgrader(theirs, "generate_assignment", ASSIGNMENT, "--force")
    shutil.copytree(theirs / "release", course / "release", dirs_exist_ok=True)
    with Ledger(course) as ledger:
        ledger.enter_plan(plan_of(course))
    assert rows(url_of(course), SOURCE_ROWS) == rows(url_of(theirs), SOURCE_ROWS)
    assert order(course) == order(theirs)


def test_graded_work_keeps_its_cells(course: Path) -> None:
    """Once work is graded, points may change and grades stay; a cell that goes is refused in words, and nothing is written."""
    enter(course)
    before = marks(course, "ada", ONE)
    write_notebook(course / "source" / ASSIGNMENT / f"{ONE}.ipynb", source_cells(points=7))
    shutil.rmtree(course / "release")
    with Ledger(course) as ledger:
        ledger.enter_plan(plan_of(course))
        assert marks(course, "ada", ONE) == before
        assert ["one", "double-visible", "GradeCell", 7.0, "code"] in rows(url_of(course), SOURCE_ROWS)[
            "grade cells"
        ]
        write_notebook(
            course / "source" / ASSIGNMENT / f"{ONE}.ipynb",
            [cell for cell in source_cells() if cell.id != "why"],
        )
        kept = everything(course)
        with pytest.raises(CourseError, match="already holds work: why"):
            ledger.enter_plan(plan_of(course))
    assert everything(course) == kept


def test_a_notebook_may_join_an_assignment_that_is_under_way(course: Path) -> None:
    """A notebook added after work was graded is there for everybody who handed in: as zero, or waiting if they handed it in; stock then grades it."""
    (course / "source" / ASSIGNMENT / f"{TWO}.ipynb").rename(course / "two.ipynb")
    with Ledger(course) as ledger:
        ledger.enter_plan(plan_of(course, ONE))
        ledger.enter_many(
            entries_of_one := [entry for entry in entries_of(course) if entry.plan.notebook == ONE]
        )
        assert entries_of_one
        (course / "two.ipynb").rename(course / "source" / ASSIGNMENT / f"{TWO}.ipynb")
        ledger.enter_plan(plan_of(course, TWO))
    assert marks(course, "ada", TWO)["why"] == (None, None, True)
    assert marks(course, "cal", TWO)["why"] == (0.0, None, False)
    nbgrader(course, "autograde", ASSIGNMENT, "--student", "ada")
    assert marks(course, "ada", TWO)["why"] == (0.0, None, False)


def entries_of(root: Path) -> list[Entry]:
    plan = plan_of(root, ONE)
    return [Entry(learner, plan, work_of(plan, double=RIGHT), verdict_of(plan)) for learner in ("ada", "cal")]


# The verdicts


def test_verdicts_leave_the_rows_that_autograde_leaves(autograded: Path, course: Path) -> None:
    """Students, submissions, notebooks, grades and comments are, row by row, those of stock nbgrader; a notebook not handed in is its zero."""
    enter(course)
    assert rows(url_of(course), LEARNER_ROWS) == rows(url_of(autograded), LEARNER_ROWS)


def test_entering_again_changes_nothing(course: Path) -> None:
    """The same verdicts leave every row as it is."""
    enter(course)
    before = everything(course)
    enter(course)
    assert everything(course) == before


def test_the_rows_do_not_depend_on_order_or_company(course: Path, tmp_path: Path) -> None:
    """One by one, in another order, with a transaction for each or for all: the same rows."""
    other = copy_of(course, tmp_path / "other")
    enter(course)
    with Ledger(other, per_commit=1) as ledger:
        for name in (TWO, ONE):
            ledger.enter_plan(plan_of(other, name))
        for entry in reversed(entries(other)):
            ledger.enter(entry.learner, entry.plan, entry.work, entry.verdict)
    assert rows(url_of(course), LEARNER_ROWS) == rows(url_of(other), LEARNER_ROWS)


def test_stock_grades_before_and_after(autograded: Path, course: Path, tmp_path: Path) -> None:
    """In one gradebook, stock nbgrader may grade after the ledger, and the ledger after stock: always the same rows."""
    expected = rows(url_of(autograded), LEARNER_ROWS)
    enter(course)
    nbgrader(course, "autograde", ASSIGNMENT, "--force")
    assert rows(url_of(course), LEARNER_ROWS) == expected
    ours = copy_of(autograded, tmp_path / "ours")
    enter(ours)
    assert rows(url_of(ours), LEARNER_ROWS) == expected
    nbgrader(ours, "generate_assignment", ASSIGNMENT, "--force")
    assert rows(url_of(ours), LEARNER_ROWS) == expected


def test_what_is_waiting_is_not_a_zero(course: Path) -> None:
    """A notebook that was handed in and has no verdict yet waits for one; only one that was not handed in is zero."""
    with Ledger(course) as ledger:
        for name in (ONE, TWO):
            ledger.enter_plan(plan_of(course, name))
        ledger.enter_many(entries(course)[:1])
        assert marks(course, "ada", TWO)["double-visible"] == (None, None, True)
        ledger.enter_many(entries(course)[1:])
        assert marks(course, "bob", ONE)["double-visible"] == (0.0, None, False)


def test_an_interrupted_run_leaves_a_gradebook_that_can_be_used(course: Path, autograded: Path) -> None:
    """If grading stops in the middle, the verdicts that were reached are in, and going on gives what one run gives."""

    def stops() -> Iterator[Entry]:
        yield from entries(course)[:2]
        raise KeyboardInterrupt

    with Ledger(course) as ledger:
        for name in (ONE, TWO):
            ledger.enter_plan(plan_of(course, name))
        with pytest.raises(KeyboardInterrupt):
            ledger.enter_many(stops())
    assert marks(course, "ada", ONE)["double-visible"] == (1.0, None, False)
    with Gradebook(url_of(course), "log2attn") as book:
        assert [row["student"] for row in book.submission_dicts(ASSIGNMENT)] == ["ada"]
    enter(course)
    assert rows(url_of(course), LEARNER_ROWS) == rows(url_of(autograded), LEARNER_ROWS)


def test_broken_keeps_the_old_mark(course: Path) -> None:
    """Where the grader itself broke, the old mark stays; where there was none, or a zero that nobody may have earned, a person must look."""
    plan = plan_of(course)
    broken = Verdict([Item(cell.id, BROKEN, None, cell.points) for cell in plan.marked])
    enter(course)
    enter(course, Entry("ada", plan, entries(course)[0].work, broken))
    assert marks(course, "ada", ONE)["double-visible"] == (1.0, None, False)
    enter(course, Entry("bob", plan, work_of(plan), broken), Entry("new", plan, work_of(plan), broken))
    assert marks(course, "bob", ONE)["double-visible"] == (0.0, None, True)
    assert marks(course, "new", ONE)["double-visible"] == (None, None, True)


def test_a_notebook_in_the_manual_queue_waits_for_a_person(course: Path) -> None:
    """No mark of a file that could not be read is made up; all its cells wait, also where the answer looks untouched."""
    plan = plan_of(course)
    queued = Verdict(
        [Item(cell.id, "manual", None, cell.points) for cell in plan.marked],
        queue="It is a PDF, not a notebook.",
    )
    enter(course, Entry("ada", plan, None, queued))
    assert set(marks(course, "ada", ONE).values()) == {(None, None, True)}
    doubted = Work(work_of(plan).cells, doubts={"why": "The answer may stand in another cell."})
    enter(course, Entry("ada", plan, doubted, verdict_of(plan)))
    assert marks(course, "ada", ONE)["why"] == (None, None, True)
    assert marks(course, "ada", ONE)["draw"] == (0.0, None, False)


def test_an_item_without_a_verdict_is_not_a_zero(course: Path) -> None:
    """A marked cell of which the verdict says nothing waits for a person."""
    plan = plan_of(course)
    enter(course, Entry("ada", plan, work_of(plan, why="So."), Verdict([])))
    assert marks(course, "ada", ONE)["double-visible"] == (None, None, True)


def test_a_plan_must_come_first(course: Path) -> None:
    """A verdict on a notebook that the gradebook does not know is refused in words."""
    with Ledger(course) as ledger, pytest.raises(CourseError, match="does not know ps1"):
        ledger.enter_many(entries(course))


# Time


LATE = """
from nbgrader.plugins import BasePlugin

class HalfOff(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return 0.5 * total_seconds_late / 3600 if score else -1
"""


@pytest.mark.parametrize(
    ("rule", "off"),
    [
        ("", None),
        ("LateSubmissionPlugin.penalty_method = 'zero'", 3.5),
        ("AssignLatePenalties.plugin_class = 'late_rule.HalfOff'", 1.0),
    ],
)
def test_late_work_costs_what_it_costs_in_stock(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rule: str, off: float | None
) -> None:
    """Times and penalties are those of stock nbgrader's own code on the same gradebook: with no rule, with its own, and with a plugin of the course."""
    (tmp_path / "late_rule.py").write_text(LATE)
    monkeypatch.syspath_prepend(str(tmp_path))
    with (course / "nbgrader_config.py").open("a") as config:
        config.write(f"\nc.{rule}\n" if rule else "")
    at = {
        "ada": datetime(2026, 10, 1, 16, tzinfo=timezone(timedelta(hours=2))),
        "bob": datetime(2026, 10, 1, 11, tzinfo=UTC),
    }
    enter(course)
    change(url_of(course), "UPDATE assignment SET duedate = :due", due=DUE)
    enter(
        course,
        *[
            Entry(entry.learner, entry.plan, entry.work, entry.verdict, at[entry.learner])
            for entry in entries(course)
        ],
    )
    ours = rows(url_of(course), LEARNER_ROWS)
    with Gradebook(url_of(course), "log2attn") as book:
        for learner, said in (("ada", "2026-10-01 14:00:00 UTC"), ("bob", "2026-10-01 11:00:00 UTC")):
            book.update_or_create_submission(ASSIGNMENT, learner, timestamp=said)
    for learner, name in (("ada", ONE), ("ada", TWO), ("bob", TWO)):
        resources = {
            "nbgrader": {
                "notebook": name,
                "assignment": ASSIGNMENT,
                "student": learner,
                "db_url": url_of(course),
            }
        }
        AssignLatePenalties(config=Nbgrader(course).config).preprocess(nbformat.v4.new_notebook(), resources)
    assert rows(url_of(course), LEARNER_ROWS) == ours
    penalties = {(learner, notebook): penalty for learner, notebook, _, penalty in ours["notebook"]}
    assert (penalties["ada", ONE], penalties["bob", TWO]) == (off, None)


def test_an_extension_counts(course: Path) -> None:
    """A learner with an extension is late only after it, and a penalty once given goes when the extension is granted."""
    with (course / "nbgrader_config.py").open("a") as config:
        config.write("\nc.LateSubmissionPlugin.penalty_method = 'zero'\n")
    with Ledger(course) as ledger:
        for name in (ONE, TWO):
            ledger.enter_plan(plan_of(course, name))
        change(url_of(course), "UPDATE assignment SET duedate = :due", due=DUE)
        entry = entries(course)[0]
        ledger.enter(
            entry.learner, entry.plan, entry.work, entry.verdict, datetime(2026, 10, 1, 14, tzinfo=UTC)
        )
        assert penalty(course) == 3.5
        with Gradebook(url_of(course), "log2attn") as book:
            book.grant_extension(ASSIGNMENT, "ada", hours=3)
        ledger.enter(entry.learner, entry.plan, entry.work, entry.verdict)
        assert penalty(course) is None


def penalty(root: Path) -> float | None:
    return next(row[3] for row in rows(url_of(root), LEARNER_ROWS)["notebook"] if row[:2] == ["ada", ONE])


def test_every_lookup_has_an_index(course: Path) -> None:
    """SQLite reads no table of learners' rows from end to end, neither for the ledger's own questions nor for a score that nbgrader asks for."""
    enter(course)
    engine = create_engine(url_of(course))
    asked = [
        "SELECT * FROM grade WHERE notebook_id IN ('x', 'y')",
        "SELECT * FROM comment WHERE notebook_id IN ('x', 'y')",
        "SELECT * FROM grade WHERE cell_id = 'x'",
        "SELECT * FROM submitted_notebook WHERE assignment_id IN ('x', 'y')",
        "SELECT * FROM submitted_notebook WHERE notebook_id = 'x'",
        "SELECT * FROM submitted_assignment WHERE assignment_id = 'x' AND student_id IN ('x', 'y')",
        "SELECT * FROM submitted_assignment WHERE student_id = 'x'",
        "SELECT sum(g.auto_score) FROM grade g, submitted_notebook n WHERE n.assignment_id = 'x' AND g.notebook_id = n.id",
        "UPDATE grade SET auto_score = 1 WHERE id = 'x'",
    ]
    with engine.connect() as db:
        plans = [str(row[3]) for query in asked for row in db.execute(text(f"EXPLAIN QUERY PLAN {query}"))]
    engine.dispose()
    assert plans
    assert [plan for plan in plans if not plan.startswith("SEARCH") or "INDEX" not in plan] == []


# Trouble


def test_a_gradebook_that_cannot_be_opened_is_named(course: Path) -> None:
    """A database we do not know, a driver that is missing and a server that is away are said in words, without the password."""
    config = Nbgrader(course).config
    for url, words in (
        ("mysql://someone:secret@host/db", "not mysql"),
        ("postgresql+nothing://someone:secret@host/db", "name the driver"),
        ("postgresql+psycopg://someone:secret@127.0.0.1:1/db", "cannot be opened"),
    ):
        config.CourseDirectory.db_url = url
        with pytest.raises(CourseError, match=words) as caught, Ledger(course, config=config):
            pass
        assert "secret" not in str(caught.value)


def test_a_locked_gradebook_is_said_in_words(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If another program keeps the gradebook locked, the ledger waits, then says so."""
    monkeypatch.setattr("log2attn.grading.ledger.schema.WAIT", 0.2)
    enter(course)
    with Ledger(course) as ledger:
        other = create_engine(url_of(course))
        with other.connect() as holder:
            holder.exec_driver_sql("BEGIN EXCLUSIVE")
            with pytest.raises(CourseError, match="locked"):
                ledger.enter_many(entries(course))
        other.dispose()
        assert ledger.enter_many(entries(course)) == []


def test_a_gradebook_that_lost_a_column_is_said_in_words(course: Path) -> None:
    """A gradebook of another version of nbgrader is not written to; the error says what to do."""
    enter(course)
    change(url_of(course), "ALTER TABLE submitted_assignment RENAME COLUMN extension TO something")
    with Ledger(course) as ledger, pytest.raises(CourseError, match="nbgrader db upgrade") as caught:
        ledger.enter_many(entries(course))
    assert isinstance(caught.value.__cause__, OperationalError)
