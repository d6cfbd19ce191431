"""Trees into values, where nothing that arrives is trusted."""

from __future__ import annotations

from collections import defaultdict, deque, namedtuple
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np

from log2attn.grading.protocol import expressions, tables
from log2attn.grading.protocol.arrays import masked, read_array, read_scalar, size_of
from log2attn.grading.protocol.generators import read_generator
from log2attn.grading.protocol.scalars import expect, read_decimal, read_moment, read_whole_number
from log2attn.grading.protocol.values import DEEPEST, DICTS, MOST, SINGLES, TYPES, WORD, Tree, WireError


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

    def _list(self, *items: Tree) -> list:
        made: list = []
        self.known.append(made)
        made += [self.decode(item) for item in items]
        return made

    def _dict(self, *flat: Tree) -> dict:
        return self._filled({}, flat)

    def _known_dict(self, name: Tree, factory: Tree, *flat: Tree) -> dict:
        kind = DICTS[expect(str, name)]
        made = kind()
        if isinstance(made, defaultdict) and factory is not None:
            made.default_factory = TYPES[expect(str, factory)]
        return self._filled(made, flat)

    def _filled(self, made: dict, flat: tuple[Tree, ...]) -> dict:
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
        made = read_array(dtype, shape, data, writeable)
        self.known.append(made)
        return made

    def _masked(self, data: Tree, mask: Tree) -> np.ma.MaskedArray:
        made = read_masked(data, mask)
        self.known.append(made)
        return made

    def _objects(self, shape: Tree, *items: Tree) -> np.ndarray:
        if size_of(shape) != len(items):
            raise WireError("an array whose elements do not fit its shape")
        made = np.empty(len(items), dtype=object)
        self.known.append(made)  # stands for the shaped array until that is made: nothing in it can mean it
        place = len(self.known) - 1
        for n, item in enumerate(items):
            made[n] = self.decode(item)
        self.known[place] = made.reshape(shape)
        return self.known[place]

    def _generator(self, state: Tree) -> np.random.Generator:
        made = read_generator(state)
        self.known.append(made)
        return made

    def _bytearray(self, data: Tree) -> bytearray:
        made = bytearray(expect(bytes, data))
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


def refuse_handle(_tree: list) -> Any:
    """An ``adopt`` for what must be plain data throughout."""
    raise WireError("not a value")


def read_masked(data: Tree, mask: Tree) -> np.ma.MaskedArray:
    plain = Decoder(refuse_handle)
    return masked(plain.decode(data), plain.decode(mask))


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
    "g": lambda _s, dtype, data: read_scalar(dtype, data),
    "R": Decoder._generator,
    "B": Decoder._bytearray,
    "n": Decoder._named,
    "r": Decoder._reference,
    "i": lambda _s, digits: read_whole_number(digits),
    "c": lambda _s, re_, im: complex(expect(float, re_), expect(float, im)),
    "F": lambda s, top, bottom: Fraction(*s._whole(top, bottom)),
    "D": lambda _s, text: read_decimal(text),
    "M": lambda _s, name, parts: read_moment(name, parts),
    "G": lambda s, *parts: range(*s._whole(*parts)),
    "S": lambda s, *parts: slice(*map(s.decode, parts)),
    "T": lambda _s, name: TYPES[expect(str, name)],
    "E": lambda _s, name: SINGLES[expect(str, name)],
    "P": tables.read,
    "Y": expressions.read,
}
