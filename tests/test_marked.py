"""The autograded notebook and the feedback page: right for stock nbgrader, readable for people, and nothing of a learner's runs in either."""

import base64
import json
import os
import re
import struct
import zlib
from datetime import UTC, datetime
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Literal

import nbformat
import pytest
from grading_course import (
    ASSIGNMENT,
    HIDDEN,
    ONE,
    RIGHT,
    TWO,
    WRONG,
    autograded,
    copy_of,
    enter,
    entries,
    handed_in,
    plan_of,
    released,
    verdict_of,
    work_of,
)
from nbconvert.exporters import HTMLExporter
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.server_extensions.formgrader import handlers
from playwright.sync_api import sync_playwright
from support import nbgrader, needs

from log2attn.grading.ledger.timestamps import handed_in_at
from log2attn.grading.model import (
    BROKEN,
    FAILED,
    MANUAL,
    PASSED,
    Item,
    Plan,
    PlanCell,
    Verdict,
    Work,
    WorkCell,
)
from log2attn.grading.pages import inert
from log2attn.grading.pages.feedback import PageLink, feedback_page
from log2attn.grading.pages.marked import autograded_notebook, write

pytestmark = pytest.mark.xdist_group("ledger")  # one worker, so that stock nbgrader grades once


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 2, height: int = 2, *between: bytes) -> bytes:
    """A PNG of black pixels."""
    pixels = (
        zlib.compress(b"\0" * (height * (1 + 3 * width))) if width * height < 1000 else zlib.compress(b"")
    )
    return (
        inert.SIGNATURE
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + b"".join(between)
        + chunk(b"IDAT", pixels)
        + chunk(b"IEND", b"")
    )


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


@pytest.fixture
def plan() -> Plan:
    return plan_of(released())


def read(content: bytes) -> nbformat.NotebookNode:
    """The notebook, valid for Jupyter and for nbgrader."""
    notebook = nbformat.reads(content.decode(), as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    MetadataValidator().validate_nb(notebook)
    return notebook


# The autograded notebook


@pytest.mark.parametrize(("learner", "name"), [("ada", ONE), ("ada", TWO), ("bob", TWO)])
def test_the_cells_are_those_that_autograde_leaves(learner: str, name: str) -> None:
    """For an honest submission: the cells of stock nbgrader's autograded notebook, their order, texts and metadata; only outputs and times differ."""
    entry = next(
        entry for entry in entries(autograded()) if (entry.learner, entry.plan.notebook) == (learner, name)
    )
    ours = read(autograded_notebook(entry.plan, entry.work, entry.verdict))
    theirs = nbformat.read(autograded() / "autograded" / learner / ASSIGNMENT / f"{name}.ipynb", as_version=4)
    assert [shown(cell) for cell in ours.cells] == [shown(cell) for cell in theirs.cells]
    assert ours.metadata.kernelspec == theirs.metadata.kernelspec


def shown(cell) -> dict:
    return {
        "type": cell.cell_type,
        "source": cell.source,
        **{key: value for key, value in cell.metadata.items() if key != "execution"},
    }


def test_the_same_verdict_makes_the_same_bytes(plan: Plan) -> None:
    """Bytes depend on the verdict alone, and stand as Jupyter would write them."""
    work, verdict = work_of(plan, double=WRONG), verdict_of(plan, "double-visible")
    content = autograded_notebook(plan, work, verdict)
    assert content == autograded_notebook(plan, work, verdict)
    assert json.loads(content) == json.loads(nbformat.writes(read(content)))
    assert content.decode().splitlines() == nbformat.writes(read(content)).splitlines()


def test_the_submission_says_nothing_about_grading(plan: Plan) -> None:
    """Tests, points, locks and checksums come from the plan, whatever the learner's cells claim; a copy of a graded cell has no metadata."""
    cells = list(work_of(plan, double=RIGHT).cells)
    forged = WorkCell(3, "test", "markdown", "assert True", 3)
    copies = [
        WorkCell(20, "ignored", "code", "assert True", 3),
        WorkCell(21, "extra", "code", "mine = 1", None),
        WorkCell(22, "extra", "raw", "<b>raw</b>", None),
    ]
    notebook = read(
        autograded_notebook(plan, Work((*cells[:3], forged, *cells[4:], *copies)), verdict_of(plan))
    )
    by = {cell.metadata.nbgrader.grade_id: cell for cell in notebook.cells if "nbgrader" in cell.metadata}
    assert by["double-visible"].source == plan.cells[3].source and by["double-visible"].cell_type == "code"
    assert by["double-hidden"].source == HIDDEN
    assert {
        id: cell.metadata.nbgrader.points for id, cell in by.items() if "points" in cell.metadata.nbgrader
    } == {cell.id: cell.points for cell in plan.marked}
    assert len(by) == 7
    assert [cell.metadata for cell in notebook.cells[-3:]] == [{}, {}, {}]
    assert notebook.cells[-1].source == "```\n<b>raw</b>\n```"


def test_every_marked_cell_is_there(plan: Plan) -> None:
    """Of a notebook that could not be read, and of one whose cells are gone, formgrader shows all that a person must mark, and first of all the reason."""
    queued = Verdict(
        [Item(cell.id, MANUAL, None, cell.points) for cell in plan.marked],
        queue="It is a PDF, not a notebook. <img src=x onerror=alert(1)>",
    )
    for work in (None, Work(()), Work(work_of(plan).cells[:3])):
        notebook = read(autograded_notebook(plan, work, queued))
        assert notebook.cells[0].cell_type == "markdown"
        assert (
            notebook.cells[0].source
            == "**A person must look at this notebook.** It is a PDF, not a notebook. < img src=x onerror=alert(1)>"
        )
        assert {
            cell.metadata.nbgrader.grade_id for cell in notebook.cells if "nbgrader" in cell.metadata
        } >= {cell.id for cell in plan.marked}


def test_repairs_are_told(plan: Plan) -> None:
    """What was put right before grading stands above the notebook, for the instructor."""
    work = Work(
        work_of(plan).cells, repairs=("The cell double-visible was there twice; the copy does not count.",)
    )
    first = read(autograded_notebook(plan, work, verdict_of(plan))).cells[0]
    assert (
        first.source
        == "Put right before grading:\n\n- The cell double-visible was there twice; the copy does not count."
    )


def test_a_verdict_is_told_under_its_test(plan: Plan) -> None:
    """Formgrader's reader sees why a test failed or could not be judged: the learner's sentence, and the detail."""
    items = [
        Item("double-visible", FAILED, 0.0, 1, "Twice 3 is 6.", "line 1: got 9"),
        Item("double-hidden", BROKEN, None, 2.5, "", "the tester died"),
    ]
    by = {
        cell.metadata.nbgrader.grade_id: cell
        for cell in read(autograded_notebook(plan, work_of(plan), Verdict(items))).cells
        if "nbgrader" in cell.metadata
    }
    assert by["double-visible"].outputs[0].traceback == ["Failed.", "Twice 3 is 6.", "line 1: got 9"]
    assert by["double-hidden"].outputs[0].traceback == [
        "Broken: this is the grader's fault, the mark before stays.",
        "the tester died",
    ]


def test_outputs_are_text_and_pictures(plan: Plan) -> None:
    """Of what a worker sends, text stays as text and a verified PNG as a PNG; HTML, SVG, scripts and metadata go."""
    sent = [
        {"output_type": "stream", "name": "stdout", "text": "plain \x1b[31mred\x1b[0m <b>\n"},
        {"output_type": "stream", "name": "elsewhere", "text": ["a", "b", 3]},
        {
            "output_type": "display_data",
            "data": {"image/png": b64(png()), "text/html": "<script>", "image/svg+xml": "<svg/>"},
            "metadata": {"image/png": {"width": "1 onload=x"}},
        },
        {"output_type": "display_data", "data": {"image/png": b64(b"<script>alert(1)</script>")}},
        {
            "output_type": "execute_result",
            "data": {"text/plain": "4", "application/javascript": "alert(1)"},
            "execution_count": 3,
        },
        {"output_type": "display_data", "data": {"text/html": "<script>"}},
        {
            "output_type": "error",
            "ename": "ValueError",
            "evalue": "<b>",
            "traceback": ["\x1b[0;31mhere\x1b[0m", None],
        },
        {"output_type": "update_display_data", "data": {}},
        {"nothing": "known"},
    ]
    verdict = verdict_of(plan)
    verdict.outputs[2] = sent
    cell = next(
        cell
        for cell in read(autograded_notebook(plan, work_of(plan, double=RIGHT), verdict)).cells
        if cell.id == "double"
    )
    assert [dict(output) for output in cell.outputs] == [
        {"output_type": "stream", "name": "stdout", "text": "plain red <b>\n"},
        {"output_type": "stream", "name": "stdout", "text": "ab"},
        {"output_type": "display_data", "data": {"image/png": b64(png())}, "metadata": {}},
        {
            "output_type": "display_data",
            "data": {"text/plain": "[a picture was left out: it is no PNG, or too large]"},
            "metadata": {},
        },
        {"output_type": "display_data", "data": {"text/plain": "4"}, "metadata": {}},
        {"output_type": "error", "ename": "ValueError", "evalue": "<b>", "traceback": ["here"]},
    ]


def test_a_flood_is_cut(plan: Plan) -> None:
    """Output without end is cut; pictures without end are left out; an answer a person marks is never cut."""
    verdict = verdict_of(plan)
    noise = chunk(b"IDAT", os.urandom(1_500_000))
    verdict.outputs[2] = [{"output_type": "stream", "name": "stdout", "text": "x" * 10_000_000}] + [
        {"output_type": "display_data", "data": {"image/png": b64(png(2, 2, noise))}}
    ] * 20
    content = autograded_notebook(plan, work_of(plan, why="y" * 300_000), verdict)
    assert len(content) < inert.PICTURES_LIMIT + 600_000
    assert "y" * 300_000 in content.decode()


EVIL = [
    "<script>CANARY()</script>",
    "<img src=x onerror=CANARY()>",
    "<sCrIpT\n>CANARY()</script>",
    "<svg/onload=CANARY()>",
    "<!--><img src=x onerror=CANARY()>-->",
    "<?x><img src=x onerror=CANARY()>",
    "</div></div><iframe src=javascript:CANARY()>",
    "[click](javascript:CANARY())",
    "[click](&#106;avascript:CANARY())",
    "[click][1]\n\n[1]: javascript:CANARY()",
    "<javascript:CANARY()>",
    '![x](x" onerror="CANARY())',
    "![x](http://elsewhere.example/CANARY.png)",
    '[x](http://elsewhere.example "onmouseover=CANARY()")',
    "```mermaid\n<img src=x onerror=CANARY()>\n```",
    '~~~ mermaid\nclick A href "javascript:CANARY()"\n~~~',
    "$<img src=x onerror=CANARY()>$",
    "$$\\href{javascript:CANARY()}{x}$$",
    "\\begin{x}<script>CANARY()</script>\\end{x}",
    "`<script>CANARY()</script>`",
    "| a | b |\n|---|---|\n| <script>CANARY()</script> | x |",
    "    <script>CANARY()</script>",
    "\x00<\x00script>CANARY()</script>",
    "<\u0000script>CANARY()</script>",
    "{{ CANARY() }}{% raw %}",
]


class Page(HTMLParser):
    """What a browser would find in a page: elements, their attributes, the text of scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[tuple[str, str]] = []
        self._in: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in ("meta", "link", "img", "br", "input", "hr"):
            self._in.append(tag)

    def handle_endtag(self, tag):
        if tag in self._in:
            while self._in.pop() != tag:
                pass

    def handle_data(self, data):
        self.words.append((self._in[-1] if self._in else "", data))

    def alive(self) -> list[str]:
        """Where CANARY could run or load something: in a script, a handler, an address, an element that loads. A plain web address may be a link: nobody is sent there."""
        found = [
            f"<{tag} {name}={value}>"
            for tag, attrs in self.elements
            for name, value in attrs.items()
            if "CANARY" in value and name != "alt" and not (tag == "a" and value.startswith("http"))
        ]
        found += [
            f"<{tag}>"
            for tag, attrs in self.elements
            if tag in ("iframe", "object", "embed")
            or any(name.startswith("on") and name != "onclick" for name in attrs)
        ]
        return found + [data for tag, data in self.words if tag in ("script", "style") and "CANARY" in data]

    def text(self) -> str:
        return " ".join(" ".join(data for tag, data in self.words if tag not in ("script", "style")).split())


@pytest.mark.parametrize("place", ["why", "double", "title", "extra", "raw", "output", "message", "queue"])
def test_nothing_runs_in_formgrader(plan: Plan, tmp_path: Path, place: str) -> None:
    """Formgrader's own page of our notebook holds no live script, handler, link or picture of a learner's, wherever in their notebook they put it."""
    for n, evil in enumerate(EVIL):
        cells = work_of(plan, **({place: evil} if place in ("why", "double") else {})).cells
        verdict = verdict_of(plan)
        if place == "title":
            cells = (WorkCell(0, "given", "markdown", evil, 0), *cells[1:])
        if place in ("extra", "raw"):
            cells = (*cells, WorkCell(30, "extra", "markdown" if place == "extra" else "raw", evil))
        if place == "output":
            verdict.outputs[2] = [
                {"output_type": "stream", "name": "stdout", "text": evil},
                {"output_type": "error", "ename": evil, "evalue": evil, "traceback": [evil]},
            ]
        if place == "message":
            verdict.items[0] = Item("double-visible", FAILED, 0.0, 1, evil, evil)
        if place == "queue":
            verdict.queue, verdict.repairs = evil, [evil]
        notebook = tmp_path / f"{n}.ipynb"
        notebook.write_bytes(autograded_notebook(plan, Work(cells), verdict))
        assert Page(formgrader(notebook)).alive() == [], evil


def formgrader(notebook: Path) -> str:
    """The page formgrader makes of a notebook, by nbgrader's own template."""
    resources = dict.fromkeys(
        (
            "assignment_id",
            "notebook_id",
            "submission_id",
            "base_url",
            "student",
            "last_name",
            "first_name",
            "notebook_path",
        ),
        "x",
    )
    return formgraders().from_filename(str(notebook), resources=resources | {"index": 0, "total": 1})[0]


@cache
def formgraders() -> HTMLExporter:
    """Made once: it compiles its templates."""
    return HTMLExporter(template_name="formgrade", extra_template_basedirs=[handlers.template_path])


def test_the_attacks_are_alive_without_us(tmp_path: Path) -> None:
    """The attacks above are real: in a plain notebook, formgrader's page runs several of them."""
    alive = []
    for n, evil in enumerate(EVIL):
        notebook = tmp_path / f"{n}.ipynb"
        notebook.write_text(
            nbformat.writes(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(evil)]))
        )
        alive.append(bool(Page(formgrader(notebook)).alive()))
    assert sum(alive) >= 10


def test_text_and_math_stay_readable() -> None:
    """What a learner writes reads as they wrote it: comparisons, math, code, lists."""
    for text in (
        "If $a<b$ then $a^2 \\leq b^2$; x < 3 and y > 4.",
        "- one\n- *two*\n\n```python\nif x < 3: pass\n```",
        "E = mc² — “quoted” … 中文",
    ):
        assert inert.markdown(text).replace("$a< b$", "$a<b$") == text


def test_stock_feedback_and_regrading_work_on_our_notebooks(tmp_path: Path) -> None:
    """`nbgrader generate_feedback` makes its pages of our notebooks, with the scores; `nbgrader autograde --force` replaces them by its own."""
    root = handed_in(tmp_path / "course")
    enter(root)
    for entry in entries(root):
        write(
            root / "autograded" / entry.learner / ASSIGNMENT / f"{entry.plan.notebook}.ipynb",
            autograded_notebook(entry.plan, entry.work, entry.verdict),
        )
    nbgrader(root, "generate_feedback", ASSIGNMENT)
    page = (root / "feedback" / "ada" / ASSIGNMENT / f"{ONE}.html").read_text()
    assert re.search(r"Score: 3\.5 / 12\.5", page)
    nbgrader(root, "autograde", ASSIGNMENT, "--student", "ada", "--force")
    theirs = nbformat.read(root / "autograded" / "ada" / ASSIGNMENT / f"{ONE}.ipynb", as_version=4)
    assert "execution" in theirs.cells[1].metadata


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        (png(), png()),
        (png(2, 2, chunk(b"tEXt", b"<script>")), png()),
        (png() + b"<script>alert(1)</script>", png()),
        (b"<script>alert(1)</script>", None),
        (b"GIF89a" + png(), None),
        (png()[:-5], None),
        (png().replace(b"IDAT", b"IDAX"), None),
        (png(40_000, 40_000), None),
        (png(0, 5), None),
        (inert.SIGNATURE + chunk(b"IEND", b""), None),
        (b"", None),
    ],
)
def test_a_picture_is_a_png_or_nothing(data: bytes, kept: bytes | None) -> None:
    """A PNG is kept with the chunks that draw it; hidden text, trailing bytes, false lengths, huge sizes and other files are not."""
    assert inert.png(b64(data)) == (None if kept is None else b64(kept))
    assert inert.png(b64(data) + "!") is None
    assert inert.png({"not": "text"}) is None


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails leaves the old file and no other; one that succeeds replaces it, also where it was read-only."""
    path = tmp_path / "new" / "one.ipynb"
    write(path, b"old")
    path.chmod(0o444)
    write(path, b"new")
    assert path.read_bytes() == b"new"

    def fails(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(OSError, match="disk is full"):
        write(path, b"newer")
    assert path.read_bytes() == b"new"
    assert [file.name for file in path.parent.iterdir()] == ["one.ipynb"]


# The feedback page


def test_a_page_tells_what_was_right_and_what_was_not(plan: Plan) -> None:
    """The page holds the learner's code, the points of each exercise, the sentence of a failed check, and the total."""
    page = Page(
        feedback_page(
            plan, work_of(plan, double=WRONG, why="It is a sum."), verdict_of(plan, "double-visible"), {}
        )
    )
    text = " ".join(page.text().split())
    assert "2.5 of 12.5 points" in text
    assert "return x ** 2" in text
    assert "Twice 3 is 6, and you got 9." in text
    assert "Visible check ✗ not yet 0 of 1" in text and "Hidden check ✓ passed 2.5 of 2.5" in text
    assert "It is a sum." in text and "2 answers wait for a person." in text
    assert "This answer was left as it was given out." in text  # draw


def test_a_page_keeps_the_tests_to_itself(plan: Plan) -> None:
    """No line of a hidden test, no solution, no mark scheme and no detail meant for instructors stands in the page."""
    verdict = verdict_of(plan, "double-hidden")
    verdict.items[1].detail = "expected 10"
    verdict.queue, verdict.repairs = "a doubt of the grader", ["a repair"]
    page = feedback_page(plan, work_of(plan), verdict, {})
    for secret in (
        "HIDDEN TESTS",
        "double(5)",
        "secret",
        "return 2 * x",
        "MARK SCHEME",
        "1 point for trying",
        "expected 10",
        "a doubt of the grader",
        "a repair",
    ):
        assert secret not in page


def test_a_hidden_check_is_told_in_the_authors_words(plan: Plan) -> None:
    """Of a failed hidden check the page shows the comment that learners were given of it, and the sentences of its message that hold no value; none is shown with its values cut out."""
    from log2attn.grading.tester.explain import HIDDEN, for_learner
    from log2attn.grading.tester.outcome import Outcome

    released = "# Hidden checks: random bases\n#   and exponents of both signs."
    for message, says in (
        ('f"{b}**{n} is {want}, you say {got}."', HIDDEN),
        ('f"{b}**{n} is {want}, you say {got}. Which sign did you lose? Try 7."', "Which sign did you lose?"),
        ('"The caller\'s bases were changed. None may be."', "The caller's bases were changed. None may be."),
        ('f"{b}**{n} is {want}: which sign did you lose?"', "Which sign did you lose?"),
        ('f"{b}**{n} is negative: {want} was asked"', HIDDEN),
        ("words(got)", HIDDEN),
        ('"The word is swordfish. Look again."', "Look again."),
    ):
        source = f"{released}\nassert got == 'swordfish', {message}"
        outcome = Outcome(passed=False, error="AssertionError", message="3**-2 is 0.111", line=3)
        cell = PlanCell(1, "test", "code", "t-hidden", source, released, 2.0)
        said = for_learner(cell, outcome, open_=False)
        assert said == says
        made = Plan("ps", "nb", (cell,), "")
        page = Page(feedback_page(made, work_of(made), Verdict([Item("t-hidden", FAILED, 0.0, 2, said)]), {}))
        text = " ".join(page.text().split())
        assert f"{says} Hidden checks: random bases and exponents of both signs." in text
        assert "swordfish" not in text and "…" not in text
    right = Page(feedback_page(made, work_of(made), Verdict([Item("t-hidden", PASSED, 2.0, 2)]), {}))
    assert "random bases" not in right.text()


def test_a_comment_beside_visible_lines_is_not_a_hidden_checks(plan: Plan) -> None:
    """Where a test shows learners code as well, its comment may be about that, and is not shown as what the hidden part asks."""
    cell = PlanCell(
        1, "test", "code", "t", "# Two cases.\nassert f(1)\nassert f(2)", "# Two cases.\nassert f(1)", 1
    )
    made = Plan("ps", "nb", (cell,), "")
    page = Page(feedback_page(made, work_of(made), Verdict([Item("t", FAILED, 0.0, 1, "No.")]), {}))
    assert "Two cases" not in page.text()


def test_a_page_names_its_learner_and_leads_on(plan: Plan) -> None:
    """A page says whose it is and leads to the same learner's other pages of the assignment; a name is never more than text or a file's name. What gives no points says so."""
    own = f"{plan.notebook}.html"
    pages = [PageLink("day 2", own), PageLink("day 3", 'a "b"?.html')]
    page = Page(feedback_page(plan, work_of(plan), verdict_of(plan), {}, learner="Zoë <b>", pages=pages))
    assert "Feedback for Zoë <b>" in " ".join(page.text().split())
    links = [
        attrs["href"] for tag, attrs in page.elements if tag == "a" and not attrs["href"].startswith("#")
    ]
    assert links == ["a%20%22b%22%3F.html"]
    assert [attrs["aria-current"] for _, attrs in page.elements if "aria-current" in attrs] == ["page"]
    assert page.alive() == []
    free = Plan("ps", "nb", (PlanCell(0, "test", "code", "t-hidden", "x", "x"),), "")
    assert (
        "no points"
        in Page(feedback_page(free, work_of(free), Verdict([Item("t-hidden", PASSED, 0, 0)]), {})).text()
    )
    alone = Page(feedback_page(plan, work_of(plan), verdict_of(plan), {}, learner="Zoë", pages=pages[:1]))
    assert "nav" not in {tag for tag, _ in alone.elements}


def test_a_person_counts_before_the_machine(plan: Plan) -> None:
    """Points and comments a person gave stand in the page and count; broken items keep the mark before; late work is told."""
    broken = Verdict([Item("double-visible", BROKEN, None, 1), *verdict_of(plan).items[1:]])
    manual = {
        "why": (1.5, "Say what is added to what."),
        "double-hidden": (0.5, None),
        "draw": (None, "Not yet read."),
        "double": (None, "A short way."),
    }
    text = " ".join(
        Page(
            feedback_page(
                plan,
                work_of(plan, why="A sum.", draw="1"),
                broken,
                manual,
                before={"double-visible": 1.0},
                penalty=0.5,
            )
        )
        .text()
        .split()
    )
    assert "2.5 of 12.5 points" in text
    assert (
        "Comment Say what is added to what." in text
        and "Comment Not yet read." in text
        and "Comment A short way." in text
    )
    assert "A person gave these points." in text
    assert "The grader broke here. This is our fault, not yours; the mark you had stays." in text
    assert "0.5 points were taken off because the work came late." in text and "Late work −0.5" in text


def test_a_file_that_could_not_be_read_has_a_page(plan: Plan) -> None:
    """The page of a file that is no notebook says so, and that a person will look."""
    text = Page(
        feedback_page(
            plan,
            None,
            Verdict([Item(cell.id, MANUAL, None, cell.points) for cell in plan.marked], queue="x"),
            {},
        )
    ).text()
    assert "This file could not be read as a notebook. A person will look at it." in text
    assert "? of 3.5" in text


def test_nothing_runs_in_a_page(plan: Plan) -> None:
    """Whatever a learner, a person or a verdict says is text in the page; the page itself forbids scripts and loading."""
    for evil in EVIL:
        verdict = verdict_of(plan)
        verdict.items[0] = Item("double-visible", FAILED, 0.0, 1, evil)
        verdict.outputs[2] = [
            {"output_type": "display_data", "data": {"image/png": evil, "text/html": evil}},
            {"output_type": "stream", "name": "stdout", "text": evil},
        ]
        page = Page(
            feedback_page(
                plan, work_of(plan, double=evil, why=evil, draw=evil), verdict, {"why": (1.0, evil)}
            )
        )
        assert page.alive() == [], evil
        assert {tag for tag, _ in page.elements} & {"script", "iframe", "form", "link", "object"} == set()
        policy = next(
            attrs["content"]
            for tag, attrs in page.elements
            if attrs.get("http-equiv") == "Content-Security-Policy"
        )
        assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_can_be_read_by_everybody(
    plan: Plan, tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    """In a real browser, light and dark: a language, one first heading and no level skipped, landmarks, a table with scopes, alt texts, contrast of 4.5 to 1, nothing wider than a phone, no complaint."""
    verdict = verdict_of(plan, "double-visible")
    verdict.outputs[2] = [{"output_type": "display_data", "data": {"image/png": b64(png())}}]
    file = tmp_path / "page.html"
    file.write_text(
        feedback_page(
            plan,
            work_of(plan, double=WRONG + " # " + "long " * 60, why="A sum."),
            verdict,
            {"why": (1.0, "Good.")},
            learner="a-learner-with-a-name-of-forty-characters",
            pages=[PageLink(f"day {n}", f"day-{n:02}.html") for n in range(11, 34)],
        )
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=needs("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 360, "height": 800}, color_scheme=scheme)
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on(
            "request",
            lambda request: (
                said.append(request.url) if not request.url.startswith(("file:", "data:image/png")) else None
            ),
        )
        page.goto(file.as_uri())
        found = page.evaluate(LOOK)
        browser.close()
    assert said == []
    levels = found["headings"]
    assert found["lang"] == "en" and levels.count(1) == 1 and levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert (found["main"], found["header"], found["footer"]) == (1, 1, 1)
    assert found["bare"] == [] and found["noAlt"] == 0 and found["ids"] == []
    assert found["contrast"] >= 4.5 and found["dark"] == (scheme == "dark")
    assert found["width"] <= 360
    assert "Visible check" in found["text"]


LOOK = """() => {
    const all = selector => [...document.querySelectorAll(selector)];
    const light = color => color.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!/, 0\\)$/.test(c)) return c; } return 'rgb(255, 255, 255)'; };
    const contrast = e => { const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); };
    const texts = all('body *').filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()));
    const ids = all('[id]').map(e => e.id);
    return {
        lang: document.documentElement.lang, headings: all('h1,h2,h3,h4').map(h => Number(h.tagName[1])),
        main: all('main').length, header: all('header').length, footer: all('footer').length,
        bare: all('th').filter(e => !e.scope).map(e => e.textContent), noAlt: all('img').filter(e => !e.alt).length,
        ids: ids.filter((id, at) => ids.indexOf(id) !== at), contrast: Math.min(...texts.map(contrast)),
        dark: light(ground(document.body)) < 0.1, width: document.documentElement.scrollWidth, text: document.body.innerText,
    };
}"""


def test_exercises_are_found_in_any_course(plan: Plan) -> None:
    """Cells without headings are called by their grade ids; several answers before their tests are one exercise; a heading in a code block is none, and one between an answer and its tests begins nothing."""
    cells = [
        PlanCell(0, "given", "markdown", "", "# Top", "# Top\n```\n# no heading\n```"),
        PlanCell(1, "answer", "code", "a", "1", "x"),
        PlanCell(2, "answer", "code", "b", "1", "x"),
        PlanCell(3, "test", "code", "t", "t", "t", 1),
        PlanCell(4, "answer", "code", "c", "1", "x"),
        PlanCell(5, "test", "code", "u", "u", "u", 2),
        PlanCell(6, "given", "markdown", "", "", "## Next *one*\ntext"),
        PlanCell(7, "test", "code", "v", "v", "v", 3),
    ]
    made = Plan("ps", "nb", tuple(cells), "")
    items = [Item("t", PASSED, 1, 1), Item("u", PASSED, 2, 2), Item("v", FAILED, 0, 3)]
    text = " ".join(
        Page(feedback_page(made, work_of(made, a="A()", b="B()"), Verdict(items), {})).text().split()
    )
    assert re.search(r"Points Top ✓ passed 1 of 1 Top ◐ partly passed 2 of 5 Total 3 of 6", text)
    assert "no heading" not in text


# When it was handed in

SAVED = datetime(2026, 10, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "at", "doubt"),
    [
        (None, None, ""),
        ("2026-10-01 12:30:00.250000 UTC", SAVED.replace(minute=30, microsecond=250_000), ""),
        ("2026-10-01 14:30:00 +0200", SAVED.replace(minute=30), ""),
        ("2026-10-01 11:59:00 UTC", SAVED.replace(hour=11, minute=59), ""),
        ("2001-01-01 00:00:00 UTC", SAVED, "saved after that"),
        ("2026-10-03 00:00:00 UTC", SAVED, "a time to come"),
        ("yesterday evening, promise", SAVED, "cannot be read"),
        ("10", SAVED, "cannot be read"),
        ("99999-13-45 99:99:99 UTC", SAVED, "cannot be read"),
        ("2026-10-01 12:30:00 UTC" + " " * 1000, SAVED, "cannot be read"),
        ("", SAVED, "cannot be read"),
    ],
)
def test_a_timestamp_counts_as_far_as_it_can_be_true(
    tmp_path: Path, said: str | None, at: datetime | None, doubt: str
) -> None:
    """timestamp.txt is believed unless it names a time before the notebook was saved, a time to come, or no time."""
    notebook = tmp_path / "one.ipynb"
    notebook.write_text("{}")
    os.utime(notebook, (SAVED.timestamp(), SAVED.timestamp()))
    if said is not None:
        (tmp_path / "timestamp.txt").write_text(said)
    found = handed_in_at(tmp_path, now=datetime(2026, 10, 2, tzinfo=UTC))
    assert found.at == at
    assert doubt in found.doubt and bool(doubt) == bool(found.doubt)


def test_a_timestamp_may_be_taken_at_its_word(tmp_path: Path) -> None:
    """A course whose own tool writes timestamp.txt has it believed; a link is never followed, and a folder is no file."""
    (tmp_path / "one.ipynb").write_text("{}")
    (tmp_path / "timestamp.txt").write_text("2001-01-01 00:00:00 UTC")
    assert handed_in_at(tmp_path, believe=True).at == datetime(2001, 1, 1, tzinfo=UTC)
    (tmp_path / "timestamp.txt").rename(tmp_path / "other.txt")
    (tmp_path / "timestamp.txt").symlink_to(tmp_path / "other.txt")
    assert "cannot be read" in handed_in_at(tmp_path, believe=True).doubt
    (tmp_path / "timestamp.txt").unlink()
    (tmp_path / "timestamp.txt").mkdir()
    assert "cannot be read" in handed_in_at(tmp_path).doubt


def test_a_copy_of_the_course_is_untouched(tmp_path: Path) -> None:
    """Making notebooks and pages writes nothing anywhere."""
    root = copy_of(released(), tmp_path / "course")
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    plan = plan_of(root)
    autograded_notebook(plan, work_of(plan), verdict_of(plan))
    feedback_page(plan, work_of(plan), verdict_of(plan), {})
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before
