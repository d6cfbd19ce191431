"""The table of contents."""

from pathlib import Path

import pytest

from log2attn.core.course import Course, load_course
from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout


@pytest.fixture(scope="module")
def course(layout: Layout) -> Course:
    return load_course(layout.course_file)


def test_seventy_days_in_four_phases(course: Course) -> None:
    """The course lists all seventy days, in four phases of 10, 15, 20 and 25."""
    assert [len(phase.days) for phase in course.phases] == [10, 15, 20, 25]


@pytest.mark.parametrize("name", [3, "3", "03", "d03", "day-3", "day-03", "day-03-logarithms"])
def test_a_day_has_many_names(course: Course, name: str | int) -> None:
    """A day answers to its number and to its name, in every form a person would type."""
    assert course.day(name).number == 3


@pytest.mark.parametrize("name", ["71", "0", "day-03-exponents", "three", "-1", ""])
def test_an_unknown_day_is_refused_in_words(course: Course, name: str) -> None:
    """An unknown day gives an error that says which days there are."""
    with pytest.raises(CourseError, match="There is no day") as error:
        course.day(name)
    assert "1 to 70" in error.value.then


def test_a_planned_day_is_not_taken_for_a_written_one(course: Course) -> None:
    """Asking for the text of a planned day says that it is planned, and which days are written."""
    planned = next(day for day in course.days if not day.written)
    with pytest.raises(CourseError, match="planned") as error:
        course.written_day(planned.number)
    assert "3" in error.value.then


@pytest.mark.parametrize(
    ("day", "back"), [(1, ()), (2, (1,)), (7, (6, 1)), (8, (7, 1)), (16, (15, 9, 2)), (58, (57, 51, 37))]
)
def test_what_part_one_looks_back_at(course: Course, day: int, back: tuple[int, ...]) -> None:
    """Part 1 revisits yesterday, the day a week ago, and one of two, three, … weeks ago; day 7 looks back to day 1."""
    assert course.looks_back(course.day(day)) == back


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('status = "planned"', 'status = "soon"', "status"),
        ("needs = [1]", "needs = [2]", "comes later"),
        ("number = 2", "number = 3", "without gaps"),
        ('slug = "day-02-later"', 'slug = "later"', "slug"),
        ("seed = 0", 'seed = "zero"', "whole number"),
        ("seed = 0", "seed = ", "TOML"),
        ('title = "Later"', 'titel = "Later"', "missing or unknown"),
    ],
)
def test_a_wrong_table_of_contents_is_refused(mini: Layout, old: str, new: str, says: str) -> None:
    """A fault in course.toml is named with its file, and with what to write instead."""
    path = mini.course_file
    path.write_text(path.read_text().replace(old, new))
    with pytest.raises(CourseError, match=says) as error:
        load_course(path)
    assert str(path) in error.value.where
    assert error.value.then


def test_outside_a_course_says_so(tmp_path: Path) -> None:
    """In a folder that is no course, the tools say so and name the way in."""
    with pytest.raises(CourseError, match="not part of a log2attn course"):
        Layout.find(tmp_path)
