"""A lesson that breaks the cell vocabulary is refused, with the line and the remedy."""

import pytest
from support import DAY_2, LATER, LATER_ANSWERS, written_days

from log2attn.compiling.lesson import from_text, to_text
from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.proving.days import read_course, read_days

LESSON, ANSWERS = "day-01-double.py", "day-01-double.answers.py"
HINTS = 'hints("d01-double", "What is 3 + 3?", "Multiply by two.", "return 2 * x")'

FAULTS = {
    "an unknown header": (
        LESSON,
        '# %% visible="d01-double" points=1',
        '# %% visibel="d01-double" points=1',
        "Unknown cell header",
    ),
    "a header with too much": (
        LESSON,
        '# %% exercise="d01-double"',
        '# %% exercise="d01-double" difficulty=2',
        "Unknown cell header",
    ),
    "two exercises of one name": (
        LESSON,
        '# %% [markdown] exercise="d01-why"',
        '# %% [markdown] exercise="d01-double"',
        "Two exercises are called d01-double",
    ),
    "no visible check": (LESSON, '# %% visible="d01-double" points=1', "# %%", "no visible check"),
    "no hidden check": (LESSON, '# %% hidden="d01-double" points=2', "# %%", "no hidden check"),
    "a check without its exercise": (
        LESSON,
        '# %% exercise="d01-double"',
        "# %%",
        "stands without its answer cell",
    ),
    "points that are no number": (
        LESSON,
        'hidden="d01-double" points=2',
        'hidden="d01-double" points="two"',
        "points='two'",
    ),
    "half points": (LESSON, 'visible="d01-double" points=1', 'visible="d01-double" points=0.5', "points=0.5"),
    "negative points": (
        LESSON,
        'visible="d01-double" points=1',
        'visible="d01-double" points=-1',
        "points=-1",
    ),
    "a hidden check worth nothing": (
        LESSON,
        'hidden="d01-double" points=2',
        'hidden="d01-double" points=0',
        "points=0",
    ),
    "points left out": (
        LESSON,
        '# %% [markdown] exercise="d01-why" points=2',
        '# %% [markdown] exercise="d01-why"',
        "points",
    ),
    "an exercise of another day": (
        LESSON,
        '# %% [markdown] exercise="d01-why"',
        '# %% [markdown] exercise="d02-why"',
        "no name for an exercise of day 1",
    ),
    "another function than promised": (
        LESSON,
        "def double(x):",
        "def twice(x):",
        "defines twice, not double",
    ),
    "no solution region": (
        LESSON,
        "    ### BEGIN SOLUTION\n    return 2 * x\n",
        "    return 2 * x\n",
        "no complete solution region",
    ),
    "a solution outside an exercise": (
        LESSON,
        "five = 5",
        "### BEGIN SOLUTION\nfive = 5\n### END SOLUTION",
        "outside an exercise",
    ),
    "markers of hidden tests": (LESSON, "five = 5", "### BEGIN HIDDEN TESTS\nfive = 5", "does not write"),
    "no title": (LESSON, "# # Twice is a sum", "# Twice is a sum", "not the title"),
    "no card": (LESSON, "# ### Exercise · A counter", "# A counter", "no card"),
    "no hints": (ANSWERS, HINTS, "", "no hints"),
    "two hints": (ANSWERS, '"Multiply by two.", ', "", "2 texts"),
    "no why": (
        ANSWERS,
        'why("d01-double", "Multiplication by two is adding a number to itself, for arrays as for numbers.")',
        "",
        "no why",
    ),
    "too few mistakes": (
        ANSWERS,
        '@mistake("d01-double", "You returned the square; twice 3 is 6, and 3 squared is 9.", caught_by="visible")',
        '@also_right("d01-double")',
        "2 mistakes",
    ),
    "a mistake that says nothing": (ANSWERS, '"You counted down."', '""', "says nothing"),
    "a mistake caught by nobody": (
        ANSWERS,
        '"You counted down.", caught_by="visible"',
        '"You counted down.", caught_by="luck"',
        "caught_by='luck'",
    ),
    "an answer to no exercise": (
        ANSWERS,
        'hints("d01-Counter"',
        'hints("d01-counter"',
        "no autograded exercise 'd01-counter'",
    ),
    "a word in a loop": (ANSWERS, "why(", "for _ in range(1):\n    why(", "stands inside another statement"),
    "an unknown word": (ANSWERS, "why(", "because(", "Unknown word"),
    "an answer of another name": (
        ANSWERS,
        "class Counter(Counter):\n    def twice",
        "class Twice(Counter):\n    def twice",
        "defines Twice",
    ),
    "a session that is not Python": (LESSON, "    return 2 * x\n", "    return 2 *\n", "Not valid Python"),
    "answers that are not Python": (ANSWERS, "return x + 2", "return x +", "Not valid Python"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named(mini: Layout, fault: str) -> None:
    """A fault in a lesson or an answers file is named: what, in which line of which file, and what to do."""
    file, old, new, says = FAULTS[fault]
    path = mini.lessons / "phase-1-small" / file
    before = path.read_text()
    assert old in before
    path.write_text(before.replace(old, new, 1))
    with pytest.raises(CourseError) as error:
        read_days(mini, read_course(mini))
    assert says in error.value.what
    assert file in error.value.where
    assert error.value.then.endswith((".", "…", "points=…", ")"))


def test_a_fault_names_its_line(mini: Layout) -> None:
    """The line in the message is the line of the cell's header."""
    path = mini.lessons / "phase-1-small" / LESSON
    lines = path.read_text().splitlines()
    at = lines.index('# %% visible="d01-double" points=1')
    path.write_text("\n".join([*lines[:at], '# %% visble="d01-double"', *lines[at + 1 :]]))
    with pytest.raises(CourseError) as error:
        read_days(mini, read_course(mini))
    assert error.value.where == f"{path}:{at + 1}"


def test_a_written_day_needs_its_text(mini: Layout) -> None:
    """A day marked written whose text is missing is refused."""
    (mini.lessons / "phase-1-small" / LESSON).unlink()
    with pytest.raises(CourseError, match="marked written"):
        read_days(mini, read_course(mini))


def test_an_author_works_on_a_planned_day(mini: Layout) -> None:
    """A planned day that has a text is read when it is named, and left out when none is; without a text it is refused."""
    course = read_course(mini)
    with pytest.raises(CourseError, match="no text yet"):
        read_days(mini, course, [2])
    for name, text in ((f"{DAY_2}.py", LATER), (f"{DAY_2}.answers.py", LATER_ANSWERS)):
        (mini.lessons / "phase-1-small" / name).write_text(text)
    assert [day.day.number for day in read_days(mini, course, [2])] == [2]
    assert [day.day.number for day in read_days(mini, course)] == [1]


def test_no_function_has_two_days(mini: Layout) -> None:
    """Two days that ask for the same function are refused: later days could not tell which one they import."""
    folder = mini.lessons / "phase-1-small"
    for name in (LESSON, ANSWERS):
        text = (folder / name).read_text().replace("d01-", "d02-")
        (folder / name.replace("01-double", "02-later")).write_text(text)
    mini.course_file.write_text(mini.course_file.read_text().replace("planned", "written"))
    with pytest.raises(CourseError, match="asks for double, and so does d01-double"):
        read_days(mini, read_course(mini))


def test_lessons_are_in_canonical_form() -> None:
    """Every lesson reads and writes back unchanged, so that adopting an edit changes that edit and nothing else."""
    for written in written_days().values():
        text = written.lesson.path.read_text()
        assert to_text(from_text(text)) == text, written.lesson.path
