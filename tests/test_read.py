"""Reading written answers in the terminal: one question at a time, and what is given stands in the gradebook as formgrader would have entered it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from grading_course import (
    ASSIGNMENT,
    LEARNER_ROWS,
    ONE,
    TWO,
    autograded,
    copy_of,
    db_url,
    handed_in,
    rows,
)
from nbgrader.api import Gradebook
from typer.testing import CliRunner

from log2attn.cli import app
from log2attn.core.errors import CourseError
from log2attn.grading.desk.reading import Answer, Question, in_order, paragraphs, points_and_comment
from log2attn.grading.desk.session import Session
from log2attn.grading.schedule.folder import Folder
from log2attn.jobs.grade import Choice, Summary, grade
from log2attn.jobs.read import ReadingDesk, listed

pytestmark = pytest.mark.xdist_group("ledger")

QUESTION = Question("ps1", "one", "why", 2.0, "Why?", "Because.")


@pytest.fixture
def stock(tmp_path: Path) -> Path:
    """A course that stock nbgrader has graded: ada's 'why' and 'draw' of the first notebook wait for a person."""
    return copy_of(autograded(), tmp_path / "course")


def read(root: Path, *words: str, typed: str = "") -> str:
    """What `log2attn read` prints when these lines are typed."""
    done = CliRunner(env={"COLUMNS": "80"}).invoke(app, ["read", *words, "--course", str(root)], input=typed)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0
    return done.stdout


def whole(root: Path) -> dict[str, set[tuple]]:
    """Every row of the gradebook about learners."""
    return {name: {tuple(row) for row in found} for name, found in rows(db_url(root), LEARNER_ROWS).items()}


def marks(root: Path, cell: str) -> dict[tuple[str, str], tuple]:
    """(learner, notebook) → the machine's score, the person's, whether it waits, the person's comment."""
    found = rows(db_url(root), LEARNER_ROWS)
    said = {(who, of): manual for who, of, name, _, manual in found["comment"] if name == cell}
    return {
        (who, of): (auto, manual, bool(needs), said[who, of])
        for who, of, name, auto, manual, _, needs in found["grade"]
        if name == cell
    }


def test_what_is_given_stands_in_the_gradebook(stock: Path) -> None:
    """Points and a comment are entered as formgrader enters them, in a course that stock nbgrader graded; no other row changes, and the list of what waits is shorter by one."""
    before = whole(stock)
    assert ("ada", ONE, "why", None, None, None, 1) in before["grade"]
    said = read(stock, f"{ONE}/why", typed="1.5 Say what is added.\n")
    assert "It is a sum." in said and "Because." in said and "1 given. Nothing waits." in said
    after = whole(stock)
    assert before["grade"] ^ after["grade"] == {
        ("ada", ONE, "why", None, None, None, 1),
        ("ada", ONE, "why", None, 1.5, None, 0),
    }
    assert before["comment"] ^ after["comment"] == {
        ("ada", ONE, "why", None, None),
        ("ada", ONE, "why", None, "Say what is added."),
    }
    assert all(after[name] == before[name] for name in ("student", "submission", "notebook"))
    with Gradebook(f"sqlite:///{stock / 'gradebook.db'}", "log2attn") as book:  # what formgrader shows
        shown = book.find_grade("why", ONE, ASSIGNMENT, "ada").to_dict()
        assert (shown["manual_score"], shown["needs_manual_grade"]) == (1.5, False)
        assert book.find_comment("why", ONE, ASSIGNMENT, "ada").comment == "Say what is added."


def test_grading_again_keeps_what_was_given(tmp_path: Path) -> None:
    """After a new file is handed in and graded, points and comment are still there and the answer is listed once more; Enter keeps them."""
    root = handed_in(tmp_path / "course")
    list(grade(Folder(root), Choice(jobs=1), Summary()))
    read(root, f"{ONE}/why", typed="1.5 Say what is added.\n")
    assert marks(root, "why")["ada", ONE] == (None, 1.5, False, "Say what is added.")
    list(grade(Folder(root), Choice(jobs=1, again=True), Summary()))
    assert marks(root, "why")["ada", ONE] == (None, 1.5, True, "Say what is added.")
    said = read(root, f"{ONE}/why", typed="\n")
    assert "Given before: 1.5, and this was graded again since." in said and "Enter keeps 1.5" in said
    assert marks(root, "why")["ada", ONE] == (None, 1.5, False, "Say what is added.")


def test_what_waits_is_listed(stock: Path) -> None:
    """Without a name, every question with answers is listed, how many wait and how many were read, in 80 columns, and what to type next."""
    with ReadingDesk(Folder(stock)) as desk:
        lines = list(listed(desk, 80))
    assert max(map(len, lines)) <= 80
    assert lines[0].split() == ["answer", "to", "read", "read", "points", "notebook", "assignment"]
    assert ["why", "1", "2", ONE, ASSIGNMENT] in [line.split() for line in lines]
    assert lines[-1] == f"Next: log2attn read {ONE}/why"


def test_a_name_in_several_notebooks_is_asked_back(stock: Path) -> None:
    """A name that several notebooks have, or none, is refused with what to type."""
    with ReadingDesk(Folder(stock)) as desk:
        with pytest.raises(CourseError, match="stands in") as several:
            desk.question("why")
        assert f"log2attn read {ONE}/why" in several.value.then
        with pytest.raises(CourseError, match="called 'wye'") as none:
            desk.question("wye")
        assert "why" in none.value.then
        assert desk.question(f"{TWO}/why").notebook == TWO


def test_a_task_is_read_with_what_stands_below_it(stock: Path) -> None:
    """For a task cell the mark scheme is the model answer, and the answer is what the learner wrote below the task."""
    from log2attn.doors.notebook import new_markdown_cell, read_notebook, write_as_found

    path = Folder(stock).autograded("ada", ASSIGNMENT, ONE)
    notebook = read_notebook(path)
    notebook.cells.append(new_markdown_cell("I did something."))
    path.chmod(0o644)
    path.write_bytes(write_as_found(notebook))
    with ReadingDesk(Folder(stock)) as desk:
        question = desk.question(f"{ONE}/task")
        assert "1 point for trying" in question.model and "Do something." in question.asked
        assert "MARK SCHEME" not in question.model + question.asked
        (answer,), lost = desk.answers(question)
    assert (answer.learner, answer.text, answer.prose, lost) == ("ada", "I did something.", True, [])


def test_an_answer_that_cannot_be_shown_is_named(stock: Path) -> None:
    """Where the autograded notebook is gone, the learner is named and the answer goes on waiting."""
    path = Folder(stock).autograded("ada", ASSIGNMENT, ONE)
    path.unlink()
    said = read(stock, f"{ONE}/why")
    assert (
        "ada: this answer waits, but its notebook cannot be shown here" in said
        and "0 given. 1 still waits" in said
    )


def test_what_a_learner_wrote_cannot_drive_the_terminal(stock: Path) -> None:
    """Control sequences in an answer are not sent to the terminal."""
    root = stock
    path = Folder(root).autograded("ada", ASSIGNMENT, ONE)
    path.chmod(0o644)
    evil = "\\u001b]0;owned\\u0007\\u001b[2Jbefore\\u009b31m"
    path.write_text(path.read_text().replace("It is a sum.", evil), encoding="utf-8")
    said = read(root, f"{ONE}/why", typed="q\n")
    assert "before" in said and not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", said)


# The keyboard


class Reader:
    """A session over three answers, with what was typed and what was entered."""

    def __init__(self, *typed: str | type[BaseException], give: Callable | None = None, **how: bool) -> None:
        self.typed, self.said, self.entered = list(typed), [], []
        answers = [
            Answer("ada", "A sum.", True, True),
            Answer("bo", "A product.", True, True, 1.0, "Look again."),
            Answer("cy", "x = 1", False, True, machine=0.5),
        ]
        self.given = Session(QUESTION, answers, give or self.give, self.ask, self.said.append, **how).run()

    def give(self, answer: Answer, score: float, comment: str | None) -> None:
        self.entered.append((answer.learner, score, comment))

    def ask(self, prompt: str) -> str:
        assert len(prompt) <= 80
        line = self.typed.pop(0) if self.typed else EOFError
        if not isinstance(line, str):
            raise line
        return line

    @property
    def text(self) -> str:
        return "\n".join(self.said)


def test_each_line_gives_or_goes_on() -> None:
    """Points with or without a comment; a comment alone beside points that are there; Enter keeps points given before and leaves an answer without points waiting."""
    assert Reader("2", "1.5 Say more.", "0,5").entered == [
        ("ada", 2, None),
        ("bo", 1.5, "Say more."),
        ("cy", 0.5, None),
    ]
    assert Reader("", "c Better.", "").entered == [("bo", 1, "Better.")]
    assert Reader("", "c", "").entered == [("bo", 1, "")]
    assert Reader("", "", "").entered == [("bo", 1, None)]


def test_a_line_that_means_nothing_gives_nothing() -> None:
    """Points that are none, too many or negative, and a comment without points, are refused with what to type, and the same answer is asked again."""
    for line in ("good", "2.5", "-1", "nan", "inf", "1e0", "c Good.", "bb", "1.5.2"):
        session = Reader(line, "2", "q")
        assert session.entered == [("ada", 2, None)], line
        assert session.text.count("Not given.") == 1


def test_one_may_go_back(capsys: pytest.CaptureFixture[str]) -> None:
    """b shows the answer before with what it was given, and new points replace those; the answer counts once."""
    session = Reader("1 First.", "b", "2 Second.", "q")
    assert session.entered == [("ada", 1, "First."), ("ada", 2, "Second.")]
    assert session.given == 1 and "Given before: 1." in session.text and "Comment: First." in session.text
    assert Reader("b", "2", "q").entered == [("ada", 2, None)]


@pytest.mark.parametrize("end", ["q", EOFError, KeyboardInterrupt])
def test_stopping_loses_nothing(end: str | type[BaseException]) -> None:
    """What was given before somebody stops, or the terminal goes, was entered at once."""
    assert Reader("2 Good.", end).entered == [("ada", 2, "Good.")]


def test_a_gradebook_that_refuses_is_told_and_asked_again() -> None:
    """If the gradebook does not take it, that is said, nothing counts as given, and the same answer is asked again."""
    tries = []

    def give(answer: Answer, *_: object) -> None:
        tries.append(answer.learner)
        if len(tries) == 1:
            raise CourseError("The gradebook cannot be written: locked.", then="Close formgrader.")

    session = Reader("2", "2", "q", give=give)
    assert tries == ["ada", "ada"] and session.given == 1
    assert "Not given. The gradebook cannot be written: locked. Close formgrader." in session.text


def test_anonymous_reading_shows_no_name() -> None:
    """Anonymous, no learner is named, and the order is the same each time and not that of the names."""
    assert not {"ada", "bo", "cy"} & set(re.findall(r"\w+", Reader("2", "1", "1", anonymous=True).text))
    assert {"ada", "bo", "cy"} <= set(re.findall(r"\w+", Reader("2", "1", "1").text))
    answers = [Answer(f"learner-{n:02}", "", True, True) for n in range(30)]
    names = [answer.learner for answer in in_order(answers, "why", anonymous=True)]
    assert names == [a.learner for a in in_order(answers[::-1], "why", anonymous=True)] != sorted(names)
    assert [a.learner for a in in_order(answers[::-1], "why", anonymous=False)] == sorted(names)


def test_points_come_before_the_comment() -> None:
    """The first word is the points, with a point or a comma; the rest is the comment, to the last sign."""
    assert points_and_comment(" 1,5  Say: 2 + 2 = 4?  ", 2) == (1.5, "Say: 2 + 2 = 4?")
    assert points_and_comment(".5", 2) == (0.5, None)
    assert points_and_comment("0", 0) == (0, None)


def test_prose_fits_the_screen_and_code_stays() -> None:
    """A paragraph is set at the screen's width, lists and formulas keep their lines, and code is not touched."""
    prose = "one two\nthree four\n\n- a\n- b\n\n$$ x $$"
    assert list(paragraphs(prose, 14)) == ["one two three", "four", "", "- a", "- b", "", "$$ x $$", ""]
    assert list(paragraphs("if x:\n    y = " + "1" * 90, 14, prose=False)) == ["if x:", "    y = " + "1" * 90]
