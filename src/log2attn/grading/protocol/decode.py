"""Trees into values, where nothing that arrives is trusted."""

from __future__ import annotations

from collections import defaultdict, deque, namedtuple
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np

from log2attn.grading.protocol import expressions, tables
from log2attn.grading.protocol.values import (
    BIT_GENERATORS,
    DEEPEST,
    DICTS,
    DTYPE,
    HEX,
    LONGEST_INT,
    MOST,
    SINGLES,
    TYPES,
    WORD,
    Tree,
    WireError,
)


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
        filler = (
            _FILLERS.get(tree[0]) if isinstance(tree, list) and tree and isinstance(tree[0], str) else None
        )
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

    def _known_dict(self, name: Tree, factory: Tree, *flat: Tree) -> dict:
        kind = DICTS[_of(str, name)]
        made = kind()
        if isinstance(made, defaultdict) and factory is not None:
            made.default_factory = TYPES[_of(str, factory)]
        self.known.append(made)
        if len(flat) % 2:
            raise WireError("a key without a value")
        for key, value in zip(flat[::2], flat[1::2], strict=True):
            made[self.decode(key)] = self.decode(value)
        return made

    def _deque(self, most: Tree, *items: Tree) -> deque:
        if most is not None and (type(most) is not int or most < 0):
            raise WireError("not a deque")
        made: deque = deque(maxlen=most)
        self.known.append(made)
        made.extend(self.decode(item) for item in items)
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

    def _masked(self, data: Tree, mask: Tree) -> np.ma.MaskedArray:
        made = _masked_array(data, mask)
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
    if isinstance(text, list) and 1 <= len(text) <= 100:  # a record
        if not all(
            isinstance(field, list) and len(field) == 2 and isinstance(field[0], str) for field in text
        ):
            raise WireError("not a type of record")
        return np.dtype([(name[:100], _number_type(kind)) for name, kind in text])
    return _number_type(text)


def _number_type(text: Tree) -> np.dtype:
    if not isinstance(text, str) or not DTYPE.fullmatch(text):
        raise WireError("not a type of number")
    return np.dtype(text)


def _masked_array(data: Tree, mask: Tree) -> np.ma.MaskedArray:
    plain = Decoder(_no_adoption)
    values = plain.decode(data)
    hidden = np.ma.nomask if mask is None else plain.decode(mask)
    arrays = [values] if mask is None else [values, hidden]
    if any(type(array) is not np.ndarray or array.dtype.kind == "O" for array in arrays):
        raise WireError("not a masked array")
    if mask is not None and (
        hidden.shape != values.shape or hidden.dtype != np.ma.make_mask_descr(values.dtype)
    ):
        raise WireError("a mask that does not fit its array")
    return np.ma.MaskedArray(values, mask=hidden)


def _shape(shape: Tree) -> int:
    """How many elements a shape has."""
    if (
        not isinstance(shape, list)
        or len(shape) > 32
        or not all(type(n) is int and 0 <= n < 2**40 for n in shape)
    ):
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


MOMENTS: dict[str, tuple[type, int]] = {
    "date": (date, 3),
    "datetime": (datetime, 7),
    "time": (time, 4),
    "timedelta": (timedelta, 3),
}


def _moment(name: Tree, parts: Tree) -> Any:
    kind, length = MOMENTS[_of(str, name)]
    if not isinstance(parts, list) or len(parts) != length or not all(type(part) is int for part in parts):
        raise WireError("not a date")
    return kind(*parts)


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
    "C": Decoder._known_dict,
    "Q": Decoder._deque,
    "s": Decoder._set,
    "f": lambda s, *items: frozenset([s.decode(item) for item in items]),
    "a": Decoder._array,
    "m": Decoder._masked,
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
    "M": lambda _s, name, parts: _moment(name, parts),
    "G": lambda s, *parts: range(*s._whole(*parts)),
    "S": lambda s, *parts: slice(*map(s.decode, parts)),
    "T": lambda _s, name: TYPES[_of(str, name)],
    "E": lambda _s, name: SINGLES[_of(str, name)],
    "P": tables.read,
    "Y": expressions.read,
}


def _refill_list(decoder: Decoder, target: list | bytearray, *items: Tree) -> None:
    target[:] = [decoder.decode(item) for item in items]


def _refill_deque(decoder: Decoder, target: deque, _most: Tree, *items: Tree) -> None:
    values = [decoder.decode(item) for item in items]
    target.clear()
    target.extend(values)


def _refill_dict(decoder: Decoder, target: dict, *flat: Tree) -> None:
    pairs = [
        (decoder.decode(key), decoder.decode(value)) for key, value in zip(flat[::2], flat[1::2], strict=True)
    ]
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


def _refill_masked(_decoder: Decoder, target: np.ma.MaskedArray, data: Tree, mask: Tree) -> None:
    new = _masked_array(data, mask)
    if new.dtype != target.dtype or new.shape != target.shape:
        raise WireError("a change of an array's type or shape")
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
    "C": (dict, lambda decoder, target, _name, _factory, *flat: _refill_dict(decoder, target, *flat)),
    "Q": (deque, _refill_deque),
    "s": (set, _refill_set),
    "a": (np.ndarray, _refill_array),
    "m": (np.ma.MaskedArray, _refill_masked),
    "o": (np.ndarray, _refill_objects),
    "B": (bytearray, _refill_bytearray),
    "R": (np.random.Generator, _refill_generator),
    "P": (object, tables.refill),
}
