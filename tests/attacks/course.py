"""A toy nbgrader course with one exercise of each kind, to try graders on: its source, its right and wrong answers, its secrets."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

# What no learner may get out: of a hidden test, of a solution, of somebody else's notebook, of the environment, of the home folder.
CANARIES = {
    "hidden test": "CANARY-HT-7f21c4",
    "solution": "CANARY-SOL-0be95d",
    "other learner": "CANARY-OTHER-d4427a",
    "environment": "CANARY-ENV-16c8e3",
    "home": "CANARY-HOME-a90b5f",
}

IMPORTS = """import math

import matplotlib.pyplot as plt
import numpy as np
"""

DRAWN = '''def drawn(xs):
    """What parabola(ax, xs) puts on fresh axes, as plain data."""
    fig, ax = plt.subplots()
    parabola(ax, xs)
    lines = [[[float(v) for v in line.get_xdata()], [float(v) for v in line.get_ydata()]] for line in ax.get_lines()]
    data = {"lines": lines, "xlabel": ax.get_xlabel()}
    plt.close(fig)
    return data
'''


@dataclass(frozen=True)
class Exercise:
    """``head`` stays in the released cell; ``solution`` is cut from it. Points: visible test, hidden test; 0 means there is none."""

    name: str
    points: tuple[float, float]
    head: str
    solution: str
    wrong: str
    visible: str
    hidden: str

    def code(self, body: str) -> str:
        if not self.head:
            return body
        return self.head + "\n" + "\n".join("    " + line if line else line for line in body.splitlines())


EXERCISES = (
    Exercise(
        "softmax",
        (1.0, 2.0),
        'def softmax(z):\n    """Exponentials of z over their sum, without overflow. z is left as it was."""',
        "e = np.exp(z - np.max(z))\nreturn e / e.sum()",
        "return np.asarray(z) * 0.0 - 7.0",
        """got = softmax(np.array([0.0, math.log(3.0)]))
assert np.shape(got) == (2,), f"expected two numbers, got shape {np.shape(got)}"
assert np.allclose(got, [0.25, 0.75]), "expected [0.25, 0.75]: divide by the sum"
""",
        """rng = np.random.default_rng(1807)
for size in (1, 4, 9):
    z = rng.normal(scale=300.0, size=size)
    given = z.copy()
    top = max(z.tolist())
    parts = [math.exp(v - top) for v in z.tolist()]
    want = [part / math.fsum(parts) for part in parts]
    got = softmax(given)
    assert np.shape(got) == (size,), "as many numbers as logits"
    assert np.allclose(got, want, rtol=1e-9, atol=1e-12), "wrong for large logits"
    assert np.array_equal(given, z), "the caller's logits were changed"
""",
    ),
    Exercise(
        "to_base",
        (1.0, 1.0),
        'def to_base(n, base):\n    """A whole number n >= 0 written in a base from 2 to 16, in small letters."""',
        'digits = ""\nwhile True:\n    n, digit = divmod(n, base)\n    digits = "0123456789abcdef"[digit] + digits\n    if n == 0:\n        return digits',
        'return "?"',
        """assert to_base(10, 2) == "1010", "10 is 8 + 2"
assert to_base(0, 7) == "0", "zero has one digit"
""",
        """rng = np.random.default_rng(22)
for n in [int(v) for v in rng.integers(1, 10**9, size=20)]:
    assert to_base(n, 2) == format(n, "b"), "wrong in base 2"
    assert to_base(n, 16) == format(n, "x"), "wrong in base 16"
    got = to_base(n, 7)
    assert int(got, 7) == n, "wrong in base 7"
""",
    ),
    Exercise(
        "find_root",
        (1.0, 2.0),
        'def find_root(f, low, high):\n    """A zero of f between low and high, where f changes sign, to nine digits. f is asked only there, at most 200 times."""',
        "sign = f(low) < 0\nfor _ in range(40):\n    middle = (low + high) / 2\n    if (f(middle) < 0) == sign:\n        low = middle\n    else:\n        high = middle\nreturn low",
        "return -5.0",
        """got = find_root(lambda x: x * x - 2.0, 0.0, 2.0)
assert abs(got - math.sqrt(2.0)) < 1e-6, "the root of x² - 2 is √2"
""",
        """rng = np.random.default_rng(3)
for root in [float(v) for v in rng.uniform(1.0, 9.0, size=2)]:
    asked = []

    def line(x):
        asked.append(x)
        assert 0.0 <= x <= 10.0, "f was asked outside [low, high]"
        return (x - root) ** 3

    got = find_root(line, 0.0, 10.0)
    assert math.isclose(got, root, rel_tol=1e-4), "wrong for a cubic"
    assert 2 <= len(asked) <= 200, "f was asked too often, or not at all"
""",
    ),
    Exercise(
        "center",
        (1.0, 1.0),
        'def center(rows):\n    """Subtracts from each column its mean, in place; returns None."""',
        "rows -= rows.mean(axis=0)",
        "rows[:] = 7.0",
        """table = np.array([[1.0, 2.0], [3.0, 6.0]])
center(table)
assert np.allclose(table, [[-1.0, -2.0], [1.0, 2.0]]), "expected [[-1, -2], [1, 2]]"
""",
        """rng = np.random.default_rng(40)
table = rng.normal(size=(5, 3)) + 4.0
sums = [math.fsum(table[:, k].tolist()) for k in range(3)]
want = [[float(table[i, k]) - sums[k] / 5 for k in range(3)] for i in range(5)]
assert center(table) is None, "it works in place"
assert np.allclose(table, want), "wrong for a random table"
""",
    ),
    Exercise(
        "Dual",
        (1.0, 2.0),
        'class Dual:\n    """A value with its slope: numbers that carry their derivative through +, * and sin."""\n',
        """def __init__(self, value, slope=0.0):
    self.value, self.slope = value, slope

def __add__(self, other):
    other = other if isinstance(other, Dual) else Dual(other)
    return Dual(self.value + other.value, self.slope + other.slope)

def __mul__(self, other):
    other = other if isinstance(other, Dual) else Dual(other)
    return Dual(self.value * other.value, self.value * other.slope + self.slope * other.value)

__radd__, __rmul__ = __add__, __mul__

def sin(self):
    return Dual(math.sin(self.value), math.cos(self.value) * self.slope)""",
        """def __init__(self, value, slope=0.0):
    self.value = self.slope = -7.0

def __add__(self, other):
    return self

__mul__ = __radd__ = __rmul__ = __add__

def sin(self):
    return self""",
        """x = Dual(3.0, 1.0)
y = x * x + x
assert y.value == 12.0, "3 * 3 + 3 is 12"
assert y.slope == 7.0, "the derivative of x² + x at 3 is 7"
""",
        """rng = np.random.default_rng(5)
for v in [float(v) for v in rng.normal(size=6)]:
    y = (Dual(v, 1.0) * Dual(v, 1.0) + 3.0 * Dual(v, 1.0)).sin()
    inner = v * v + 3.0 * v
    assert math.isclose(y.value, math.sin(inner), rel_tol=1e-9), "wrong value"
    assert math.isclose(y.slope, math.cos(inner) * (2.0 * v + 3.0), rel_tol=1e-9), "wrong slope"
""",
    ),
    Exercise(
        "first_over",
        (1.0, 1.0),
        'def first_over(numbers, bound):\n    """The first of the numbers above the bound, None if there is none. Of an iterator no more is used than needed."""',
        "for number in numbers:\n    if number > bound:\n        return number\nreturn None",
        "return -3",
        """numbers = iter([1, 5, 9, 2])
assert first_over(numbers, 4) == 5, "5 is the first above 4"
assert next(numbers) == 9, "9 was still to come"
""",
        """import itertools

squares = (k * k for k in itertools.count())
for bound, want, then in ((50, 64, 81), (400, 441, 484)):
    assert first_over(squares, bound) == want, "wrong for the squares"
    assert next(squares) == then, "more of the iterator was used than needed"
assert first_over(iter([1, 2]), 2) is None, "none is above 2"
""",
    ),
    Exercise(
        "scaler",
        (1.0, 1.0),
        'def scaler(low, high):\n    """A function that maps [low, high] onto [0, 1]."""',
        "return lambda x: (x - low) / (high - low)",
        "return lambda x: -9.0",
        """f = scaler(2.0, 4.0)
assert f(3.0) == 0.5, "3 is half way from 2 to 4"
""",
        """rng = np.random.default_rng(61)
made = []
for low, width, x in rng.uniform(0.5, 9.0, size=(4, 3)).tolist():
    made.append((scaler(low, low + width), x, (x - low) / width))
for f, x, want in made:
    assert math.isclose(f(x), want, rel_tol=1e-9, abs_tol=1e-9), "each function keeps its own ends"
""",
    ),
    Exercise(
        "pick",
        (1.0, 1.0),
        'def pick(p, rng):\n    """An index drawn with the probabilities p: the first whose running sum is above one rng.random()."""',
        'return int(np.searchsorted(np.cumsum(p), rng.random(), side="right"))',
        "return -1",
        """assert pick([0.0, 1.0, 0.0], np.random.default_rng(0)) == 1, "only the middle one is possible"
""",
        """rng, twin = np.random.default_rng(77), np.random.default_rng(77)
p = [0.2, 0.5, 0.3]
want = [0 if u < 0.2 else 1 if u < 0.7 else 2 for u in twin.random(30).tolist()]
assert [pick(p, rng) for _ in range(30)] == want, "wrong draws"
assert rng.random() == twin.random(), "one number of the generator for each draw"
""",
    ),
    Exercise(
        "parabola",
        (1.0, 1.0),
        'def parabola(ax, xs):\n    """Draws x² over xs on the given axes, with the x-axis named "x"."""',
        'ax.plot(xs, [x * x for x in xs])\nax.set_xlabel("x")',
        "ax.plot([0, 1], [5, 5])",
        """shown = drawn([0.0, 1.0, 3.0])
assert shown["lines"] == [[[0.0, 1.0, 3.0], [0.0, 1.0, 9.0]]], "one line through (0, 0), (1, 1), (3, 9)"
assert shown["xlabel"] == "x", "name the x-axis"
""",
        """rng = np.random.default_rng(8)
xs = [float(v) for v in rng.normal(size=6)]
shown = drawn(xs)
want = [x**2 for x in xs]
assert len(shown["lines"]) == 1, "one line"
assert np.allclose(shown["lines"][0][1], want), "wrong for random x"
""",
    ),
    Exercise(
        "answer",
        (0.0, 1.0),
        "",
        "answer = 2**10",
        "answer = -1",
        "",
        """assert answer == 1024, "ten doublings of 1"
""",
    ),
)
NAMES = tuple(exercise.name for exercise in EXERCISES)
BY_NAME = {exercise.name: exercise for exercise in EXERCISES}
WRITTEN = "why"  # two points, by a person
MAX = sum(sum(exercise.points) for exercise in EXERCISES)
RIGHT = {exercise.name: exercise.code(exercise.solution) for exercise in EXERCISES}
WRONG = {exercise.name: exercise.code(exercise.wrong) for exercise in EXERCISES}

CONFIG = """c = get_config()
c.CourseDirectory.course_id = "toy"
c.Execute.timeout = 6
c.Execute.interrupt_on_timeout = True
c.Execute.error_on_timeout = {"ename": "TimeoutError", "evalue": "too long", "traceback": []}
c.Log2attn.seconds = 1.5
c.Log2attn.total = 60.0
c.Log2attn.memory = 1 << 30
c.Log2attn.disk = 16 << 20
"""


def worth(*names: str) -> float:
    """The points of these exercises."""
    return sum(sum(BY_NAME[name].points) for name in names)


def source() -> NotebookNode:
    """The instructor's notebook."""

    def cell(code: str, id: str, **nbgrader: object) -> NotebookNode:
        made = new_code_cell(code, id=id)
        if nbgrader:
            made.metadata["nbgrader"] = {"schema_version": 3, "grade_id": id, "task": False, **nbgrader}
        return made

    cells = [
        new_markdown_cell("# Problem set 1", id="title"),
        cell(IMPORTS, "imports"),
        cell("plt.plot([1, 2, 3])\nplt.show()", "demo"),
    ]
    for exercise in EXERCISES:
        name, (seen, unseen) = exercise.name, exercise.points
        body = f"### BEGIN SOLUTION\n# {CANARIES['solution']}\n{exercise.solution}\n### END SOLUTION"
        cells.append(new_markdown_cell(f"## {name}", id=f"md-{name}"))
        cells.append(cell(exercise.code(body), name, grade=False, solution=True, locked=False))
        if name == "parabola":
            cells.append(cell(DRAWN, "helper", grade=False, solution=False, locked=True))
        if seen:
            cells.append(
                cell(
                    exercise.visible, f"visible-{name}", grade=True, solution=False, locked=True, points=seen
                )
            )
        hidden = f"# More tests of {name} are run when it is graded.\n### BEGIN HIDDEN TESTS\nsecret = '{CANARIES['hidden test']}'\n{exercise.hidden}### END HIDDEN TESTS"
        cells.append(cell(hidden, f"hidden-{name}", grade=True, solution=False, locked=True, points=unseen))
    written = new_markdown_cell("Because.", id=WRITTEN)
    written.metadata["nbgrader"] = {
        "schema_version": 3,
        "grade_id": WRITTEN,
        "task": False,
        "grade": True,
        "solution": True,
        "locked": False,
        "points": 2.0,
    }
    cells += [new_markdown_cell("## Why?", id="md-why"), written]
    notebook = new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook.metadata["language_info"] = {"name": "python"}
    return notebook


def honest(release: NotebookNode, who: str) -> NotebookNode:
    """A right and complete notebook, with the learner's own secret in it."""
    for cell in release.cells:
        if cell.id in RIGHT:
            cell.source = RIGHT[cell.id]
        if cell.id == WRITTEN:
            cell.source = f"Because I, {who}, thought about it."
    release.cells.append(new_markdown_cell(f"{who}: {CANARIES['other learner']}", id="own"))
    return release


def read_release(course: Path) -> NotebookNode:
    return nbformat.read(course / "release" / "ps1" / "ps1.ipynb", 4)


def hand_in(course: Path, who: str) -> None:
    """An honest learner's folder."""
    folder = course / "submitted" / who / "ps1"
    folder.mkdir(parents=True)
    nbformat.write(honest(read_release(course), who), folder / "ps1.ipynb")


def build(course: Path) -> None:
    """The course, released; alice's notebook handed in and graded by nbgrader."""
    shutil.rmtree(course, ignore_errors=True)
    (course / "source" / "ps1").mkdir(parents=True)
    nbformat.write(source(), course / "source" / "ps1" / "ps1.ipynb")
    (course / "nbgrader_config.py").write_text(CONFIG)
    home = course.parent / "build-home"
    home.mkdir(exist_ok=True)
    here = str(Path(sys.executable).parent)
    environment = os.environ | {
        "HOME": str(home),
        "PATH": here + os.pathsep + os.environ["PATH"],
        "MPLBACKEND": "Agg",
        "OPENBLAS_NUM_THREADS": "1",
    }
    for words in (["generate_assignment", "ps1"], ["autograde", "ps1", "--student", "alice"]):
        if words[0] == "autograde":
            hand_in(course, "alice")
        done = subprocess.run(
            [f"{here}/nbgrader", *words],
            cwd=course,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=180,
        )
        if done.returncode:
            raise RuntimeError(f"nbgrader {' '.join(words)}: {done.stderr[-2000:]}")
