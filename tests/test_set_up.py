"""The set-up cell, and check(…) where nothing but Colab's packages is present."""

import os
import subprocess

import pytest
from conftest import ROOT
from test_days import COLAB, SECOND, environment

from log2attn.core.layout import Layout
from log2attn.doors.notebook import read_notebook
from log2attn.proving.days import read_course, read_days

LEARNER = """
from IPython.core.interactiveshell import InteractiveShell
import IPython, sys
shell = InteractiveShell.instance()
shell.history_manager.enabled = False
for cell in CELLS:
    assert shell.run_cell(cell).success
print("IPython", IPython.__version__)
"""


def in_colabs_versions(program: str, env: dict[str, str]) -> subprocess.CompletedProcess:
    assert COLAB.exists(), (
        "The second version set is missing: run `make test`, which installs it from tests/colab.lock."
    )
    return subprocess.run(
        [COLAB, "-c", program], env=env, capture_output=True, text=True, timeout=60, check=False
    )


def test_cards_in_colabs_ipython() -> None:
    """In IPython 7.34, check and hint show their cards: passed, the known mistake by name, a hint."""
    cells = [
        "import math\nimport numpy as np\nfrom log2attn import check, hint",
        "def log_product(xs):\n    return np.log(xs).sum()",
        'check("d03-log_product")',
        "def log_product(xs):\n    return np.sum(np.log10(xs))",
        'check("d03-log_product")',
        'hint("d03-log_product")',
    ]
    done = in_colabs_versions(f"CELLS = {cells!r}\n{LEARNER}", environment(SECOND))
    assert done.returncode == 0, done.stderr
    assert "IPython 7.34.0" in done.stdout
    assert "all checks passed" in done.stdout
    assert "It behaves like" in done.stdout
    assert "hint 1 of 3" in done.stdout


def set_up_cell(layout: Layout) -> str:
    day = read_days(layout, read_course(layout))[0]
    from log2attn.compiling.compiler import compile_lesson

    return next(
        cell.source for cell in compile_lesson(read_course(layout), day.lesson).cells if cell.id == "set-up"
    )


def test_without_the_helper_package_one_line_says_what_to_type(mini: Layout) -> None:
    """Where the helper package is missing, the set-up cell ends in one clear line that names the command."""
    bare = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    done = in_colabs_versions(set_up_cell(mini), bare)
    assert (
        done.stderr.splitlines()[-1]
        == "ImportError: The course's helper package is missing. In the course folder, type: pip install --no-deps -e ."
    )


def test_on_colab_it_is_installed_and_nothing_else(mini: Layout) -> None:
    """On Colab the set-up cell installs the helper package from the course's address with --no-deps, and touches nothing else; where that fails, it says what to do there."""
    mini.course_file.write_text(
        mini.course_file.read_text().replace(
            'repository = ""', 'repository = "https://github.com/OWNER/log2attn"'
        )
    )
    pretend = "import subprocess, sys, types\nsys.modules['google.colab'] = types.ModuleType('colab')\nsubprocess.run = lambda command, check: print(*command[1:])\n"
    bare = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    done = in_colabs_versions(pretend + set_up_cell(mini), bare)
    assert done.stdout.split() == [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "log2attn",
        "@",
        "git+https://github.com/OWNER/log2attn@main",
    ]
    assert (
        done.stderr.splitlines()[-1]
        == "ImportError: The course's helper package is missing. In Colab, run this cell again. "
        "Elsewhere, in a terminal, type: pip install --no-deps 'log2attn @ git+https://github.com/OWNER/log2attn@main'"
    )


@pytest.mark.parametrize("folder", ["source", "release"])
def test_notebooks_are_valid(layout: Layout, folder: str) -> None:
    """Every committed notebook is valid in nbformat 4.5, with unique cell ids."""
    import nbformat

    for path in (ROOT / folder).rglob("*.ipynb"):
        notebook = read_notebook(path)
        assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
        nbformat.validate(notebook)
