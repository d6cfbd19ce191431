"""`log2attn grade` as one would type it, in a small course that is not ours."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest
from support import clean_environment, log2attn

from log2attn.doors.nbgrader import Nbgrader

pytestmark = pytest.mark.xdist_group("grade")

LEARNERS = [f"learner-{n:02d}" for n in range(12)]
ONE = [
    ("answer", "square", "def square(x):\n    {}"),
    ("test", "square-test", "assert square(3) == 9"),
    ("test", "square-hidden", "assert square(-2) == 4"),
]
TWO = [("answer", "half", "def half(x):\n    {}"), ("test", "half-test", "assert half(3) == 1.5")]
RIGHT, STUB = {"square": "return x * x", "half": "return x / 2"}, "raise NotImplementedError"


def notebook(cells: list[tuple[str, str, str]], bodies: dict[str, str]) -> str:
    made = nbformat.v4.new_notebook()
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    for kind, id, source in cells:
        cell = nbformat.v4.new_code_cell(
            source.format(bodies.get(id, STUB)) if kind == "answer" else source, id=id
        )
        test = kind == "test"
        cell.metadata["nbgrader"] = {
            "schema_version": 3,
            "grade_id": id,
            "grade": test,
            "solution": not test,
            "locked": test,
            "task": False,
            **({"points": 2} if test else {}),
        }
        made.cells.append(cell)
    return nbformat.writes(made)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course of two notebooks, handed in by twelve, the last of whom half failed. Nothing is graded yet."""
    root = tmp_path_factory.mktemp("grade") / "course"
    (root / "source" / "ps1").mkdir(parents=True)
    (root / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.course_id = 'toy'\n")
    for name, cells in (("one", ONE), ("two", TWO)):
        marked = [
            (kind, id, source.replace("{}", "### BEGIN SOLUTION\n    {}\n    ### END SOLUTION"))
            for kind, id, source in cells
        ]
        (root / "source" / "ps1" / f"{name}.ipynb").write_text(notebook(marked, RIGHT))
        for learner in LEARNERS:
            folder = root / "submitted" / learner / "ps1"
            folder.mkdir(parents=True, exist_ok=True)
            bodies = RIGHT if learner != LEARNERS[-1] else {"square": "return 9", "half": "return x / 2"}
            (folder / f"{name}.ipynb").write_text(notebook(cells, bodies))
    return root


@pytest.fixture
def course(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "course"))


@pytest.fixture(scope="module")
def first(made: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The course as `log2attn grade ps1 --json graded.json` leaves it, and what it said."""
    root = Path(shutil.copytree(made, tmp_path_factory.mktemp("graded") / "course"))
    return root, log2attn(root, "grade", "ps1", "--json", "graded.json").stdout


@pytest.fixture
def graded(first: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copytree(first[0], tmp_path / "course"))


def scores(root: Path) -> dict[str, float]:
    with Nbgrader(root).gradebook() as book:
        return {submission.student.id: submission.score for submission in book.assignment_submissions("ps1")}


def test_any_course_is_graded(first: tuple[Path, str]) -> None:
    """In a course that is not ours everybody gets their marks; the file for machines says them item by item; a second run does nothing."""
    course, said = first
    assert f"{2 * len(LEARNERS)} notebooks graded, 0 unchanged" in said
    assert scores(course) == dict.fromkeys(LEARNERS, 6.0) | {LEARNERS[-1]: 4.0}
    told = json.loads((course / "graded.json").read_text())
    assert told["level"] in ("strong", "medium") and len(told["notebooks"]) == 2 * len(LEARNERS)
    item = next(
        i
        for one in told["notebooks"]
        if (one["learner"], one["notebook"]) == (LEARNERS[-1], "one")
        for i in one["items"]
        if i["id"] == "square-hidden"
    )
    assert (item["outcome"], item["score"], item["points"]) == ("failed", 0.0, 2.0)
    assert "4" not in item["message"]
    assert f"0 notebooks graded, {2 * len(LEARNERS)} unchanged" in log2attn(course, "grade", "ps1").stdout


def test_one_learner_one_notebook(course: Path) -> None:
    """--student and --notebook choose; the others are left alone."""
    assert (
        "1 notebooks graded"
        in log2attn(course, "grade", "--student", LEARNERS[3], "--notebook", "tw*").stdout
    )
    assert [
        path.relative_to(course / "autograded").as_posix()
        for path in (course / "autograded").rglob("*.ipynb")
    ] == [f"{LEARNERS[3]}/ps1/two.ipynb"]


def test_a_changed_test_is_graded_again(graded: Path) -> None:
    """A hidden test that was edited is asked of everybody again, and only its notebook."""
    source = graded / "source" / "ps1" / "one.ipynb"
    source.write_text(source.read_text().replace("square(-2) == 4", "square(-2) == 5"))
    assert (
        f"{len(LEARNERS)} notebooks graded, {len(LEARNERS)} unchanged"
        in log2attn(graded, "grade", ok=False).stdout
    )
    # The reference fails that test now: nobody gets a zero for it, and a person decides.
    assert scores(graded)[LEARNERS[0]] == 6.0


def test_a_broken_test_keeps_the_old_mark_and_says_so(graded: Path) -> None:
    """A test that the reference does not pass is the course's fault: exit code 1, the reason in words, the marks before stay."""
    source = graded / "source" / "ps1" / "two.ipynb"
    source.write_text(source.read_text().replace("half(3) == 1.5", "half(3) == 2"))
    said = log2attn(graded, "grade", ok=False)
    assert said.returncode == 1
    assert (
        "ps1 · two · half-test: left to a person, since the reference solution does not pass this test"
        in said.stdout
    )
    assert scores(graded) == dict.fromkeys(LEARNERS, 6.0) | {LEARNERS[-1]: 4.0}


def test_an_interrupted_run_goes_on(course: Path) -> None:
    """Interrupted in the middle, the grader keeps what is done, leaves no process, and the next run does the rest."""
    for path in (course / "submitted").rglob("one.ipynb"):  # slow enough to be interrupted in the middle
        path.write_text(
            path.read_text().replace("return x * x", "import time; time.sleep(0.1); return x * x")
        )
    words = [str(Path(sys.executable).with_name("log2attn")), "grade", "ps1", "--jobs", "1"]
    run = subprocess.Popen(
        words,
        cwd=course,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=clean_environment(course.parent),
        start_new_session=True,
        # Whoever starts the tests in a shell's background hands down a SIGINT that is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    until = time.monotonic() + 240
    while len(list((course / "autograded").rglob("*.ipynb"))) < 4 and time.monotonic() < until:
        time.sleep(0.01)
    run.send_signal(signal.SIGINT)
    assert run.wait(30) != 0
    assert subprocess.run(["pgrep", "-s", str(run.pid)], capture_output=True, check=False).stdout == b""
    done = scores(course)
    assert done and set(done.values()) <= {2.0, 4.0, 6.0}
    said = log2attn(course, "grade", "ps1").stdout
    left = int(said.split(" notebooks graded")[0].split()[-1])
    assert 0 < left < 2 * len(LEARNERS)
    assert scores(course) == dict.fromkeys(LEARNERS, 6.0) | {LEARNERS[-1]: 4.0}


def test_a_lost_gradebook_is_written_again(graded: Path) -> None:
    """Without the gradebook everything is graded again, whatever is remembered."""
    (graded / "gradebook.db").unlink()
    assert "0 unchanged" in log2attn(graded, "grade").stdout
    assert scores(graded)[LEARNERS[0]] == 6.0


@pytest.mark.parametrize(
    ("config", "words", "says"),
    [
        ("c.Log2attn.seconds = 'ten'", ("grade",), "is not a limit"),
        ("c.Log2attn.minutes = 3", ("grade",), "The limits, all numbers above 0: seconds"),
        ("", ("grade", "ps9"), "Assignments: ps1."),
        ("", ("grade", "--student", "nobody"), "nobody has handed in nothing"),
    ],
)
def test_bad_input_is_told(course: Path, config: str, words: tuple[str, ...], says: str) -> None:
    """A wrong limit, assignment or learner ends with exit code 2 and what to do; nothing is graded."""
    with (course / "nbgrader_config.py").open("a") as file:
        file.write(config + "\n")
    said = log2attn(course, *words, ok=False)
    assert (
        said.returncode == 2
        and says.replace("nobody has handed in nothing", "nobody has handed in nothing.") in said.stderr
    )
    assert not (course / "gradebook.db").exists()


def test_a_folder_that_is_no_course(tmp_path: Path) -> None:
    """Outside a course the grader says what a course is."""
    said = log2attn(tmp_path, "grade", ok=False)
    assert said.returncode == 2 and "no nbgrader_config.py here or above" in said.stderr
