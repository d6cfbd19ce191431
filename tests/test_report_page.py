"""The report as a page: what it says, that it fetches nothing, and that it can be read on any screen."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from support import CONTRAST, QUIET, needs
from test_desk import DAY, LONG, SAYS, VERDICTS, book

from log2attn.grading.desk.book import Book, Mark
from log2attn.grading.desk.lines import ALL_DONE, NOBODY
from log2attn.grading.desk.page import report_page
from log2attn.grading.model import FAILED, MANUAL, PASSED, Item, Verdict
from log2attn.grading.schedule.judge import BEHAVES

pytestmark = pytest.mark.xdist_group("browser")
EVIL = "<img src=x onerror=alert(1)> & <b>Zoë</b>"
MANY = {
    "phase-1-ai": range(1, 11),
    "phase-2-ml": range(11, 26),
    "phase-3-dl": range(26, 48),
    "phase-4-gen": range(48, 71),
}
LEARNERS = [f"learner-{n:03d}" for n in range(1, 98)] + [
    EVIL,
    "Anna-Magdalena Wilhelmina van der Sommerfeld",
    "o",
]


@cache
def page_of(found: str) -> str:
    return report_page(CLASSES[found](), "a-course", "2026-09-01 12:00")


@cache
def large() -> Book:
    """A hundred learners and seventy days with five checked exercises and an answer in words each; everything that a mark can be occurs."""
    draw = random.Random(58)
    names = {phase: tuple(f"day-{n:02d}-topic" for n in days) for phase, days in MANY.items()}
    marks, verdicts = [], {}
    for phase, days in names.items():
        for day in days:
            for who in LEARNERS:
                if draw.random() < 0.15:
                    marks.append(Mark(who, phase, day, 22, None, handed=False))
                    continue
                found = _verdict(draw, day[:6].replace("ay-", ""))
                torn = draw.random() < 0.01
                moved = draw.random() < 0.01
                why = (
                    "The file breaks off in the middle."
                    if torn
                    else "x.ipynb is gone; its marks stay"
                    if moved
                    else ""
                )
                score = None if torn else found.score
                marks.append(Mark(who, phase, day, 22, score, True, int(draw.random() < 0.3), why, torn))
                if not torn:
                    verdicts[who, phase, day] = found
    return Book(tuple(sorted(marks, key=lambda mark: mark.learner)), names, verdicts, ("A note.",))


def _verdict(draw: random.Random, day: str) -> Verdict:
    items = []
    for task in ("log_base", "perplexity_of_a_model", "sum", "softmax", "scaling_law"):
        for kind, points in (("visible", 1.0), ("hidden", 3.0)):
            right = draw.random() < 0.7
            said = f"{BEHAVES} {SAYS}" if kind == "visible" and draw.random() < 0.5 else ""
            items.append(
                Item(f"{day}-{task}-{kind}", PASSED, points, points)
                if right
                else Item(f"{day}-{task}-{kind}", FAILED, 0.0, points, said, "line 1: wrong")
            )
    return Verdict([*items, Item(f"{day}-why", MANUAL, None, 2)])


def quarters() -> Book:
    """The same class, with points that take more room."""
    marks = (replace(m, score=m.score + 0.25) if m.score is not None else m for m in large().marks)
    return replace(large(), marks=tuple(marks))


CLASSES = {
    "small": lambda: book(2, 2),
    "large": large,
    "quarters": quarters,
    "nobody": lambda: Book((), {}, {}, ()),
}


class Read(HTMLParser):
    """The page's tables as rows of cells, each cell as it reads; every tag with its attributes; all text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.inside:
            self.tables[-1][-1][-1] += data

    def row(self, table: int, name: str) -> list[str]:
        return next(row for row in self.tables[table] if row[0] == name)


def test_the_class_is_all_there() -> None:
    """A row a learner, whatever they have done: totals, notebooks handed in, answers to read, flags; then each phase and each day, with – for nothing handed in."""
    page = Read(page_of("small"))
    assert [row[0] for row in page.tables[0][3:]] == sorted([*VERDICTS, "zoe-none"])
    assert page.tables[0][0] == ["learner", "all", "phase-0", "phase-1"]
    assert page.tables[0][1][:7] == ["total", "handed in", "to read", "flags", "all", "day 3", "day 4"]
    assert page.row(0, "of") == ["of", "32", "4", "", "", "16", "8", "8", "16", "8", "8"]
    assert page.row(0, "ann-all") == ["ann-all", "24", "4", "4", "", "12", "6+", "6+", "12", "6+", "6+"]
    assert page.row(0, "zoe-none") == ["zoe-none", "–", "0", "", "", *"––––––"]
    assert LONG in page.text


def test_what_a_person_must_look_at_stands_in_its_cell() -> None:
    """A notebook that waits as a whole is ?, one to look at has a *, both with words for a screen reader and the reason below."""
    whole = book()
    said = {"ann-all": ("torn", True), "bo-all": ("moved", False)}
    marks = tuple(
        replace(mark, why=said[mark.learner][0], open=said[mark.learner][1], to_read=0)
        if mark.learner in said
        else mark
        for mark in whole.marks
    )
    page = Read(report_page(replace(whole, marks=marks), "a-course", "now"))
    assert page.row(0, "ann-all") == ["ann-all", "?", "1", "", "1", "?", "?"]
    assert page.row(0, "bo-all")[-1] == "6*"
    labels = [attrs.get("aria-label") for tag, attrs in page.tags if tag == "td"]
    assert {
        "waits for a person",
        "6, a person must look at it",
        "not handed in",
        "0, answers to read",
    } <= set(labels)
    assert "ann-all · phase-0 · day 3: torn" in page.text and "bo-all · phase-0 · day 3: moved" in page.text
    assert "phase-0 · day 3: 4 answers to read" in page.text


def test_each_notebook_and_each_task() -> None:
    """For each day handed in, median, spread in words, hardest exercise; for each exercise what the terminal's --day says, with the mistakes."""
    page = Read(page_of("small"))
    assert page.row(1, "day 3")[:4] == ["day 3", "6 of 7", "0.5", "8"]
    assert (
        page.row(1, "day 3")[4] == "0 to 20 %: 4, 20 to 40 %: 0, 40 to 60 %: 0, 60 to 80 %: 2, 80 to 100 %: 0"
    )
    assert page.row(1, "day 3")[5:] == ["6", "d03-sum 33%"]
    assert page.row(3, "d03-base")[:6] == ["d03-base", "3", "50%", "33%", "17%", "17%"]
    assert page.row(3, "d03-why")[:3] == ["d03-why", "2", "by a person"]
    assert f"2 × d03-base: {SAYS}" in page.text
    bars = re.findall(r'<rect x="(\d+)" y="[\d.]+" width="16" height="([\d.]+)"', page_of("small"))
    assert bars[:2] == [("0", "26.0"), ("54", "13.0")]


def test_names_and_words_are_only_text() -> None:
    """Tags in a learner's name, a reason or a notebook's name are shown as they are written, and make no element."""
    found = book()
    place = {"learner": EVIL, "assignment": EVIL, "notebook": EVIL}
    marks = (
        Mark(**place, possible=8, score=1, handed=True, why=EVIL),
        *[replace(mark, assignment=EVIL, notebook=EVIL) for mark in found.marks],
    )
    evil = Book(
        marks, {EVIL: (EVIL,)}, {(who, EVIL, EVIL): v for (who, _, _), v in found.verdicts.items()}, (EVIL,)
    )
    page = Read(report_page(evil, EVIL, "now"))
    assert {tag for tag, _ in page.tags}.isdisjoint({"img", "script"})
    assert not any(name.startswith("on") for _, attrs in page.tags for name in attrs)
    assert page.row(0, EVIL)[1] == "1" and page.text.count(EVIL) > 8


@pytest.mark.parametrize("found", CLASSES)
def test_the_page_fetches_nothing_and_is_well_formed(found: str) -> None:
    """No script, no address but places on the page itself, each of which is there once; every table has a caption, every heading cell a scope, every plot its words."""
    page = Read(page_of(found))
    assert "<title>Report · a-course</title>" in page_of(found)
    ids = [attrs["id"] for _, attrs in page.tags if attrs.get("id")]
    assert len(set(ids)) == len(ids)
    for tag, attrs in page.tags:
        assert tag not in ("script", "link", "iframe", "img", "object", "form")
        assert ("src" not in attrs and "style" not in attrs) or attrs["style"].startswith("--ems: ")
        if "href" in attrs:
            assert attrs["href"][0] == "#" and attrs["href"][1:] in ids
        if "aria-labelledby" in attrs:
            assert attrs["aria-labelledby"] in ids
        assert tag != "th" or attrs.get("scope") in ("row", "col", "colgroup", "rowgroup")
    assert not re.search(r"url\(|@import|https?://", page_of(found))
    kinds = [tag for tag, _ in page.tags]
    assert kinds.count("caption") == kinds.count("table") == len(page.tables)
    assert kinds.count("title") == 1 + kinds.count("svg")


def test_a_large_class_is_light() -> None:
    """A hundred learners in seventy days take less than two megabytes, nobody is missing, and every row has every column."""
    page = Read(page_of("large"))
    assert len(page_of("large").encode()) < 2_000_000
    rows = page.tables[0][3:]
    assert [row[0] for row in rows] == sorted(LEARNERS)
    assert {len(row) for row in rows} == {1 + 4 + 4 + 70}
    assert {"?", "–"} <= {cell for row in rows for cell in row} and any(
        cell.endswith("+*") for row in rows for cell in row
    )


def test_a_class_of_nobody_says_so() -> None:
    """Where nobody has handed in, the page says what to do; where nothing waits, it says so."""
    assert NOBODY in Read(page_of("nobody")).text and not Read(page_of("nobody")).tables
    done = replace(book(), marks=tuple(replace(mark, to_read=0) for mark in book().marks))
    assert ALL_DONE in Read(report_page(done, "a-course", "now")).text


def test_another_course_has_its_own_names() -> None:
    """In another nbgrader course a notebook is called by its whole name; a long one stands upright above its column."""
    marks = [replace(mark, assignment="ps1", notebook="problem set one: words") for mark in book().marks]
    page = report_page(Book(tuple(marks), {"ps1": ("problem set one: words",)}, {}, ()), "a-course", "now")
    assert '<a href="#notebook-1" class="tall">problem set one: words</a>' in page
    assert "Nothing of it was graded yet" in page and DAY not in page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = needs("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield chromium
        chromium.close()


@contextmanager
def shown(browser: Browser, tmp_path: Path, width: int, scheme: str, found: str = "large") -> Iterator[Page]:
    """A class's page in a window, and a picture of it in the test's folder."""
    file = tmp_path / "report.html"
    file.write_text(page_of(found), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    yield page
    page.screenshot(path=tmp_path / "page.png")
    assert asked == [file.as_uri()]
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_names_and_days_stay_in_sight(browser: Browser, tmp_path: Path, width: int, scheme: str) -> None:
    """Scrolled to the last learner and the last day, the name stands at the left and the day on top, above what scrolls below; only the tables scroll sideways; text stands out by 4.5 to 1."""
    with shown(browser, tmp_path, width, scheme) as page:
        table = page.locator(".scroll").first
        table.scroll_into_view_if_needed()
        table.evaluate("box => box.scrollTo(box.scrollWidth, box.scrollHeight)")
        box, name, day = (
            page.locator(selector).evaluate("one => one.getBoundingClientRect().toJSON()")
            for selector in (
                ".scroll >> nth=0",
                "table.class tbody tr:last-child th",
                "table.class thead tr:nth-child(2) th:last-child",
            )
        )
        assert box["left"] <= name["left"] < box["left"] + 3 and name["bottom"] <= box["bottom"]
        assert box["top"] <= day["top"] < box["top"] + 60 and day["right"] <= box["right"] + 1
        assert name["width"] < 0.6 * box["width"]
        for one, says in ((name, "th.name"), (day, "thead")):
            at = {"x": (one["left"] + one["right"]) / 2, "y": (one["top"] + one["bottom"]) / 2}
            assert page.evaluate(
                "([at, says]) => !!document.elementFromPoint(at.x, at.y).closest(says)", [at, says]
            )
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        for selector in (
            ".kicker",
            ".read",
            ".read b",
            "thead th",
            "thead td",
            "th.name",
            "td.none",
            "td.few",
            "td.fewest",
            "td.first",
            "h3",
            "li",
        ):
            contrast, ground = page.locator(selector).first.evaluate(CONTRAST)
            assert contrast >= 4.5, selector
            assert (ground > 0.5) == (scheme == "light")


@pytest.mark.parametrize("found", ["small", "large", "quarters"])
def test_on_paper_nothing_is_cut(browser: Browser, tmp_path: Path, found: str) -> None:
    """Printed, the large table's columns all fit on the sheet, and no box scrolls."""
    with shown(browser, tmp_path, 1280, "dark", found) as page:
        page.emulate_media(media="print")
        page.set_viewport_size({"width": (sheet := int(404 / 25.4 * 96)), "height": 1000})
        assert page.evaluate("document.documentElement.scrollWidth") == sheet
        assert page.locator(".scroll").first.evaluate("one => getComputedStyle(one).overflow") == "visible"
        assert page.locator("td.first").first.evaluate(CONTRAST)[1] > 0.5
