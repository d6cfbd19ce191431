"""What a test may ask of IPython: a few magics and ``display``, without a shell. What is not known here is an error, and never silence."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import Any

from log2attn.grading.protocol.program import program_in

SILENT = {
    "matplotlib",
    "autoreload",
    "load_ext",
    "reload_ext",
    "config",
    "precision",
    "pylab",
    "xmode",
    "pdb",
}
AROUND = {"time", "timeit", "prun"}


class Magics:
    """What ``get_ipython()`` gives a test. ``run`` executes a text in the test's names."""

    def __init__(self, names: dict[str, Any], run: Callable[[str], Any]) -> None:
        self.user_ns, self._run = names, run

    def run_line_magic(self, name: str, line: str = "", *_more: Any) -> Any:
        if name in SILENT:
            return None
        if name in AROUND and not line.startswith("-"):
            return self._run(line)
        if name == "run":
            return self._run(program_in(line))
        raise NotImplementedError(f"the magic %{name} is not to be had in a test")

    def run_cell_magic(self, name: str, _line: str, cell: str) -> Any:
        if name in AROUND:
            return self._run(cell)
        if name == "capture":
            with redirect_stdout(io.StringIO()):
                return self._run(cell)
        raise NotImplementedError(f"the magic %%{name} is not to be had in a test")


def display(*values: Any, **_options: Any) -> None:
    """Stands for IPython's: prints."""
    for value in values:
        print(value)
