"""What errors look like in a learner's notebook: one line for a check and for a stub, the whole traceback for everything else."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from test_days import VERSIONS

SHELL = """
import json
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
shell.history_manager.enabled = False
seen = []
shell._showtraceback = lambda etype, evalue, stb: seen.append([etype.__name__, list(stb)])
for cell in CELLS:
    shell.run_cell(cell)
print(json.dumps(seen))
"""
STUB = "def double(x):\n    raise NotImplementedError"
CHECK = 'assert double(3) == 6, "twice 3 is 6"'


def shown(cells: list[str], versions: str, **env: str) -> list[tuple[str, list[str]]]:
    """(kind of error, its traceback) of each error that a shell shows when it runs these cells."""
    done = subprocess.run(
        [VERSIONS[versions], "-c", f"CELLS = {cells!r}\n{SHELL}"],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "MPLBACKEND": "Agg"} | env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [(kind, lines) for kind, lines in json.loads(done.stdout.splitlines()[-1])]


@pytest.mark.parametrize("versions", VERSIONS)
def test_a_check_and_a_stub_take_one_line(versions: str) -> None:
    """A stub says which function is not written, a check its own sentence; both stay errors of their kind."""
    cells = ["import log2attn", STUB, CHECK, "def double(x):\n    return x", CHECK]
    assert shown(cells, versions) == [
        ("NotImplementedError", ["NotImplementedError: double is not written yet."]),
        ("AssertionError", ["AssertionError: twice 3 is 6"]),
    ]


@pytest.mark.parametrize("versions", VERSIONS)
def test_other_errors_keep_their_traceback(versions: str) -> None:
    """A learner's own mistake shows where it happened: so does an assert inside a function, and one without a sentence."""
    cells = [
        "import log2attn",
        "def half(x):\n    assert x > 0, 'no'\n    return 1 / 0",
        "half(1)",
        "half(-1)",
        "assert False",
    ]
    found = shown(cells, versions)
    assert [kind for kind, _ in found] == ["ZeroDivisionError", "AssertionError", "AssertionError"]
    assert all(len(lines) >= 4 for _, lines in found)


@pytest.mark.parametrize("versions", VERSIONS)
def test_a_cell_that_needs_one_above_it_asks_whether_that_ran(versions: str) -> None:
    """A name that nothing has, asked for by a cell itself, keeps its traceback and ends in a question that leads to the cell that makes it."""
    cells = ["import log2attn", "four = double(2)", "def f():\n    return nothing", "f()"]
    (_, missing), (_, inside) = shown(cells, versions)
    assert (
        missing[-1]
        == "Nothing is called double here. Is it spelled as where it was made, and did that cell run?"
    )
    assert len(missing) >= 4
    assert "did that cell run" not in inside[-1]


def test_while_a_course_is_graded_nothing_is_changed() -> None:
    """Under nbgrader's autograde and validate, tracebacks are as IPython makes them, with and without our package."""
    (version,) = [name for name, path in VERSIONS.items() if path == Path(sys.executable)]
    for how in ("autograde", "validate"):
        ours = shown(["import log2attn", STUB, CHECK], version, NBGRADER_EXECUTION=how)
        plain = shown(["import math", STUB, CHECK], version)
        assert ours == plain
        assert len(ours[0][1]) >= 4


def test_what_a_library_refuses_keeps_its_traceback() -> None:
    """A NotImplementedError from a library is no stub of the learner's: where it was called is shown."""
    (version,) = [name for name, path in VERSIONS.items() if path == Path(sys.executable)]
    cells = ["import log2attn, codecs", "codecs.Codec().encode('a')"]
    ((kind, lines),) = shown(cells, version)
    assert kind == "NotImplementedError"
    assert len(lines) >= 4
