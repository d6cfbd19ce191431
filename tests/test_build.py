"""Building, adopting an edit, and what a build leaves behind."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from support import DAY_2, LATER, LATER_ANSWERS, course_of_two_days, written_days

from log2attn.compiling.lesson import Exercise
from log2attn.compiling.regions import BEGIN_HIDDEN, BEGIN_SOLUTION, solution
from log2attn.compiling.toolbox import given_names, toolbox_texts
from log2attn.core.course import load_course
from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.doors.notebook import read_notebook, write_as_found
from log2attn.jobs import build as build_job
from log2attn.jobs.adopt import adopt
from log2attn.jobs.build import build
from log2attn.proving import known
from log2attn.proving.bench import Bench
from log2attn.proving.days import WrittenDay, read_course, read_days
from log2attn.publishing import shipped


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(p.relative_to(folder)): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file() and not {"__pycache__", ".log2attn"} & {*p.parts}
    }


def edit(layout: Layout, old: str, new: str) -> Path:
    """Edit a built notebook in source/, as a person would in JupyterLab."""
    path = layout.root / "source" / "phase-1-small" / "day-01-double.ipynb"
    notebook = read_notebook(path)
    found = [cell for cell in notebook.cells if old in cell.source]
    assert len(found) == 1
    found[0].source = found[0].source.replace(old, new)
    path.write_bytes(write_as_found(notebook))
    return path


def test_the_committed_course_is_fresh(layout: Layout) -> None:
    """What is committed in source/, release/ and the package is what the lessons compile to, byte for byte."""
    report = build(layout, check=True)
    assert report.written == []
    assert report.removed == []


def test_building_again_changes_nothing(mini: Layout) -> None:
    """A second build finds everything up to date, and leaves the same bytes."""
    assert not build(mini).fresh
    first = files(mini.root)
    assert build(mini).fresh
    assert files(mini.root) == first
    assert build(mini, check=True).fresh


def test_where_nothing_changed_nothing_is_read(mini: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that had nothing to do is remembered, until a file that builds read or write changes, or what is installed, or the program."""
    written = mini.lesson(read_course(mini).written[0])

    def reads() -> bool:
        """Whether this build, and no other, read the days."""
        read: list[Layout] = []
        with monkeypatch.context() as patch:
            patch.setattr(
                "log2attn.jobs.build.read_days", lambda *words: read.append(mini) or read_days(*words)
            )
            build(mini)
        return bool(read)

    build(mini)
    assert reads(), "the first build had something to do"
    assert not reads()
    for path in (written, mini.shipped_day(read_course(mini).written[0]), mini.proof_page):
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        assert reads(), path
        build(mini)
        assert not reads()
    with monkeypatch.context() as patch:
        patch.setattr("log2attn.publishing.standing.installed", lambda: ["another-1.0.dist-info"])
        assert reads()
    monkeypatch.setattr("log2attn.publishing.standing.PROGRAM", mini.root / "tests")
    assert reads()


def test_check_writes_nothing(mini: Layout) -> None:
    """build --check names what would change and changes nothing."""
    before = files(mini.root)
    assert "source/phase-1-small/day-01-double.ipynb" in build(mini, check=True).written
    assert files(mini.root) == before


def test_planned_days_build_nothing(mini: Layout) -> None:
    """A planned day has no notebook; a day that is taken back leaves none."""
    build(mini)
    assert [p.name for p in (mini.root / "source").rglob("*.ipynb")] == ["day-01-double.ipynb"]
    surplus = mini.root / "release" / "phase-1-small" / "day-02-later.ipynb"
    surplus.write_text("{}")
    assert build(mini).removed == ["release/phase-1-small/day-02-later.ipynb"]
    assert not surplus.exists()


def test_a_hand_edited_notebook_is_never_overwritten(mini: Layout) -> None:
    """Build refuses to overwrite a notebook that was edited in source/, names adopt, and leaves every file as it was."""
    build(mini)
    edit(mini, "four is twice two", "four is two times two")
    before = files(mini.root)
    for check in (False, True):
        with pytest.raises(CourseError, match="edited by hand") as error:
            build(mini, check=check)
        assert "adopt day-01" in error.value.then
    assert files(mini.root) == before


def test_running_a_notebook_is_no_edit(mini: Layout) -> None:
    """Opening, running and saving a source notebook (outputs, execution counts, a newer format) does not count as an edit."""
    build(mini)
    path = mini.root / "source" / "phase-1-small" / "day-01-double.ipynb"
    raw = json.loads(path.read_text())
    raw["nbformat_minor"] = 5
    raw["metadata"]["language_info"]["version"] = "3.12.0"
    for cell in raw["cells"]:
        if cell["cell_type"] == "code":
            cell["execution_count"] = 1
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "hello"}]
    path.write_text(json.dumps(raw))
    build(mini)
    assert b"hello" not in path.read_bytes()


def test_adopt_brings_an_edit_back(mini: Layout) -> None:
    """adopt changes the edited lines of the text and no others; then build is content, and the hidden check draws from the seed again."""
    build(mini)
    lesson = mini.lessons / "phase-1-small" / "day-01-double.py"
    before = lesson.read_text()
    edit(mini, "four is twice two", "four is two times two")
    edit(mini, "size=5", "size=6")
    assert adopt(mini, "day-01")
    assert lesson.read_text() == before.replace("four is twice two", "four is two times two").replace(
        "size=5", "size=6"
    )
    build(mini)
    assert not adopt(mini, "day-01")


def test_adopt_refuses_what_is_no_lesson(mini: Layout) -> None:
    """An edit that breaks the lesson (here: a check's points gone) is refused in words, and text and notebook stay as they were."""
    build(mini)
    path = edit(mini, "### Exercise · A counter", "A counter")
    lesson = mini.lessons / "phase-1-small" / "day-01-double.py"
    before = lesson.read_text(), path.read_bytes()
    with pytest.raises(CourseError, match="no card"):
        adopt(mini, 1)
    assert (lesson.read_text(), path.read_bytes()) == before
    assert [p.name for p in lesson.parent.glob(".*")] == []


def test_an_edit_to_the_built_days_round_trips(layout: Layout, tmp_path: Path) -> None:
    """For every written day, adopting its own built notebook gives back its text, to the letter."""
    from log2attn.jobs.adopt import _as_text

    course = read_course(layout)
    for day in written_days().values():
        assert (
            _as_text(course, day.lesson, read_notebook(layout.source(day.day))) == day.lesson.path.read_text()
        )


def test_sealed(mini: Layout) -> None:
    """A sealed build gives the same notebooks, and leaves hidden checks and what mistakes do there out of what learners' kernels get."""
    build(mini)
    notebooks = files(mini.root / "release") | files(mini.root / "source")
    open_ = (mini.shipped / "day-01.json").read_text()
    assert "default_rng" in open_
    build(mini, sealed=True)
    sealed = json.loads((mini.shipped / "day-01.json").read_text())
    assert sealed["sealed"] is True
    assert "hidden" not in json.dumps(sealed)
    assert files(mini.root / "release") | files(mini.root / "source") == notebooks


def test_a_private_seed_builds_a_course_of_its_own(mini: Layout, tmp_path: Path) -> None:
    """course.local.toml's seed goes into a course folder of its own; the public course, and what learners' kernels get, stay as they are."""
    build(mini)
    before = files(mini.root)
    mini.local_file.write_text(f'seed = 8191\nfolder = "{tmp_path / "mine"}"\n')
    build(mini, private=True)
    mini.local_file.unlink()
    assert files(mini.root) == before
    source = (tmp_path / "mine" / "source" / "phase-1-small" / "day-01-double.ipynb").read_text()
    assert "[8191, 1, 2577355869]" in source
    assert (tmp_path / "mine" / "nbgrader_config.py").exists()
    assert "8191" not in (tmp_path / "mine" / "release" / "phase-1-small" / "day-01-double.ipynb").read_text()


def test_a_private_build_without_a_seed_says_what_to_write(mini: Layout) -> None:
    """Without course.local.toml, build --private says which file to make, with which lines."""
    with pytest.raises(CourseError, match="own seed") as error:
        build(mini, private=True)
    assert "seed =" in error.value.then


def test_a_private_seed_is_never_committed(layout: Layout) -> None:
    """git ignores course.local.toml, and the committed notebooks carry the public seed."""
    assert "lessons/course.local.toml" in (ROOT / ".gitignore").read_text().splitlines()
    assert load_course(layout.course_file).seed == 0


def test_released_bytes_hold_no_solution_and_no_hidden_check(layout: Layout) -> None:
    """No line that stands only in a solution, a model answer or a hidden check is found in its day's released bytes, metadata included, nor as a line of any other."""
    released = {path.stem: path.read_text() for path in (layout.root / "release").rglob("*.ipynb")}
    days = written_days()
    assert set(released) == set(days)
    # What a lesson says openly somewhere, in prose or in code, is no secret elsewhere.
    open_roles = ("prose", "code", "visible")
    open_lines = {
        line.strip()
        for day in days.values()
        for cell in day.lesson.cells
        if cell.role in open_roles
        for line in cell.source.splitlines()
    }
    lines_of = {
        slug: {line for text in strings(json.loads(bytes_)) for line in map(str.strip, text.splitlines())}
        for slug, bytes_ in released.items()
    }
    everywhere = set().union(*lines_of.values())
    count = 0
    for slug, day in days.items():
        said = "\n".join(cell.source for cell in day.lesson.cells if cell.role in open_roles)
        secret = {line for line in secrets(day) if len(line) > 12 and line not in said} - open_lines
        count += len(secret)
        assert [line for line in secret if json.dumps(line, ensure_ascii=False)[1:-1] in released[slug]] == []
        assert secret & everywhere == set()
        assert BEGIN_SOLUTION not in released[slug]
        assert BEGIN_HIDDEN not in released[slug]
    assert count > 15 * len(days)


def secrets(day: WrittenDay) -> set[str]:
    """The lines of a day's solutions, model answers and hidden checks."""
    found: set[str] = set()
    for cell in day.lesson.cells:
        lines = [line.strip() for line in cell.source.splitlines()]
        if cell.role == "answer":
            found |= {line.strip() for line in solution(cell.source)}
        elif cell.role == "hidden":
            found |= set(lines[next(n for n, line in enumerate(lines) if not line.startswith("#")) :])
        elif cell.role == "written":
            found |= set(lines)
    return found


def strings(value: object) -> Iterator[str]:
    """Every text in a notebook's JSON, keys included."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, str):
        yield value


def test_nothing_strays_into_the_release(layout: Layout) -> None:
    """source/ and release/ hold the written days' notebooks and nothing else: nbgrader would copy any stray file into the release."""
    wanted = {f"{day.phase}/{day.slug}.ipynb" for day in read_course(layout).written}
    for folder in ("source", "release"):
        assert {
            str(p.relative_to(layout.root / folder))
            for p in (layout.root / folder).rglob("*")
            if p.is_file() and ".ipynb_checkpoints" not in p.parts
        } == wanted


def test_the_toolbox_is_the_lessons(layout: Layout) -> None:
    """The toolbox offers every reference function of the written days and of planned.py, and only names it can import."""
    from log2attn import toolbox

    names = {
        e.name
        for day in written_days().values()
        for e in day.lesson.exercises
        if not e.id.endswith("-review")
    }
    planned = {
        node.name
        for node in ast.parse(layout.planned.read_text()).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }
    given = {name for day in written_days().values() for name in given_names(day.lesson)}
    assert set(dir(toolbox)) == names | planned | given
    assert all(callable(getattr(toolbox, name)) for name in dir(toolbox))
    with pytest.raises(AttributeError, match="The toolbox has no 'nonsense'"):
        toolbox.nonsense  # noqa: B018


def test_what_a_day_takes_from_the_toolbox(layout: Layout) -> None:
    """Of the toolbox, a text rests on the functions it imports, on what those use, and on nothing else."""
    used = toolbox_texts(["from log2attn.toolbox import fit_line"], layout.toolbox)
    assert any(text.startswith("def fit_line(") for text in used)
    assert len(used) < 4, "a day's other functions are none of its business"
    used = toolbox_texts(["from log2attn.toolbox import attention"], layout.toolbox)
    assert any(text.startswith("def softmax(") for text in used), "attention takes softmax from another day"
    assert toolbox_texts(["import numpy as np"], layout.toolbox) == []
    assert len(toolbox_texts(["from log2attn import toolbox"], layout.toolbox)) > 50


def test_a_function_stands_in_one_place(mini: Layout) -> None:
    """planned.py may not repeat a written day's function, nor hold a written day."""
    text = mini.planned.read_text()
    mini.planned.write_text(text.replace("def later", "def double"))
    with pytest.raises(CourseError, match="stands in day 1 and in day 2"):
        build(mini)
    mini.planned.write_text(text.replace("day=2", "day=1"))
    with pytest.raises(CourseError, match="is written"):
        build(mini)


def test_teaching_notes(mini: Layout) -> None:
    """Each phase has a page for its instructors: estimated minutes of each part, what to say in class, and every mistake's sentence."""
    (mini.lessons / "phase-1-small" / "in-class.md").write_text(
        "# In class\n\n## Day 1\n\nAsk what twice\nmeans.\n\n## Day 2\n\nLater.\n"
    )
    build(mini)
    page = (mini.teaching / "phase-1-small.md").read_text()
    assert "**In class.** Ask what twice means.\n" in page
    assert "Later." not in page
    assert "  - You added two instead of multiplying by two.\n" in page
    assert "*(only the hidden check notices)*" in page
    assert "| 1 | 17 | 0 | 0 | 0 | 17 | 15 | 0 |" in page, (
        "15 graded minutes and three code cells, all in the first part"
    )


class Ran:
    """Counts what a build runs: mistakes tried on checks, notebooks released by nbgrader."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.mistakes: list[str] = []
        self.released: list[str] = []
        ship, release = shipped.shipped_exercise, build_job.released

        def counted(bench: Bench, exercise: Exercise, *, sealed: bool) -> dict:
            self.mistakes.append(exercise.id)
            return ship(bench, exercise, sealed=sealed)

        def noted(where: Layout, sources: dict[Path, bytes]) -> dict[Path, bytes]:
            self.released += [path.stem for path in sources]
            return release(where, sources)

        monkeypatch.setattr(shipped, "shipped_exercise", counted)
        monkeypatch.setattr(build_job, "released", noted)

    def again(self, layout: Layout, *only: int) -> tuple[list[str], list[str]]:
        self.mistakes, self.released = [], []
        build(layout, only)
        return self.mistakes, self.released


@pytest.fixture
def two_days(tmp_path: Path) -> Layout:
    course = course_of_two_days(tmp_path / "course")
    build(course)
    return course


def test_work_follows_what_changed(two_days: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build runs the mistakes of exercises whose texts changed, and releases notebooks that changed; nothing else."""
    monkeypatch.setattr(
        build_job, "side_by_side", lambda tasks, work: map(work, tasks)
    )  # counted in this process
    ran = Ran(monkeypatch)
    folder = two_days.lessons / "phase-1-small"
    assert ran.again(two_days) == ([], [])

    def edit_text(name: str, old: str, new: str) -> None:
        path = folder / name
        assert path.read_text().count(old) == 1
        path.write_text(path.read_text().replace(old, new))

    edit_text("day-02-later.answers.py", "You went one on.", "You went up.")
    assert ran.again(two_days) == ([], []), "a sentence is no behavior"
    assert "You went up." in (two_days.shipped / "day-02.json").read_text()
    edit_text("day-02-later.py", "What comes after a number?", "What comes next?")
    assert ran.again(two_days) == ([], ["day-02-later"]), "prose is released, and runs nothing"
    edit_text("day-02-later.py", "assert earlier(3) == 2", "assert earlier(4) == 3")
    assert ran.again(two_days) == (["d02-earlier"], ["day-02-later"])
    edit_text("day-02-later.py", "import numpy as np", "import numpy as np\n\nhalf = 0.5")
    assert ran.again(two_days) == (["d02-later", "d02-earlier"], ["day-02-later"]), "cells above count"
    monkeypatch.setattr(known, "_machine", lambda: "another program")
    assert sorted(ran.again(two_days)[0]) == ["d01-Counter", "d01-double", "d02-earlier", "d02-later"]


def test_a_build_that_is_stopped_keeps_what_was_run(
    two_days: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a build is stopped while days are run, those that were done are not run again."""
    monkeypatch.setattr(build_job, "side_by_side", lambda tasks, work: map(work, tasks))
    for day in read_course(two_days).written:
        two_days.shipped_day(day).unlink()
    really = build_job.shipped

    def stopped(day: WrittenDay, *words: object, **named: object) -> str:
        if day.day.number == 2:
            raise KeyboardInterrupt
        return really(day, *words, **named)

    with monkeypatch.context() as patch:
        patch.setattr(build_job, "shipped", stopped)
        with pytest.raises(KeyboardInterrupt):
            build(two_days)
    assert Ran(monkeypatch).again(two_days)[0] == ["d02-later", "d02-earlier"]


def test_a_kept_release_is_the_one_on_the_disk(two_days: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    """A released notebook that somebody changed or deleted is released again; so are all when nbgrader's settings change."""
    ran = Ran(monkeypatch)
    first, second = sorted((two_days.root / "release").rglob("*.ipynb"))
    good = first.read_bytes(), second.read_bytes()
    first.write_bytes(good[0].replace(b"twice", b"thrice", 1))
    second.unlink()
    assert ran.again(two_days)[1] == [first.stem, second.stem]
    assert (first.read_bytes(), second.read_bytes()) == good
    config = two_days.root / "nbgrader_config.py"
    config.write_text(config.read_text().replace("# your code here", "# your turn"))
    assert ran.again(two_days)[1] == [first.stem, second.stem]
    assert b"# your turn" in first.read_bytes()


def test_one_day_is_built_alone(two_days: Layout) -> None:
    """build 2 writes that day's notebooks, its part of the toolbox and what check() gets of it, and leaves every other file as it was."""
    folder = two_days.lessons / "phase-1-small"
    for path in folder.glob("day-0?-*.py"):
        path.write_text(path.read_text().replace("import numpy as np", "import numpy as np\n\nhalf = 0.5"))
    before = files(two_days.root)
    assert build(two_days, [2]).written == [
        "src/log2attn/learn/days/day-02.json",
        "source/phase-1-small/day-02-later.ipynb",
        "release/phase-1-small/day-02-later.ipynb",
        "docs/proofs/day-02.json",
    ]
    after = files(two_days.root)
    assert {name for name in after if after[name] != before.get(name)} == {
        "src/log2attn/learn/days/day-02.json",
        "source/phase-1-small/day-02-later.ipynb",
        "release/phase-1-small/day-02-later.ipynb",
        "docs/proofs/day-02.json",
    }
    alone = after
    assert build(two_days).written[-1] == "docs/proofs/day-02.json", "the grader's proof was still to come"
    whole = files(two_days.root)
    notebooks = ("source/phase-1-small/day-02", "release/phase-1-small/day-02", "src/")
    assert all(
        alone[name] == whole[name] for name in whole if name.startswith(notebooks) and "day-01" not in name
    )


def test_one_day_may_not_take_anothers_function(two_days: Layout) -> None:
    """build 2 refuses a function that the toolbox has from another day."""
    folder = two_days.lessons / "phase-1-small"
    for path in folder.glob("day-02-*.py"):
        path.write_text(re.sub(r"\bearlier\b", "double", path.read_text()))
    with pytest.raises(CourseError, match="double stands in day 1 and in day 2"):
        build(two_days, [2])


def test_a_planned_text_is_left_out_and_named(mini: Layout) -> None:
    """A planned day that has a text is left out of a build, which says so."""
    for name, text in ((f"{DAY_2}.py", LATER), (f"{DAY_2}.answers.py", LATER_ANSWERS)):
        (mini.lessons / "phase-1-small" / name).write_text(text)
    report = build(mini)
    assert not any("day-02" in path for path in report.written)
    assert "Day 2 has a text and is marked planned" in report.notes[0]


def test_a_behavior_stands_on_one_line(mini: Layout) -> None:
    """In what build ships, each behavior, sentence and check has a line of its own."""
    build(mini)
    lines = (mini.shipped / "day-01.json").read_text().splitlines()
    raw = json.loads("\n".join(lines))
    mistakes = [mistake for exercise in raw["exercises"] for mistake in exercise["mistakes"]]
    assert sum(line.startswith('     "hidden": {') for line in lines) == len(mistakes)
    assert sum(line.strip().startswith('"says": "') for line in lines) == len(mistakes)
