"""What a call changed in place among the objects it was given: found on the one side, made on the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

import numpy as np

from log2attn.grading.protocol import tables
from log2attn.grading.protocol.arrays import read_array, size_of
from log2attn.grading.protocol.decode import Decoder, read_masked
from log2attn.grading.protocol.encode import Encoder, refuse
from log2attn.grading.protocol.generators import read_state, write_state
from log2attn.grading.protocol.scalars import expect
from log2attn.grading.protocol.values import Tree, WireError


class Snapshot:
    """What numbered objects held when a call began, so that what it changed in place can be told."""

    def __init__(self, known: list[Any]) -> None:
        self.known = list(known)
        self.before = [_held(obj) for obj in self.known]

    def changes(self, encoder: Encoder) -> list[Tree]:
        """[number, new content] of each object that holds something else now."""
        return [
            [n, encoder.content(obj)]
            for n, (obj, before) in enumerate(zip(self.known, self.before, strict=True))
            if not _same(_held(obj), before)
        ]


def _held(obj: Any) -> Any:
    if isinstance(obj, np.ma.MaskedArray):
        return (obj.shape, obj.data.tobytes(), np.ma.getmaskarray(obj).tobytes())
    if isinstance(obj, np.ndarray):
        return (obj.shape, obj.tobytes() if obj.dtype.kind != "O" else obj.ravel().tolist())
    if isinstance(obj, dict):
        return [part for pair in dict.items(obj) for part in pair]
    if isinstance(obj, np.random.Generator):
        return write_state(obj.bit_generator.state)
    if isinstance(obj, list | deque):
        return list(obj)
    if tables.is_table(obj):
        try:
            return [Encoder(refuse).content(obj)]
        except WireError:  # it can no longer be said: that is a change, and telling it says why
            return [object()]
    return set(obj) if isinstance(obj, set) else bytes(obj)


def _same(now: Any, before: Any) -> bool:
    """Equal without asking the elements of a list or dict, which may be anything: they must be the very same objects."""
    if isinstance(now, list) and isinstance(before, list):
        return len(now) == len(before) and all(
            a is b or (isinstance(a, list) and _same(a, b)) or (isinstance(a, str | int | bytes) and a == b)
            for a, b in zip(now, before, strict=True)
        )
    return now == before


def refill(decoder: Decoder, target: Any, tree: Tree) -> None:
    """Make a numbered object hold what ``tree`` says: a change made in place on the other side."""
    filler = _FILLERS.get(tree[0]) if isinstance(tree, list) and tree and isinstance(tree[0], str) else None
    if filler is None or not isinstance(target, filler[0]):
        raise WireError("not a change")
    try:
        filler[1](decoder, target, *tree[1:])
    except WireError:
        raise
    except Exception as error:
        raise WireError(f"not a change ({type(error).__name__})") from error


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
    new = read_array(dtype, shape, data)
    if new.dtype != target.dtype:
        raise WireError("a change of an array's type")
    if new.shape != target.shape:
        target.resize(new.shape, refcheck=False)
    target[...] = new


def _refill_masked(_decoder: Decoder, target: np.ma.MaskedArray, data: Tree, mask: Tree) -> None:
    new = read_masked(data, mask)
    if new.dtype != target.dtype or new.shape != target.shape:
        raise WireError("a change of an array's type or shape")
    target[...] = new


def _refill_objects(decoder: Decoder, target: np.ndarray, shape: Tree, *items: Tree) -> None:
    if size_of(shape) != len(items) or tuple(shape) != target.shape:
        raise WireError("a change of an array's shape")
    for n, item in enumerate([decoder.decode(item) for item in items]):
        target.flat[n] = item


def _refill_generator(_decoder: Decoder, target: np.random.Generator, state: Tree) -> None:
    target.bit_generator.state = read_state(state)[1]


def _refill_bytearray(_decoder: Decoder, target: bytearray, data: Tree) -> None:
    target[:] = expect(bytes, data)


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
