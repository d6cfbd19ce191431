"""Run a learner's cells, one after the other, and keep a little of what they show."""

from __future__ import annotations

import ast
import asyncio
import contextlib
import inspect
import io
import linecache
import sys
import traceback
from collections.abc import Callable
from typing import Any

import matplotlib.pyplot as plt

from log2attn.grading.worker.shell import MOST_DISPLAYS, Shell, as_python, as_text, take_over
from log2attn.learn import figure
from log2attn.learn.alarm import alarm

FLAGS = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
FIGURE_BYTES = 3 << 20


class CellTimeout(BaseException):
    """A cell ran longer than it may. Not an Exception: a learner's ``except Exception`` should not swallow it."""


class Capped(io.TextIOBase):
    """Takes all text and keeps the first part."""

    def __init__(self, most: int) -> None:
        self.most, self.size = most, 0
        self.kept: list[str] = []

    def write(self, text: str) -> int:
        if self.size < self.most:
            self.kept.append(str(text)[: self.most - self.size])
        self.size += len(text)
        return len(text)

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return False

    def take(self) -> str:
        """What was written since the last time, and forget it."""
        text = "".join(self.kept) + ("\n[more was printed]" if self.size > self.most else "")
        self.kept, self.size = [], 0
        return text


class Cells:
    """The namespace of one notebook, and what its cells show.

    most   characters kept of one cell's text
    """

    def __init__(self, most: int) -> None:
        self.names: dict[str, Any] = {
            "__name__": "__main__",
            "__builtins__": __builtins__,
            "In": [],
            "Out": {},
        }
        # Pickling and introspection look a class's module up by name.
        module = type(sys)("__main__")
        module.__dict__.update(self.names)
        self.names = module.__dict__
        self._before = sys.modules["__main__"], sys.stdout, sys.stderr, figure.get_ipython
        sys.modules["__main__"] = module
        self.out, self.err = Capped(most), Capped(most)
        sys.stdout, sys.stderr = self.out, self.err
        self.shown: list[list] = []
        self.draw = False
        self.count = 0
        self.shell = Shell(self.names, self._run_text, self.out.write)
        self._give_back = take_over(self.shell, self.display, self.show_figures)
        self._figure = figure
        figure.get_ipython = lambda: None  # no HTML: an observer draws, and only where somebody will look

    def close(self) -> None:
        """Put back what was taken over. A worker never does: it ends with its notebook."""
        self._give_back()
        sys.modules["__main__"], sys.stdout, sys.stderr, figure.get_ipython = self._before
        figure.observers[:] = []

    def run(self, source: str, seconds: float, *, draw: bool = False) -> tuple[str, list[list]]:
        """("ok" | "error" | "slow", what it showed). ``draw`` renders figures; otherwise they are built and dropped."""
        self.draw, self.shown = draw, []
        self._figure.observers[:] = [lambda fig, alt, _slider: self._render(fig, alt)] if draw else []
        self.count += 1
        how, error = "ok", []
        with alarm(seconds, CellTimeout, again=0.2):
            try:
                self._run_text(source, last=self._result)
                self.show_figures()
            except CellTimeout:
                how, error = (
                    "slow",
                    ["error", "TimeoutError", f"This cell took longer than {seconds:.0f} s.", ""],
                )
            except BaseException as problem:
                how, error = "error", ["error", type(problem).__name__, _short(problem), _trace(problem)]
        with contextlib.suppress(BaseException):
            plt.close("all")
        streams = [["stdout", text] for text in [self.out.take()] if text] + [
            ["stderr", text] for text in [self.err.take()] if text
        ]
        return how, [*streams, *self.shown, *([error] if error else [])]

    def _run_text(self, source: str, last: Callable[[Any], None] | None = None) -> None:
        name = f"<cell {self.count}>"
        try:
            tree = ast.parse(source, name)
        except SyntaxError:
            source = as_python(source)
            tree = compile(source, name, "exec", ast.PyCF_ONLY_AST | FLAGS)
        linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
        tail = tree.body[-1] if last and tree.body else None
        if isinstance(tail, ast.Expr):
            tree.body.pop()
        if tree.body:
            self._exec(compile(tree, name, "exec", FLAGS, dont_inherit=True))
        if last and isinstance(tail, ast.Expr):
            silent = source.rstrip().endswith(";")
            value = self._exec(compile(ast.Expression(tail.value), name, "eval", FLAGS, dont_inherit=True))
            if value is not None and not silent:
                self.names["_"] = value
                last(value)

    def _exec(self, code: Any) -> Any:
        value = eval(code, self.names)  # noqa: S307  (running a learner's code is what this process is for)
        return asyncio.run(value) if code.co_flags & inspect.CO_COROUTINE else value

    def _result(self, value: Any) -> None:
        if type(value).__module__.startswith("matplotlib"):
            return
        self.shown.append(["result", as_text(value)])

    def display(self, *values: Any, **_options: Any) -> None:
        """Stands for IPython's display."""
        for value in values[:MOST_DISPLAYS]:
            if len(self.shown) < MOST_DISPLAYS:
                self.shown.append(["text", as_text(value)])

    def show_figures(self, *_args: Any, **_kwargs: Any) -> None:
        """Stands for ``plt.show``: renders the open figures if a person will look at them."""
        if self.draw:
            for number in plt.get_fignums():
                self._render(plt.figure(number), "")
        plt.close("all")

    def _render(self, figure: Any, alt: str) -> None:
        if self.draw and len(self.shown) < MOST_DISPLAYS:
            picture = io.BytesIO()
            figure.savefig(picture, format="png", dpi=100)
            if picture.tell() <= FIGURE_BYTES:
                self.shown.append(["png", picture.getvalue(), alt])


def _short(error: BaseException) -> str:
    try:
        return str(error)[:2000]
    except BaseException:
        return ""


def _trace(error: BaseException) -> str:
    """The traceback, from the learner's own first line on."""
    try:
        frames = [
            frame
            for frame in traceback.extract_tb(error.__traceback__)
            if "log2attn/grading" not in frame.filename
        ]
        lines = traceback.format_list(frames[-20:]) + traceback.format_exception_only(type(error), error)
        return "".join(lines)[-6000:]
    except BaseException:
        return ""
