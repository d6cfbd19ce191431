"""What a course of seventy days costs: the written days, and copies of them in place of the planned ones.

    python benchmarks/seventy.py --days 70 --into /tmp/seventy        makes the course there, and measures
    python benchmarks/seventy.py --days 70 --into /tmp/seventy --only build grade

A copy is a day's text with another number and other function names, so that nothing collides; of no day is anything kept that an earlier build has made.
Day 39 stays planned: written days need what ``lessons/planned.py`` holds of it. Prints one line of seconds for each thing measured.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from log2attn.compiling.toolbox import given_names
from log2attn.core.course import Day
from log2attn.core.layout import Layout
from log2attn.proving.days import WrittenDay, read_course, read_days

ROOT = Path(__file__).resolve().parents[1]
KEPT_PLANNED = 39
LEFT_OUT = shutil.ignore_patterns(
    ".git",
    ".venv*",
    ".pytest_cache",
    ".log2attn",
    "__pycache__",
    "submitted",
    "autograded",
    "feedback",
    "my",
    "figures",
)
# Copies were never proved, and a benchmark proves nothing.
NOT_ASKED = "not fresh_and_clean and not locked_versions and not proof_page and not proved_again"
# What `make proof` keeps of whole days beside mutation and calibration: made once for each text, and then taken over.
WHOLE = (
    "tests/test_days.py::test_right_answers_pass_and_mistakes_are_named",
    "tests/test_days.py::test_the_docstring_examples_hold",
    "tests/test_days.py::test_the_lesson_runs_as_a_program",
    "tests/test_days.py::test_the_solved_notebook_runs_clean",
    "tests/test_days.py::test_an_unsolved_notebook_runs_to_its_end",
    "tests/test_edits.py::test_the_lessons_edits",
    "tests/test_proof.py::test_a_private_seed_changes_nothing_for_right_answers",
    "tests/test_figures.py::test_every_figure_of_a_day_is_clean",
)


class Seconds(NamedTuple):
    """By the clock, and of processor time, which other programs on the computer hardly change."""

    clock: float
    processor: float


def make(days: int, to: Path) -> Layout:
    """A copy of this repository in which so many days are written."""
    shutil.copytree(ROOT, to, ignore=LEFT_OUT)
    (to / ".venv-colab").symlink_to(ROOT / ".venv-colab")
    layout = Layout.find(to)
    course = read_course(layout)
    models = cycle(day for day in read_days(layout, course) if day.day.number > 7)
    missing = [day for day in course.days if not day.written and day.number != KEPT_PLANNED]
    toml = layout.course_file.read_text(encoding="utf-8")
    for day in missing[: max(0, days - len(course.written))]:
        model = next(models)
        for path, target in (
            (model.lesson.path, layout.lesson(day)),
            (model.answers.path, layout.answers(day)),
        ):
            target.parent.mkdir(exist_ok=True)
            target.write_text(renamed(path.read_text(encoding="utf-8"), model, day), encoding="utf-8")
        toml = re.sub(rf'(slug = "{day.slug}"\ntitle = "[^"]*"\nstatus = )"planned"', r'\1"written"', toml)
    layout.course_file.write_text(toml, encoding="utf-8")
    sections = re.split(r"^(?=# %% day=)", layout.planned.read_text(encoding="utf-8"), flags=re.MULTILINE)
    written = {day.number for day in read_course(layout).written}
    left = [
        section
        for section in sections
        if not (n := re.match(r"# %% day=(\d+)", section)) or int(n[1]) not in written
    ]
    layout.planned.write_text("".join(left), encoding="utf-8")
    for kept in (
        layout.root / "source",
        layout.root / "release",
        layout.root / "docs" / "proofs",
        layout.shipped,
    ):
        shutil.rmtree(kept)
        kept.mkdir()
    return layout


def renamed(text: str, model: WrittenDay, day: Day) -> str:
    """A day's text as another day's: its number in exercise names, and every function it asks for or gives under a new name."""
    old, new = f"{model.day.number:02d}", f"{day.number:02d}"
    for exercise in model.lesson.exercises:
        fresh = f"review_{new}" if exercise.id.endswith("-review") else f"{exercise.name}_{new}"
        text = re.sub(rf"\bd{old}-{exercise.name}\b", f"d{new}-{fresh}", text)
        text = re.sub(rf"(?<![\w.-]){exercise.name}\b(?!=)", fresh, text)
    for name in given_names(model.lesson):
        text = re.sub(rf"(?<![\w.-]){name}\b(?!=)", f"{name}_{new}", text)
    return re.sub(rf"\bd{old}-", f"d{new}-", text)


def measured(layout: Layout) -> dict[str, Callable[[], Seconds]]:
    """What is measured, in order. Each gives its seconds."""

    def run(*words: str | Path, ok: tuple[int, ...] = (0,)) -> Seconds:
        started, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
        environment = os.environ | {"PYTHONPATH": str(layout.package.parent)}
        done = subprocess.run(
            words, cwd=layout.root, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode not in ok:
            sys.exit(f"{' '.join(map(str, words))}\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return Seconds(time.monotonic() - started, work)

    program = Path(sys.executable).with_name("log2attn")

    def one_day(old: str, new: str) -> Seconds:
        """Seconds to build the last day with this change, which is taken back."""
        day = read_course(layout).written[-1]
        before = layout.lesson(day).read_text(encoding="utf-8")
        layout.lesson(day).write_text(before.replace(old, new, 1), encoding="utf-8")
        took = run(program, "build", str(day.number))
        layout.lesson(day).write_text(before, encoding="utf-8")
        run(program, "build", str(day.number))
        return took

    return {
        "build, from nothing": lambda: run(program, "build", ok=(0, 1)),
        "build, all days read and right": lambda: run(program, "build", ok=(0, 1)),
        "build, nothing changed since": lambda: run(program, "build", ok=(0, 1)),
        "build of a day, a sentence new": lambda: one_day(
            "# %% [markdown]\n# ## 1", "# %% [markdown]\n# New.\n#\n# ## 1"
        ),
        "build of a day, all answers run": lambda: one_day(
            "import numpy as np\n", "import numpy as np\n\nnew = 1\n"
        ),
        "lint": lambda: run(program, "lint", ok=(0, 1)),
        "grade six learners": lambda: (run(program, "sample"), run(program, "grade", "--yes"))[1],
        "whole runs, once for each text": lambda: run(sys.executable, "-m", "pytest", *WHOLE, ok=(0, 1)),
        "test, all but whole runs": lambda: run(
            sys.executable,
            "-m",
            "pytest",
            "-k",
            NOT_ASKED,
            *(f"--deselect={test}" for test in WHOLE),
            ok=(0, 1),
        ),
    }


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--days", type=int, default=70)
    words.add_argument(
        "--into", type=Path, required=True, help="a folder that does not exist yet, or one made before"
    )
    words.add_argument("--only", nargs="*", default=[""], help="the first words of what to measure")
    said = words.parse_args()
    layout = Layout.find(said.into) if said.into.exists() else make(said.days, said.into)
    print(f"{len(read_course(layout).written)} days", flush=True)
    for what, seconds in measured(layout).items():
        if any(what.startswith(word) for word in said.only):
            took = seconds()
            print(
                f"{what:<32}{took.clock:8.1f} s by the clock{took.processor:9.1f} s of processor", flush=True
            )


if __name__ == "__main__":
    main()
