"""Tries: answers that a person tried on a day, and what becomes of them."""

import pytest

from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.jobs.tries import counted, tries
from log2attn.proving.newcomer import PASSES, SILENT, TOLD

TRIED = '''"""What I tried."""
from log2attn.authoring import also_right, mistake

TWO = 2


@also_right("d01-double")
def double(x):
    return TWO * x


@also_right("d01-double")
def double(x):
    return x + 1


@mistake("d01-double", "squared by hand")
def double(x):
    return x * x


@mistake("d01-double", "an odd formula")
def double(x):
    return 7 * x - 1.5


@mistake("d01-double", "right after all")
def double(x):
    return x - (-x)
'''


def test_each_try_is_told_what_became_of_it(mini: Layout) -> None:
    """Right tries that pass and wrong ones that are refused are as hoped; the others are not; sentences are those of the cards; the count says it all."""
    file = mini.root / "tried.py"
    file.write_text(TRIED)
    found = list(tries(mini, "1", file))
    assert [(one.note, one.came, one.is_as_hoped) for one in found] == [
        ("right", PASSES, True),
        ("right", SILENT, False),
        ("squared by hand", TOLD, True),
        ("an odd formula", SILENT, True),
        ("right after all", PASSES, False),
    ]
    assert found[2].says == "You returned the square; twice 3 is 6, and 3 squared is 9."
    assert counted(found) == "3 wrong, 2 right · 1 wrong passed · 1 right refused · 1 of 2 refused told"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (None, "There is no such file"),
        ("def double(x:\n", "Not valid Python"),
        (TRIED.replace("d01-double", "d01-triple"), "no autograded exercise 'd01-triple'"),
        (TRIED.replace(', "squared by hand"', ""), "says nothing"),
    ],
)
def test_a_file_that_cannot_be_tried(mini: Layout, text: str | None, says: str) -> None:
    """A file that is missing, is no Python, or names an unknown exercise is refused in words, with its line."""
    file = mini.root / "tried.py"
    if text is not None:
        file.write_text(text)
    with pytest.raises(CourseError, match=says) as error:
        list(tries(mini, "1", file))
    assert "tried.py" in str(error.value.where)
