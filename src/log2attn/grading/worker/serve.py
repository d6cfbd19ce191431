"""Answer what the tester asks about the learner's names and objects."""

from __future__ import annotations

import inspect
import logging
import operator
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import numpy as np

from log2attn.grading.protocol.errors import types_of
from log2attn.grading.protocol.peer import Peer
from log2attn.grading.protocol.streams import set_state, state_now
from log2attn.grading.protocol.values import Tree, WireError, origin_of, special_methods_of
from log2attn.grading.worker.cells import Cells
from log2attn.grading.worker.room import Room


def signature_of(function: Any) -> list:
    """[name, kind, whether there is a default, the default] of each parameter."""
    return [
        [
            one.name,
            int(one.kind),
            one.default is not one.empty,
            None if one.default is one.empty else one.default,
        ]
        for one in inspect.signature(function).parameters.values()
    ]


# What a test may do with an object of the learner's, by the name of the operation.
OPERATIONS: dict[str, Callable[..., Any]] = {
    name: getattr(operator, name)
    for name in ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "lshift", "rshift", "neg", "pos", "abs", "invert", "getitem", "setitem", "delitem", "contains", "index", "eq", "ne", "lt", "le", "gt", "ge"]
} | {
    "and": operator.and_, "or": operator.or_, "xor": operator.xor,
    "radd": lambda a, b: b + a, "rsub": lambda a, b: b - a, "rmul": lambda a, b: b * a, "rtruediv": lambda a, b: b / a, "rfloordiv": lambda a, b: b // a,
    "rmod": lambda a, b: b % a, "rpow": lambda a, b: b**a, "rmatmul": lambda a, b: b @ a, "rand": lambda a, b: b & a, "ror": lambda a, b: b | a, "rxor": lambda a, b: b ^ a,
    "iadd": operator.iadd, "isub": operator.isub, "imul": operator.imul, "itruediv": operator.itruediv,
    "len": len, "iter": iter, "next": next, "bool": bool, "int": int, "float": float, "complex": complex, "str": str, "repr": repr, "round": round, "reversed": reversed,
    "format": format, "array": np.asarray, "isinstance": isinstance, "issubclass": issubclass, "hash": hash, "dir": dir, "signature": signature_of, "enter": lambda a: a.__enter__(), "exit": lambda a: a.__exit__(None, None, None),
}  # fmt: skip
# What the course's own package does on this side: a drawing is made and read where the learner's code can reach it.
LIBRARY = ("fresh_axes", "read_axes")
MOST_HANDLES = 200_000


class Borrowed:
    # A function or an iterator of the tester's, as the learner's code sees it. No docstring: it has the function's.
    __slots__ = ("__doc__", "__name__", "__qualname__", "_ask", "_number")

    def __init__(self, ask: Callable, number: int, name: str = "", doc: str = "") -> None:
        self._ask, self._number = ask, number
        if name:
            self.__name__ = self.__qualname__ = name
            self.__doc__ = doc or None

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._ask("call", self._number, args, kwargs)


class BorrowedIterator(Borrowed):
    __slots__ = ()

    def __iter__(self) -> Iterator:
        return self

    def __next__(self) -> Any:
        return self._ask("next", self._number)


class Desk:
    """The worker's side of the conversation."""

    def __init__(self, cells: Cells, peer_of: Callable[[Desk], Peer]) -> None:
        self.cells = cells
        self.objects: dict[int, Any] = {}
        self.numbers: dict[int, int] = {}
        self.shapes: dict[type, list] = {}
        self.borrowed: dict[int, Borrowed] = {}
        self.warned: list[list[str]] = []
        self.logged: list[list] = []
        self.usual: dict[str, Any] = {}  # what a test has replaced
        self.room = Room(Path.cwd())
        self.peer = peer_of(self)
        warnings.showwarning = self._note_warning
        self._note_logs()

    # -- objects that stay here: the tester gets a number

    def export(self, obj: Any) -> Tree:
        if isinstance(obj, Borrowed):
            return ["k", obj._number]  # noqa: SLF001  (it goes home as what it is)
        number = self.numbers.get(id(obj))
        if number is None:
            number = len(self.objects)
            if number >= MOST_HANDLES:
                raise WireError("is one object too many")
            self.objects[number], self.numbers[id(obj)] = obj, number
        if isinstance(obj, type) and issubclass(obj, Exception):
            self.peer.errors.know(obj)
            return ["x", number, types_of(obj)]
        kind = type(obj)
        if kind not in self.shapes:
            self.shapes[kind] = [str(kind.__name__)[:100], special_methods_of(kind)]
        return ["h", number, *self.shapes[kind], origin_of(obj)]

    def adopt(self, tree: list) -> Any:
        if tree[0] == "h":
            return self.objects[tree[1]]
        if tree[0] in ("k", "K"):
            if tree[1] not in self.borrowed:
                kind = Borrowed if tree[0] == "k" else BorrowedIterator
                self.borrowed[tree[1]] = kind(self.peer.ask, *tree[1:])
            return self.borrowed[tree[1]]
        raise WireError("not a value")

    # -- requests

    def perform(self, verb: str, what: Tree, args: list, kwargs: dict) -> Any:
        return getattr(self, f"do_{verb}")(what, *args, **kwargs)

    def do_cell(self, what: list) -> list:
        """Run a cell: what = [source, seconds, draw, names that it must not replace]."""
        source, seconds, draw, keep = what
        names = self.cells.names
        kept = {name: names[name] for name in keep if name in names}
        how, shown = self.cells.run(source, seconds, draw=draw)
        names.update(kept)
        for category, message in self.warned:
            shown.append(["stderr", f"{category}: {message}\n"])
        self.warned.clear()
        return [how, shown]

    def do_file(self, what: list) -> None:
        """Put a file into the room: what = [name, bytes], or [name, None] to remove it."""
        self.room.put(what[0], what[1])

    def do_files(self, _what: None) -> list:
        """[name, bytes] of each file written since the last time, [name, None] of each removed."""
        return self.room.news()

    def do_streams(self, what: list | None) -> list:
        """The state of the global random generators; with a state, they are given it first."""
        if what is not None:
            set_state(what)
        return state_now()

    def do_replace(self, _what: None, functions: dict[str, Callable | None]) -> None:
        """Put a test's functions in the place of known ones ("random.random"), or None for what was there."""
        for place, function in functions.items():
            module, _, name = place.rpartition(".")
            names = vars(sys.modules[module])
            self.usual.setdefault(place, names.get(name))
            names[name] = self.usual[place] if function is None else function

    def do_names(self, what: list[str]) -> list:
        """The objects behind names: [found, value] each."""
        return [[name in self.cells.names, self.cells.names.get(name)] for name in what]

    def do_bind(self, what: str, value: Any) -> None:
        self.cells.names[what] = value

    def do_unbind(self, what: str) -> None:
        self.cells.names.pop(what, None)

    def do_call(self, what: list, /, *args: Any, **kwargs: Any) -> Any:
        """Call an object: what = [the object's number, numpy's error state or None]."""
        return self._under(what[1], self.objects[what[0]], args, kwargs)

    def do_get(self, what: list) -> Any:
        return getattr(self.objects[what[0]], what[1])

    def do_set(self, what: list, value: Any) -> None:
        setattr(self.objects[what[0]], what[1], value)

    def do_op(self, what: list, *args: Any) -> Any:
        return self._under(what[2], OPERATIONS[what[1]], (self.objects[what[0]], *args), {})

    def do_lib(self, what: str, /, *args: Any, **kwargs: Any) -> Any:
        import log2attn

        if what not in LIBRARY:
            raise WireError("is not to be had")
        return getattr(log2attn, what)(*args, **kwargs)

    def do_ready(self, _what: None) -> bool:
        return True

    def _under(self, errors: list[str] | None, function: Callable, args: tuple, kwargs: dict) -> Any:
        if not errors:
            return function(*args, **kwargs)
        divide, over, under, invalid = cast(list[Any], errors)
        with np.errstate(divide=divide, over=over, under=under, invalid=invalid):
            return function(*args, **kwargs)

    # -- what else an answer says

    def said(self) -> tuple[str, list]:
        printed, warned = self.cells.out.take(), [*self.warned[:50], *self.logged[:50]]
        self.warned.clear()
        self.logged.clear()
        return printed, warned

    def hear(self, printed: str, warned: list, changed: int) -> None:
        pass

    def _note_warning(self, message: Any, category: type, *_where: Any, **_more: Any) -> None:
        if len(self.warned) < 1000:
            self.warned.append([category.__name__, str(message)[:1000]])

    def _note_logs(self) -> None:
        """Note [logger, level, message] of each record that is logged, and let it go its way."""
        usual = logging.Logger.handle

        def handle(logger: logging.Logger, record: logging.LogRecord) -> None:
            if len(self.logged) < 1000:
                self.logged.append([logger.name, record.levelno, record.getMessage()[:1000]])
            usual(logger, record)

        logging.Logger.handle = handle  # type: ignore[method-assign,assignment]
