"""The package's layers: imports point downward only, and each third-party library has one door."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

from conftest import ROOT

PACKAGE = ROOT / "src" / "log2attn"
# A room, and the rooms it may import from.
MAY = {
    "core": {"core"},
    "learn": {"learn"},
    "toolbox": {"toolbox", "learn"},
    "authoring": set(),
    "doors": {"doors", "core"},
    "compiling": {"compiling", "doors", "core", "learn"},
    "proving": {"proving", "compiling", "doors", "core", "learn"},
    "house_style": {"house_style", "proving", "compiling", "core", "learn"},
    "publishing": {"publishing", "house_style", "proving", "compiling", "doors", "core"},
    # The grader marks any nbgrader course: it meets the workshop at the doors, and nowhere else.
    "grading": {"grading", "doors", "core", "learn", "__init__"},
    "jobs": {
        "grading",
        "publishing",
        "house_style",
        "proving",
        "compiling",
        "doors",
        "core",
        "learn",
        "__init__",
    },
    "cli": {"cli", "jobs", "grading", "proving", "core"},
    "__init__": {"learn"},
}
# The same inside the grader. What runs beside a learner's code (worker, and what it imports) knows nothing of tests, plans and marks.
GRADER = {
    "limits": set(),
    "model": set(),
    "protocol": {"protocol"},
    "sandbox": {"sandbox", "limits"},
    "doctor": {"doctor", "sandbox", "limits"},
    "worker": {"worker", "protocol", "sandbox", "limits"},
    "tester": {"tester", "protocol", "model"},
    "intake": {"intake", "model"},
    "ledger": {"ledger", "intake", "model"},
    "pages": {"pages", "ledger", "model"},
    "schedule": {"schedule", "tester", "protocol", "intake", "ledger", "pages", "limits", "model"},
    "desk": {"desk", "schedule", "pages", "model"},
}
DOORS = {
    "cosmic_ray": {"proving/mutants.py"},
    "jinja2": {"grading/pages/template.py"},
    "jupytext": {"compiling/lesson.py"},
    "msgpack": {"grading/protocol/values.py"},
    "nbformat": {"doors/notebook.py"},
    "nbgrader": {"grading/ledger/schema.py", "doors/nbgrader.py", "doors/steps.py"},
    "pandas": {"grading/protocol/tables.py"},
    "sqlalchemy": {
        f"grading/ledger/{name}.py"
        for name in (
            "batch",
            "by_hand",
            "entry",
            "late",
            "ledger",
            "read",
            "rows",
            "schema",
            "source",
            "statements",
        )
    }
    | {"doors/nbgrader.py"},
    "sympy": {"grading/protocol/expressions.py"},
    "traitlets": {"grading/ledger/schema.py", "doors/nbgrader.py"},
    "typer": {f"cli/{name}.py" for name in ("__init__", "author", "instructor", "learner", "screen")},
    "rich": {f"cli/{name}.py" for name in ("author", "instructor", "screen")},
    "ipywidgets": {"learn/figure.py"},
}
LEARNER = {"numpy", "matplotlib", "IPython", "cycler", "PIL", "ipywidgets"}


@cache
def imports(path: Path) -> list[str]:
    tree = ast.parse(path.read_text())
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [
                f"{node.module}.{alias.name}" if node.module == "log2attn" else str(node.module)
                for alias in node.names
            ]
    return found


def modules() -> dict[str, Path]:
    return {str(path.relative_to(PACKAGE)): path for path in sorted(PACKAGE.rglob("*.py"))}


def test_imports_point_downward() -> None:
    """cli → jobs → the workshop → core; learn stands apart, and one job never imports another."""
    wrong = []
    for name, path in modules().items():
        room = Path(name).parts[0].removesuffix(".py")
        for target in imports(path):
            parts = target.split(".")
            if parts[0] == "log2attn" and len(parts) > 1 and parts[1] not in MAY[room]:
                wrong.append(
                    f"{name} imports {target}: {room} may import from {', '.join(sorted(MAY[room])) or 'nothing of ours'}"
                )
    assert wrong == []


def test_the_graders_rooms() -> None:
    """Inside the grader too imports point one way: the worker cannot import what knows a test, nor the tester what runs a learner's code."""
    wrong = []
    for name, path in modules().items():
        parts = Path(name).parts
        if parts[0] != "grading" or parts[1] == "__init__.py":
            continue
        room = parts[1].removesuffix(".py")
        for target in imports(path):
            there = target.split(".")
            if there[:2] == ["log2attn", "grading"] and len(there) > 2 and there[2] not in GRADER[room]:
                wrong.append(
                    f"{name} imports {target}: {room} may import from {', '.join(sorted(GRADER[room])) or 'nothing of the grader'}"
                )
    assert wrong == []


def test_one_door_each() -> None:
    """jupytext, nbgrader and the rest are imported in one module each, or in one room; the toolbox imports what the lessons do."""
    ours = {name: path for name, path in modules().items() if not name.startswith("toolbox/")}
    used = {
        library: {name for name, path in ours.items() if library in {i.split(".")[0] for i in imports(path)}}
        for library in DOORS
    }
    assert used == DOORS


def test_a_learners_kernel_needs_little() -> None:
    """What learners import needs numpy, matplotlib, IPython and the standard library."""
    standard = set(sys.stdlib_module_names) | {"log2attn"}
    used = {
        target.split(".")[0]
        for name, path in modules().items()
        if name.startswith(("learn/", "__init__"))
        for target in imports(path)
    }
    assert used - standard <= LEARNER


def test_importing_the_package_loads_no_tools() -> None:
    """A fresh interpreter that imports log2attn has loaded nothing of nbgrader, jupytext, nbformat, sqlalchemy, scipy, sympy, seaborn or pandas."""
    program = "import sys, log2attn; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = set(
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        ).stdout.split()
    )
    assert {"log2attn", "numpy", "matplotlib", "IPython"} <= loaded
    assert (
        loaded
        & {
            "nbgrader",
            "jupytext",
            "nbformat",
            "nbconvert",
            "sqlalchemy",
            "typer",
            "rich",
            "scipy",
            "sympy",
            "seaborn",
            "pandas",
            "ipywidgets",
            "tornado",
        }
        == set()
    )
