"""Stock nbgrader works on a course folder: each command as one would type it, and what it leaves behind."""

import csv
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from support import DAY_1, DAY_2, PHASE, ROOT, built_course, log2attn, nbgrader

from log2attn.core.course import load_course
from log2attn.core.layout import Layout
from log2attn.doors.nbgrader import Nbgrader
from log2attn.grading.desk.lines import NOT_HANDED_IN, cell
from log2attn.grading.schedule.folder import Folder
from log2attn.jobs.report import report

pytestmark = pytest.mark.xdist_group("nbgrader")  # one worker, so that the course below is made once

BY_HAND = [
    1,
    2,
    0,
    2,
]  # day 1: double visible and hidden, Counter visible and hidden; then the answer in words, which a person reads


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """A course of two days, built, and handed in by the sample class and by one whose right answer warns. Nothing is graded yet."""
    layout = built_course(tmp_path_factory.mktemp("nbgrader") / "course")
    log2attn(layout.root, "sample", "1", "2")
    right, warns = (
        Folder(layout.root).submitted(learner, PHASE) / f"{DAY_1}.ipynb"
        for learner in ("all-right", "with-a-warning")
    )
    warns.parent.mkdir(parents=True)
    assert right.read_text().count("return 2 * x") == 1
    warns.write_text(
        right.read_text().replace(
            "return 2 * x", "import warnings; warnings.warn('mind the step', stacklevel=1); return 2 * x"
        )
    )
    return layout


@pytest.fixture(scope="module")
def released(course: Layout) -> dict[str, bytes]:
    """What `log2attn build` released, by file name; release/ itself was then made again by stock nbgrader."""
    built = files(course.root / "release")
    shutil.rmtree(course.root / "release")
    nbgrader(course.root, "generate_assignment", PHASE)
    return built


@pytest.fixture(scope="module")
def graded(course: Layout, released: dict[str, bytes]) -> Layout:
    """The course with everybody graded by stock `nbgrader autograde`, except the learner who copied a graded cell."""
    nbgrader(course.root, "autograde", PHASE, "--CourseDirectory.student_id_exclude=moved-cells")
    return course


def test_release_is_what_stock_nbgrader_makes(course: Layout, released: dict[str, bytes]) -> None:
    """`nbgrader generate_assignment` releases, byte for byte, what `log2attn build` released."""
    assert sorted(released) == [f"{PHASE}/{DAY_1}.ipynb", f"{PHASE}/{DAY_2}.ipynb"]
    assert files(course.root / "release") == released


def test_validate_passes_a_solved_notebook(course: Layout) -> None:
    """`nbgrader validate` says of a notebook with right answers that it passes."""
    done = nbgrader(course.root, "validate", f"submitted/all-right/{PHASE}/{DAY_1}.ipynb")
    assert done.stdout.strip() == "Success! Your notebook passes all the tests."


def test_validate_names_what_is_open(course: Layout) -> None:
    """`nbgrader validate` says of a notebook as released which visible checks fail, and that the answer in words is missing."""
    said = nbgrader(course.root, "validate", f"release/{PHASE}/{DAY_1}.ipynb").stdout
    assert "VALIDATION FAILED ON 3 CELL(S)" in said
    assert "# Two cases that can be done by hand." in said
    assert "# From 2, three up is 5." in said
    assert "You did not provide a response." in said
    assert "Hidden checks" not in said


@pytest.mark.parametrize(
    ("learner", "day_1", "day_2"),
    [
        ("all-right", [*BY_HAND, None], [1, 2, 0, 1]),
        ("another-way", [*BY_HAND, None], [1, 2, 0, 1]),
        ("from-colab", [*BY_HAND, None], [1, 2, 0, 1]),
        ("half-way", [1, 2, 0, 0, 0], None),
        ("typical-mistakes", [0, 0, 0, 0, None], [0, 0, 0, 0]),
    ],
)
def test_autograde_gives_the_marks_one_expects(
    graded: Layout, learner: str, day_1: list, day_2: list | None
) -> None:
    """`nbgrader autograde` gives each learner of the sample class the marks that counting by hand gives, cell by cell."""
    with Nbgrader(graded.root).gradebook() as book:
        assert marks(book, learner, DAY_1) == day_1
        if day_2 is not None:
            assert marks(book, learner, DAY_2) == day_2


def test_what_a_person_must_read_waits(graded: Layout) -> None:
    """An answer in words waits for a person; one left empty does not."""
    book = report(Folder(graded.root))
    assert [sum(mark.to_read for mark in book.of(learner=who)) for who in ("all-right", "half-way")] == [1, 0]


def test_a_day_not_handed_in_is_not_zero(graded: Layout) -> None:
    """A day that a learner has not handed in is reported as such and has no score; a day handed in with nothing right has the score 0."""
    day_2 = {mark.learner: cell(mark) for mark in report(Folder(graded.root)).of(notebook=DAY_2)}
    assert day_2["half-way"] == NOT_HANDED_IN
    assert day_2["typical-mistakes"] == "0"


def test_a_copied_cell_stops_stock_and_not_ours(graded: Layout, tmp_path: Path) -> None:
    """A submission with a copied graded cell makes stock nbgrader stop; `log2attn grade` puts it right, says so, and grades everybody."""
    root = tmp_path / "course"
    shutil.copytree(graded.root, root)
    said = nbgrader(root, "autograde", PHASE, "--student", "moved-cells", ok=False).stderr
    assert "d01-double-visible" in said and "exists multiple times" in said
    done = json.loads(_graded_by_us(root).read_text())
    repairs = [
        line for one in done["notebooks"] if one["learner"] == "moved-cells" for line in one["repairs"]
    ]
    assert repairs and not any(one["trouble"] for one in done["notebooks"])
    assert (root / "autograded" / "typical-mistakes" / PHASE / f"{DAY_1}.ipynb").exists()


def test_both_graders_give_the_same_marks(graded: Layout, tmp_path: Path) -> None:
    """Cell by cell `log2attn grade` gives the marks that stock nbgrader gave, except where a warning cost points there."""
    root = tmp_path / "course"
    shutil.copytree(graded.root, root)
    stock = _marks(root)
    (root / "gradebook.db").unlink()
    _graded_by_us(root)
    ours = _marks(root)
    assert {key[0] for key in stock} >= {"all-right", "half-way", "typical-mistakes", "with-a-warning"}
    different = {key for key in stock if stock[key] != ours.get(key)}
    assert {learner for learner, *_ in different} == {"with-a-warning"}
    assert all(ours[key] > stock[key] for key in different)


def _graded_by_us(root: Path) -> Path:
    log2attn(root, "grade", "--json", "graded.json")
    return root / "graded.json"


def _marks(root: Path) -> dict[tuple[str, str, str], float | None]:
    with Nbgrader(root).gradebook() as book:
        return {
            (submission.student.id, notebook.name, grade.name): grade.auto_score
            for submission in book.assignment_submissions(PHASE)
            if submission.student.id != "moved-cells"
            for notebook in submission.notebooks
            for grade in notebook.grades
        }


def test_feedback_is_written_for_what_was_handed_in(graded: Layout) -> None:
    """`nbgrader generate_feedback` writes a page for each day handed in; it shows the hidden checks, which the guide for instructors says."""
    nbgrader(graded.root, "generate_feedback", PHASE)
    pages = graded.root / "feedback"
    assert sorted(page.name for page in (pages / "all-right" / PHASE).iterdir()) == [
        f"{DAY_1}.html",
        f"{DAY_2}.html",
    ]
    assert sorted(page.name for page in (pages / "half-way" / PHASE).iterdir()) == [f"{DAY_1}.html"]
    assert "BEGIN HIDDEN TESTS" in (pages / "half-way" / PHASE / f"{DAY_1}.html").read_text()


def test_export_writes_the_scores(graded: Layout, tmp_path: Path) -> None:
    """`nbgrader export` writes one line for each learner and phase, with the score and what it could have been."""
    nbgrader(graded.root, "export", "--to", str(tmp_path / "grades.csv"))
    with (tmp_path / "grades.csv").open(newline="") as file:
        rows = {
            row["student_id"]: (row["assignment"], float(row["score"]), float(row["max_score"]))
            for row in csv.DictReader(file)
        }
    assert rows["all-right"] == (PHASE, 9, 11)
    assert rows["half-way"] == (PHASE, 3, 11)
    assert rows["typical-mistakes"] == (PHASE, 0, 11)


def test_the_exchange_carries_notebooks_both_ways(graded: Layout, tmp_path: Path) -> None:
    """On a hub, release_assignment, fetch_assignment, submit and collect bring a released notebook to a learner and their work back."""
    root, learner, exchange = tmp_path / "course", tmp_path / "learner", tmp_path / "exchange"
    shutil.copytree(graded.root, root)
    learner.mkdir()
    exchange.mkdir()
    exchange.chmod(0o777)
    where = f"--Exchange.root={exchange}"
    nbgrader(root, "release_assignment", PHASE, where)
    nbgrader(learner, "fetch_assignment", PHASE, "--course", "log2attn", where)
    mine = learner / PHASE / f"{DAY_1}.ipynb"
    assert mine.read_bytes() == (root / "release" / PHASE / f"{DAY_1}.ipynb").read_bytes()
    mine.write_bytes((root / "submitted" / "all-right" / PHASE / f"{DAY_1}.ipynb").read_bytes())
    (learner / PHASE / f"{DAY_2}.ipynb").unlink()
    nbgrader(learner, "submit", PHASE, "--course", "log2attn", "--student=learner.01-a", where)
    nbgrader(root, "collect", PHASE, where)
    came = root / "submitted" / "learner.01-a" / PHASE
    assert (came / f"{DAY_1}.ipynb").read_bytes() == mine.read_bytes()
    assert not (came / f"{DAY_2}.ipynb").exists()
    assert (came / "timestamp.txt").exists()


DAY = "day-03-logarithms"


@pytest.mark.parametrize(
    ("file", "learner"),
    [
        # named by hand, and what a browser, JupyterLab or Colab makes of a second download
        (f"learner-01_{DAY}.ipynb", "learner-01"),
        (f"learner.01-a_{DAY}.ipynb", "learner.01-a"),
        (f"learner_01_{DAY}.ipynb", "learner_01"),
        (f"learner-01_{DAY} (1).ipynb", "learner-01"),
        (f"learner-01_{DAY}(1).ipynb", "learner-01"),
        (f"learner-01_{DAY}-2.ipynb", "learner-01"),
        (f"learner-01_{DAY}-Copy1.ipynb", "learner-01"),
        (f"learner-01_Copy of {DAY}.ipynb", "learner-01"),
        (f"learner-01_Copy_of_{DAY}.ipynb", "learner-01"),
        (f"learner-01_phase-1-ai/{DAY}.ipynb", "learner-01"),
        (f"learner-01_phase-1-ai (1)/phase-1-ai/{DAY}.ipynb", "learner-01"),
        # Canvas: name, LATE, two numbers; "-1" for a second attempt
        (f"one_3143_207797_{DAY}.ipynb", "one"),
        (f"one_LATE_3143_207797_{DAY}-1.ipynb", "one"),
        (f"submissions/one_3143_207797_Copy+of+{DAY}.ipynb", "one"),
        (f"one_3143_207797_phase-1-ai/phase-1-ai/{DAY}.ipynb", "one"),
        # Moodle, with folders (with and without the underscore at the end) and without
        (f"Learner One_4711_assignsubmission_file_/{DAY}.ipynb", "Learner One"),
        (f"Learner One_4711_assignsubmission_file/{DAY} (2).ipynb", "Learner One"),
        (f"Learner One_4711_assignsubmission_file_{DAY}.ipynb", "Learner One"),
        (
            f"CS_101-phase-1-ai-88/Learner One_4711_assignsubmission_file_/phase-1-ai/{DAY}.ipynb",
            "Learner One",
        ),
        (f"CS_phase-1-ai-88/Learner One_4711_assignsubmission_file_/{DAY}.ipynb", "Learner One"),
        # nobody hands in for somebody else: the name the platform wrote counts
        (f"one_3143_207797_learner-02_{DAY}.ipynb", "one"),
        (f"Learner One_4711_assignsubmission_file_/learner-02_{DAY}.ipynb", "Learner One"),
        (
            f"Learner One_4711_assignsubmission_file_/Learner Two_4712_assignsubmission_file_/{DAY}.ipynb",
            "Learner One",
        ),
        # whose it is, or what it is, cannot be told
        (f"{DAY}.ipynb", None),
        (f"CS_101/{DAY}.ipynb", None),
        (f"_{DAY}.ipynb", None),
        (f"learner-01-{DAY}.ipynb", None),
        (f"learner-01_{DAY}.ipynb.json", None),
        ("learner-01_homework.ipynb", None),
        # what an archive carries along
        (f"learner-01_phase-1-ai/__MACOSX/._{DAY}.ipynb", None),
        (f"._learner-01_{DAY}.ipynb", None),
        (f"learner-01_phase-1-ai/.ipynb_checkpoints/{DAY}-checkpoint.ipynb", None),
    ],
)
def test_whose_notebook_a_downloaded_file_is(file: str, learner: str | None) -> None:
    """The name of a downloaded file says whose notebook it is, in the forms that people, browsers, Canvas and Moodle give; any other is left alone."""
    found = re.match(names_accepted(), f"/srv/my_phase-1-course/downloaded/phase-1-ai/extracted/{file}")
    assert (found and (found["student_id"], found["file_id"])) == (learner and (learner, DAY))


def test_every_day_can_be_collected_by_name() -> None:
    """The file names of all the course's days are recognized, a second download's too."""
    accepted = names_accepted()
    for day in load_course(ROOT / "lessons" / "course.toml").days:
        for copy in ("", " (1)", "-2", "-Copy1"):
            assert (
                re.match(accepted, f"/srv/downloaded/x/extracted/learner-01_{day.slug}{copy}.ipynb")[
                    "file_id"
                ]
                == day.slug
            )


def test_zip_collect_brings_downloads_in(graded: Layout, tmp_path: Path) -> None:
    """`nbgrader zip_collect` unpacks Moodle's archive and Canvas's files, puts each notebook with its learner, and the grader grades it there."""
    root = tmp_path / "course"
    shutil.copytree(graded.root, root)
    solved, empty = root / "submitted" / "all-right" / PHASE, root / "release" / PHASE
    archive = root / "downloaded" / PHASE / "archive"
    archive.mkdir(parents=True)
    with zipfile.ZipFile(archive / "CS_101-Small-88.zip", "w") as moodle:
        moodle.write(
            solved / f"{DAY_1}.ipynb", f"Learner O. One_4711_assignsubmission_file_/{DAY_1} (1).ipynb"
        )
        moodle.write(
            solved / f"{DAY_2}.ipynb", f"Learner O. One_4711_assignsubmission_file_/Copy of {DAY_2}.ipynb"
        )
        moodle.writestr(
            f"__MACOSX/Learner O. One_4711_assignsubmission_file_/._{DAY_1}.ipynb", "not a notebook"
        )
    shutil.copy(empty / f"{DAY_1}.ipynb", archive / f"two_LATE_3143_207797_{DAY_1}-1.ipynb")
    shutil.copy(empty / f"{DAY_1}.ipynb", archive / "learner-03_day-09-elsewhere.ipynb")
    said = nbgrader(root, "zip_collect", PHASE).stderr
    assert (root / "submitted" / "Learner O. One" / PHASE / f"{DAY_1}.ipynb").read_bytes() == (
        solved / f"{DAY_1}.ipynb"
    ).read_bytes()
    assert (root / "submitted" / "Learner O. One" / PHASE / f"{DAY_2}.ipynb").read_bytes() == (
        solved / f"{DAY_2}.ipynb"
    ).read_bytes()
    assert files(root / "submitted" / "two") == {
        f"{PHASE}/{DAY_1}.ipynb": (empty / f"{DAY_1}.ipynb").read_bytes()
    }
    assert not (root / "submitted" / "learner-03").exists()
    assert "Skipped notebook with invalid name 'day-09-elsewhere.ipynb'" in said
    nbgrader(root, "autograde", PHASE, "--student", "Learner O. One")
    with Nbgrader(root).gradebook() as book:
        assert marks(book, "Learner O. One", DAY_1) == [*BY_HAND, None]


def test_two_downloads_of_one_notebook_are_not_chosen_between(graded: Layout, tmp_path: Path) -> None:
    """If a learner's day is there twice, zip_collect stops and says so, and has collected nothing."""
    root = tmp_path / "course"
    shutil.copytree(graded.root, root)
    archive = root / "downloaded" / PHASE / "archive"
    archive.mkdir(parents=True)
    for name in (f"learner-07_{DAY_1}.ipynb", f"learner-08_{DAY_1}.ipynb", f"learner-08_{DAY_1} (1).ipynb"):
        shutil.copy(root / "release" / PHASE / f"{DAY_1}.ipynb", archive / name)
    said = nbgrader(root, "zip_collect", PHASE, ok=False).stderr
    assert said.strip().splitlines()[-2].endswith(f"learner-08_{DAY_1}.ipynb")
    assert "Duplicate submission file" in said
    assert not (root / "submitted" / "learner-07").exists()


def test_a_warning_in_a_test_cell_costs_the_mark(graded: Layout) -> None:
    """Stock nbgrader gives no marks for a test cell that wrote to stderr, even when its checks pass; the guide for instructors says so."""
    with Nbgrader(graded.root).gradebook() as book:
        assert marks(book, "with-a-warning", DAY_1) == [
            0,
            0,
            0,
            0,
            None,
        ]  # Counter.twice calls double, and so warns too


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def marks(book, learner: str, day: str) -> list[float | None]:
    """A learner's marks on a day, in the order of the cells; None where a person must grade."""
    with_names = {
        grade.name: None if grade.needs_manual_grade else grade.score
        for grade in book.find_submission_notebook(day, PHASE, learner).grades
    }
    order = (
        ["double-visible", "double-hidden", "Counter-visible", "Counter-hidden", "why"]
        if day == DAY_1
        else ["later-visible", "later-hidden", "earlier-visible", "earlier-hidden"]
    )
    assert len(order) == len(with_names)
    return [with_names[f"d{day[4:6]}-{name}"] for name in order]


def names_accepted() -> str:
    return Nbgrader(ROOT).config.FileNameCollectorPlugin.named_regexp
