"""Suggested edits: what a page tells the learner to change and run again is performed, and does what the page says."""

from pathlib import Path

import matplotlib.pyplot as plt
import pytest
from support import keep_run, kernel_part, proved_with, unless_kept, written_days

from log2attn.compiling.lesson import Lesson, read_lesson
from log2attn.core.course import Day
from log2attn.core.errors import CourseError
from log2attn.proving.edits import edit_faults, hidden_data, read_edits

PAGE = """# %% [markdown]
# # One more

# %%
step = 1
total = 3 + step

# %% [markdown]
# Change `step` to 4 and run it again. The total grows by three.

# %% author=true
SAID

# %%
import matplotlib.pyplot as plt

from log2attn import figure

fig, ax = plt.subplots()
ax.plot([0, 1], [0, 1])
ax.plot([0.5], [0.5], "o", label="the point")
ax.set(ylim=(0, 1))
figure(fig, alt="A line that rises from zero to one, and a point on it.")

# %% author=true
MORE
"""
DAY = Day(1, "day-01-x", "X", "phase-1", "written")


def lesson(folder: Path, said: str, more: str = "") -> Lesson:
    path = folder / "day-01-x.py"
    path.write_text(PAGE.replace("SAID", said).replace("MORE", more))
    return read_lesson(path, DAY)


def faults(folder: Path, said: str, more: str = "") -> list[str]:
    return [fault.split(" ", 1)[1] for fault in edit_faults(lesson(folder, said, more))]


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ('# edit: "step = 1" -> "step = 4"\n# then: total == 7', []),
        ("# edit: 'step = 1' -> 'step = 4'\n# then: total == 7\n# then: step == 4", []),
        ('# edit: "step = 1" -> "step = 1 / 0"\n# raises: ZeroDivisionError', []),
        ('# edit: "step = 1" -> "step = 4"\n# then: total == 8', ["after the edit this is not true: total == 8"]),
        ('# edit: "step = 1" -> "step = 4"\n# then: sum_ == 8', ["after the edit this cannot be computed: sum_ == 8 (NameError: name 'sum_' is not defined)"]),
        ('# edit: "step = 1" -> "step = x"\n# then: total == 7', ["the changed cell raises NameError: name 'x' is not defined"]),
        ('# edit: "step = 1" -> "step = 4"\n# raises: ValueError', ["the changed cell does not raise ValueError"]),
    ],
)  # fmt: skip
def test_an_edit_is_performed(tmp_path: Path, said: str, says: list[str]) -> None:
    """The changed cell runs where the page has come to; what must be true afterward is asked; a wrong promise is named."""
    assert faults(tmp_path, said) == says


def test_an_edit_leaves_no_trace(tmp_path: Path) -> None:
    """The lesson goes on with the cell as it was."""
    first = '# edit: "step = 1" -> "step = 4"\n# then: total == 7'
    assert faults(tmp_path, first, '# edit: "[0.5], [0.5]" -> "[step / 2], [0.5]"\n# then: total == 4') == []


def test_an_edit_that_hides_what_it_shows(tmp_path: Path) -> None:
    """A point that the edit moves out of the axes' limits is found, by its label."""
    first = '# edit: "step = 1" -> "step = 4"\n# then: total == 7'
    moved = '# edit: "[0.5], [0.5]" -> "[0.5], [3]"\n# then: True'
    assert faults(tmp_path, first, moved) == [
        'axes 1 of the figure do not show "the point": it lies outside of the limits'
    ]


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ('# edit: "step = 2" -> "step = 4"\n# then: True', "has 'step = 2' 0 times"),
        ('# edit: "step" -> "stride"\n# then: True', "has 'step' 2 times"),
        ("# edit: step = 1 -> step = 4\n# then: True", "This is no edit"),
        ('# edit: "step = 1" -> "step = 4"', "does not say what comes of it"),
        ('# edit: "step = 1" -> "step = 4"\n# then: True\n# raises: ValueError', "says two things"),
    ],
)  # fmt: skip
def test_an_edit_that_cannot_be_performed(tmp_path: Path, said: str, says: str) -> None:
    """An edit of text that stands there not once, or without an outcome, is an error that names the line."""
    with pytest.raises(CourseError, match=r"day-01-x.py:11") as error:
        read_edits(lesson(tmp_path, said))
    assert says in str(error.value)


def test_hidden_data() -> None:
    """Empty axes are found; a line that crosses the limits without a point inside, a bar and an image are seen."""
    fig, (empty, crossing, bars, image) = plt.subplots(1, 4)
    crossing.plot([-5, 5], [-5, 5])
    crossing.set(xlim=(-1, 1), ylim=(-1, 1))
    bars.bar([0, 1], [1, 2])
    image.imshow([[0, 1]])
    assert hidden_data(fig) == ["axes 1 of the figure are empty"]
    crossing.scatter([3], [3])
    assert "axes 2 of the figure do not show points: it lies outside of the limits" in hidden_data(fig)
    plt.close(fig)
    assert empty is not None


@pytest.mark.parametrize("slug", written_days())
def test_the_lessons_edits(slug: str) -> None:
    """Every edit that a written day names does what its page says."""
    day, with_what = written_days()[slug], (kernel_part(), *proved_with())
    if unless_kept(day, "edits", *with_what):
        assert list(edit_faults(day.lesson)) == []
        keep_run(day, "edits", *with_what)
