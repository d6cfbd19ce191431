"""What several test modules need: the stock nbgrader command, a course of two written days, and a rule for what may be missing."""

import atexit
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib import metadata
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from typing import Any

import forked
import pytest
from conftest import ROOT, copy_of_mini
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from log2attn.compiling.toolbox import toolbox_texts
from log2attn.core.layout import Layout
from log2attn.proving import days as days_room
from log2attn.proving.days import WrittenDay, read_course, read_days
from log2attn.proving.known import code_of
from log2attn.proving.proofs import read_proofs, versions_of

RUNS = "LOG2ATTN_RUNS"  # keep: what is run and goes well is kept in docs/proofs; again: so, and kept runs are made again too
# Chromium as the tests start it.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# The contrast between an element's text and what is really behind it, as WCAG defines it.
CONTRAST = """element => {
    const numbers = color => { const n = color.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
    let behind = [], at = element;
    for (; at; at = at.parentElement) { const c = numbers(getComputedStyle(at).backgroundColor); behind.push(c); if (c[3] === 1) break; }
    const ground = behind.reverse().reduce((below, c) => below.map((b, i) => c[3] * c[i] + (1 - c[3]) * b), [255, 255, 255]);
    const light = rgb => rgb.slice(0, 3).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const [a, b] = [light(numbers(getComputedStyle(element).color)), light(ground)].sort((x, y) => y - x);
    return [(a + 0.05) / (b + 0.05), light(ground)];
}"""

PHASE = "phase-1-small"
DAY_1, DAY_2 = "day-01-double", "day-02-later"

# A second written day for the small course: 4 points.
LATER = '''# %% author=true
from log2attn import course_rng

# %% [markdown]
# # Later is one more
#
# What comes after a number?

# %%
import numpy as np

# %% [markdown]
# ### Exercise · Later
#
# *3 points · about 5 minutes*

# %% exercise="d02-later"
def later(x):
    """One more.

    >>> later(1)
    2
    """
    ### BEGIN SOLUTION
    return x + 1
    ### END SOLUTION


# %% visible="d02-later" points=1
# One case by hand.
assert later(3) == 4, f"After 3 comes 4, got {later(3)}."

# %% hidden="d02-later" points=2
# Hidden checks: other numbers.
_rng = course_rng("d02-later")
for _n in _rng.integers(-50, 50, size=8).tolist():
    assert later(_n) == _n + 1, "wrong for another number"

# %% [markdown]
# ### Exercise · Earlier
#
# *1 point · about 5 minutes*

# %% exercise="d02-earlier"
def earlier(x):
    """One less.

    >>> earlier(2)
    1
    """
    ### BEGIN SOLUTION
    return x - 1
    ### END SOLUTION


# %% visible="d02-earlier" points=0
# One case by hand.
assert earlier(3) == 2, f"Before 3 comes 2, got {earlier(3)}."

# %% hidden="d02-earlier" points=1
# Hidden checks: below zero.
assert earlier(-3) == -4, "wrong below zero"
'''

LATER_ANSWERS = """from log2attn.authoring import hints, mistake, why


@mistake("d02-later", "You went one back.", caught_by="visible")
def later(x):
    return x - 1


@mistake("d02-later", "You returned the number itself.", caught_by="visible")
def later(x):
    return x


@mistake("d02-later", "You went away from zero; below zero, one more is nearer to it.", caught_by="hidden")
def later(x):
    return x + 1 if x >= 0 else x - 1


hints("d02-later", "Count.", "Add one.", "return x + 1")
why("d02-later", "The next whole number is one more.")


@mistake("d02-earlier", "You went one on.", caught_by="visible")
def earlier(x):
    return x + 1


@mistake("d02-earlier", "You returned the number itself.", caught_by="visible")
def earlier(x):
    return x


@mistake("d02-earlier", "You went toward zero; below zero, one less is further from it.", caught_by="hidden")
def earlier(x):
    return x - 1 if x >= 0 else x + 1


hints("d02-earlier", "Count down.", "Take one away.", "return x - 1")
why("d02-earlier", "The whole number before is one less.")
"""


COURSE = Layout.find(ROOT)


class WrittenDays(Mapping[str, WrittenDay]):
    """Slug → the course's written day, read when somebody asks for it; its lesson runs once, for whichever test asks first."""

    def __init__(self) -> None:
        self._course = read_course(COURSE)
        self._read: dict[str, WrittenDay] = {}

    def __getitem__(self, slug: str) -> WrittenDay:
        if slug not in self._read:
            day = next((day for day in self._course.written if day.slug == slug), None)
            if day is None:
                raise KeyError(slug)
            (self._read[slug],) = read_days(COURSE, self._course, [day.number])
        return self._read[slug]

    def __iter__(self) -> Iterator[str]:
        return (day.slug for day in self._course.written)

    def __len__(self) -> int:
        return len(self._course.written)

    def let_go(self, slug: str) -> None:
        """Forget what a day's lesson left when it ran."""
        if slug in self._read:
            vars(self._read[slug]).pop("bench", None)


@cache
def written_days() -> WrittenDays:
    """The written days; each is read once by a worker that wants it."""
    return WrittenDays()


def remembered(read: Callable[[Path, Any], Any]) -> Callable[[Path, Any], Any]:
    """A reader that reads a text of the course once, however many tests and jobs of this process ask: what it gives is never changed."""
    known: dict[Path, tuple[bytes, Any, Any]] = {}

    def reading(path: Path, of: Any) -> Any:
        if not path.is_relative_to(COURSE.lessons) or not path.exists():
            return read(path, of)
        text = path.read_bytes()
        if path not in known or known[path][:2] != (text, of):
            known[path] = text, of, read(path, of)
        return known[path][2]

    return reading


days_room.read_lesson = remembered(days_room.read_lesson)
days_room.read_answers = remembered(days_room.read_answers)


def unless_kept(day: WrittenDay, what: str, *texts: str) -> bool:
    """Whether a run of a day has to be made: False if docs/proofs says that it was made with exactly these texts, and went well.

    With LOG2ATTN_RUNS=again everything is run.
    """
    if os.environ.get(RUNS) == "again":
        return True
    return read_proofs(COURSE.proofs(day.day)).runs.get(what) != _digest_of_run(day, *texts)


def keep_run(day: WrittenDay, what: str, *texts: str) -> None:
    """Keep that a run went well, if LOG2ATTN_RUNS says so, as in `make proof`; otherwise tests write nothing into the course."""
    if os.environ.get(RUNS) in ("keep", "again"):
        proofs = read_proofs(COURSE.proofs(day.day))
        proofs.runs[what] = _digest_of_run(day, *texts)
        proofs.save(exercise.id for exercise in day.lesson.exercises)


def proved_with() -> list[str]:
    """What a proof of a day's answers rests on beside the day itself: the versions, and the code that proves."""
    job = (ROOT / "src" / "log2attn" / "jobs" / "prove.py").read_text()
    return [versions_of(), code_of(job), *code_in("proving")]


@cache
def kernel_part() -> str:
    """The versions in requirements.lock of what a learner's notebook can import: the package's own dependencies, and what those need in turn."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["dependencies"]
    found: set[str] = set()
    while asked:
        wanted = Requirement(asked.pop())
        name = canonicalize_name(wanted.name)
        if name not in found and (wanted.marker is None or wanted.marker.evaluate({"extra": ""})):
            found.add(name)
            with suppress(PackageNotFoundError):
                asked += metadata.requires(name) or []
    lines = re.findall(
        r"^([\w.-]+)(?:\[.*\])?==(\S+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE
    )
    return "\n".join(f"{name} {version}" for name, version in lines if canonicalize_name(name) in found)


def _digest_of_run(day: WrittenDay, *texts: str) -> str:
    """A run rests on the day's texts, on the toolbox it imports, on all that learners import, and on what else is said."""
    own = [day.lesson.path.read_text(), day.answers.path.read_text()]
    cells = [cell.source for cell in day.lesson.cells if cell.is_code]
    parts = [*own, *toolbox_texts([*cells, day.answers.preamble]), *code_in("learn"), *texts]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


@cache
def code_in(room: str, *modules: str) -> list[str]:
    """The modules of one of the package's rooms, or those named, as Python reads them."""
    paths = sorted((ROOT / "src" / "log2attn" / room).glob("*.py"))
    return [code_of(path.read_text()) for path in paths if not modules or path.stem in modules]


def needs(program: str) -> str:
    """The path of a program a test cannot do without. Where it is missing the test is skipped by name, or fails if LOG2ATTN_NO_SKIP=1."""
    found = shutil.which(program)
    if found is None:
        reason = f"{program} is not installed (on Debian: apt-get install {program})"
        if os.environ.get("LOG2ATTN_NO_SKIP") == "1":
            pytest.fail(f"{reason}, and LOG2ATTN_NO_SKIP=1 forbids to skip.")
        pytest.skip(reason)
    return found


def course_of_two_days(to: Path) -> Layout:
    """A copy of the small course in which day 2 is written too. Not yet built."""
    course = copy_of_mini(to)
    course.package.mkdir(parents=True)
    toml = course.course_file
    toml.write_text(toml.read_text().replace('status = "planned"', 'status = "written"'))
    (course.lessons / "planned.py").write_text('"""Nothing is planned."""\n')
    (course.lessons / PHASE / f"{DAY_2}.py").write_text(LATER)
    (course.lessons / PHASE / f"{DAY_2}.answers.py").write_text(LATER_ANSWERS)
    return course


@cache
def _built() -> Path:
    """The course of two days, built once by each worker that wants it."""
    folder = Path(tempfile.mkdtemp(prefix="log2attn-built-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    layout = course_of_two_days(folder / "course")
    log2attn(layout.root, "build")
    shutil.rmtree(layout.root / ".home")
    return layout.root


def built_course(to: Path) -> Layout:
    """A copy of the course of two days as `log2attn build` leaves it."""
    return Layout.find(Path(shutil.copytree(_built(), to)))


def clean_environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of somebody with an empty home folder: no settings of whoever runs the tests reach a program under test."""
    home.mkdir(parents=True, exist_ok=True)
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("JUPYTER", "IPYTHON", "NBGRADER", "XDG"))
    }
    return kept | {"HOME": str(home), "LOG2ATTN_HOME": str(home / "progress"), "PYTHONWARNINGS": "", **more}


def nbgrader(where: Path, *words: str, ok: bool = True) -> subprocess.CompletedProcess:
    """Run a stock nbgrader command in a folder, as one would type it. ``ok=False`` for one that must fail."""
    home = where / ".home"
    # For the programs that nbgrader starts.
    env = clean_environment(home, PYTHONPATH=str(ROOT / "tests" / "without"))
    done = forked.run(["-m", "nbgrader", *words], cwd=where, env=env, timeout=120)
    assert (done.returncode == 0) == ok, done.stderr[-3000:]
    return done


def log2attn(where: Path, *words: str, ok: bool = True) -> subprocess.CompletedProcess:
    """Run our own command in a folder, as one would type it, on a wide terminal."""
    program = Path(sys.executable).with_name("log2attn")
    env = clean_environment(where / ".home", COLUMNS="200")
    done = forked.run([str(program), *words], cwd=where, env=env, timeout=300)
    assert (done.returncode == 0) == ok, done.stderr[-3000:] + done.stdout[-3000:]
    return done


__all__ = [
    "CONTRAST",
    "COURSE",
    "DAY_1",
    "DAY_2",
    "PHASE",
    "QUIET",
    "ROOT",
    "built_course",
    "clean_environment",
    "code_in",
    "course_of_two_days",
    "keep_run",
    "log2attn",
    "nbgrader",
    "needs",
    "proved_with",
    "unless_kept",
    "written_days",
]
