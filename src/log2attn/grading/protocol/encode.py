"""Values into trees."""

from __future__ import annotations

from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable
from datetime import datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np

from log2attn.grading.protocol import expressions, tables
from log2attn.grading.protocol.arrays import write_dtype
from log2attn.grading.protocol.generators import write_state
from log2attn.grading.protocol.scalars import MOMENTS, write_moment
from log2attn.grading.protocol.values import DEEPEST, DICTS, DTYPE, NAMED_TYPES, Tree, WireError


class Encoder:
    """Turns values into trees. ``export`` says what stands for an object that is not plain data; it may raise WireError.

    known   objects that are numbered already: those of the request that a reply answers
    """

    def __init__(self, export: Callable[[Any], Tree], known: list[Any] | None = None) -> None:
        self.export = export
        self.kept = list(known or ())  # numbered objects, kept alive so that their ids stay theirs
        self.number = {id(obj): n for n, obj in enumerate(self.kept)}
        self.deep = 0

    def encode(self, value: Any) -> Tree:
        kind = type(value)
        if value is None or kind is bool or kind is float or kind is str or kind is bytes:
            return value
        if kind is int:
            return value if -(2**63) <= value < 2**64 else ["i", hex(value)]
        if (n := self.number.get(id(value))) is not None:
            return ["r", n]
        if self.deep >= DEEPEST:
            raise WireError("is nested too deeply")
        self.deep += 1
        try:
            base = kind if kind in _WRITERS else _plain_base(kind)
            if base in (datetime, time) and value.tzinfo is not None:
                base = None
            if base is None:
                return self._other(value, kind)
            if base in NUMBERED:
                self.number[id(value)] = len(self.kept)
                self.kept.append(value)
            return _WRITERS[base](self, value)
        finally:
            self.deep -= 1

    def content(self, value: Any) -> Tree:
        """What an already numbered object holds now, to send a change made in place."""
        writer = _WRITERS.get(_plain_base(type(value)) or type(value)) or tables.writer_of(type(value))
        return refuse(value) if writer is None else writer(self, value)

    def _other(self, value: Any, kind: type) -> Tree:
        if isinstance(value, type):
            return ["T", NAMED_TYPES[value]] if value in NAMED_TYPES else self.export(value)
        if isinstance(value, tuple):
            return [
                "n",
                kind.__name__,
                list(getattr(kind, "_fields", ())),
                *map(self.encode, tuple.__iter__(value)),
            ]
        if isinstance(value, np.generic) and DTYPE.fullmatch(value.dtype.str):
            return ["g", value.dtype.str, value.tobytes()]
        if value is Ellipsis or value is NotImplemented:
            return ["E", repr(value)]
        writer = tables.writer_of(kind) or expressions.writer_of(kind)
        return self.export(value) if writer is None else self._foreign(value, writer)

    def _foreign(self, value: Any, writer: Callable[[Encoder, Any], Tree]) -> Tree:
        """A value of another library's: plain data throughout, or an object that stays where it is."""
        before, export = len(self.kept), self.export
        if tables.is_table(value):
            self.number[id(value)] = before
            self.kept.append(value)
        self.export = refuse
        try:
            return writer(self, value)
        except Exception:  # also what the other library raises: a table that somebody broke
            for obj in self.kept[before:]:
                del self.number[id(obj)]
            del self.kept[before:]
        finally:
            self.export = export
        return self.export(value)

    def _list(self, value: list) -> Tree:
        return ["l", *map(self.encode, list.__iter__(value))]

    def _tuple(self, value: tuple) -> Tree:
        return ["t", *map(self.encode, tuple.__iter__(value))]

    def _dict(self, value: dict) -> Tree:
        flat: list[Tree] = ["d"]
        for key, item in list(dict.items(value)):
            flat += (self.encode(key), self.encode(item))
        return flat

    def _known_dict(self, value: dict) -> Tree:
        """A dict of a known kind. A defaultdict with a function of its own is a dict on the other side."""
        made = getattr(value, "default_factory", None)
        if made is not None and made not in NAMED_TYPES:
            return self._dict(value)
        return [
            "C",
            next(kind.__name__ for kind in type(value).__mro__ if kind in DICTS.values()),
            None if made is None else NAMED_TYPES[made],
            *self._dict(value)[1:],
        ]

    def _deque(self, value: deque) -> Tree:
        return ["Q", value.maxlen, *map(self.encode, deque.__iter__(value))]

    def _set(self, value: set) -> Tree:
        return ["s", *map(self.encode, set.__iter__(value))]

    def _frozenset(self, value: frozenset) -> Tree:
        return ["f", *map(self.encode, frozenset.__iter__(value))]

    def _array(self, value: np.ndarray) -> Tree:
        # What cannot be written to here cannot be written to there.
        if isinstance(value, np.ma.MaskedArray):
            if value.dtype.hasobject:
                raise WireError("is a masked array of objects")
            mask = None if value.mask is np.ma.nomask else self._array(np.ma.getmaskarray(value))
            return ["m", self._array(np.asarray(value.data)), mask]
        plain = value if type(value) is np.ndarray else np.asarray(value)
        if plain.dtype.kind == "O":
            return ["o", list(plain.shape), *map(self.encode, plain.ravel().tolist())]
        return [
            "a",
            write_dtype(plain.dtype),
            list(plain.shape),
            plain.tobytes(),
            *([] if plain.flags.writeable else [False]),
        ]


_WRITERS: dict[type, Callable[[Encoder, Any], Tree]] = {
    list: Encoder._list,
    tuple: Encoder._tuple,
    dict: Encoder._dict,
    Counter: Encoder._known_dict,
    OrderedDict: Encoder._known_dict,
    defaultdict: Encoder._known_dict,
    deque: Encoder._deque,
    set: Encoder._set,
    frozenset: Encoder._frozenset,
    np.ndarray: Encoder._array,
    np.random.Generator: lambda _s, v: ["R", write_state(v.bit_generator.state)],
    bytearray: lambda _s, v: ["B", bytes(v)],
    int: lambda s, v: s.encode(int.__int__(v)),
    float: lambda _s, v: float.__float__(v),
    np.float64: lambda _s, v: ["g", "<f8", v.tobytes()],
    str: lambda _s, v: str.__str__(v),
    bytes: lambda _s, v: bytes.__getitem__(v, slice(None)),
    complex: lambda _s, v: ["c", complex.__complex__(v).real, complex.__complex__(v).imag],
    Fraction: lambda s, v: ["F", s.encode(int(v.numerator)), s.encode(int(v.denominator))],
    Decimal: lambda _s, v: ["D", Decimal.__str__(v)],
    **dict.fromkeys(MOMENTS, lambda _s, v: write_moment(v)),
    range: lambda s, v: ["G", s.encode(v.start), s.encode(v.stop), s.encode(v.step)],
    slice: lambda s, v: ["S", s.encode(v.start), s.encode(v.stop), s.encode(v.step)],
}
NUMBERED = (list, dict, *DICTS.values(), deque, set, np.ndarray, np.random.Generator, bytearray)


def refuse(_value: Any) -> Tree:
    """An ``export`` for what must be plain data throughout."""
    raise WireError("holds an object that is no plain data")


def _plain_base(kind: type) -> type | None:
    """The plain type that a subclass adds to (an OrderedDict is a dict); None for anything else, and for a named tuple."""
    if hasattr(kind, "_fields") and kind.__mro__[1:2] == (tuple,):
        return None
    # A date of another library (pandas has its own) knows more than a date does.
    return next((base for base in kind.__mro__ if base in _WRITERS and base not in MOMENTS), None)
