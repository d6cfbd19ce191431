"""The desk: what the reports say of a class, and that they say all of it in so many columns."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import numpy as np
import pytest

from log2attn.core.errors import CourseError
from log2attn.grading.desk.book import Book, Mark
from log2attn.grading.desk.items import discrimination, tasks
from log2attn.grading.desk.lines import NOBODY
from log2attn.grading.desk.lms import Person, canvas, moodle, waiting
from log2attn.grading.desk.tables import overview, spread, table
from log2attn.grading.model import FAILED, MANUAL, PASSED, Item, Verdict
from log2attn.grading.schedule.judge import BEHAVES
from log2attn.jobs.report import as_csv, in_words

DAY, LONG = "day-03-logarithms", "a-learner-with-a-name-of-forty-characters"
SAYS = "You multiplied the bases."


def verdict(visible: bool, hidden: bool, message: str = "", detail: str = "") -> Verdict:
    """An exercise of 1 + 2 points, another of 3 that goes as the first one's hidden check, and an answer in words."""

    def item(id: str, points: float, *, right: bool) -> Item:
        if right:
            return Item(id, PASSED, points, points)
        return Item(id, FAILED, 0.0, points, message if id.endswith("visible") else "", detail)

    return Verdict(
        [
            item("d03-base-visible", 1, right=visible),
            item("d03-base-hidden", 2, right=hidden),
            item("d03-sum-hidden", 3, right=hidden),
            Item("d03-why", MANUAL, None, 2),
        ]
    )


VERDICTS = {
    "ann-all": verdict(True, True),
    "bo-all": verdict(True, True),
    "cy-visible": verdict(True, False, detail="line 3: wrong"),
    "di-known": verdict(False, False, f"{BEHAVES} {SAYS}", "line 1: wrong"),
    "ed-empty": verdict(False, False, "Not started yet", "line 1: f(1)\nNotImplementedError: "),
    LONG: verdict(False, False, f"{BEHAVES} {SAYS}", "line 1: wrong"),
}


def book(assignments: int = 1, notebooks: int = 1) -> Book:
    """A class of seven, of whom the last has handed in nothing; every assignment holds the same notebooks."""
    marks, verdicts = [], {}
    names = {
        f"phase-{a}": tuple(f"day-{3 + n:02d}-x" if n else DAY for n in range(notebooks))
        for a in range(assignments)
    }
    for name, days in names.items():
        for day in days:
            for who, found in VERDICTS.items():
                marks.append(Mark(who, name, day, 8, found.score, handed=True, to_read=1))
                verdicts[who, name, day] = found
            marks.append(Mark("zoe-none", name, day, 8, None, handed=False))
    return Book(tuple(sorted(marks, key=lambda m: m.learner)), names, verdicts, ())


def test_item_analysis_counts_what_happened() -> None:
    """Shares of those who handed in: right on each check, left as given out, wrong without a known mistake; sentences with their counts."""
    base, summed, why = tasks(book(), "phase-0", DAY)
    assert (base.name, base.points, base.visible, base.hidden) == ("d03-base", 3, 3 / 6, 2 / 6)
    assert (base.untouched, base.untold, base.told) == (1 / 6, 1 / 6, {SAYS: 2})
    assert base.share == pytest.approx((3 + 3 + 1) / 18)
    assert (summed.name, summed.visible, summed.hidden, summed.told) == ("d03-sum", None, 2 / 6, {})
    assert (why.name, why.share, why.discrimination) == ("d03-why", None, None)


def test_discrimination_is_the_corrected_item_total_correlation() -> None:
    """It is numpy's correlation of a task's points with those of the rest; from fewer than five, or without any difference, there is none."""
    task, rest = [1, 0, 2, 2, 0, 1], [5, 1, 6, 4, 0, 1]
    totals = [a + b for a, b in zip(task, rest, strict=True)]
    assert discrimination(task, totals) == pytest.approx(np.corrcoef(task, rest)[0, 1])
    assert discrimination(task[:4], totals[:4]) is None
    assert discrimination([1] * 6, totals) is None
    assert discrimination(task, [3 + a for a in task]) is None


def test_a_mark_that_waits_counts_nowhere() -> None:
    """A notebook that a person must look at as a whole is in no share, and its score in no total; nothing handed in makes no total of zero."""
    whole = book()
    marks = tuple(
        replace(mark, open=True, why="torn") if mark.learner == "ann-all" else mark for mark in whole.marks
    )
    found = replace(whole, marks=marks)
    assert tasks(found, "phase-0", DAY)[0].hidden == 1 / 5
    row = next(line for line in in_words(found) if line.startswith("ann-all"))
    assert row.split()[1:3] == ["?", "?"]
    assert "· ann-all · phase-0 · day 3: torn" in list(in_words(found))
    table = {row["learner"]: row for row in csv.DictReader(io.StringIO(as_csv(found)))}
    assert table["ann-all"][DAY] == "" != table["bo-all"][DAY]
    assert table["ann-all"]["total"] == table["zoe-none"]["total"] == "" and table["ed-empty"]["total"] == "0"
    assert next(line for line in in_words(found) if line.startswith("zoe-none")).split()[1:3] == ["–", "–"]


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("size", [(1, 1), (4, 25), (30, 2)])
def test_nothing_is_dropped_or_too_wide(size: tuple[int, int], width: int) -> None:
    """At any width each learner and each assignment is named in full, and no line is longer, for one notebook and for seventy."""
    found = book(*size)
    for asked in ({}, {"assignment": "phase-0"}, {"learner": LONG}):
        lines = list(in_words(found, **asked, width=width))
        assert max(map(len, lines)) <= width
        said = "\n".join(lines)
        if not asked:
            assert all(who in said for who in (*VERDICTS, "zoe-none"))
            assert all(any(line.endswith(f"  {name}") for line in lines) for name in found.notebooks)
        if asked.get("assignment"):
            assert all(f"day {3 + n} " in said for n in range(size[1]))


def test_a_wide_table_goes_on_below() -> None:
    """What does not fit beside the first column follows in a block of its own, with the first column again; nothing is cut."""
    assert list(table(["who", "aaaa", "bbbb"], [["one", "1", "2"], ["a-long-name", "3", "4"]], 12)) == [
        "who  aaaa",
        "one     1",
        "a-long-name",
        "        3",
        "",
        "who  bbbb",
        "one     2",
        "a-long-name",
        "        4",
    ]


def test_the_spread_of_points() -> None:
    """Five bars, one for each fifth of the points; the fullest is highest, an empty one is blank, full points are in the last."""
    assert spread([0, 10, 10, 10, 10], 10) == "▃   █"
    assert spread([1.9, 2, 5, 9.9, 10], 10) == "▅▅▅ █"
    assert spread([], 10) == spread([0], 0) == ""


def test_who_is_not_there_is_named() -> None:
    """An assignment, a day or a learner that is not there is refused with those that are; a day of two assignments asks which; a class of nobody is told what to do."""
    two = book(2)
    for asked, says in (
        ({"assignment": "phase-9"}, "no assignment 'phase-9'"),
        ({"learner": "nobody"}, "no learner 'nobody'"),
        ({"day": "9"}, "Nobody has handed in '9'"),
        ({"day": "3"}, "stands in several assignments"),
    ):
        with pytest.raises(CourseError, match=says) as error:
            list(in_words(two, **asked))
        assert error.value.then
    assert next(in_words(two, day="3", assignment="phase-1")) == "day 3 · phase-1 · 6 of 7 handed in"
    assert list(in_words(Book((), {}, {}, ()))) == [NOBODY]


def test_a_class_that_waits_for_nobody() -> None:
    """Where nothing waits, the report says so; where answers wait, it says how many, and of which notebook."""
    found = book()
    assert "· phase-0 · day 3: 6 answers to read" in list(overview(found))
    done = replace(found, marks=tuple(replace(mark, to_read=0) for mark in found.marks))
    assert list(overview(done))[-1] == "Nothing waits for a person."


def test_the_csv_tells_two_notebooks_of_one_name_apart() -> None:
    """Two assignments with a notebook of the same name have a column each."""
    rows = list(csv.reader(io.StringIO(as_csv(book(2)))))
    assert rows[0] == ["learner", f"phase-0/{DAY}", f"phase-1/{DAY}", "total"]
    assert rows[1] == [LONG, "0", "0", "0"]


PEOPLE = {"ann-all": Person("Ann", "All", "ann@example.org", "3143"), "bo-all": Person("Bo", "")}


def test_canvas_takes_the_table() -> None:
    """The header is one that Canvas's importer accepts: Student and ID first, the SIS columns at their places, Section last before the assignments; then a row of points possible; a learner is known by the platform's number, the login and the name."""
    found = book(2)
    read = replace(found, marks=tuple(replace(mark, to_read=0) for mark in found.marks))
    head, possible, *rows = csv.reader(io.StringIO(canvas(read, PEOPLE)))
    assert len(head) > 3 and "Student" in head[0] and "ID" in head[1]
    assert "SIS User ID" in head[2] and "SIS Login ID" in head[3] and "Section" in head[4]
    assert head[5:] == ["phase-0", "phase-1"]
    assert "Points Possible" in possible[0] and possible[1:] == ["", "", "", "", "8", "8"]
    by_login = {row[3]: row for row in rows}
    assert list(by_login) == read.learners
    assert by_login["ann-all"] == ["All, Ann", "3143", "", "ann-all", "", "6", "6"]
    assert by_login["bo-all"][:2] == ["Bo", ""] and by_login[LONG][0] == LONG
    assert by_login["zoe-none"][5:] == ["", ""] != by_login["ed-empty"][5:] == ["0", "0"]


def test_moodle_takes_the_table() -> None:
    """A row for each learner with what Moodle can find them by (username, email address, ID number), and a column for each assignment."""
    found = book(1)
    read = replace(found, marks=tuple(replace(mark, to_read=0) for mark in found.marks))
    rows = list(csv.DictReader(io.StringIO(moodle(read, PEOPLE))))
    assert [row["Username"] for row in rows] == read.learners
    first = next(row for row in rows if row["Username"] == "ann-all")
    assert (first["Email address"], first["ID number"], first["phase-0"]) == ("ann@example.org", "3143", "6")


def test_a_score_that_waits_goes_to_no_platform() -> None:
    """While an answer is unread or a notebook waits for a person, the score of that assignment is left empty, and counted."""
    found = book(1)
    assert {row["phase-0"] for row in csv.DictReader(io.StringIO(moodle(found, {})))} == {""}
    assert waiting(found) == len(VERDICTS)
    whole = tuple(replace(mark, to_read=0, open=mark.learner == "bo-all") for mark in found.marks)
    rows = list(csv.DictReader(io.StringIO(moodle(replace(found, marks=whole), {}))))
    assert [row["Username"] for row in rows if not row["phase-0"]] == ["bo-all", "zoe-none"]
    assert waiting(replace(found, marks=whole)) == 1
