"""The sample class, handed in, graded and reported: the whole way from a lesson's text to the gradebook, with the real days."""

import re
import shutil
from pathlib import Path

import pytest
from conftest import ROOT

from log2attn.core.layout import Layout
from log2attn.jobs.grade import Graded, grade
from log2attn.jobs.report import NOT_GRADED, NOT_HANDED_IN, ClassReport, report
from log2attn.jobs.sample import CLASS, sample
from log2attn.tools.days import WrittenDay, read_course, read_days

pytestmark = pytest.mark.xdist_group("sample")  # one graded class serves all tests here


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Graded], ClassReport, list[WrittenDay], Path]:
    root = tmp_path_factory.mktemp("course")
    for folder in ("lessons", "source", "release"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    layout = Layout.find(root)
    assert sample(layout) == sorted(CLASS)
    done = list(grade(layout, []))
    return done, report(layout), read_days(layout, read_course(layout)), root


def row(found: ClassReport, learner: str) -> tuple[str, ...]:
    return next(row.cells for row in found.rows if row.learner == learner)


def machine_points(day: WrittenDay) -> int:
    return sum(e.visible.points + e.hidden.points for e in day.lesson.exercises)


@pytest.mark.parametrize("learner", ["all-right", "another-way", "from-colab"])
def test_right_work_gets_every_machine_graded_point(graded: tuple, learner: str) -> None:
    """Right answers, right answers written differently, and right answers saved by Colab get every point a machine can give."""
    _, found, days, _ = graded
    assert row(found, learner) == tuple(f"{machine_points(day)}" for day in days)


def test_half_way(graded: tuple) -> None:
    """Who solved the first half, and left a cell that is no Python, has the points of the first half; the day not handed in shows as such."""
    _, found, days, _ = graded
    want = []
    for day in days[:-1]:
        first = day.lesson.exercises[: (len(day.lesson.exercises) + 1) // 2]
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


def test_one_broken_notebook_stops_nobody(graded: tuple) -> None:
    """The learner with a copied graded cell is not graded, is named with the cell, and everybody after them is graded."""
    done, found, days, _ = graded
    troubled = {(one.learner, one.phase) for one in done if one.trouble}
    assert troubled == {("moved-cells", day.day.phase) for day in days}
    assert row(found, "moved-cells") == (NOT_GRADED,) * len(days)
    first = days[0].lesson.exercises[0].id
    assert any(f"the cell {first}-visible stands in the notebook more than once" in trouble for trouble in found.troubles)
    assert {one.learner for one in done} == set(CLASS)


def test_written_answers_wait_for_a_person(graded: tuple) -> None:
    """A written answer is counted as to be read until a person has graded it; an untouched one is not."""
    _, found, days, _ = graded
    written = sum(len(day.lesson.written_answers) for day in days)
    assert written >= 2
    assert {row.learner: row.to_read for row in found.rows} == {who: {"half-way": 0, "moved-cells": 0}.get(who, written) for who in CLASS}


def test_everybody_graded_has_feedback(graded: tuple) -> None:
    """Each graded notebook has its feedback page."""
    done, _, days, root = graded
    for one in done:
        if not one.trouble and (one.learner, one.phase) != ("half-way", days[-1].day.phase):
            assert list((root / "feedback" / one.learner / one.phase).glob("day-*.html"))
