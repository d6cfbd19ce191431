"""Exceptions as plain data and back. A class of the learner's own comes back as a class of the same name and bases."""

from __future__ import annotations

import builtins
from typing import Any

import numpy as np

from log2attn.grading.protocol.encode import Encoder
from log2attn.grading.protocol.values import Tree, WireError

LONGEST = 2000  # characters of an error's message
MOST_CLASSES = 1000
KNOWN_ERRORS: dict[str, type[BaseException]] = {
    "numpy.linalg.LinAlgError": np.linalg.LinAlgError,
    "numpy.exceptions.AxisError": np.exceptions.AxisError,
    "numpy.exceptions.DTypePromotionError": np.exceptions.DTypePromotionError,
}
KNOWN_ERRORS |= {
    name: kind
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, Exception)
}


class Stopped(BaseException):
    """The other side's code left by SystemExit, KeyboardInterrupt or the like: no ``except Exception`` of a test should catch it."""


def types_of(kind: type, deep: int = 12) -> Tree:
    """A class as its name and its bases, each told of in the same way; of a built-in one the name alone."""
    if kind.__module__ == "builtins" or deep == 0:
        return [kind.__qualname__[:100], []]
    name = f"{kind.__module__}.{kind.__qualname__}"[:200]
    return [
        name,
        [types_of(base, deep - 1) for base in kind.__bases__[:8] if issubclass(base, BaseException)],
    ]


def describe(error: BaseException, encoder: Encoder) -> tuple[Tree, str, Tree]:
    """An exception as types, message and values: its arguments, and the attributes it was given."""
    try:
        message = str(error)[:LONGEST]
    except BaseException:
        message = ""
    values: list[Tree] = ["l"]
    for part, otherwise in (([*error.args][:10], ["l", message]), (dict(vars(error)), ["d"])):
        try:
            values.append(encoder.encode(part))
        except (WireError, Exception):
            values.append(otherwise)
    return types_of(type(error)), message, values


class Errors:
    """The classes of the other side's exceptions, one for each that it has told of."""

    def __init__(self) -> None:
        self.classes: dict[tuple, type[BaseException]] = {}

    def class_of(self, types: Tree) -> type[BaseException] | None:
        """The class that ``types_of`` told of: a known one, or one made anew below it; None if it is no ordinary exception."""
        name, bases = _name_and_bases(types)
        if name in KNOWN_ERRORS:
            return KNOWN_ERRORS[name]
        known = tuple(base for base in map(self.class_of, bases) if base is not None)
        if not known:
            return None
        if (name, known) not in self.classes:
            if len(self.classes) >= MOST_CLASSES:
                raise WireError("too many classes of exceptions")
            module, _, short = name.rpartition(".")
            short = short if short.isidentifier() else "Error"
            try:
                made = type(short, known, {"__module__": module})
            except TypeError:  # bases that do not go together here
                made = type(short, known[:1], {"__module__": module})
            self.classes[name, known] = made
        return self.classes[name, known]

    def know(self, kind: type[BaseException]) -> None:
        """A class of our own that the other side is told of: raised there, it comes back as itself."""
        for one in reversed(kind.__mro__):
            if issubclass(one, Exception) and one not in KNOWN_ERRORS.values():
                bases = tuple(base for base in one.__bases__ if issubclass(base, BaseException))
                self.classes[types_of(one)[0], bases] = one

    def rebuild(self, types: Tree, message: Tree, values: Any) -> BaseException:
        """The exception that ``describe`` told of."""
        if not isinstance(message, str) or not isinstance(values, list) or len(values) != 2:
            return WireError("not an exception")
        try:
            (name, _bases), kind = _name_and_bases(types), self.class_of(types)
        except (WireError, RecursionError) as error:
            return WireError(f"not an exception: {error}")
        if kind is None:
            return Stopped(f"{name}: {message}" if message else name)
        made = _made(kind, tuple(values[0]) if isinstance(values[0], list) else (), message)
        if isinstance(values[1], dict) and kind in self.classes.values():
            made.__dict__.update({key: value for key, value in values[1].items() if isinstance(key, str)})
        return made


def _name_and_bases(types: Tree) -> tuple[str, list]:
    if not isinstance(types, list) or list(map(type, types)) != [str, list] or len(types[1]) > 8:
        raise WireError("not an exception")
    return types[0], types[1]


def _made(kind: type[BaseException], arguments: tuple, message: str) -> BaseException:
    """An exception of that class that says what the other one said."""
    for given in (arguments, (message,)):
        try:
            error = kind(*given)
            if str(error) == message or given == (message,):
                return error
        except Exception:  # noqa: S112  (an exception type with a signature of its own: the next way of making it is tried)
            continue
    return Exception(message)
