"""The command line: what each verb prints, and how bad input is told."""

import builtins
import datetime as dt
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import forked
import pytest
from conftest import ROOT
from nbformat.v4 import new_code_cell

from log2attn.core.course import load_course
from log2attn.core.layout import Layout
from log2attn.doors.notebook import grade_id, read_notebook, write_as_found
from log2attn.jobs.check import check_file
from log2attn.jobs.progress import standing, take
from log2attn.learn.progress import note_passed
from log2attn.learn.shipped import exercises_of


def a_day_without_text() -> str:
    """A planned day that nobody has begun: a begun one proves, and `prove` has nothing to tell of it."""
    layout = Layout.find(ROOT)
    return str(
        next(day.number for day in load_course(layout.course_file).days if not layout.lesson(day).exists())
    )


PLANNED = a_day_without_text()


def log2attn(*words: str, at: Path) -> subprocess.CompletedProcess:
    program = Path(sys.executable).with_name("log2attn")
    return forked.run([str(program), *words], cwd=at, env=dict(os.environ), timeout=120)


def solved_copy(layout: Layout, day: int, answers: dict[str, str]) -> Path:
    """The learner's own copy of a day, with some answer cells filled."""
    written = next(d for d in [*layout.root.glob(f"release/*/day-{day:02d}-*.ipynb")])
    notebook = read_notebook(written)
    for cell in notebook.cells:
        if grade_id(cell) in answers:
            cell.source = answers[grade_id(cell)]
    path = layout.root / "copy.ipynb"
    path.write_bytes(write_as_found(notebook))
    return path


@pytest.fixture
def course(tmp_path: Path) -> Layout:
    """A folder with the real lessons and releases."""
    for folder in ("lessons", "release", "nbgrader_config.py"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    return Layout.find(tmp_path)


def test_alone_it_says_where_you_are(course: Layout) -> None:
    """log2attn alone says what is done, what is due for review, and what comes next."""
    said = log2attn(at=course.root)
    assert said.returncode == 0
    assert "Done: nothing yet." in said.stdout
    assert "Next: day 1, Powers, exponents and big numbers." in said.stdout


def test_finished_days_come_due(layout: Layout) -> None:
    """A finished day is due for review the next day, after a week, three weeks and two months; the next unfinished day comes next."""
    first = dt.date(2026, 3, 2)
    for id in exercises_of(3):
        note_passed(id, first)
    note_passed("d11-norm", first)
    for days, due in [(0, False), (1, True), (2, False), (7, True), (21, True), (60, True), (61, False)]:
        here = standing(layout, first + dt.timedelta(days=days))
        assert [day.number for day in here.done] == [3]
        assert [day.number for day, _ in here.review] == ([3] if due else [])
        assert here.next.number == 1
        assert here.begun[0].number == 11


def test_the_next_day_says_what_it_looks_back_at(layout: Layout) -> None:
    """When the first nine days are done, day 10 comes next, and its first part looks back at days 9 and 3."""
    for day in range(1, 10):
        for id in exercises_of(day):
            note_passed(id, dt.date(2026, 3, day))
    here = standing(layout, dt.date(2026, 3, 10))
    assert here.next.number in (10, 11)
    assert here.back[:2] == (here.next.number - 1, here.next.number - 7)
    assert [day.number for day, _ in here.review] == [3, 9]


def test_take_makes_a_copy_once(course: Layout) -> None:
    """take copies the released day to my/ and prints its path; a copy that is there already, with work in it, is left as it is."""
    said = log2attn("take", at=course.root)
    mine = Path(said.stdout.strip())
    assert mine == course.root / "my" / "phase-1-ai" / "day-01-powers.ipynb"
    mine.write_text("my work")
    assert log2attn("take", "1", at=course.root).stdout.strip() == str(mine)
    assert mine.read_text() == "my work"


def links_of(path: Path) -> list[Path]:
    """The notebooks that a notebook links to."""
    prose = [cell.source for cell in read_notebook(path).cells if cell.cell_type == "markdown"]
    names = re.findall(r"\]\(((?!https?:)[^)]+\.ipynb)\)", "\n".join(prose))
    return [(path.parent / name).resolve() for name in names]


def test_every_link_of_a_copy_leads_somewhere(course: Layout) -> None:
    """After one take, each link in every copy, to what a day needs, to yesterday and to tomorrow, leads to a copy of the learner's own."""
    log2attn("take", at=course.root)
    copies = list((course.root / "my").rglob("*.ipynb"))
    links = [link for path in copies for link in links_of(path)]
    assert len(links) > len(copies)
    assert {
        link for link in links if not (link.exists() and link.is_relative_to(course.root / "my"))
    } == set()


def test_a_copy_nobody_touched_follows_the_release(mini: Layout) -> None:
    """When the course is updated, take renews the copies that nobody has worked in, and leaves the others as they are."""
    day = load_course(mini.course_file).written[0]
    released, mine = mini.release(day), mini.mine(day)
    released.parent.mkdir(parents=True)
    for text, expected in ((b"first", b"first"), (b"second", b"second")):
        released.write_bytes(text)
        assert take(mini)[0].read_bytes() == expected
    mine.write_bytes(b"my work")
    released.write_bytes(b"third")
    assert take(mini) == (mine, False)
    assert mine.read_bytes() == b"my work"
    mini.taken.write_text("damaged")
    assert take(mini)[0].read_bytes() == b"my work"


def test_a_day_that_was_taken_is_not_offered_again(course: Layout) -> None:
    """log2attn alone offers take only while there is no copy of the next day."""
    assert "log2attn take 1 " in log2attn(at=course.root).stdout
    log2attn("take", at=course.root)
    said = log2attn(at=course.root).stdout
    assert "log2attn take" not in said
    assert "log2attn check 1 " in said


def test_check_from_the_shell(course: Layout) -> None:
    """log2attn check FILE says for every exercise what check(…) would say, and its exit code says whether all passed."""
    right = "def log_product(xs):\n    return np.log(xs).sum()"
    wrong = "def log_base(x, b):\n    return np.log(x) * np.log(b)"
    path = solved_copy(course, 3, {"d03-log_product": right, "d03-log_base": wrong})
    said = log2attn("check", str(path), at=course.root)
    assert said.returncode == 1
    assert said.stdout.count("all checks passed") == 1
    assert "It behaves like" in said.stdout
    assert said.stdout.count("not started yet") == len(exercises_of(3)) - 2


def test_cards_in_a_terminal_say_what_a_terminal_can_do(course: Layout) -> None:
    """From the shell, every card names the exercise and the file, says which command to type, and sends nobody to a cell."""
    wrong = "def log_base(x, b):\n    return np.log(x) * np.log(b)"
    path = solved_copy(course, 3, {"d03-log_base": wrong, "d03-log_product": "log_product_ = 1"})
    said = log2attn("check", path.name, at=course.root).stdout
    for id in exercises_of(3):
        assert f"Where: {id} in {path.name}\n" in said
    words = " ".join(said.split())
    assert f"Change log_base, save the file, then type: log2attn check {path.name}." in words
    assert "Stuck? log2attn hint d03-log_base" in words
    assert f"log_product is not there after the cells of {path.name} have run" in words
    for gesture in ("run its cell", "Run the cell", "cell above", "cells above", 'hint("'):
        assert gesture not in words


def test_hints_from_the_shell() -> None:
    """log2attn hint gives the first hint, says how many there are and how to get the next; a number gives so many; bad input is told."""
    first, all_of_them = (
        log2attn("hint", "d03-log_base", at=ROOT),
        log2attn("hint", "d03-log_base", "3", at=ROOT),
    )
    assert first.returncode == all_of_them.returncode == 0
    assert "hint 1 of 3" in first.stdout
    assert "There are 3 hints; log2attn hint d03-log_base 2 shows the next one." in first.stdout
    assert [f"Hint {n}" in first.stdout for n in (1, 2)] == [True, False]
    assert all(f"Hint {n}" in all_of_them.stdout for n in (1, 2, 3))
    assert "That was the last one." in all_of_them.stdout
    for words, says in (
        (("d03-log_bse",), "Did you mean 'd03-log_base'?"),
        (("d03-log_base", "4"), "no hint 4"),
    ):
        said = log2attn("hint", *words, at=ROOT)
        assert said.returncode == 2
        assert says in said.stderr


@pytest.mark.parametrize(
    ("day_3", "says"),
    [
        ("import os\nos._exit(0)", "which begins with `import os`"),
        ("def log_base(x, b):\n    import os\n    os._exit(0)", "(d03-log_base-visible)"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)", "which begins with `import os, signal`"),
    ],
)
def test_a_notebook_that_ends_python_is_told(course: Layout, day_3: str, says: str) -> None:
    """A notebook that calls os._exit, or crashes, is said to have done so and where; the command ends with 2 and not as if all were well."""
    path = solved_copy(course, 3, {"d03-log_base": day_3})
    said = log2attn("check", str(path), at=course.root)
    assert said.returncode == 2
    assert "ended its own Python" in said.stderr
    assert says in said.stderr
    assert "next:" in said.stderr


OWN_CELLS = [
    "exit()",
    "quit()",
    "import sys\nsys.exit(1)",
    "name = input('Who are you? ')",
    "!pip install numpy\n%load_ext autoreload\n%run more.py",
    "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\nx = await undefined()",
]


def test_a_check_judges_as_the_grader_does(course: Layout) -> None:
    """What learners leave in their notebooks, magics, shell lines, exit(), input(), is in nobody's way, and none of it ends the command as if all were well."""
    right = "%%time\ndef log_product(xs):\n    return np.log(xs).sum()"
    path = solved_copy(course, 3, {"d03-log_product": right, "d03-log_base": "%run more.py"})
    (course.root / "more.py").write_text("def log_base(x, b):\n    return np.log(x) / np.log(b)")
    notebook = read_notebook(path)
    first = next(cell for cell in notebook.cells if "import numpy" in cell.source)
    first.source = f"%matplotlib inline\n{first.source}"
    place = notebook.cells.index(first) + 1
    notebook.cells[place:place] = [new_code_cell(text) for text in OWN_CELLS]
    path.write_bytes(write_as_found(notebook))
    said = log2attn("check", str(path), at=course.root / "lessons")
    assert said.stdout.count("all checks passed") == 2, said.stdout + said.stderr
    assert said.stdout.count("not started yet") == len(exercises_of(3)) - 2
    assert said.returncode == 1


def test_a_check_leaves_its_own_process_as_it_was(course: Layout) -> None:
    """Streams, built-ins, the current folder and the environment are after a check what they were before."""
    path = solved_copy(course, 3, {"d03-log_product": "import os\nos.chdir('/')\ninput = print"})

    def surroundings() -> list:
        names = ("input", "exit", "display", "get_ipython")
        main = sys.modules["__main__"]
        return [
            sys.stdout,
            sys.stderr,
            main,
            Path.cwd(),
            dict(os.environ),
            *(getattr(builtins, n, None) for n in names),
        ]

    os.environ["MPLBACKEND"] = "Agg"
    before = surroundings()
    assert len(list(check_file(course, str(path)))) == len(exercises_of(3))
    assert surroundings() == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("check", "71"), "There is no day '71'"),
        (("check", PLANNED), "planned and not yet written"),
        (("check", "3"), "You have no copy of day 3 yet"),
        (("check", "nowhere.ipynb"), "There is no such notebook"),
        (("take", "logarithms"), "There is no day 'logarithms'"),
        (("adopt", "day-99"), "There is no day 'day-99'"),
        (("prove", PLANNED), "planned"),
        (("grade", "phase-9"), "There is no assignment 'phase-9'"),
        (("build", "--private"), "own seed"),
    ],
)
def test_bad_input_is_told(course: Layout, words: tuple[str, ...], says: str) -> None:
    """Bad input ends with exit code 2 and a message that says what is wrong and what to do, without a traceback."""
    said = log2attn(*words, at=course.root)
    assert said.returncode == 2, said.stdout
    assert says in said.stderr
    assert "next:" in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not json",
        b"\xff\xfe\x00",
        b"[]",
        b"{}",
        b'{"cells": 3, "nbformat": 4, "nbformat_minor": 5}',
        json.dumps({"a": 1}).encode(),
    ],
)
def test_a_file_that_is_no_notebook(course: Layout, content: bytes) -> None:
    """A file that is no notebook is refused in words, and left as it is."""
    path = course.root / "broken.ipynb"
    path.write_bytes(content)
    said = log2attn("check", str(path), at=course.root)
    assert said.returncode == 2, said.stdout + said.stderr
    assert "not a notebook" in said.stderr
    assert path.read_bytes() == content


def test_outside_a_course(tmp_path: Path) -> None:
    """Outside a course folder every verb says so: one of ours for what reads lessons, any nbgrader course for what grades."""
    for verb, course in (("take", "a log2attn course"), ("report", "an nbgrader course")):
        said = log2attn(verb, at=tmp_path)
        assert said.returncode == 2
        assert f"not part of {course}" in said.stderr


def test_prove_says_what_is_wrong(mini: Layout) -> None:
    """prove exits with 1 and names the answer, the check and the line when a mistake gets through."""
    answers = mini.lessons / "phase-1-small" / "day-01-double.answers.py"
    answers.write_text(answers.read_text().replace("return x**2", "return x + x"))
    said = log2attn("prove", at=mini.root)
    assert said.returncode == 1
    assert "mistake 1 (line 1" in said.stdout
    assert "is caught by no check at all" in said.stdout


def test_help_knows_every_verb() -> None:
    """--help lists every verb with its sentence."""
    said = log2attn("--help", at=ROOT)
    for verb in ("take", "check", "build", "adopt", "prove", "sample", "grade", "report"):
        assert f" {verb} " in said.stdout


def test_help_names_every_verb_by_person(course: Layout) -> None:
    """--help lists the verbs under the person who needs them, and each verb's first sentence whole."""
    said = log2attn("--help", at=course.root).stdout
    parts = [line.rstrip(":") for line in said.splitlines() if re.match(r"\S.*:$", line)]
    assert parts == ["Options", "Learners", "Instructors", "Authors"]
    assert "..." not in said.partition("Learners:")[2]
    for verb in ("take", "grade", "report", "new", "tries"):
        own = log2attn(verb, "--help", at=course.root).stdout
        first = " ".join(own.split("\n\n")[1].split()).partition(". ")[0]
        assert first.rstrip(".") in " ".join(said.split())
