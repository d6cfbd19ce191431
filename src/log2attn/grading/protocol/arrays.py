"""Arrays of numpy as a type, a shape and bytes, and back."""

from __future__ import annotations

from typing import Any

import numpy as np

from log2attn.grading.protocol.values import DTYPE, Tree, WireError


def write_dtype(dtype: np.dtype) -> Tree:
    """A type of number; of a record, the name and the type of each field."""
    if DTYPE.fullmatch(dtype.str):
        return dtype.str
    fields = [[name, dtype[name].str] for name in dtype.names or ()]
    if not fields or np.dtype([(name, kind) for name, kind in fields]) != dtype:
        raise WireError(f"is an array of type {dtype}")
    return fields


def read_dtype(text: Tree) -> np.dtype:
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


def size_of(shape: Tree) -> int:
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


def read_array(dtype: Tree, shape: Tree, data: Tree, writeable: Tree = True) -> np.ndarray:
    kind = read_dtype(dtype)
    size = size_of(shape)
    if not isinstance(data, bytes) or len(data) != size * kind.itemsize:
        raise WireError("an array whose bytes do not fit its shape")
    made = np.frombuffer(data, dtype=kind).reshape(shape).copy() if size else np.empty(shape, dtype=kind)
    made.flags.writeable = writeable is True
    return made


def read_scalar(dtype: Tree, data: Tree) -> np.generic:
    """One number of a type of numpy's."""
    kind = read_dtype(dtype)
    if not isinstance(data, bytes) or len(data) != kind.itemsize:
        raise WireError("a number whose bytes do not fit its type")
    return np.frombuffer(data, dtype=kind)[0]


def masked(values: Any, hidden: Any) -> np.ma.MaskedArray:
    """The array with a mask, None for a mask that hides nothing."""
    arrays = [values] if hidden is None else [values, hidden]
    if any(type(array) is not np.ndarray or array.dtype.kind == "O" for array in arrays):
        raise WireError("not a masked array")
    if hidden is None:
        return np.ma.MaskedArray(values, mask=np.ma.nomask)
    if hidden.shape != values.shape or hidden.dtype != np.ma.make_mask_descr(values.dtype):
        raise WireError("a mask that does not fit its array")
    return np.ma.MaskedArray(values, mask=hidden)
