"""What a check that fails, and a stub that is not written yet, show in a notebook: one line, in place of a traceback that tells nothing more.
And what a cell shows that needs one above it: its traceback, and below it which question to ask.

The output stays an error, as nbgrader wants it; and while a course is graded or validated nothing is changed.
"""

from __future__ import annotations

import os
from types import TracebackType
from typing import Any

from IPython import get_ipython

from log2attn.learn.words import meaning

IN_ONE_LINE = "_log2attn_in_one_line"
IN_A_CELL = ("<module>", "<cell line")  # what Python and old IPythons call a cell's own code


def install() -> None:
    """Let the notebook that imports this show such errors in one line. Elsewhere, and a second time, this does nothing."""
    shell = get_ipython()
    shown_by = getattr(shell, "InteractiveTB", None)
    if shown_by is None or os.environ.get("NBGRADER_EXECUTION") or hasattr(shown_by, IN_ONE_LINE):
        return
    whole = shown_by.structured_traceback

    def structured_traceback(
        etype: Any = None, value: Any = None, tb: Any = None, *more: Any, **named: Any
    ) -> Any:
        if line := in_one_line(value, tb, shell.user_ns):
            return [line]
        told = whole(etype, value, tb, *more, **named)
        return [*told, meaning(value)] if _misses_a_name(value, tb, shell.user_ns) else told

    shown_by.structured_traceback = structured_traceback
    setattr(shown_by, IN_ONE_LINE, True)


def in_one_line(
    error: BaseException | None, trace: TracebackType | None, names: dict[str, Any]
) -> str | None:
    """The line for an assert that stands in a cell itself, or for a function that is not written; None for any other error.

    names   of the notebook: what a library raises, and an assert inside a function, keep their tracebacks
    """
    if trace is None or _last(trace).tb_frame.f_globals is not names:
        return None
    if isinstance(error, NotImplementedError):
        function = innermost(trace)
        what = str(error) or (f"{function} is not written yet." if function else "this is not written yet.")
        return f"NotImplementedError: {what}"
    said = isinstance(error, AssertionError) and _in_a_cell(trace) and str(error)
    return f"AssertionError: {error}" if said else None


def _misses_a_name(error: BaseException | None, trace: TracebackType | None, names: dict[str, Any]) -> bool:
    """Whether a cell itself asks for a name that nothing has: most often, the cell that makes it was not run."""
    if not isinstance(error, NameError) or trace is None:
        return False
    return _last(trace).tb_frame.f_globals is names and _in_a_cell(trace)


def _in_a_cell(trace: TracebackType) -> bool:
    return _last(trace).tb_frame.f_code.co_name.startswith(IN_A_CELL)


def innermost(trace: TracebackType) -> str:
    """The name of the function that raised; "" if it was no function."""
    name = _last(trace).tb_frame.f_code.co_name
    return "" if name.startswith("<") else name


def _last(trace: TracebackType) -> TracebackType:
    while trace.tb_next is not None:
        trace = trace.tb_next
    return trace
