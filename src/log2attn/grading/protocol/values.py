"""Values as plain data and back: all that ever crosses between a learner's process and the tester.

A value is a tree of msgpack's own types. What those cannot say is a list that starts with a tag: ``["a", dtype, shape, bytes]``.
Never pickle, never a repr that is evaluated. Whoever decodes trusts nothing: every tag, length, shape and type is checked, and the
number of nodes is bounded, so a forged tree is a value or a ``WireError``, and nothing else.

Lists, dicts, sets, arrays, bytearrays and generators are numbered in the order in which they are met, and met again they are a
reference: two names for one list are two names for one list on the other side, and changes made in place can be sent back.
"""

from __future__ import annotations

import builtins
import re
from collections import namedtuple
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from types import NoneType
from typing import Any

import msgpack
import numpy as np

Tree = Any
DEEPEST = 150  # levels of nesting
MOST = 3_000_000  # nodes of one message
SMALL = 1 << 20  # bytes: too few for too many nodes
LONGEST_INT = 1_000_000  # hexadecimal digits
DTYPE = re.compile(r"[<>|]?(?:b1|[iu][1248]|f(?:2|4|8|16)|c(?:8|16|32)|[SU]\d{1,6}|[Mm]8(?:\[\d{0,6}[a-zA-Zμ]{1,7}\])?)")
HEX = re.compile(r"-?0x[0-9a-f]+")
WORD = re.compile(r"[A-Za-z_]\w{0,99}")
BIT_GENERATORS = ("PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64")
TYPES: dict[str, type] = {t.__name__: t for t in (bool, int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, NoneType, object, type, range, slice)}
TYPES |= {name: kind for name, kind in vars(builtins).items() if isinstance(kind, type) and issubclass(kind, BaseException)}
TYPES |= {f"numpy.{t.__name__}": t for t in (np.ndarray, *np.sctypeDict.values()) if t is not np.void and t is not np.object_}
NAMED_TYPES = {t: name for name, t in TYPES.items()}
SINGLES = {"Ellipsis": Ellipsis, "NotImplemented": NotImplemented}


class WireError(Exception):
    """What came is not a value, or what should go cannot be said."""


def pack(tree: Tree) -> bytes:
    """The bytes of a tree."""
    try:
        return msgpack.packb(tree, use_bin_type=True, unicode_errors="surrogatepass")
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise WireError(f"cannot be sent: {error}") from error


def unpack(data: bytes | bytearray) -> Tree:
    """The tree of some bytes. Its lists are counted while it is built: sixty million empty ones would fit into a message, and not into memory."""
    count = _counter() if len(data) > SMALL else None
    try:
        return msgpack.unpackb(data, raw=False, strict_map_key=True, unicode_errors="surrogatepass", max_ext_len=0, max_map_len=0, max_array_len=MOST, list_hook=count)
    except Exception as error:
        raise WireError(f"not a message: {type(error).__name__}") from error


def _counter() -> Callable[[list], list]:
    left = MOST

    def count(made: list) -> list:
        nonlocal left
        left -= 1 + len(made)
        if left < 0:
            raise ValueError("too many lists")
        return made

    return count


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
        return _WRITERS[_plain_base(type(value)) or type(value)](self, value)

    def _other(self, value: Any, kind: type) -> Tree:
        if isinstance(value, type):
            return ["T", NAMED_TYPES[value]] if value in NAMED_TYPES else self.export(value)
        if isinstance(value, tuple):
            return ["n", kind.__name__, list(kind._fields), *map(self.encode, tuple.__iter__(value))]
        if isinstance(value, np.generic) and DTYPE.fullmatch(value.dtype.str):
            return ["g", value.dtype.str, value.tobytes()]
        if value is Ellipsis or value is NotImplemented:
            return ["E", repr(value)]
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

    def _set(self, value: set) -> Tree:
        return ["s", *map(self.encode, set.__iter__(value))]

    def _frozenset(self, value: frozenset) -> Tree:
        return ["f", *map(self.encode, frozenset.__iter__(value))]

    def _array(self, value: np.ndarray) -> Tree:
        # What cannot be written to here cannot be written to there.
        if isinstance(value, np.ma.MaskedArray):
            raise WireError("is a masked array; return an ordinary one")
        plain = value if type(value) is np.ndarray else np.asarray(value)
        if plain.dtype.kind == "O":
            return ["o", list(plain.shape), *map(self.encode, plain.ravel().tolist())]
        if not DTYPE.fullmatch(plain.dtype.str):
            raise WireError(f"is an array of type {plain.dtype}")
        return ["a", plain.dtype.str, list(plain.shape), plain.tobytes(), *([] if plain.flags.writeable else [False])]


_WRITERS: dict[type, Callable[[Encoder, Any], Tree]] = {
    list: Encoder._list,
    tuple: Encoder._tuple,
    dict: Encoder._dict,
    set: Encoder._set,
    frozenset: Encoder._frozenset,
    np.ndarray: Encoder._array,
    np.random.Generator: lambda _s, v: ["R", _said(v.bit_generator.state)],
    bytearray: lambda _s, v: ["B", bytes(v)],
    int: lambda s, v: s.encode(int.__int__(v)),
    float: lambda _s, v: float.__float__(v),
    np.float64: lambda _s, v: ["g", "<f8", v.tobytes()],
    str: lambda _s, v: str.__str__(v),
    bytes: lambda _s, v: bytes.__getitem__(v, slice(None)),
    complex: lambda _s, v: ["c", complex.__complex__(v).real, complex.__complex__(v).imag],
    Fraction: lambda s, v: ["F", s.encode(int(v.numerator)), s.encode(int(v.denominator))],
    Decimal: lambda _s, v: ["D", Decimal.__str__(v)],
    range: lambda s, v: ["G", s.encode(v.start), s.encode(v.stop), s.encode(v.step)],
    slice: lambda s, v: ["S", s.encode(v.start), s.encode(v.stop), s.encode(v.step)],
}
NUMBERED = (list, dict, set, np.ndarray, np.random.Generator, bytearray)


def _plain_base(kind: type) -> type | None:
    """The plain type that a subclass adds to (an OrderedDict is a dict); None for anything else, and for a named tuple."""
    if hasattr(kind, "_fields") and kind.__mro__[1:2] == (tuple,):
        return None
    return next((base for base in kind.__mro__ if base in _WRITERS), None)


def _said(state: Any) -> Tree:
    """A bit generator's state as a tree: dicts as pairs, big whole numbers as text, arrays as lists."""
    kind = type(state)
    if kind is int:
        return hex(state)
    if kind is dict:
        flat: list[Tree] = ["d"]
        for key, value in state.items():
            flat += (key, _said(value))
        return flat
    return ["l", *state.tolist()] if kind is np.ndarray else hex(state) if isinstance(state, np.integer) else state


class Decoder:
    """Turns trees into values. ``adopt`` says what stands for a tree with a tag of its own ("h", "k"); it may raise WireError.

    known   the objects that references may mean from the start; the values numbered while decoding follow them
    """

    def __init__(self, adopt: Callable[[list], Any], known: list[Any] | None = None) -> None:
        self.adopt = adopt
        self.known = list(known or ())
        self.left = MOST
        self.deep = 0

    def decode(self, tree: Tree) -> Any:
        """The value of a tree. Raises WireError for anything that is none."""
        if tree is None or isinstance(tree, bool | int | float | str | bytes):
            return tree
        self.left -= 1 + len(tree) if isinstance(tree, list) else 1
        if self.left < 0 or self.deep >= DEEPEST:
            raise WireError("too large or too deeply nested")
        if not isinstance(tree, list) or not tree or not isinstance(tree[0], str):
            raise WireError("not a value")
        self.deep += 1
        try:
            reader = _READERS.get(tree[0])
            return self.adopt(tree) if reader is None else reader(self, *tree[1:])
        except WireError:
            raise
        except Exception as error:
            raise WireError(f"not a value: {tree[0]!r} ({type(error).__name__})") from error
        finally:
            self.deep -= 1

    def refill(self, target: Any, tree: Tree) -> None:
        """Make a numbered object hold what ``tree`` says: a change made in place on the other side."""
        filler = _FILLERS.get(tree[0]) if isinstance(tree, list) and tree and isinstance(tree[0], str) else None
        if filler is None or not isinstance(target, filler[0]):
            raise WireError("not a change")
        try:
            filler[1](self, target, *tree[1:])
        except WireError:
            raise
        except Exception as error:
            raise WireError(f"not a change ({type(error).__name__})") from error

    def _list(self, *items: Tree) -> list:
        made: list = []
        self.known.append(made)
        made += [self.decode(item) for item in items]
        return made

    def _dict(self, *flat: Tree) -> dict:
        made: dict = {}
        self.known.append(made)
        if len(flat) % 2:
            raise WireError("a key without a value")
        for key, value in zip(flat[::2], flat[1::2], strict=True):
            made[self.decode(key)] = self.decode(value)
        return made

    def _set(self, *items: Tree) -> set:
        made: set = set()
        self.known.append(made)
        for item in items:
            made.add(self.decode(item))
        return made

    def _array(self, dtype: Tree, shape: Tree, data: Tree, writeable: Tree = True) -> np.ndarray:
        kind = _dtype(dtype)
        size = _shape(shape)
        if not isinstance(data, bytes) or len(data) != size * kind.itemsize:
            raise WireError("an array whose bytes do not fit its shape")
        made = np.frombuffer(data, dtype=kind).reshape(shape).copy() if size else np.empty(shape, dtype=kind)
        made.flags.writeable = writeable is True
        self.known.append(made)
        return made

    def _objects(self, shape: Tree, *items: Tree) -> np.ndarray:
        if _shape(shape) != len(items):
            raise WireError("an array whose elements do not fit its shape")
        made = np.empty(len(items), dtype=object)
        self.known.append(made)  # stands for the shaped array until that is made: nothing in it can mean it
        place = len(self.known) - 1
        for n, item in enumerate(items):
            made[n] = self.decode(item)
        self.known[place] = made.reshape(shape)
        return self.known[place]

    def _scalar(self, dtype: Tree, data: Tree) -> np.generic:
        kind = _dtype(dtype)
        if not isinstance(data, bytes) or len(data) != kind.itemsize:
            raise WireError("a number whose bytes do not fit its type")
        return np.frombuffer(data, dtype=kind)[0]

    def _generator(self, state: Tree) -> np.random.Generator:
        name, now = _heard(state)
        bits = getattr(np.random, name)(_NO_SEED)
        bits.state = now
        made = np.random.Generator(bits)
        self.known.append(made)
        return made

    def _bytearray(self, data: Tree) -> bytearray:
        made = bytearray(_of(bytes, data))
        self.known.append(made)
        return made

    def _named(self, name: Tree, fields: Tree, *items: Tree) -> tuple:
        words = [name, *fields]
        if len(words) > 200 or not all(isinstance(word, str) and WORD.fullmatch(word) for word in words):
            raise WireError("not a named tuple")
        return namedtuple(name, fields, rename=True)(*map(self.decode, items))  # noqa: PYI024  (made while the program runs)

    def _reference(self, n: Tree) -> Any:
        if type(n) is not int or not 0 <= n < len(self.known):
            raise WireError("a reference to nothing")
        return self.known[n]

    def _whole(self, *parts: Tree) -> list[int | None]:
        numbers = [self.decode(part) for part in parts]
        if not all(number is None or isinstance(number, int) for number in numbers):
            raise WireError("not whole numbers")
        return numbers


def _of(kind: type, value: Any) -> Any:
    if not isinstance(value, kind):
        raise WireError(f"not a {kind.__name__}")
    return value


def _bigint(digits: Tree) -> int:
    if not isinstance(digits, str) or len(digits) > LONGEST_INT or not HEX.fullmatch(digits):
        raise WireError("not a whole number")
    return int(digits, 16)


def _dtype(text: Tree) -> np.dtype:
    if not isinstance(text, str) or not DTYPE.fullmatch(text):
        raise WireError("not a type of number")
    return np.dtype(text)


def _shape(shape: Tree) -> int:
    """How many elements a shape has."""
    if not isinstance(shape, list) or len(shape) > 32 or not all(type(n) is int and 0 <= n < 2**40 for n in shape):
        raise WireError("not a shape")
    size = 1
    for n in shape:
        size *= n
    if size >= 2**40:
        raise WireError("not a shape")
    return size


def _decimal(text: Tree) -> Decimal:
    if not isinstance(text, str) or len(text) > 10_000:
        raise WireError("not a decimal")
    return Decimal(text)


def _heard(said: Tree) -> tuple[str, dict]:
    """The name and the state of the bit generator that ``_said`` told of."""
    name = dict(zip(said[1::2], said[2::2], strict=True))["bit_generator"]
    if name not in BIT_GENERATORS:
        raise WireError("not a generator")
    return name, _like(said, _first_state(name))


class _NoSeed(np.random.bit_generator.ISeedSequence):
    """The seed of a generator whose state is set at once: a real one takes longer to make than all the rest."""

    def generate_state(self, words: int, dtype: Any = np.uint32) -> np.ndarray:
        return np.zeros(words, dtype)


_NO_SEED = _NoSeed()


@lru_cache
def _first_state(name: str) -> dict:
    return getattr(np.random, name)(0).state


def _like(part: Tree, like: Any) -> Any:
    """What a part of a state says, of the kind that stands there in every state."""
    if isinstance(like, dict):
        pairs = dict(zip(part[1::2], part[2::2], strict=True))
        return {key: _like(pairs[key], value) for key, value in like.items()}
    if isinstance(like, np.ndarray):
        return np.array(part[1:], dtype=like.dtype)
    return _bigint(part) if isinstance(like, int) else _of(str, part)


_READERS: dict[str, Callable[..., Any]] = {
    "l": Decoder._list,
    "t": lambda s, *items: tuple([s.decode(item) for item in items]),
    "d": Decoder._dict,
    "s": Decoder._set,
    "f": lambda s, *items: frozenset([s.decode(item) for item in items]),
    "a": Decoder._array,
    "o": Decoder._objects,
    "g": Decoder._scalar,
    "R": Decoder._generator,
    "B": Decoder._bytearray,
    "n": Decoder._named,
    "r": Decoder._reference,
    "i": lambda _s, digits: _bigint(digits),
    "c": lambda _s, re_, im: complex(_of(float, re_), _of(float, im)),
    "F": lambda s, top, bottom: Fraction(*s._whole(top, bottom)),
    "D": lambda _s, text: _decimal(text),
    "G": lambda s, *parts: range(*s._whole(*parts)),
    "S": lambda s, *parts: slice(*map(s.decode, parts)),
    "T": lambda _s, name: TYPES[_of(str, name)],
    "E": lambda _s, name: SINGLES[_of(str, name)],
}


def _refill_list(decoder: Decoder, target: list | bytearray, *items: Tree) -> None:
    target[:] = [decoder.decode(item) for item in items]


def _refill_dict(decoder: Decoder, target: dict, *flat: Tree) -> None:
    pairs = [(decoder.decode(key), decoder.decode(value)) for key, value in zip(flat[::2], flat[1::2], strict=True)]
    dict.clear(target)
    for key, value in pairs:
        dict.__setitem__(target, key, value)


def _refill_set(decoder: Decoder, target: set, *items: Tree) -> None:
    values = [decoder.decode(item) for item in items]
    target.clear()
    for value in values:
        target.add(value)


def _refill_array(_decoder: Decoder, target: np.ndarray, dtype: Tree, shape: Tree, data: Tree) -> None:
    new = Decoder(_no_adoption)._array(dtype, shape, data)
    if new.dtype != target.dtype:
        raise WireError("a change of an array's type")
    if new.shape != target.shape:
        target.resize(new.shape, refcheck=False)
    target[...] = new


def _refill_objects(decoder: Decoder, target: np.ndarray, shape: Tree, *items: Tree) -> None:
    if _shape(shape) != len(items) or tuple(shape) != target.shape:
        raise WireError("a change of an array's shape")
    for n, item in enumerate([decoder.decode(item) for item in items]):
        target.flat[n] = item


def _refill_generator(_decoder: Decoder, target: np.random.Generator, state: Tree) -> None:
    target.bit_generator.state = _heard(state)[1]


def _refill_bytearray(_decoder: Decoder, target: bytearray, data: Tree) -> None:
    target[:] = _of(bytes, data)


def _no_adoption(_tree: list) -> Any:
    raise WireError("not a value")


_FILLERS: dict[str, tuple[type, Callable[..., None]]] = {
    "l": (list, _refill_list),
    "d": (dict, _refill_dict),
    "s": (set, _refill_set),
    "a": (np.ndarray, _refill_array),
    "o": (np.ndarray, _refill_objects),
    "B": (bytearray, _refill_bytearray),
    "R": (np.random.Generator, _refill_generator),
}


class Snapshot:
    """What numbered objects held when a call began, so that what it changed in place can be told."""

    def __init__(self, known: list[Any]) -> None:
        self.known = list(known)
        self.before = [_held(obj) for obj in self.known]

    def changes(self, encoder: Encoder) -> list[Tree]:
        """[number, new content] of each object that holds something else now."""
        return [[n, encoder.content(obj)] for n, (obj, before) in enumerate(zip(self.known, self.before, strict=True)) if not _same(_held(obj), before)]


def _held(obj: Any) -> Any:
    if isinstance(obj, np.ndarray):
        return (obj.shape, obj.tobytes() if obj.dtype.kind != "O" else obj.ravel().tolist())
    if isinstance(obj, dict):
        return [part for pair in dict.items(obj) for part in pair]
    if isinstance(obj, np.random.Generator):
        return _said(obj.bit_generator.state)
    return list(obj) if isinstance(obj, list) else set(obj) if isinstance(obj, set) else bytes(obj)


def _same(now: Any, before: Any) -> bool:
    """Equal without asking the elements of a list or dict, which may be anything: they must be the very same objects."""
    if isinstance(now, list) and isinstance(before, list):
        return len(now) == len(before) and all(a is b or (isinstance(a, list) and _same(a, b)) or (isinstance(a, str | int) and a == b) for a, b in zip(now, before, strict=True))
    return now == before
