"""Right marks in courses that are not ours: renamed files, settings, deadlines, pictures, hidden tests, and one bad notebook among good ones."""

from __future__ import annotations

import base64
import json
import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from support import nbgrader
from toy import Toy, cell, exercise, write

from log2attn.core.errors import CourseError
from log2attn.grading.schedule.archive import Archive
from log2attn.grading.schedule.assignment import Assignment
from log2attn.grading.schedule.folder import Folder
from log2attn.jobs.feedback import feedback

pytestmark = pytest.mark.xdist_group("right marks")

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGM4ISeHFTEMLQkAkL9BAbKfPiIAAAAASUVORK5CYII="
)
HALF = "def half(x):\n    return x / 2"
TWICE = "def twice(x):\n    return 2 * x"
AREA = "def area(a, b):\n    return {}\n"
SECRET = ("secretword", "7630", "hiddenz", "keptback")


def both_parts(toy: Toy, assignment: str) -> None:
    toy.source(
        assignment,
        "one",
        [cell("# Part one", text=True), *exercise("half", HALF, ("assert half(5) == 2.5", 5))],
    )
    toy.source(
        assignment,
        "two",
        [cell("# Part two", text=True), *exercise("twice", TWICE, ("assert twice(5) == 10", 5))],
    )


def renamed(toy: Toy) -> None:
    """Two notebooks, of which learners' files have other names."""
    both_parts(toy, "names")
    toy.hand_in("ann", "names", "one", file="one (1).ipynb", half=HALF)
    toy.hand_in("ann", "names", "two", twice="def twice(x):\n    return x")
    toy.hand_in("bob", "names", "one", file="week 1/one.ipynb", half=HALF)
    toy.hand_in("cal", "names", "two", twice=TWICE)


def own_modules(toy: Toy) -> None:
    """A module that learners edit, imported by a given cell, by a test, and by its name."""
    toy.source(
        "own",
        "shapes",
        [
            cell("import math\nfrom shapes import area", "imports"),
            cell("assert area(2, 3) == 6\nassert math.floor(area(5, 5)) == 25", "own-given", "test", 4),
            cell("from shapes import area as again\nassert again(2, 3) == 6", "own-inside", "test", 2),
            cell(
                "import shapes\n### BEGIN HIDDEN TESTS\nassert shapes.area(3, 3) == 9\n### END HIDDEN TESTS",
                "own-module",
                "test",
                1,
            ),
        ],
    )
    (toy.root / "source/own/shapes.py").write_text(AREA.format("a * b"))
    (toy.root / "release/own/shapes.py").write_text(AREA.format("..."))
    for who, body in {"ann": "b * a", "bob": "a + b"}.items():
        toy.hand_in(who, "own", "shapes", files={"shapes.py": AREA.format(body).encode()})
    toy.hand_in("cal", "own", "shapes")


def hidden_tests(toy: Toy) -> None:
    """Tests whose hidden values answers try to carry out, by each way an answer has."""
    loop = "for word, want in {{{}}}.items():\n    got = code(word)\n    assert got == want, f'{{word!r}} gives {{want}}, and you got {{got}}'"
    hidden = "### BEGIN HIDDEN TESTS\n{}\n### END HIDDEN TESTS"
    toy.source(
        "hidden",
        "words",
        [
            *exercise(
                "code",
                "def code(word):\n    return sum(ord(c) * 7 for c in word)",
                (loop.format("'a': 679") + "\n" + hidden.format(loop.format("'secretword': 7630")), 4),
            ),
            *exercise(
                "tail",
                "def tail(word):\n    return word[-1]",
                (
                    "def same(word, want):\n    assert tail(word) == want, f'{word} ends in {want}'\nsame('ab', 'b')\n"
                    + hidden.format(
                        "same('hiddenz', 'z')\nassert tail('keptback') == 'k', 'keptback ends in k'"
                    ),
                    2,
                ),
            ),
            *exercise(
                "last",
                "def last(x):\n    return x",
                ("assert last(1) == 1, f'1 is 1, and you got {last(1)}'", 1),
            ),
            # What cannot cross the boundary is marked in the learner's own process.
            *exercise(
                "pair",
                "def pair(word):\n    return type('Pair', (), {'__eq__': lambda self, other: True})()",
                (
                    "assert pair('ab') == pair('ab')\n"
                    + hidden.format("assert pair('hiddenz') == pair('keptback'), 'hiddenz is no keptback'"),
                    1,
                ),
            ),
        ],
    )
    toy.hand_in(
        "fixed",
        "hidden",
        "words",
        code="def code(word):\n    return 679",
        tail="def tail(word):\n    return 'b'",
        last="def last(x):\n    return 2",
    )
    toy.hand_in("raises", "hidden", "words", code="def code(word):\n    if word != 'a':\n        raise NameError(f\"name '{word}' is not defined\")\n    return 679",
        tail="def tail(word):\n    if word != 'ab':\n        raise type(word, (Exception,), {})(word)\n    return 'b'")  # fmt: skip
    # Errors with the names of those by which the grader says that something was stopped.
    stops = "class {0}({0}):\n    pass\ndef {1}(word):\n    if word not in ('a', 'ab'):\n        raise {0}(word)\n    return {2}"
    names = "class LineDead(Exception):\n    pass\nclass TestTimeout(Exception):\n    pass\n"
    toy.hand_in("stops", "hidden", "words", code=stops.format("TimeoutError", "code", "679"), tail=stops.format("TimeoutError", "tail", "'b'"),
        pair=stops.format("TimeoutError", "pair", "0"))  # fmt: skip
    toy.hand_in("dead", "hidden", "words", code=names + "def code(word):\n    raise LineDead(word)",
        tail="def tail(word):\n    raise TestTimeout(word) if word != 'ab' else KeyError(word)", pair="def pair(word):\n    raise TestTimeout(word)")  # fmt: skip
    keeps = "kept = []\ndef {}(word):\n    kept.append(word)\n    return {}"
    toy.hand_in("keeps", "hidden", "words", code=keeps.format("code", "sum(ord(c) * 7 for c in word)"),
        tail="def tail(word):\n    kept.append(word)\n    return word[-1]", last="def last(x):\n    raise ValueError(str(kept))")  # fmt: skip


def pictures(toy: Toy) -> None:
    toy.source("drawn", "paper", [cell("Because.", "why", "written", 6, text=True)])
    shown = base64.b64encode(PNG).decode()

    def paste(book: dict) -> None:
        book["cells"][0]["attachments"] = {"my paper.png": {"image/png": shown}}

    toy.hand_in("pasted", "drawn", "paper", change=paste, why="So:\n\n![paper](attachment:my%20paper.png)")
    toy.hand_in("only", "drawn", "paper", change=paste)
    toy.hand_in("beside", "drawn", "paper", why="![my paper](paper.png)", files={"paper.png": PNG})
    toy.hand_in("tag", "drawn", "paper", why='<img src="paper.png" width="300">', files={"paper.png": PNG})
    toy.hand_in("inside", "drawn", "paper", why=f"![image](data:image/png;base64,{shown})")
    toy.hand_in(
        "no-picture", "drawn", "paper", why="![x](paper.png)", files={"paper.png": b"<svg onload='alert(1)'>"}
    )


def bad_company(toy: Toy) -> None:
    """A good notebook beside one for another kernel, one that is no notebook, and one whose test everybody passes."""
    both_parts(toy, "bad")
    write(toy.root / "source/bad/other.ipynb", [cell("x <- 1", "x", "test", 1)], kernel="ir", language="R")
    (toy.root / "source/bad/torn.ipynb").write_text("{")
    toy.source(
        "bad",
        "free",
        [
            *exercise(
                "half",
                HALF,
                ("assert True", 3),
                ("try:\n    half(2)\nexcept Exception:\n    pass", 2),
                ("assert half(4) == 2", 1),
            ),
        ],
    )
    for who in ("ann", "bob"):
        toy.hand_in(who, "bad", "one", half=HALF)
        toy.hand_in(who, "bad", "two", twice=TWICE)
    toy.hand_in("ann", "bad", "free", half=HALF)


def files_of_tests(toy: Toy) -> None:
    """A file that only tests read, one that was given out, an answer that is an import of the learner's own module, and parts in another notebook."""
    toy.source("files", "more", [cell("def thrice(x):\n    return 3 * x", "thrice")])
    toy.source(
        "files",
        "reads",
        [
            *exercise(
                "given",
                "def given():\n    return open('given.txt').read()",
                ("assert given() == open('given.txt').read()", 1),
            ),
            *exercise(
                "stolen",
                "def stolen():\n    return ''.join(['4', '2'])",
                ("assert stolen() == open('expected.txt').read()", 1),
            ),
            *exercise("double", "def double(x):\n    return 2 * x", ("assert double(5) == 10", 3)),
            *exercise(
                "told",
                "def told(word):\n    return word",
                (
                    "kept = open('expected.txt').read()\nassert told(kept) == kept, f'you said {told(kept)} for {kept}'",
                    1,
                ),
            ),
            cell(
                "import json\nfor part in json.load(open('more.ipynb'))['cells']:\n    exec(''.join(part['source']))"
            ),
            *exercise("nine", "def nine():\n    return thrice(3)", ("assert nine() == 9", 2)),
        ],
    )
    for step, names in (("source", ("given.txt", "expected.txt")), ("release", ("given.txt",))):
        for name in names:
            (toy.root / step / "files" / name).write_text("42" if name == "expected.txt" else "as given")
    answers = {
        "given": "def given():\n    return open('given.txt').read()",
        "stolen": "def stolen():\n    return open('expected.txt').read()",
    }
    for who, (body, nine) in {"ann": ("x + x", "thrice(3)"), "bob": ("x + 1", "8")}.items():
        toy.hand_in(who, "files", "more")
        answers["nine"] = f"def nine():\n    return {nine}"
        answers["told"] = "def told(word):\n    raise ValueError(f'asked for {word}')"
        mine = f"def double(x):\n    return {body}\n".encode()
        toy.hand_in(
            who, "files", "reads", **answers, double="from mine import double", files={"mine.py": mine}
        )


def late_work(toy: Toy) -> None:
    toy.source("late", "late", exercise("half", HALF, ("assert half(5) == 2.5", 5)))
    for who, day in {"ann": 5, "bob": 1}.items():
        path = toy.hand_in(who, "late", "late", half=HALF)
        (path.parent / "timestamp.txt").write_text(f"2026-03-0{day} 09:00:00.000000 UTC")
        moment = datetime(2026, 3, day, 8, tzinfo=UTC).timestamp()
        os.utime(path, (moment, moment))


PARTS = (renamed, own_modules, hidden_tests, pictures, bad_company, files_of_tests, late_work)
CONFIG = (
    "c.Autograde.exclude_overwriting = {'own': ['shapes.py']}",
    "c.LateSubmissionPlugin.penalty_method = 'zero'",
)


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Toy:
    """One course with an assignment for each kind of trouble, graded once, with its pages."""
    toy = Toy(tmp_path_factory.mktemp("marks") / "course", *CONFIG)
    for part in PARTS:
        part(toy)
    toy.first, toy.done = toy.grade()
    toy.pages = list(feedback(Folder(toy.root), []))
    return toy


@pytest.fixture
def again(toy: Toy, tmp_path: Path) -> Toy:
    """The graded course, for a test to do with as it likes."""
    copy = Toy.__new__(Toy)
    copy.root = Path(shutil.copytree(toy.root, tmp_path / "course"))
    return copy


# Which file is which notebook


def test_renamed_files_have_their_marks(toy: Toy) -> None:
    """Files that a browser renamed, or that lie in a folder, earn what they deserve; what was not handed in is zero."""
    marks = toy.marks("names")
    assert (
        (marks["ann", "one"]["half-1"], marks["ann", "two"]["twice-1"])
        == (5.0, 0.0)
        == (marks["bob", "one"]["half-1"], marks["bob", "two"]["twice-1"])
    )


def test_a_mark_stays_when_another_notebook_comes_again(again: Toy) -> None:
    """A second run, in which only one notebook was handed in again, leaves the renamed one's mark as it was."""
    again.hand_in("ann", "names", "two", twice=TWICE)
    summary, done = again.grade("names")
    assert [str(one) for one in done] == ["ann · names · two"] and summary.same == 3
    marks = again.marks("names")
    assert (marks["ann", "one"]["half-1"], marks["ann", "two"]["twice-1"]) == (5.0, 5.0)


def test_a_file_that_goes_is_a_message(again: Toy) -> None:
    """A file that is gone lowers nothing, also when the learner hands in something else; it is said, and its page is not made anew in silence."""
    (again.root / "submitted/ann/names/one (1).ipynb").unlink()
    again.hand_in("ann", "names", "two", twice=TWICE)
    summary, _ = again.grade("names")
    assert again.marks("names")["ann", "one"] == {"half-1": 5.0}
    assert (
        "ann · names · one: one (1).ipynb is gone, from which it was graded; its marks stay." in summary.notes
    )
    said = [page.trouble for page in feedback(Folder(again.root), ["names"], "ann") if page.notebook == "one"]
    assert said == ["one (1).ipynb is gone, from which it was graded"]


def test_each_renamed_file_has_a_page(toy: Toy) -> None:
    """Feedback asks the same table: whatever was graded has its page."""
    written = {(page.learner, page.notebook) for page in toy.pages if not page.trouble}
    assert {("ann", "one"), ("ann", "two"), ("bob", "one"), ("cal", "two")} <= written


# Settings


def test_learners_own_modules_are_asked(toy: Toy) -> None:
    """A file in exclude_overwriting is the learner's: tests call theirs, whoever imports it and under whatever name."""
    marks = {who: marks for (who, name), marks in toy.marks("own").items() if name == "shapes"}
    full = {"own-given": 4.0, "own-inside": 2.0, "own-module": 1.0}
    assert marks == {"ann": full, "bob": dict.fromkeys(full, 0.0), "cal": dict.fromkeys(full, 0.0)}


@pytest.mark.parametrize(
    "structure",
    ["{nbgrader_step}/{assignment_id}/{student_id}", "work/{nbgrader_step}-{student_id}/{assignment_id}"],
)
def test_any_directory_structure_is_found(tmp_path: Path, structure: str) -> None:
    """Sources, work and links are found wherever directory_structure says."""
    toy = Toy(
        tmp_path / "course",
        f"c.CourseDirectory.directory_structure = {structure!r}",
        "c.CourseDirectory.student_id_exclude = 'eve'",
    )

    def place(step: str, who: str) -> Path:
        return toy.root / structure.format(nbgrader_step=step, student_id=who, assignment_id="ps1")

    write(place("source", ".") / "one.ipynb", exercise("half", HALF, ("assert half(5) == 2.5", 5)))
    for who in ("ann", "bob", "eve"):
        write(place("submitted", who) / "one.ipynb", [])
    place("submitted", "zoe").parent.mkdir(parents=True, exist_ok=True)
    place("submitted", "zoe").symlink_to(place("submitted", "ann"))
    folder = Folder(toy.root)
    assert folder.assignments() == ["ps1"] and folder.learners("ps1") == ["ann", "bob"]
    assert [one.learner for one in folder.handed_in("ps1") if one.linked] == ["zoe"]
    assert folder.autograded("ann", "ps1", "one") == place("autograded", "ann") / "one.ipynb"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("c.Autograde.autograde_preprocessors = []", ""),
        ("c.Autograde.pre_convert_hook = 'a.b'", "c.Autograde.pre_convert_hook is not honored"),
        ("c.OverwriteCells.enabled = False", "c.OverwriteCells.enabled = False is not honored"),
        ("c.Execute.kernel_name = 'ir'", "c.Execute.kernel_name is not honored"),
        ("c.CourseDirectory.directory_structure = '{nbgrader_step}/{student_id}'", "does not name"),
        ("c.Autograde.exclude_overwritting = {}", "'exclude_overwriting' may be meant"),
        ("c.Autogrde.exclude_overwriting = {}", "'Autograde' may be meant"),
        ("c.Execute.timeout = -1", "would let a cell run for ever"),
        ("c.ClearSolutions.enabled = nothing", "NameError"),
    ],
)
def test_what_is_not_honored_is_refused_by_name(tmp_path: Path, line: str, says: str) -> None:
    """A setting that would change marks and is not honored, or that nobody knows, stops the run before anything is marked."""
    toy = Toy(tmp_path / "course", line)
    both_parts(toy, "ps1")
    toy.hand_in("ann", "ps1", "one", half=HALF)
    if not says:  # an empty list changes nothing that the grader does
        assert Folder(toy.root).limits().seconds == 10
        return
    with pytest.raises(CourseError, match=says):
        toy.grade()
    assert not (toy.root / "autograded").exists()


def test_the_time_of_a_cell_is_the_courses(tmp_path: Path) -> None:
    """Execute.timeout is how long a cell may take, unless the grader is told otherwise."""
    toy = Toy(tmp_path / "course", "c.Execute.timeout = 45")
    assert Folder(toy.root).limits().seconds == 45
    toy.config("c.Execute.timeout = 45", "c.Log2attn.seconds = 3")
    assert Folder(toy.root).limits().seconds == 3


STEP = """
from nbgrader.preprocessors import NbGraderPreprocessor
class Shout(NbGraderPreprocessor):
    def preprocess_cell(self, cell, resources, index):
        cell.source = cell.source.replace("QUIET", "LOUD")
        return cell, resources
"""
TESTS = """python3:
    setup: "from hashlib import sha1"
    hash: 'sha1({{snippet}}.encode()+b"{{salt}}").hexdigest()'
    dispatch: "type({{snippet}})"
    normalize: "str({{snippet}})"
    check: 'assert {{snippet}} == "{{value}}", "{{message}}"'
    templates:
        default:
            - test: "{{snippet}}"
              fail: "{{snippet}} is another number"
"""


def test_the_source_is_read_as_nbgraders_steps_leave_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Headers, AUTOTEST lines and a course's own steps are in the plan, with a release or without; nbgrader's steps run once."""
    toy = Toy(
        tmp_path / "course",
        "c.IncludeHeaderFooter.header = 'header.ipynb'",
        STEP,
        "c.GenerateAssignment.preprocessors.insert(0, Shout)",
    )
    write(toy.root / "header.ipynb", [cell("from math import pi", "set-up", "locked")])
    (toy.root / "autotests.yml").write_text(TESTS)
    toy.source(
        "ps1",
        "box",
        [
            *exercise("box", "def box(a):\n    return a * a * a"),
            cell("### AUTOTEST box(2); box(3)", "seen", "test", 2),
            cell("### HASHED AUTOTEST box(7)", "hashed", "test", 3),
            cell("said = 'QUIET'\nassert box(1) == 1 and said == 'LOUD' and pi > 3", "own-step", "test", 1),
        ],
        release=False,
    )
    nbgrader(toy.root, "generate_assignment", "ps1")
    for who, body in {"ann": "return a ** 3", "bob": "return 0"}.items():
        toy.hand_in(who, "ps1", "box", box=f"def box(a):\n    {body}")
    full = {"seen": 2.0, "hashed": 3.0, "own-step": 1.0}
    expected = {("ann", "box"): full, ("bob", "box"): dict.fromkeys(full, 0.0)}
    summary, _ = toy.grade()
    assert (toy.marks("ps1"), summary.tests, summary.missing) == (expected, {}, [])
    shutil.rmtree(toy.root / "release")
    (toy.root / "gradebook.db").unlink()
    monkeypatch.setattr("log2attn.grading.schedule.sources.released_by_nbgrader", None)
    _, done = toy.grade()
    assert len(done) == 2 and toy.marks("ps1") == expected


# What a verdict depends on


def test_a_moved_deadline_moves_the_penalty(again: Toy) -> None:
    """Deadline and extension count as they are when one grades, though nobody's work has changed."""
    penalties = "select late_submission_penalty from submitted_notebook sn join submitted_assignment sa on sa.id = sn.assignment_id join notebook n on n.id = sn.notebook_id where n.name = 'late' order by student_id"
    for due, off in (
        ("2026-03-01 12:00:00.000000", [(5.0,), (None,)]),
        ("2026-03-20 12:00:00.000000", [(None,), (None,)]),
    ):
        again.ask(f"update assignment set duedate = '{due}' where name = 'late'")
        summary, done = again.grade("late")
        assert (summary.same, done) == (2, [])
        assert again.ask(penalties) == off


def test_a_gradebook_that_somebody_changed_is_put_right(again: Toy) -> None:
    """A machine's mark that is no longer in the gradebook as it was found is entered again; what a person gave stays."""
    late = "select g.id from grade g join base_cell c on c.id = g.cell_id join submitted_notebook sn on sn.id = g.notebook_id join notebook n on n.id = sn.notebook_id where n.name = 'late'"
    again.ask(f"update grade set auto_score = 1, manual_score = 4 where id in ({late})")
    _, done = again.grade("late")
    assert sorted(str(one) for one in done) == ["ann · late · late", "bob · late · late"]
    assert again.marks("late") == {("ann", "late"): {"half-1": 5.0}, ("bob", "late"): {"half-1": 5.0}}
    assert again.ask(f"select manual_score from grade where id in ({late})") == [(4.0,), (4.0,)]
    summary, done = again.grade("late")
    assert done == [] and summary.same == 2


def test_what_is_judged_is_what_is_remembered(again: Toy, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that changes while the run goes on has the mark of what was read, under the key of what was read: the next run finds nothing to do."""
    look = Assignment.changed

    def changes(one: Assignment, *what: Any) -> Iterator[Any]:
        yield from look(one, *what)
        again.hand_in("ann", "late", "late", half="def half(x):\n    return 0")

    again.hand_in("ann", "late", "late", half="def half(x):\n    return x * 0.5")
    with monkeypatch.context() as patched:
        patched.setattr(Assignment, "changed", changes)
        again.grade("late")
    assert again.marks("late")["ann", "late"] == {"half-1": 0.0}
    summary, done = again.grade("late")
    assert done == [] and summary.same == 2


# Pictures


@pytest.mark.parametrize("who", ["pasted", "only", "inside"])
def test_a_pasted_picture_is_seen(toy: Toy, who: str) -> None:
    """Whoever marks sees a picture that was pasted into the cell, also without a word beside it, also if it stands in the text itself."""
    book = json.loads((toy.root / f"autograded/{who}/drawn/paper.ipynb").read_text())
    answer = next(one for one in book["cells"] if one["id"] == "why")
    (name,) = answer["attachments"]
    assert base64.b64decode(answer["attachments"][name]["image/png"]) == PNG
    assert f"](attachment:{name})" in "".join(answer["source"])
    assert toy.marks("drawn")[who, "paper"]["why"] is None


@pytest.mark.parametrize("who", ["beside", "tag"])
def test_a_neighboring_picture_is_seen(toy: Toy, who: str) -> None:
    """A picture that lies beside the notebook is beside the autograded one too, and the text shows it."""
    assert (toy.root / f"autograded/{who}/drawn/paper.png").read_bytes() == PNG
    assert "](<paper.png>)" in (toy.root / f"autograded/{who}/drawn/paper.ipynb").read_text().replace(
        "\\u003c", "<"
    )


def test_what_is_no_picture_is_left_out_in_words(toy: Toy) -> None:
    """A file that only calls itself a picture is not shown, and whoever marks reads that there was one."""
    folder = toy.root / "autograded/no-picture/drawn"
    assert "a picture was left out" in (folder / "paper.ipynb").read_text()
    assert not (folder / "paper.png").exists()


# What stays hidden


def test_nothing_hidden_reaches_a_page(toy: Toy) -> None:
    """No hidden value leaves: not by a line that stands in the visible part too, a visible helper, an error's words or name, nor by what an answer has kept."""
    pages = {path.parts[-3]: path.read_text() for path in (toy.root / "feedback").rglob("words.html")}
    assert set(pages) == {"fixed", "raises", "keeps", "stops", "dead"}
    for who, page in pages.items():
        text = page.split("<main>")[1]
        assert [word for word in SECRET if word in text] == [], who


def test_what_is_visible_is_still_said(toy: Toy) -> None:
    """Of a check that learners were given, they read the very words their own notebook says."""
    page = (toy.root / "feedback/fixed/hidden/words.html").read_text()
    assert "1 is 1, and you got 2" in page
    assert "ValueError: []" in (toy.root / "feedback/keeps/hidden/words.html").read_text()


def test_files_of_tests_stay_with_the_tests(toy: Toy) -> None:
    """A file that was not given out is there for tests and for no learner's code; one that was is there for both. An answer may be an import, and a notebook may take parts from another."""
    marks = {who: marks for (who, name), marks in toy.marks("files").items() if name == "reads"}
    assert marks == {
        "ann": {"given-1": 1.0, "stolen-1": 0.0, "double-1": 3.0, "told-1": 0.0, "nine-1": 2.0},
        "bob": {"given-1": 1.0, "stolen-1": 0.0, "double-1": 0.0, "told-1": 0.0, "nine-1": 0.0},
    }


def test_files_of_tests_reach_no_page(toy: Toy) -> None:
    """What only a file of the tests says is on no page, though a line that learners were given reads it; what else was given out is still quoted."""
    for who in ("ann", "bob"):
        page = (toy.root / f"feedback/{who}/files/reads.html").read_text().split("<main>")[1]
        assert "asked for 42" not in page and "you said" not in page
        assert "Your code raised ValueError." in page


# One bad notebook


def test_one_bad_notebook_stops_nobody(toy: Toy) -> None:
    """A notebook for another kernel and a torn one are named; everything beside them is marked, and the run does not end as if all were well."""
    marks = toy.marks("bad")
    assert all(
        marks[who, name][id] == 5.0
        for who in ("ann", "bob")
        for name, id in (("one", "half-1"), ("two", "twice-1"))
        if (who, name) != ("bob", "two")
    )
    named = [line for line in toy.first.missing if line.startswith("bad · ")]
    assert (
        len(named) == 2
        and "bad · other: nobody was marked" in named[0]
        and "R; the grader runs Python" in named[0]
        and "bad · torn" in named[1]
    )
    assert not toy.first.ok(toy.done)


def test_a_test_that_everybody_passes_is_refused(toy: Toy) -> None:
    """A test worth points that asks nothing of an answer gives none; one that the untouched notebook passes is named."""
    assert toy.marks("bad")["ann", "free"] == {"half-1": None, "half-2": 2.0, "half-3": 1.0}
    assert "everybody would pass this test" in toy.first.tests["bad · free · half-1"]
    assert "earns 2 points here" in toy.first.tests["bad · free · half-2"]
    assert "bad · free · half-3" not in toy.first.tests


def test_cells_added_after_grading_cost_one_notebook(again: Toy) -> None:
    """A source whose cells changed after work was graded is named with what to do; the other notebooks of the assignment are marked."""
    source = again.root / "source/bad/one.ipynb"
    book = json.loads(source.read_text())
    book["cells"].append(cell("assert half(2) == 1", "half-9", "test", 1))
    source.write_text(json.dumps(book))
    again.hand_in("ann", "bad", "two", twice="def twice(x):\n    return 0")
    summary, done = again.grade("bad")
    assert [str(one) for one in done] == ["ann · bad · two"]
    assert any("bad · one: nobody was marked" in line and "half-9" in line for line in summary.missing)
    assert again.marks("bad")["ann", "one"]["half-1"] == 5.0


def test_known_mistakes_that_cannot_be_read_cost_their_notebook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the package's own knowledge of a day is damaged, that notebook is named with what to do, and the others are ready."""
    toy = Toy(tmp_path / "course")
    for name in ("day-01-small", "other"):
        toy.source("ps1", name, exercise("half", HALF, ("assert half(5) == 2.5", 5)))

    def damaged(day: int) -> dict:
        raise TypeError("not a mapping")

    monkeypatch.setattr("log2attn.grading.schedule.assignment.exercises_of", damaged)
    with Archive(tmp_path / "kept" / "verdicts.db") as archive:
        one = Assignment(Folder(toy.root), archive, "ps1")
    assert list(one.plans.bad) == ["day-01-small"] and list(one.settings) == ["other"]
    assert "log2attn build" in one.plans.bad["day-01-small"]


# How a run ends


def test_what_waits_from_earlier_runs_is_counted(again: Toy) -> None:
    """A second run in which nothing changed still says what waits, and that marks are missing."""
    summary, done = again.grade("bad")
    assert done == [] and summary.same == 5 and summary.broken == 1 and not summary.ok(done)
    assert list(summary.waiting) == ["ann · bad · free"]
    assert "1 needs a person (1 of them since an earlier run)" in summary.in_words(done)


@pytest.mark.parametrize("what", ["no source", "nothing handed in", "no notebook fits"])
def test_nothing_found_is_an_error(tmp_path: Path, what: str) -> None:
    """A run that finds nothing to do because something is missing ends with an error that says what to do."""
    toy = Toy(tmp_path / "course")
    if what != "no source":
        both_parts(toy, "ps1")
    if what == "no notebook fits":
        toy.hand_in("ann", "ps1", "one", half=HALF)
    with pytest.raises(CourseError) as caught:
        toy.grade(**({"notebook": "three*"} if what == "no notebook fits" else {}))
    assert caught.value.then


def test_skipped_work_is_missing(tmp_path: Path) -> None:
    """Links, folders without a notebook and folders of no assignment are named, and the run does not end well."""
    toy = Toy(tmp_path / "course")
    both_parts(toy, "ps1")
    path = toy.hand_in("ann", "ps1", "one", half=HALF)
    shutil.move(path.parent, path.parents[1] / "PS 1")
    (toy.root / "submitted/bob/ps1").mkdir(parents=True)
    (toy.root / "submitted/bob/ps1/answer.pdf").write_bytes(b"%PDF")
    (toy.root / "submitted/eve").symlink_to(toy.root / "submitted/ann")
    summary, done = toy.grade()
    assert done == [] and not summary.ok(done)
    assert [line.partition(":")[0] for line in summary.missing] == ["bob · ps1", "ann · PS 1"]
