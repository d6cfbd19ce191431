"""Variables that a lesson's own cells leave behind, and answers that read them by accident."""

from __future__ import annotations

import dis
import types
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from log2attn.learn.references import functions_of
from log2attn.learn.shipped import ShippedExercise


def leftovers_read(wanted: ShippedExercise, names: dict[str, Any]) -> list[str]:
    """The leftover variables (of ``wanted.leftovers``) that an answer reads from the notebook."""
    functions = functions_of(names.get(wanted.name))
    read = {name for function in functions for name in _globals_read(function.__code__)}
    return sorted(name for name in read if name in wanted.leftovers and _is_data(names.get(name)))


@contextmanager
def without(leftovers: list[str], names: dict[str, Any]) -> Iterator[None]:
    """In the block, these names are not there; afterwards they are."""
    held = {name: names.pop(name) for name in leftovers if name in names}
    try:
        yield
    finally:
        names.update(held)


def _globals_read(code: types.CodeType) -> Iterator[str]:
    for instruction in dis.get_instructions(code):
        if instruction.opname in ("LOAD_GLOBAL", "LOAD_NAME"):
            yield instruction.argval
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _globals_read(constant)


def _is_data(value: Any) -> bool:
    return value is not None and not callable(value) and not isinstance(value, types.ModuleType)
