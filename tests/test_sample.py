"""The sample class, handed in, graded and reported: the whole way from a lesson's text to the gradebook, with the real days."""

import re
import shutil
from pathlib import Path

import pytest
from conftest import ROOT

from log2attn.core.layout import Layout
from log2attn.grading.desk.book import Book
from log2attn.grading.desk.lines import NOT_HANDED_IN, cell
from log2attn.grading.schedule.folder import Folder
from log2attn.jobs.feedback import feedback
from log2attn.jobs.grade import Choice, Graded, Summary, grade
from log2attn.jobs.report import report
from log2attn.jobs.sample import CLASS, each_week, sample
from log2attn.proving.days import WrittenDay, read_course, read_days

pytestmark = pytest.mark.xdist_group("sample")  # one graded class serves all tests here


@pytest.fixture(scope="module")
def graded(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[list[Graded], Book, list[WrittenDay], Path]:
    root = tmp_path_factory.mktemp("course")
    for folder in ("lessons", "source", "release"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    layout = Layout.find(root)
    assert sample(layout) == sorted(CLASS)
    done = list(grade(Folder(root), Choice(), Summary()))
    course = read_course(layout)
    return done, report(Folder(root)), read_days(layout, course, each_week(course)), root


def row(found: Book, learner: str) -> tuple[str, ...]:
    return tuple(cell(mark) for mark in found.of(learner=learner))


def machine_points(day: WrittenDay) -> int:
    return sum(e.visible.points + e.hidden.points for e in day.lesson.exercises)


@pytest.mark.parametrize("learner", ["all-right", "another-way", "from-colab", "moved-cells"])
def test_right_work_gets_every_machine_graded_point(graded: tuple, learner: str) -> None:
    """Right answers get every point a machine can give: written differently, saved by Colab, or with cells copied and moved."""
    _, found, days, _ = graded
    assert row(found, learner) == tuple(f"{machine_points(day)}" for day in days)


def test_half_way(graded: tuple) -> None:
    """Who solved the first half, and left a cell that is no Python, has the points of the first half; the day not handed in shows as such."""
    _, found, days, _ = graded
    want = []
    for day in days[:-1]:
        first = day.lesson.graded[: (len(day.lesson.graded) + 1) // 2]
        want.append(f"{sum(e.visible.points + e.hidden.points for e in first)}")
    assert row(found, "half-way") == (*want, NOT_HANDED_IN)


def builds_on_itself(day: WrittenDay) -> bool:
    """Whether an exercise of the day calls another one, so that a mistake there costs points here too."""
    names = {e.name for e in day.lesson.exercises}
    return any(set(re.findall(r"\w+", e.answer.source)) & (names - {e.name}) for e in day.lesson.exercises)


def test_typical_mistakes(graded: tuple) -> None:
    """Who makes a typical mistake in each exercise gets the visible points where only the hidden check catches it, and nothing else.

    Where an exercise calls another one of the same day, that one's mistake may cost these points as well.
    """
    _, found, days, _ = graded
    exact = 0
    for day, got in zip(days, row(found, "typical-mistakes"), strict=True):
        points = 0
        for n, exercise in enumerate(day.lesson.exercises):
            mistakes = day.answers.of[exercise.id].mistakes
            points += exercise.visible.points * (mistakes[n % len(mistakes)].caught_by == "hidden")
        if builds_on_itself(day):
            assert float(got) <= points, day.day.slug
        else:
            assert got == f"{points}", day.day.slug
            exact += 1
    assert exact >= 3


def test_nobody_is_in_the_queue(graded: tuple) -> None:
    """Copied and moved cells are put right and noted; nobody of the class waits for a person beyond the written answers."""
    done, found, days, _ = graded
    assert [one for one in done if one.trouble] == [] and found.notes == ()
    assert not any(mark.why for mark in found.marks)
    assert len(done) == len(CLASS) * len(days) - 1
    assert all(one.verdict.repairs for one in done if one.learner == "moved-cells")
    assert not any(one.verdict.repairs for one in done if one.learner == "all-right")


def test_typical_mistakes_are_named(graded: tuple) -> None:
    """Most typical mistakes are recognized by the grader too, and the learner's page says their sentence."""
    done, _, days, root = graded
    said = [
        item.message
        for one in done
        if one.learner == "typical-mistakes"
        for item in one.verdict.items
        if item.outcome == "failed"
    ]
    exercises = sum(len(day.lesson.exercises) for day in days)
    assert sum("behaves like this" in message for message in said) >= 0.85 * exercises
    assert len(list(feedback(Folder(root), [], "typical-mistakes"))) == len(days)
    pages = "".join(path.read_text() for path in (root / "feedback" / "typical-mistakes").rglob("*.html"))
    assert pages.count("It behaves like this") >= 0.85 * exercises
    assert "<script" not in pages and "course_rng" not in pages


def test_written_answers_wait_for_a_person(graded: tuple) -> None:
    """A written answer is counted as to be read until a person has graded it; an untouched one is not."""
    _, found, days, _ = graded
    written = sum(len(day.lesson.written_answers) for day in days)
    assert written >= 1
    assert {who: sum(mark.to_read for mark in found.of(learner=who)) for who in found.learners} == {
        who: {"half-way": 0}.get(who, written) for who in CLASS
    }


def test_grading_again_does_nothing(graded: tuple) -> None:
    """With nothing changed, nothing is graded again; with one notebook changed, that one is."""
    _, _, days, root = graded
    again = Summary()
    assert list(grade(Folder(root), Choice(), again)) == []
    assert again.same == len(CLASS) * len(days) - 1
    path = root / "submitted" / "all-right" / days[0].day.phase / f"{days[0].day.slug}.ipynb"
    path.write_bytes(path.read_bytes() + b"\n")
    assert [(one.learner, one.notebook) for one in grade(Folder(root), Choice(), Summary())] == [
        ("all-right", days[0].day.slug)
    ]
