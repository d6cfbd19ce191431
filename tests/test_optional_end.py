"""The optional end of a day: exercises that are checked like any other and give no points, in both graders; and what a day gives to later ones."""

import csv
from pathlib import Path

import pytest
from support import DAY_2, LATER, LATER_ANSWERS, PHASE, course_of_two_days, log2attn, nbgrader

from log2attn.compiling.lesson import Lesson, read_lesson
from log2attn.compiling.toolbox import toolbox_files
from log2attn.core.course import Day
from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.doors.nbgrader import Nbgrader
from log2attn.jobs.progress import standing
from log2attn.proving.days import read_course, read_days

END = '''
# %% [markdown]
# *Stop here if the two hours are over: you have what tomorrow needs.*

# %% [markdown]
# ### If you have time

# %% [markdown]
# ### Exercise · Much later
#
# *optional · about 5 minutes · needs later*

# %% exercise="d02-much_later"
def much_later(x):
    """A hundred more.

    >>> much_later(1)
    101
    """
    ### BEGIN SOLUTION
    return x + 100
    ### END SOLUTION


# %% visible="d02-much_later" points=0
# One case by hand.
assert much_later(3) == 103, f"A hundred after 3 comes 103, got {much_later(3)}."

# %% hidden="d02-much_later" points=0
# Hidden checks: below zero.
assert much_later(-3) == 97, "wrong below zero"
'''
ANSWERS = """
@mistake("d02-much_later", "You went a hundred back.", caught_by="visible")
def much_later(x):
    return x - 100


@mistake("d02-much_later", "You returned the number itself.", caught_by="visible")
def much_later(x):
    return x


@mistake("d02-much_later", "You went away from zero.", caught_by="hidden")
def much_later(x):
    return x + 100 if x >= 0 else x - 100


hints("d02-much_later", "Count.", "Add.", "x + 100")
why("d02-much_later", "A hundred steps are one.")
"""
DAY = Day(2, DAY_2, "Later", PHASE, "written")


def lesson(folder: Path, text: str) -> Lesson:
    path = folder / f"{DAY_2}.py"
    path.write_text(text)
    return read_lesson(path, DAY)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """A course whose second day has an optional end, built, and handed in by the sample class."""
    layout = course_of_two_days(tmp_path_factory.mktemp("optional") / "course")
    (layout.lessons / PHASE / f"{DAY_2}.py").write_text(LATER + END)
    (layout.lessons / PHASE / f"{DAY_2}.answers.py").write_text(LATER_ANSWERS + ANSWERS)
    log2attn(layout.root, "build")
    log2attn(layout.root, "sample", "1", "2")
    return layout


def test_what_is_optional(tmp_path: Path) -> None:
    """From its heading to the end of the lesson; its exercises are no graded ones."""
    one = lesson(tmp_path, LATER + END)
    assert [exercise.id for exercise in one.exercises if exercise.optional] == ["d02-much_later"]
    assert [exercise.id for exercise in one.graded] == ["d02-later", "d02-earlier"]
    assert one.optional[0].source == "### If you have time" and one.optional[-1].exercise == "d02-much_later"
    assert lesson(tmp_path, LATER).optional == ()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('hidden="d02-much_later" points=0', 'hidden="d02-much_later" points=1', "on a hidden check in the optional end"),
        ('visible="d02-much_later" points=0', 'visible="d02-much_later" points=1', "on a visible check in the optional end"),
        ('hidden="d02-later" points=2', 'hidden="d02-later" points=0', "on a hidden check outside the optional end"),
        ("# *optional · about", "# ### If you have time\n\n# %% [markdown]\n# ### If you have time\n#\n# *optional · about", "begins twice"),
        ("# %% [markdown]\n# ### Exercise · Much", '# %% [markdown] exercise="d02-why" points=1\n# Because.\n\n# %% [markdown]\n# ### Exercise · Much', "an answer in words stands in the optional end"),
    ],
)  # fmt: skip
def test_points_and_the_optional_end(tmp_path: Path, old: str, new: str, says: str) -> None:
    """Points are 0 there, on both checks, and nowhere else; an answer that a person reads has no place there."""
    text = LATER + END
    assert old in text
    with pytest.raises(CourseError, match=rf"{DAY_2}.py:\d+") as error:
        lesson(tmp_path, text.replace(old, new))
    assert says in str(error.value)


def test_both_graders_mark_it_as_before(course: Layout) -> None:
    """Stock nbgrader and ours give the same marks; the optional exercise adds nothing to the points to be had, right, wrong or empty."""
    nbgrader(course.root, "generate_assignment", PHASE, "--force")
    nbgrader(
        course.root,
        "autograde",
        PHASE,
        "--CourseDirectory.student_id_exclude=moved-cells,from-colab,another-way,half-way",
    )
    stock = {
        (s.learner, s.day): (s.score, s.possible)
        for s in Nbgrader(course.root).scores([PHASE], lambda *_: True)
    }
    assert stock["all-right", DAY_2] == (4.0, 4.0) and stock["typical-mistakes", DAY_2][1] == 4.0
    (course.root / "gradebook.db").unlink()
    log2attn(course.root, "grade")
    ours = {
        (s.learner, s.day): (s.score, s.possible)
        for s in Nbgrader(course.root).scores([PHASE], lambda *_: True)
    }
    assert {key: ours[key] for key in stock} == stock
    log2attn(course.root, "report", "--csv", "class.csv")
    with (course.root / "class.csv").open(encoding="utf-8") as table:
        rows = {row["learner"]: row for row in csv.DictReader(table)}
    assert rows["all-right"][DAY_2] == "4"


def test_a_day_is_done_without_it(course: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    """A learner who stopped at the stop line has finished the day."""
    from log2attn.jobs import progress

    shipped = {"d02-later": (1, 2), "d02-earlier": (0, 1), "d02-much_later": (0, 0)}

    class Shipped:
        def __init__(self, points: tuple[int, int]) -> None:
            self.points = points

    monkeypatch.setattr(
        progress,
        "exercises_of",
        lambda n: (
            {id: Shipped(p) for id, p in shipped.items()} if n == 2 else {"d01-double": Shipped((1, 2))}
        ),
    )
    monkeypatch.setattr(
        progress, "read_progress", lambda: dict.fromkeys(["d02-later", "d02-earlier"], "2026-01-01")
    )
    assert [day.number for day in standing(course).done] == [2]


GIVES = """
# %%
import numpy as np


def relu(x):
    return np.maximum(0, x)


class Tensor:
    def __init__(self, data):
        self.data = relu(data)


# %% author=true
# gives: Tensor
"""


def test_what_a_day_gives(course: Layout, tmp_path: Path) -> None:
    """A definition that an author line names is in the toolbox, with what it rests on; the rest of the day's cells is not offered."""
    one = lesson(tmp_path, LATER + GIVES)
    files = toolbox_files(read_course(course), [one], course.planned)
    assert '"Tensor": 2' in files["__init__.py"] and "relu" not in files["__init__.py"]
    names: dict = {}
    exec(files["day_02.py"], names)
    assert names["Tensor"](-3.0).data == 0.0 and names["later"](1) == 2


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("# gives: Tensor, sweep", "no cell defines 'sweep'"),
        ("# gives: later", "no cell defines 'later'"),
        ("# gives:", "no cell defines 'a name'"),
    ],
)
def test_what_a_day_cannot_give(course: Layout, tmp_path: Path, line: str, says: str) -> None:
    """A name that no plain cell defines is an error that names the line."""
    one = lesson(tmp_path, LATER + GIVES.replace("# gives: Tensor", line))
    with pytest.raises(CourseError, match=rf"{DAY_2}.py:\d+") as error:
        toolbox_files(read_course(course), [one], course.planned)
    assert says in str(error.value)


def test_a_line_that_would_reach_the_learner(course: Layout, tmp_path: Path) -> None:
    """The line stands in an author cell, or it is refused."""
    one = lesson(tmp_path, LATER + GIVES.replace("# %% author=true", "# %%"))
    with pytest.raises(CourseError, match="would reach the learner"):
        toolbox_files(read_course(course), [one], course.planned)


def test_the_proofs_know_it(course: Layout) -> None:
    """An optional exercise is proved like any other: its mistakes are caught, and told apart."""
    said = log2attn(course.root, "prove", "2").stdout
    row = next(
        line.split()
        for line in said.splitlines()
        if line.startswith(" d02-much_later") or "d02-much_later" in line
    )
    assert row[1:7] == ["1", "of", "1", "3", "of", "3"]
    assert len(read_days(course, read_course(course))) == 2
