"""What the compiler makes of a lesson."""

import pytest
from nbformat import NotebookNode

from log2attn.compiling.compiler import ADDED, BEGIN_HIDDEN, END_HIDDEN, GOES_ON, compile_lesson
from log2attn.core.course import with_seed
from log2attn.core.layout import Layout
from log2attn.doors.notebook import to_bytes
from log2attn.house_style.anatomy import WIDTH
from log2attn.proving.days import read_course, read_days


@pytest.fixture
def notebook(mini: Layout) -> NotebookNode:
    course = read_course(mini)
    return compile_lesson(course, read_days(mini, course)[0].lesson)


def cell(notebook: NotebookNode, id: str) -> NotebookNode:
    return next(cell for cell in notebook.cells if cell.id == id)


def test_the_same_text_gives_the_same_bytes(mini: Layout) -> None:
    """Compiling twice, from texts read twice, gives the same bytes."""
    course = read_course(mini)
    first, second = (to_bytes(compile_lesson(course, read_days(mini, course)[0].lesson)) for _ in range(2))
    assert first == second


def test_the_order_around_an_exercise(notebook: NotebookNode) -> None:
    """Card, answer, check("…"), visible check, hidden check: in this order."""
    ids = [cell.id for cell in notebook.cells]
    at = ids.index("d01-double")
    assert ids[at : at + 4] == ["d01-double", "d01-double-check", "d01-double-visible", "d01-double-hidden"]
    assert notebook.cells[at - 1].source.startswith("### Exercise · Twice as much")
    assert 'check("d01-double")' in cell(notebook, "d01-double-check").source
    assert "nbgrader" not in cell(notebook, "d01-double-check").metadata


def test_a_check_before_the_set_up_says_what_to_run(
    notebook: NotebookNode, capsys: pytest.CaptureFixture
) -> None:
    """In a kernel that was restarted, a check cell says in one sentence which cells to run first, and raises nothing; after the set-up cell it checks."""
    source = cell(notebook, "d01-double-check").source
    assert all(len(line) <= WIDTH for line in source.splitlines())
    exec(source, {})
    assert (
        capsys.readouterr().out == "First run the cells above, beginning with the set-up cell at the top.\n"
    )
    asked: list[str] = []
    exec(source, {"check": asked.append})
    assert asked == ["d01-double"]
    assert capsys.readouterr().out == ""


def test_what_nbgrader_reads(notebook: NotebookNode) -> None:
    """Answers can be written, checks are locked and carry their points, a written answer is graded by a person."""

    def grading(id: str) -> tuple:
        meta = cell(notebook, id).metadata["nbgrader"]
        return meta["grade"], meta["solution"], meta["locked"], meta.get("points")

    assert grading("d01-double") == (False, True, False, None)
    assert grading("d01-double-visible") == (True, False, True, 1)
    assert grading("d01-double-hidden") == (True, False, True, 2)
    assert grading("d01-why") == (True, True, False, 2)


def test_checks_are_folded(notebook: NotebookNode) -> None:
    """The cells with the checks show their first line, a comment, until a learner unfolds them; no other cell is folded."""
    folded = [cell for cell in notebook.cells if cell.metadata.get("jupyter") == {"source_hidden": True}]
    assert [c.id for c in folded] == [c.id for c in notebook.cells if c.id.endswith(("-visible", "-hidden"))]
    assert folded
    assert all(cell.source.startswith("# ") for cell in folded)


def test_nothing_of_a_hidden_check_stands_outside_its_markers(notebook: NotebookNode) -> None:
    """Of a hidden check only its first comment lines stand outside the hidden region."""
    lines = cell(notebook, "d01-double-hidden").source.splitlines()
    assert lines[0].startswith("# Hidden checks")
    assert lines[1] == BEGIN_HIDDEN
    assert lines[-1] == END_HIDDEN


def test_the_course_seed_becomes_numbers(mini: Layout) -> None:
    """course_rng("…") becomes a generator of the course seed, the day and the exercise; another seed gives other numbers."""
    course = read_course(mini)
    lesson = read_days(mini, course)[0].lesson
    public, private = (
        cell(compile_lesson(with_seed(course, seed), lesson), "d01-double-hidden").source
        for seed in (0, 8191)
    )
    assert "np.random.default_rng([0, 1, 2577355869])" in public
    assert private == public.replace("[0, 1,", "[8191, 1,")
    assert "course_rng" not in public


def test_run_all_goes_on_past_cells_that_need_an_exercise(notebook: NotebookNode) -> None:
    """Checks, and cells that use an exercise directly or through another cell, let Run All go on; other cells do not."""
    goes_on = {
        cell.source.splitlines()[0] for cell in notebook.cells if GOES_ON in cell.metadata.get("tags", [])
    }
    assert {"four = double(2)", "nine = four + five"} <= goes_on
    assert "five = 5" not in goes_on
    assert all(
        GOES_ON in c.metadata.tags for c in notebook.cells if c.metadata.get("nbgrader", {}).get("locked")
    )


def test_cells_are_named_and_never_numbered_at_random(notebook: NotebookNode) -> None:
    """A cell's id is its grade id, or its heading and a counter; every id occurs once."""
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    assert "twice-is-a-sum-1" in ids
    assert set(ADDED) <= set(ids)


def test_the_author_cell_stays_in_the_text(notebook: NotebookNode) -> None:
    """What only the plain program needs is in no notebook."""
    assert not any("course_rng" in cell.source for cell in notebook.cells)


def test_no_outputs_and_no_foreign_metadata(notebook: NotebookNode) -> None:
    """A source notebook holds no outputs, and metadata written from scratch: pairing metadata could bring solutions back."""
    assert set(notebook.metadata) == {"kernelspec", "language_info", "log2attn"}
    assert not any(cell.get("outputs") for cell in notebook.cells)


def test_badges_wait_for_an_address(mini: Layout) -> None:
    """Without the repository's address there is no badge; with it, the badge, and the install line of the set-up cell, name it."""
    course = read_course(mini)
    lesson = read_days(mini, course)[0].lesson
    bare = compile_lesson(course, lesson)
    assert "colab" not in cell(bare, "about").source + cell(bare, "set-up").source
    mini.course_file.write_text(
        mini.course_file.read_text().replace(
            'repository = ""', 'repository = "https://github.com/OWNER/log2attn"'
        )
    )
    full = compile_lesson(read_course(mini), lesson)
    assert "/OWNER/log2attn/blob/main/release/phase-1-small/day-01-double.ipynb" in cell(full, "about").source
    set_up = cell(full, "set-up").source
    assert '"--no-deps"' in set_up
    assert '"log2attn @ git+https://github.com/OWNER/log2attn@main"' in set_up
    compile(set_up, "set-up", "exec")


def test_the_footer_links_only_to_days_that_exist(notebook: NotebookNode) -> None:
    """A planned day is named and not linked."""
    assert "day 2, Later (planned)" in cell(notebook, "footer").source
    assert "](" not in cell(notebook, "footer").source
