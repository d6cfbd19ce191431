"""A learner and an instructor in JupyterLab: real pages in a real browser."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright
from support import (
    CONTRAST,
    DAY_1,
    DAY_2,
    PHASE,
    QUIET,
    ROOT,
    built_course,
    clean_environment,
    log2attn,
    needs,
)

from log2attn.core.layout import Layout
from log2attn.doors.nbgrader import Nbgrader

pytestmark = pytest.mark.xdist_group("browser")  # one server, one browser
TOKEN = "for-this-test"
SOON, LATER = 30_000, 90_000  # milliseconds

FIGURE = """import matplotlib.pyplot as plt
from log2attn import figure

fig, ax = plt.subplots()
ax.plot([0, 1], [0, 2])
figure(fig, alt="A straight line through zero & with slope 2: \\"twice\\".")
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """A built course with its own copy of the helper package; "all-right" has handed in and is graded."""
    layout = built_course(tmp_path_factory.mktemp("browser") / "course")
    shutil.copytree(
        ROOT / "src" / "log2attn",
        layout.package,
        dirs_exist_ok=True,
        ignore=shutil.ignore_patterns("__pycache__", "toolbox", "day-*.json"),
    )
    log2attn(layout.root, "sample", "1", "2")
    log2attn(layout.root, "grade", "--student", "all-right")
    return layout


@pytest.fixture(scope="module")
def lab(course: Layout) -> Iterator[str]:
    """JupyterLab, started in the course folder as `make lab` starts it. Its address."""
    with jupyterlab(course, "learner") as address:
        yield address


@pytest.fixture(scope="module")
def desk(course: Layout) -> Iterator[str]:
    """JupyterLab, started in the course folder as `make formgrader` starts it. Its address."""
    with jupyterlab(course, "instructor") as address:
        yield address


@contextmanager
def jupyterlab(course: Layout, person: str) -> Iterator[str]:
    home = course.root / f".home-{person}"
    home.mkdir()
    env = clean_environment(
        home,
        PYTHONPATH=os.pathsep.join([str(course.root / "src"), str(ROOT / "tests" / "without")]),
        JUPYTER_RUNTIME_DIR=str(home / "runtime"),
        JUPYTER_CONFIG_PATH=str(ROOT / "jupyter" / person),
    )
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        "--ip=127.0.0.1",
        "--port=0",
        f"--IdentityProvider.token={TOKEN}",
        "--allow-root",
    ]
    log = home / "lab.log"
    with log.open("w") as said:
        server = subprocess.Popen(command, cwd=course.root, env=env, stdout=said, stderr=said)
    try:
        yield _address(home / "runtime", server, log)
    finally:
        server.terminate()
        server.wait(20)


def _address(runtime: Path, server: subprocess.Popen, log: Path) -> str:
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        for file in runtime.glob("jpserver-*.json"):
            if found := file.read_text():
                return json.loads(found)["url"]
        time.sleep(0.2)
    raise RuntimeError(log.read_text()[-3000:])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = needs("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """An empty JupyterLab. If a test fails, look at page.png in its folder under pytest's temporary folder."""
    page = browser.new_page(viewport={"width": 1280, "height": 1000})
    page.set_default_timeout(SOON)
    yield page
    page.screenshot(path=tmp_path / "page.png")
    page.close()


def open_notebook(page: Page, lab: str, path: str) -> None:
    page.goto(f"{lab}lab/tree/{path}?token={TOKEN}&reset", timeout=LATER)
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=LATER)
    expect(page.locator(".jp-KernelName")).to_have_text("Python 3 (ipykernel)", timeout=LATER)
    page.get_by_role("button", name="Python 3 (ipykernel) | Idle").wait_for(timeout=LATER)


def menu(page: Page, *labels: str) -> None:
    page.get_by_role("menuitem", name=labels[0], exact=True).click()
    for label in labels[1:]:
        page.locator(".lm-Menu-item", has=page.get_by_text(label, exact=True)).last.click()


def cell(page: Page, text: str) -> Locator:
    """The code cell whose text contains this."""
    return page.locator(".jp-CodeCell", has=page.locator(".cm-content", has_text=text))


def take(course: Layout, day: str, file: str) -> str:
    """A learner's copy of a released day, as `log2attn take` makes it, under a name of its own. Its path in the course folder."""
    mine = course.root / "my" / file
    mine.parent.mkdir(exist_ok=True)
    mine.write_bytes((course.root / "release" / PHASE / f"{day}.ipynb").read_bytes())
    return f"my/{file}"


def write_notebook(course: Layout, name: str, *cells: str) -> Path:
    """A notebook of code cells in the course folder."""
    made = [
        {
            "cell_type": "code",
            "id": f"cell-{n}",
            "metadata": {},
            "source": text,
            "outputs": [],
            "execution_count": None,
        }
        for n, text in enumerate(cells)
    ]
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    path = course.root / name
    path.write_text(json.dumps({"cells": made, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}))
    return path


def test_the_learners_lab_is_quiet(page: Page, lab: str, course: Layout) -> None:
    """JupyterLab as `make lab` starts it asks nothing, shows no instructors' panel or menu entry, and asks no other machine for news."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_notebook(page, lab, take(course, DAY_2, "quiet.ipynb"))
    page.get_by_role("menuitem", name="Nbgrader", exact=True).click()
    entries = page.locator(".lm-Menu-itemLabel")
    expect(entries.get_by_text("Assignment List", exact=True)).to_be_visible()
    for instructors in ("Create Assignment", "Formgrader", "Course List"):
        expect(entries.get_by_text(instructors, exact=True)).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".Toastify__toast")).to_have_count(0)
    expect(page.get_by_title(re.compile("Create Assignment|Extension Manager"))).to_have_count(0)
    assert len(asked) > 10
    assert [url for url in asked if not url.startswith((lab, "data:", "blob:"))] == []
    assert [url for url in asked if re.search(r"lab/api/(news|update)", url)] == []


def test_prose_keeps_a_readable_width(page: Page, lab: str, course: Layout) -> None:
    """In the learner's JupyterLab prose is no wider on a wide screen than a card; code and figures may be."""
    page.set_viewport_size({"width": 1920, "height": 1000})
    open_notebook(page, lab, take(course, DAY_1, "wide.ipynb"))
    prose = page.locator(".jp-RenderedMarkdown > p").first
    widths = "element => [element.getBoundingClientRect().width, 56 * parseFloat(getComputedStyle(element).fontSize)]"
    expect(prose).to_be_visible()
    width, most = prose.evaluate(widths)
    assert width <= most
    assert cell(page, "import importlib.util").evaluate(widths)[0] > most


def test_checks_are_folded_and_unfold(page: Page, lab: str, course: Layout) -> None:
    """A released check shows its first line and, once run, its one line of result; a click shows its text."""
    open_notebook(page, lab, take(course, DAY_2, "folded.ipynb"))
    menu(page, "Run", "Run All Cells")
    folded = page.locator(".jp-CodeCell", has=page.locator(".jp-InputPlaceholder"))
    expect(folded).to_have_count(4, timeout=LATER)
    first = folded.first
    expect(first.locator(".jp-InputPlaceholder")).to_contain_text("# One case by hand.")
    expect(first.locator(".jp-OutputArea")).to_contain_text(
        "NotImplementedError: later is not written yet.", timeout=LATER
    )
    first.locator(".jp-MoreHorizIcon").click()
    expect(page.locator(".jp-CodeCell .cm-content", has_text="assert later(")).to_have_count(1)


SLIDER = """import matplotlib.pyplot as plt
from log2attn import slider

def draw(b):
    fig, ax = plt.subplots()
    ax.plot([0, b])
    return fig

slider(draw, alt="A line that rises to b.", b=(1, 9, 1, 2))
"""


def test_a_sliders_figure_remains(page: Page, lab: str, course: Layout) -> None:
    """Moving a slider renews its figure; in the notebook as saved, opened again without its kernel, the figure stands as it was left, and a sentence says how to have the slider back."""
    path = write_notebook(course, "slider.ipynb", SLIDER)
    open_notebook(page, lab, path.name)
    menu(page, "Run", "Run All Cells")
    image = page.get_by_alt_text("A line that rises to b.", exact=True)
    image.wait_for(timeout=LATER)
    start = image.get_attribute("src")
    page.locator(".jp-OutputArea [role=slider]").focus()
    page.keyboard.press("ArrowRight")
    expect(image).not_to_have_attribute("src", start or "", timeout=LATER)
    moved = image.get_attribute("src") or ""
    page.keyboard.press("Control+s")
    menu(page, "Kernel", "Shut Down Kernel")
    expect(page.locator(".jp-KernelName")).to_have_text("No Kernel", timeout=LATER)
    page.goto("about:blank")
    open_notebook(page, lab, path.name)
    expect(image).to_have_attribute("src", moved, timeout=LATER)
    expect(page.locator(".jp-OutputArea").first).to_contain_text("run this cell again")


def test_a_learner_works_through_an_exercise(page: Page, lab: str, course: Layout) -> None:
    """Run All reaches the end of a released notebook and shows a card for each exercise; a right answer typed in turns its card to passed."""
    open_notebook(page, lab, take(course, DAY_1, "works.ipynb"))
    menu(page, "Run", "Run All Cells")
    expect(cell(page, 'check("d01-Counter")').get_by_role("status")).to_contain_text(
        "A counter · not started yet", timeout=LATER
    )
    card = cell(page, 'check("d01-double")').get_by_role("status")
    expect(card).to_contain_text("Twice as much · not started yet")
    expect(card).to_contain_text(
        "Write double in place of the line raise NotImplementedError, run its cell, then check again."
    )
    expect(cell(page, "nine = four + five").locator(".jp-OutputArea")).to_contain_text("NameError")

    cell(page, "raise NotImplementedError").first.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("def double(x):\n    return x + x")
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Shift+Enter")
    expect(card).to_contain_text("Twice as much · all checks passed", timeout=LATER)
    expect(card).to_contain_text("Why it works")


def test_a_wrong_answer_is_recognized(page: Page, lab: str, course: Layout) -> None:
    """A wrong answer that behaves like a known mistake gets that mistake's sentence."""
    open_notebook(page, lab, take(course, DAY_1, "wrong.ipynb"))
    cell(page, "raise NotImplementedError").first.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("def double(x):\n    return x ** 2")
    menu(page, "Run", "Run All Cells")
    card = cell(page, 'check("d01-double")').get_by_role("status")
    expect(card).to_contain_text("Twice as much · not yet", timeout=LATER)
    expect(card).to_contain_text("You returned the square; twice 3 is 6, and 3 squared is 9.")


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_the_card_is_readable_in_both_themes(page: Page, lab: str, course: Layout, theme: str) -> None:
    """The text of a card stands out from its ground, in the light theme and in the dark one, by the 4.5 to 1 that WCAG asks for."""
    open_notebook(page, lab, take(course, DAY_2, f"{theme.split()[1]}.ipynb"))
    menu(page, "Settings", "Theme", theme)
    menu(page, "Run", "Run All Cells")
    card = cell(page, 'check("d02-later")').get_by_role("status")
    expect(card).to_contain_text("not started yet", timeout=LATER)
    expect(page.locator(f"body[data-jp-theme-name='{theme}']")).to_be_attached()
    for part in (card.locator("div").first, card.locator("th").first, card.locator("td").first):
        contrast, ground = part.evaluate(CONTRAST)
        assert contrast >= 4.5
        assert (ground > 0.5) == (theme == "JupyterLab Light")


def test_a_figure_keeps_its_alt_text(page: Page, lab: str, course: Layout) -> None:
    """A figure arrives in JupyterLab as an image that is drawn and that carries its alt text, quotes and all."""
    write_notebook(course, "figure.ipynb", FIGURE)
    open_notebook(page, lab, "figure.ipynb")
    menu(page, "Run", "Run All Cells")
    image = page.get_by_alt_text('A straight line through zero & with slope 2: "twice".', exact=True)
    image.wait_for(timeout=LATER)
    assert image.evaluate("image => image.naturalWidth") > 300


def test_validate_says_what_is_open(page: Page, lab: str, course: Layout) -> None:
    """The Validate button of a notebook not yet worked on names the checks that fail."""
    open_notebook(page, lab, take(course, DAY_2, "open.ipynb"))
    page.get_by_role("button", name="Validate").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("One case by hand.", timeout=LATER)
    expect(dialog).to_contain_text("NotImplementedError")


def test_validate_passes_right_answers(page: Page, lab: str, course: Layout) -> None:
    """The Validate button of a notebook with right answers says that all tests pass."""
    open_notebook(page, lab, f"submitted/all-right/{PHASE}/{DAY_2}.ipynb")
    page.get_by_role("button", name="Validate").click()
    expect(page.get_by_role("dialog")).to_contain_text(
        "Success! Your notebook passes all the tests.", timeout=LATER
    )


def test_an_instructor_grades_an_answer_in_words(page: Page, desk: str, course: Layout) -> None:
    """Formgrader lists the phase; points and a comment given there to an answer in words stand in the gradebook."""
    page.goto(f"{desk}lab?token={TOKEN}&reset", timeout=LATER)
    menu(page, "Nbgrader", "Formgrader")
    grader = page.frame_locator("iframe").first
    expect(grader.get_by_role("row", name=re.compile(PHASE))).to_contain_text("6", timeout=LATER)
    grader.get_by_role("link", name="Manual Grading").click()
    here = grader.locator(".breadcrumb .active")
    for at, step in (("Manual Grading", PHASE), (PHASE, DAY_1), (DAY_1, "Submission #1")):
        # The page before has links of the same names: wait until this one is here.
        expect(here).to_have_text(at, timeout=LATER)
        grader.get_by_role("link", name=step).first.click()
    points, comment = grader.locator("#d01-why"), grader.locator("#d01-why-comment")
    # Formgrader listens to the two fields once it has fetched what stands in the gradebook; then it writes their gray texts.
    expect(comment).to_have_attribute("placeholder", re.compile("."), timeout=LATER)
    expect(grader.locator("#d01-why_extra_credit")).to_have_attribute("placeholder", "0", timeout=LATER)
    points.fill("1.5")
    comment.fill("Say what is added to what.")
    comment.press("Tab")
    until = time.monotonic() + 15
    while None in in_the_gradebook(course, "d01-why") and time.monotonic() < until:
        time.sleep(0.2)
    assert in_the_gradebook(course, "d01-why") == (1.5, "Say what is added to what.")


def in_the_gradebook(course: Layout, answer: str) -> tuple[float | None, str | None]:
    """The points and the comment that a person gave "all-right" for an answer in words."""
    with Nbgrader(course.root).gradebook() as book:
        return (
            book.find_grade(answer, DAY_1, PHASE, "all-right").manual_score,
            book.find_comment(answer, DAY_1, PHASE, "all-right").manual_comment,
        )
