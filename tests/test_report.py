"""The class's report, its CSV and the pages: they ask the same table as the grader, whatever learners' files are called."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support import DAY_1, DAY_2, PHASE, built_course
from typer.testing import CliRunner

from log2attn.cli import app
from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.grading.desk.lines import NOT_HANDED_IN, cell
from log2attn.grading.schedule.folder import Folder
from log2attn.jobs.feedback import feedback
from log2attn.jobs.grade import Choice, Summary, grade
from log2attn.jobs.report import as_csv, as_html, in_words, report
from log2attn.jobs.sample import sample

pytestmark = pytest.mark.xdist_group("report")

NOBODYS = "late-comer"
FILES = {
    "plain": f"{DAY_1}.ipynb",
    "browser": f"{DAY_1} (1).ipynb",
    "lab": f"{DAY_1}-Copy1.ipynb",
    "folder": f"week 1/{DAY_1}.ipynb",
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """Day 1 handed in by four learners under four names, and by a fifth as a file that is no notebook; day 2 by a sixth alone."""
    layout = built_course(tmp_path_factory.mktemp("report") / "course")
    sample(layout, [1, 2])
    submitted = layout.root / "submitted"
    work, other = ((submitted / "all-right" / PHASE / f"{day}.ipynb").read_bytes() for day in (DAY_1, DAY_2))
    shutil.rmtree(submitted)
    for who, file in {**FILES, "torn": f"{DAY_1}.ipynb"}.items():
        path = submitted / who / PHASE / file
        path.parent.mkdir(parents=True)
        path.write_bytes(work if who != "torn" else work[:1000])
    path = submitted / NOBODYS / PHASE / f"copy of {DAY_2}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_bytes(other)
    done = list(grade(Folder(layout.root), Choice(jobs=2), Summary()))
    assert len(done) == len(FILES) + 2
    return layout


def test_a_renamed_day_has_its_score_everywhere(graded: Layout) -> None:
    """Report and CSV show the same score for a file of any name, and each learner has a page; a day not handed in is no zero."""
    found = report(Folder(graded.root))
    cells = {who: tuple(map(cell, found.of(learner=who))) for who in found.learners}
    scores = {cells[who] for who in FILES}
    assert len(scores) == 1
    (first, second) = scores.pop()
    assert float(first) > 0 and second == NOT_HANDED_IN
    table = {row["learner"]: row for row in csv.DictReader(io.StringIO(as_csv(found)))}
    assert all(table[who][DAY_1] == first and table[who][DAY_2] == "" for who in FILES)
    pages = {page.learner for page in feedback(Folder(graded.root), []) if not page.trouble}
    assert pages == {*FILES, "torn", NOBODYS}
    assert table[NOBODYS][DAY_1] == "" != table[NOBODYS][DAY_2]


def test_what_waits_is_named(graded: Layout) -> None:
    """A file that cannot be read shows as not graded, with the reason the learner needs."""
    found = report(Folder(graded.root))
    (torn,) = found.of(learner="torn", notebook=DAY_1)
    assert cell(torn) == "?"
    said = " ".join(" ".join(in_words(found)).split())
    assert f"torn · {PHASE} · day 1: The file breaks off in the middle" in said


def test_a_day_whose_file_is_gone_keeps_its_score(graded: Layout, tmp_path: Path) -> None:
    """A file that was removed after grading lowers nothing in the report; the report says that it is gone."""
    root = Path(shutil.copytree(graded.root, tmp_path / "course"))
    before = [(mark.learner, cell(mark)) for mark in report(Folder(root)).marks]
    (root / "submitted" / "browser" / PHASE / FILES["browser"]).unlink()
    found = report(Folder(root))
    assert [(mark.learner, cell(mark)) for mark in found.marks] == before
    assert [mark.learner for mark in found.marks if "is gone" in mark.why] == ["browser"]


def test_the_file_for_machines_counts_what_waits(graded: Layout) -> None:
    """--json says what waits since an earlier run, and what of the course's tests cannot be marked."""
    summary = Summary()
    done = list(grade(Folder(graded.root), Choice(jobs=2), summary))
    said = json.loads(summary.as_json(done))
    assert (done, said["unchanged"], list(said["waiting"]), said["missing"], said["tests"]) == (
        [],
        len(FILES) + 2,
        [f"torn · {PHASE} · {DAY_1}"],
        [],
        {},
    )


def test_the_page_shows_the_same_scores(graded: Layout) -> None:
    """The page of a graded course names every learner, has each score as the terminal's table has it, and says why a person must look at the torn file."""
    found = report(Folder(graded.root))
    page = as_html(found, "a-course", datetime(2026, 9, 1, 12, tzinfo=UTC))
    rows = re.findall(r'<tr><th scope="row" class="name"><span>(.+?)</span></th>(.*?)</tr>', page)
    by_name = {who: re.findall(r"<td[^>]*>(.*?)</td>", cells) for who, cells in rows}
    for who in found.learners:
        shown = [text.rstrip("+*") for text in by_name[who][5:]]
        assert shown == list(map(cell, found.of(learner=who)))
    assert "torn" in by_name and f"torn · {PHASE} · day 1: " in page
    assert "written 2026-09-01 12:00" in page


def test_a_page_is_written_at_once_or_not_at_all(graded: Layout, tmp_path: Path) -> None:
    """`report --html` prints the report and writes the page; where it cannot be written it says so, ends with 1, and what was there stays."""
    done = CliRunner().invoke(
        app, ["--course", str(graded.root), "report", "--html", str(tmp_path / "r.html")]
    )
    assert done.exit_code == 0 and "learner" in done.output
    assert (tmp_path / "r.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert [path.name for path in tmp_path.iterdir()] == ["r.html"]
    done = CliRunner().invoke(
        app, ["--course", str(graded.root), "report", "--html", str(tmp_path / "no" / "r.html")]
    )
    assert isinstance(done.exception, CourseError) and "r.html cannot be written" in str(done.exception)
