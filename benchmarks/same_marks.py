"""Are our marks nbgrader's marks? Grades the same submissions with both and compares cell by cell.

    python benchmarks/same_marks.py            all days, every right answer and every mistake of the answers files; takes long
    python benchmarks/same_marks.py 3 11       two days
    python benchmarks/same_marks.py --learners 8    eight notebooks of each day
    python benchmarks/same_marks.py --course   nbgrader's own example course, with submissions made here

Differences are printed, and written between the markers of docs/grading.md by --write.
"""

from __future__ import annotations

import argparse
import contextlib
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import nbformat

from log2attn.core.layout import Layout
from log2attn.doors.notebook import read_notebook, write_as_found
from log2attn.grading.ledger.ledger import Ledger
from log2attn.grading.schedule.folder import Folder
from log2attn.jobs.grade import Choice, Summary, grade
from log2attn.jobs.sample import all_right, complete, fill
from log2attn.proving.days import WrittenDay, read_course, read_days

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
Key = tuple[str, str, str]  # learner, notebook, cell
Marks = dict[Key, float | None]
# With its proofs: in a proved course no second witness is asked, and no exercise hangs on another's answer.
COURSE = ("lessons", "source", "release", "docs/proofs")
LEANS = " leans on "  # decisions/20-no-exercise-hangs-on-another.md


def answers_course(root: Path, days: list[str], learners: int | None) -> list[str]:
    """Our own days; learner k hands in, for each exercise, its k-th right answer or mistake, in whole notebooks. So many learners, or all."""
    for folder in COURSE:
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    layout = Layout.find(root)
    written = read_days(layout, read_course(layout), days)
    for day in written:
        for who, notebook in _class_of(day, layout, learners):
            path = Folder(layout.root).submitted(who, day.day.phase) / f"{day.day.slug}.ipynb"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(write_as_found(notebook))
    for source in (root / "source").glob("*/*.ipynb"):
        if source.stem not in {day.day.slug for day in written}:
            source.unlink()
    return sorted({day.day.phase for day in written})


def _class_of(
    day: WrittenDay, layout: Layout, learners: int | None
) -> Iterator[tuple[str, nbformat.NotebookNode]]:
    answers = {
        e.id: [*day.answers.of[e.id].also_right, *(m.source for m in day.answers.of[e.id].mistakes)]
        for e in day.lesson.exercises
    }
    most = max(map(len, answers.values()))
    chosen = range(most) if learners is None or learners >= most else range(0, most, -(-most // learners))
    for k in chosen:
        notebook = read_notebook(layout.release(day.day))
        all_right(day, notebook)
        for exercise in day.lesson.exercises:
            if k < len(answers[exercise.id]):
                fill(notebook, exercise.id, complete(day, exercise.id, answers[exercise.id][k]))
        yield f"answer-{k:02d}", notebook


QUICKSTART = {
    "squares": {
        "right": "def squares(n):\n    if n < 1:\n        raise ValueError('n')\n    return [i ** 2 for i in range(1, n + 1)]",
        "no-error": "def squares(n):\n    return [i ** 2 for i in range(1, n + 1)]",
        "off-by-one": "def squares(n):\n    if n < 1:\n        raise ValueError('n')\n    return [i ** 2 for i in range(n)]",
        "array": "import numpy as np\ndef squares(n):\n    if n < 1:\n        raise ValueError('n')\n    return np.arange(1, n + 1) ** 2",
        "generator": "def squares(n):\n    if n < 1:\n        raise ValueError('n')\n    return (i ** 2 for i in range(1, n + 1))",
        "syntax": "def squares(n:",
        "untouched": None,
    },
    "sum_of_squares": {
        "right": "def sum_of_squares(n):\n    return sum(squares(n))",
        "alone": "def sum_of_squares(n):\n    return n * (n + 1) * (2 * n + 1) // 6",
        "float": "def sum_of_squares(n):\n    return float(sum(squares(n)))",
        "prints": "def sum_of_squares(n):\n    print(sum(squares(n)))",
        "untouched": None,
    },
}


def example_course(root: Path) -> list[str]:
    """nbgrader's quickstart course; every answer to one exercise with every answer to the other."""
    subprocess.run(
        [BIN / "nbgrader", "quickstart", "example", "--force"],
        cwd=root.parent,
        check=True,
        capture_output=True,
        env=_environment(),
    )
    shutil.copytree(root.parent / "example", root, dirs_exist_ok=True)
    subprocess.run(
        [BIN / "nbgrader", "generate_assignment", "ps1"],
        cwd=root,
        check=True,
        capture_output=True,
        env=_environment(),
    )
    for first, squares in QUICKSTART["squares"].items():
        for second, total in QUICKSTART["sum_of_squares"].items():
            folder = root / "submitted" / f"{first}-{second}" / "ps1"
            shutil.copytree(root / "release" / "ps1", folder)
            for path in folder.glob("*.ipynb"):
                notebook = nbformat.read(path, 4)
                for name, text in (("squares", squares), ("sum_of_squares", total)):
                    for cell in notebook.cells:
                        if (
                            text is not None
                            and cell.cell_type == "code"
                            and cell.metadata.get("nbgrader", {}).get("solution")
                            and f"def {name}(" in cell.source
                        ):
                            cell.source = text
                path.write_bytes(write_as_found(notebook))
    return ["ps1"]


def _environment() -> dict[str, str]:
    import os

    return {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}", "OPENBLAS_NUM_THREADS": "1"}


def marks_of(root: Path, assignments: list[str]) -> Marks:
    """What the gradebook holds."""
    folder, found = Folder(root), {}
    with Ledger(root, config=folder.nbgrader.config) as ledger:
        for assignment in assignments:
            for notebook in (path.stem for path in folder.notebooks(assignment)):
                for learner, standing in ledger.standings(
                    assignment, notebook, folder.learners(assignment)
                ).items():
                    if (folder.submitted(learner, assignment) / f"{notebook}.ipynb").exists():
                        found |= {
                            (learner, notebook, cell): points for cell, points in standing.before.items()
                        }
    return found


def both(root: Path, assignments: list[str]) -> tuple[Marks, Marks, set[Key]]:
    """The marks of stock nbgrader and ours, on the same submissions; and the tests that ours gave without what their answers lean on."""
    for assignment in assignments:
        subprocess.run(
            [BIN / "nbgrader", "generate_assignment", assignment, "--force"],
            cwd=root,
            check=True,
            capture_output=True,
            env=_environment(),
        )
        subprocess.run(
            [BIN / "nbgrader", "autograde", assignment, "--force"],
            cwd=root,
            check=False,
            capture_output=True,
            env=_environment(),
        )
    stock = marks_of(root, assignments)
    (root / "gradebook.db").unlink()
    shutil.rmtree(root / "autograded")
    report, leaning = Summary(), set()
    for one in grade(Folder(root), Choice(tuple(assignments)), report):
        leaning |= {
            (one.learner, one.notebook, said.partition(LEANS)[0])
            for said in (one.verdict.repairs if one.verdict else ())
            if LEANS in said
        }
    for note in [*report.notes, *report.missing]:
        print(note)
    return stock, marks_of(root, assignments), leaning


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("days", nargs="*")
    asked.add_argument("--course", action="store_true")
    asked.add_argument("--learners", type=int, help="at most so many a day, evenly spread; all if left out")
    asked.add_argument("--write", action="store_true")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "course"
        root.mkdir()
        assignments = (
            example_course(root) if options.course else answers_course(root, options.days, options.learners)
        )
        stock, ours, leaning = both(root, assignments)
    unequal = {
        key: (stock.get(key), ours.get(key))
        for key in sorted({*stock, *ours})
        if stock.get(key) != ours.get(key)
    }
    # What a test earns without another exercise's wrong answer differs by decision; anything else is listed.
    rescued = {key for key in unequal.keys() & leaning if not stock.get(key) and ours.get(key)}
    different = {key: pair for key, pair in unequal.items() if key not in rescued}
    notebooks = {key[:2] for key in stock}
    said = f"{len(notebooks)} notebooks, {len(stock)} marks, {len(different)} different"
    if rescued:
        said += f"; {len(rescued)} more were earned here with the course's own function in place of another exercise's wrong answer (decision 20)"
    print(said)
    by_cell = defaultdict(list)
    for (learner, _notebook, cell), (theirs, mine) in different.items():
        by_cell[cell].append(f"{learner}: stock {theirs}, ours {mine}")
    lines = [f"- `{cell}`: {'; '.join(found)}" for cell, found in by_cell.items()]
    print("\n".join(lines))
    if options.write:
        page, mark = ROOT / "docs" / "grading.md", "example" if options.course else "answers"
        text = page.read_text()
        body = "\n".join([f"<!-- same marks: {mark} -->", f"{said}.", *lines, f"<!-- end: {mark} -->"])
        page.write_text(
            re.sub(
                rf"<!-- same marks: {mark} -->.*?<!-- end: {mark} -->", lambda _: body, text, flags=re.DOTALL
            )
        )


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        main()
