"""What stock nbgrader gives for each answer of the battery, kept by content in stock.json.

    python tests/battery/stock.py      finds out what is not kept yet

IPython's own shell runs the cells, and nbgrader's own determine_grade reads their outputs; each answer in a fork of one process that has
everything imported, since a kernel for each would take an hour.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from idioms import HERE, Idiom, idioms

KEPT = HERE / "stock.json"
SECONDS = 30


def score_in_stock(idiom: Idiom, answer: str) -> float:
    """Points of one, in a child process."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(ours)
        signal.alarm(SECONDS)
        said = "null"
        with contextlib.suppress(BaseException):
            said = json.dumps(_score(idiom, answer))
        os.write(theirs, said.encode())
        os._exit(0)
    os.close(theirs)
    with os.fdopen(ours) as pipe:
        said = pipe.read()
    os.waitpid(pid, 0)
    score = json.loads(said or "null")
    return 0.0 if score is None else score


def _score(idiom: Idiom, answer: str) -> float:
    import builtins

    import matplotlib.pyplot as plt
    from IPython.core.interactiveshell import InteractiveShell
    from nbformat.v4 import new_code_cell, new_output
    from nbgrader.utils import determine_grade

    def no_input(*_prompt: Any) -> str:
        raise RuntimeError("raw_input was called, but this frontend does not support input requests.")

    os.environ["NBGRADER_EXECUTION"] = "autograde"
    os.chdir(tempfile.mkdtemp(prefix="stock-"))
    builtins.input = no_input
    InteractiveShell.enable_gui = lambda _shell, _gui=None: (
        None
    )  # a kernel has one; the plain shell only raises
    shell = InteractiveShell.instance()
    cell = new_code_cell()
    for text in filter(None, [idiom.given, answer, idiom.test]):
        out, error = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(error):
            done = shell.run_cell(text, store_history=True)
        plt.close("all")  # as the inline backend does after each cell
        cell = new_code_cell(
            text, metadata={"nbgrader": {"grade": True, "solution": False, "points": 1, "grade_id": "t"}}
        )
        if error.getvalue():
            cell.outputs.append(new_output("stream", name="stderr", text=error.getvalue()))
        problem = done.error_before_exec or done.error_in_exec
        if problem is not None:
            cell.outputs.append(
                new_output("error", ename=type(problem).__name__, evalue=str(problem), traceback=[])
            )
        elif done.result is not None and not text.rstrip().endswith(";"):
            cell.outputs.append(
                new_output(
                    "execute_result",
                    {"text/plain": shell.display_formatter.format(done.result)[0]["text/plain"]},
                )
            )
    return float(determine_grade(cell)[0])


def main() -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    import sympy  # noqa: F401
    from IPython.core.interactiveshell import InteractiveShell
    from nbgrader.utils import determine_grade  # noqa: F401
    from traitlets.config import Config

    shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    shell.InteractiveTB.set_mode("Minimal")  # tracebacks cost most of the time, and nobody reads them
    shell.run_cell("1", store_history=False)
    gc.collect()
    gc.freeze()
    for idiom in idioms():
        if idiom.content not in kept:
            kept[idiom.content] = [score_in_stock(idiom, answer) for answer in idiom.answers.values()]
            keep(kept)
        if kept[idiom.content] != [1.0, 0.0, 0.0]:
            print(idiom.group, "·", idiom.name, kept[idiom.content], flush=True)
    keep({idiom.content: kept[idiom.content] for idiom in idioms()})


def keep(found: dict[str, list[float]]) -> None:
    lines = (f'"{key}": {json.dumps(row)}' for key, row in found.items())
    KEPT.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
