"""The gradebook in SQLite and in PostgreSQL: the same rows, and stock nbgrader works on both."""

import csv
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from grading_course import (
    ASSIGNMENT,
    LEARNER_ROWS,
    ONE,
    RIGHT,
    SOURCE_ROWS,
    TWO,
    autograded,
    db_url,
    enter,
    handed_in,
    plan_of,
    rows,
    url_of,
    verdict_of,
    work_of,
)
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import event
from support import nbgrader
from traitlets.config import Config

from log2attn.doors.nbgrader import Nbgrader
from log2attn.grading.ledger.ledger import Entry, Ledger
from log2attn.grading.ledger.read import Standing

pytestmark = pytest.mark.xdist_group(
    "ledger"
)  # one worker, so that stock nbgrader and PostgreSQL are started once


@pytest.fixture(scope="module")
def postgresql() -> Iterator[Callable[[], str]]:
    """A PostgreSQL server of our own, on a socket in a folder of its own. Call it for the URL of a new, empty database."""
    programs = _postgresql()
    folder = Path(tempfile.mkdtemp(prefix="l2a-pg-"))
    who = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if who:
        shutil.chown(folder, "postgres")

    def run(program: str, *words: str) -> None:
        done = subprocess.run(
            [*who, programs / program, *words],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr

    run(
        "initdb",
        "--pgdata",
        str(folder / "data"),
        "--username",
        "postgres",
        "--auth",
        "trust",
        "--encoding",
        "UTF8",
        "--locale",
        "C.UTF-8",
        "--no-sync",
    )
    run(
        "pg_ctl",
        "--pgdata",
        str(folder / "data"),
        "--log",
        str(folder / "log"),
        "--wait",
        "-o",
        f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off",
        "start",
    )
    address, made = f"?host={folder}", []

    def new() -> str:
        made.append(f"course{len(made)}")
        run(
            "createdb",
            "--host",
            str(folder),
            "--username",
            "postgres",
            *(["--template", made[0]] if made[1:] else []),
            made[-1],
        )
        url = f"postgresql+psycopg://postgres@/{made[-1]}{address}"
        if not made[1:]:  # the one that the others are copies of
            config = Config()
            config.CourseDirectory.db_url, config.CourseDirectory.course_id = url, "log2attn"
            with Ledger(folder, config=config):
                pass
            return new()
        return url

    try:
        yield new
    finally:
        run("pg_ctl", "--pgdata", str(folder / "data"), "--wait", "--mode", "immediate", "stop")
        shutil.rmtree(folder)


def _postgresql() -> Path:
    """The folder of PostgreSQL's programs. Without them, or without the driver, the test is skipped by name, or fails if LOG2ATTN_NO_SKIP=1."""
    found = shutil.which("initdb") or next(
        iter(sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin/initdb")), reverse=True)), None
    )
    reason = "" if found else "PostgreSQL is not installed (on Debian: apt-get install postgresql)"
    try:
        import psycopg  # noqa: F401
    except ImportError:
        reason = "psycopg is not installed (pip install 'psycopg[binary]')"
    if reason and os.environ.get("LOG2ATTN_NO_SKIP") == "1":
        pytest.fail(f"{reason}, and LOG2ATTN_NO_SKIP=1 forbids to skip.")
    if reason:
        pytest.skip(reason)
    return Path(found).resolve().parent


@pytest.fixture(params=["sqlite", "postgresql"])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The course, with its gradebook in SQLite or in PostgreSQL."""
    course = handed_in(tmp_path / "course")
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql")()
        with (course / "nbgrader_config.py").open("a") as config:
            config.write(f"\nc.CourseDirectory.db_url = {url!r}\n")
    return course


def test_both_databases_hold_the_rows_that_autograde_leaves(either: Path) -> None:
    """On PostgreSQL as on SQLite, the source's rows and the learners' rows are those of stock nbgrader; entering again changes nothing."""
    for _ in range(2):
        enter(either)
        assert rows(db_url(either), SOURCE_ROWS) == rows(url_of(autograded()), SOURCE_ROWS)
        assert rows(db_url(either), LEARNER_ROWS) == rows(url_of(autograded()), LEARNER_ROWS)


def test_stock_commands_work_on_both(either: Path, tmp_path: Path) -> None:
    """`nbgrader export` and `nbgrader autograde` work on a gradebook the ledger wrote, in either database."""
    enter(either)
    nbgrader(either, "export", "--to", str(tmp_path / "grades.csv"))
    with (tmp_path / "grades.csv").open(newline="") as file:
        scores = {
            row["student_id"]: (float(row["score"]), float(row["max_score"])) for row in csv.DictReader(file)
        }
    assert scores == {"ada": (3.5, 25), "bob": (3.5, 25)}
    nbgrader(either, "autograde", ASSIGNMENT, "--student", "ada")
    assert rows(db_url(either), LEARNER_ROWS)["grade"] == rows(url_of(autograded()), LEARNER_ROWS)["grade"]


def test_what_a_person_gave_survives(either: Path) -> None:
    """Points, extra credit, comments and flags given by a person stay when the learner is graded again; the answer is listed to be read once more."""
    enter(either)
    with Gradebook(db_url(either), "log2attn") as book:
        grade, comment = (
            book.find_grade("why", ONE, ASSIGNMENT, "ada"),
            book.find_comment("why", ONE, ASSIGNMENT, "ada"),
        )
        grade.manual_score, grade.extra_credit, grade.needs_manual_grade = 1.5, 0.5, False
        comment.manual_comment = "Say what is added to what."
        test = book.find_grade("double-visible", ONE, ASSIGNMENT, "ada")
        test.manual_score, test.needs_manual_grade = 0.5, False
        book.find_submission_notebook(ONE, ASSIGNMENT, "ada").flagged = True
        book.db.commit()
    enter(either)
    with Gradebook(db_url(either), "log2attn") as book:
        grade, comment = (
            book.find_grade("why", ONE, ASSIGNMENT, "ada"),
            book.find_comment("why", ONE, ASSIGNMENT, "ada"),
        )
        assert (grade.manual_score, grade.extra_credit, grade.score, grade.needs_manual_grade) == (
            1.5,
            0.5,
            2.0,
            True,
        )
        assert (comment.manual_comment, comment.auto_comment) == ("Say what is added to what.", None)
        test = book.find_grade("double-visible", ONE, ASSIGNMENT, "ada")
        assert (test.manual_score, test.auto_score, test.score, test.needs_manual_grade) == (
            0.5,
            1.0,
            0.5,
            True,
        )
        assert book.find_submission_notebook(ONE, ASSIGNMENT, "ada").flagged


def test_feedback_reads_what_stands(either: Path) -> None:
    """For the feedback page, the ledger reads what persons gave, extra credit in it, the machine's marks and the penalties: of some learners, with two statements."""
    enter(either)
    with Gradebook(db_url(either), "log2attn") as book:
        book.find_grade("why", ONE, ASSIGNMENT, "ada").manual_score = 1.5
        book.find_grade("double-visible", ONE, ASSIGNMENT, "ada").extra_credit = 0.5
        book.find_comment("why", ONE, ASSIGNMENT, "ada").manual_comment = "Good."
        book.find_comment("double", ONE, ASSIGNMENT, "ada").manual_comment = "Short."
        book.find_submission_notebook(ONE, ASSIGNMENT, "ada").late_submission_penalty = 0.25
        book.db.commit()
    with Ledger(either) as ledger:
        found = ledger.standings(ASSIGNMENT, ONE, ["ada", "nobody"])
    assert found == {
        "ada": Standing(
            manual={"why": (1.5, "Good."), "double-visible": (1.5, None), "double": (None, "Short.")},
            before={"double-visible": 1.0, "double-hidden": 2.5, "why": None, "draw": None, "task": None},
            penalty=0.25,
        )
    }


def test_formgrader_reads_both(either: Path) -> None:
    """What formgrader asks nbgrader's own programming interface, it gets: averages, submissions, students, notebooks, what needs reading."""
    enter(either)
    config = Nbgrader(either).config
    for learner, name in (("ada", ONE), ("ada", TWO), ("bob", TWO)):
        there = either / "autograded" / learner / ASSIGNMENT / f"{name}.ipynb"
        there.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(either / "submitted" / learner / ASSIGNMENT / f"{name}.ipynb", there)
    api = NbGraderAPI(CourseDirectory(config=config), config=config)
    assert api.get_assignment(ASSIGNMENT)["average_score"] == 3.5
    assert api.get_assignment(ASSIGNMENT)["max_score"] == 25
    assert [
        (row["student"], row["score"], row["needs_manual_grade"], row["autograded"])
        for row in api.get_submissions(ASSIGNMENT)
    ] == [
        ("ada", 3.5, True, True),
        ("bob", 3.5, True, True),
    ]
    assert [(row["name"], row["average_code_score"]) for row in api.get_notebooks(ASSIGNMENT)] == [
        (ONE, 1.75),
        (TWO, 1.75),
    ]
    assert sorted(
        (row["student"], row["failed_tests"]) for row in api.get_notebook_submissions(ASSIGNMENT, TWO)
    ) == [
        ("ada", True),
        ("bob", True),
    ]  # bob's drawing was left as it was: a code cell with 0 points
    assert [(row["id"], row["score"], row["max_score"]) for row in api.get_students()] == [
        ("ada", 3.5, 25),
        ("bob", 3.5, 25),
    ]
    assert [
        row["name"] for row in api.get_student_notebook_submissions("bob", ASSIGNMENT) if row["score"]
    ] == [TWO]


def test_one_learner_that_the_database_refuses_stops_nobody(either: Path) -> None:
    """A name that cannot be stored is reported, and everybody else of the same transaction is entered."""
    plan = plan_of(either)
    bad = "x" * 200 if "postgresql" in db_url(either) else "one\udcff"
    enter(either)
    with Ledger(either) as ledger:
        refused = ledger.enter_many(
            Entry(learner, plan, work_of(plan, double=RIGHT), verdict_of(plan))
            for learner in ("cal", bad, "dan")
        )
    assert [(one.learner, one.notebook) for one in refused] == [(bad, ONE)]
    assert {"ada", "bob", "cal", "dan"} == {row[0] for row in rows(db_url(either), LEARNER_ROWS)["student"]}


def test_the_work_does_not_grow_with_the_class(either: Path) -> None:
    """Entering a notebook takes as many statements in a class of sixty as in an empty one, and as many for thirty notebooks as for one."""
    plan = plan_of(either)
    with Ledger(either) as ledger:
        for name in (ONE, TWO):
            ledger.enter_plan(plan_of(either, name))
        said = []
        event.listen(
            ledger._engine, "before_cursor_execute", lambda _c, _u, statement, *_: said.append(statement)
        )

        def statements(*learners: str) -> int:
            said.clear()
            ledger.enter_many(
                Entry(learner, plan, work_of(plan, double=RIGHT), verdict_of(plan)) for learner in learners
            )
            return len(said)

        first = statements("a")
        assert statements(*(f"b{n}" for n in range(30))) == first
        assert statements(*(f"c{n}" for n in range(30))) == first
        assert statements("d") == first < 20
