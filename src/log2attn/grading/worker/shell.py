"""A stand-in for IPython: the magics, shell lines and displays that learners leave in their notebooks, without a kernel."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
from IPython.core.inputtransformer2 import TransformerManager

from log2attn.grading.protocol.program import program_in

MOST_DISPLAYS = 100
PLAIN_TEXT = 20_000
RUN_THE_CELL = {
    "time",
    "timeit",
    "capture",
    "prun",
    "python",
    "python3",
    "py",
    "local_debug",
    "memit",
    "mprun",
    "lprun",
}


class Permissive:
    """Anything a notebook may ask of an interactive shell and need not get: attributes and calls that do nothing."""

    def __getattr__(self, name: str) -> Permissive:
        if name.startswith("__"):
            raise AttributeError(name)
        return Permissive()

    def __call__(self, *_args: Any, **_kwargs: Any) -> None:
        return None


class Shell(Permissive):
    """What ``get_ipython()`` gives."""

    def __init__(
        self, names: dict[str, Any], run: Callable[[str], Any], show: Callable[[str], object]
    ) -> None:
        self.user_ns = names
        self._run, self._show = run, show
        self.ast_transformers: list = []
        self.input_transformers_post: list = []
        self.input_transformers_cleanup: list = []

    def run_line_magic(self, name: str, line: str = "", *_more: Any, **_kw: Any) -> None:
        """Timing magics run their line, %run a file; the others say nothing and do nothing."""
        if name in ("time", "timeit", "prun") and not line.startswith("-"):
            self._run(line)
        elif name == "run" and line.strip():
            self._run(program_in(line))

    def run_cell_magic(self, name: str, line: str, cell: str) -> None:
        """Magics around Python run the cell; ``%%writefile`` writes; the others are left out."""
        if name in RUN_THE_CELL:
            self._run(cell)
        elif name == "writefile" and line.split():
            with Path(line.rsplit(maxsplit=1)[-1]).open(
                "a" if "-a" in line.split() else "w", encoding="utf-8"
            ) as file:
                file.write(cell)

    def magic(self, line: str) -> None:
        self.run_line_magic(*line.partition(" ")[::2])

    def system(self, command: str, *_more: Any) -> None:
        self._show(f"[not run while grading: {command}]\n")

    def getoutput(self, command: str, *_more: Any, **_kw: Any) -> list[str]:
        self.system(command)
        return []

    getoutput.__test__ = False  # type: ignore[attr-defined]

    def run_cell(self, source: str, *_more: Any, **_kw: Any) -> None:
        self._run(source)

    ex = run_cell

    def push(self, names: dict[str, Any], *_more: Any, **_kw: Any) -> None:
        self.user_ns.update(names)


def as_python(source: str) -> str:
    """A cell's text with magics, shell lines and a stray indent turned into Python."""
    return TransformerManager().transform_cell(source)


def as_text(value: Any) -> str:
    """What a display shows of a value, as text."""
    if isinstance(value, dict) and isinstance(value.get("text/plain"), str):
        return value["text/plain"][:PLAIN_TEXT]
    return repr(value)[:PLAIN_TEXT]


def no_input(*_prompt: Any) -> str:
    """Stands for ``input``: nobody is there to answer."""
    raise EOFError("input() has no one to ask while a notebook is graded")


def take_over(
    shell: Shell, display: Callable[..., None], show_figures: Callable[..., None]
) -> Callable[[], None]:
    """Put the stand-ins where learners' code finds them. Returns what puts everything back."""
    import getpass

    import IPython
    import IPython.core.display_functions
    import IPython.core.getipython
    import IPython.display

    stand_ins: dict[Any, dict[str, Any]] = {
        builtins: {
            "get_ipython": lambda: shell,
            "display": display,
            "input": no_input,
            "exit": _leave,
            "quit": _leave,
        },
        IPython: {"get_ipython": lambda: shell},
        IPython.core.getipython: {"get_ipython": lambda: shell},
        IPython.display: {"display": display, "clear_output": lambda *_a, **_k: None},
        IPython.core.display_functions: {"display": display},
        getpass: {"getpass": no_input},
        plt: {"show": show_figures},
    }
    before = [
        (module, name, getattr(module, name, None)) for module, names in stand_ins.items() for name in names
    ]
    for module, names in stand_ins.items():
        vars(module).update(names)

    def give_back() -> None:
        for module, name, value in before:
            if value is None:
                delattr(module, name)
            else:
                setattr(module, name, value)

    return give_back


def _leave(*_code: Any) -> None:
    raise SystemExit("exit() ends the cell and not the notebook while it is graded")
