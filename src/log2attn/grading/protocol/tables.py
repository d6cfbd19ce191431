"""Tables of pandas as plain data and back: columns, index, names and the names of types. pandas is imported when a table arrives, not before.

A column is its numpy type and bytes, or a list of plain values. Whatever cannot be said so (an object of the learner's in a cell, time
zones, intervals, a table of more than MOST_CELLS cells) does not cross as a table: it stays where it is, as every other object.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from log2attn.grading.protocol.values import DTYPE, Tree, WireError

if TYPE_CHECKING:
    from log2attn.grading.protocol.decode import Decoder
    from log2attn.grading.protocol.encode import Encoder

MOST_CELLS = 1_000_000
MOST_COLUMNS = 10_000
LISTED = {"str", "string", "boolean", "Float32", "Float64"} | {
    f"{sign}Int{bits}" for sign in ("", "U") for bits in (8, 16, 32, 64)
}  # types of pandas that are told as lists of values, None for what is missing
FREQUENCY = re.compile(r"-?[A-Za-z0-9:-]{1,20}")
MOMENT_UNITS = ("s", "ms", "us", "ns")
TABLES = ("DataFrame", "Series")  # can be changed in place


# -- into trees


def writer_of(kind: type) -> Callable[[Encoder, Any], Tree] | None:
    """What writes objects of this type, if pandas made it and nobody derived it."""
    return _WRITERS.get(kind.__name__) if _is_of_pandas(kind) else None


def is_table(value: Any) -> bool:
    """Whether this is a table or a column that may change in place."""
    return type(value).__name__ in TABLES and _is_of_pandas(type(value))


def _is_of_pandas(kind: type) -> bool:
    module: Any = kind.__module__  # of a stand-in it is no text
    return isinstance(module, str) and module.split(".")[0] == "pandas"


def _frame(encoder: Encoder, frame: Any) -> Tree:
    rows, columns = frame.shape
    if columns > MOST_COLUMNS or rows * max(columns, 1) > MOST_CELLS:
        raise WireError("is too large a table")
    made = [_column(encoder, frame.iloc[:, place].array) for place in range(columns)]
    names, index = _labels(encoder, frame.columns), _labels(encoder, frame.index)
    return ["P", "DataFrame", names, index, *made]


def _series(encoder: Encoder, series: Any) -> Tree:
    if len(series) > MOST_CELLS:
        raise WireError("is too large a table")
    column, name = _column(encoder, series.array), encoder.encode(series.name)
    return ["P", "Series", name, _labels(encoder, series.index), column]


def _column(encoder: Encoder, array: Any) -> Tree:
    """The values of a column or of an index."""
    name = getattr(array.dtype, "name", "")
    if name == "category":
        codes = np.asarray(array.codes, dtype="<i4")
        return ["category", bool(array.ordered), _labels(encoder, array.categories), codes.tobytes()]
    if name in LISTED:
        return [name, *[encoder.encode(None if missing else value) for value, missing in _pairs(array)]]
    if not isinstance(getattr(array.dtype, "numpy_dtype", array.dtype), np.dtype):
        raise WireError(f"holds values of type {array.dtype}")
    plain = np.asarray(array)
    if plain.dtype.kind == "O":
        return ["O", *map(encoder.encode, plain.tolist())]
    if not DTYPE.fullmatch(plain.dtype.str):
        raise WireError(f"holds values of type {plain.dtype}")
    return [plain.dtype.str, plain.tobytes()]


def _pairs(array: Any) -> Any:
    return zip(array.astype(object).tolist(), array.isna().tolist(), strict=True)


def _labels(encoder: Encoder, index: Any) -> Tree:
    """An index: the row labels of a table, or its columns'."""
    kind = type(index).__name__
    if kind == "MultiIndex":
        return ["multi", *[_labels(encoder, index.get_level_values(n)) for n in range(index.nlevels)]]
    name = encoder.encode(index.name)
    if kind == "RangeIndex":
        return ["range", name, index.start, index.stop, index.step]
    if kind not in ("Index", "DatetimeIndex", "TimedeltaIndex", "CategoricalIndex"):
        raise WireError(f"has an index of type {kind}")
    if len(index) > MOST_CELLS:
        raise WireError("is too large a table")
    return ["index", name, getattr(index, "freqstr", None), _column(encoder, index.array)]


def _moment(_encoder: Encoder, moment: Any) -> Tree:
    if getattr(moment, "tzinfo", None) is not None:
        raise WireError("is a moment in a time zone")
    return ["P", type(moment).__name__, moment.unit, int(moment.asm8.view("i8"))]


_WRITERS: dict[str, Callable[[Encoder, Any], Tree]] = {
    "DataFrame": _frame,
    "Series": _series,
    **dict.fromkeys(
        ("Index", "RangeIndex", "DatetimeIndex", "TimedeltaIndex", "CategoricalIndex", "MultiIndex"),
        lambda encoder, index: ["P", "Index", _labels(encoder, index)],
    ),
    "Timestamp": _moment,
    "Timedelta": _moment,
    "NaTType": lambda _encoder, _value: ["P", "NaT"],
    "NAType": lambda _encoder, _value: ["P", "NA"],
}


# -- and back


def read(decoder: Decoder, kind: Tree, *parts: Tree) -> Any:
    """The value of a tree of this module. Nothing in it may stand for an object of the other side's."""
    table = kind in TABLES
    if table:
        decoder.known.append(None)  # stands for the table until that is made: nothing in it can mean it
    place = len(decoder.known) - 1
    made = _made(decoder, kind, parts)
    if table:
        decoder.known[place] = made
    return made


def refill(decoder: Decoder, target: Any, kind: Tree, *parts: Tree) -> None:
    """Make a table hold what the tree says."""
    if not is_table(target) or kind != type(target).__name__:
        raise WireError("not a change")
    target.__init__(_made(decoder, kind, parts))


def _made(decoder: Decoder, kind: Tree, parts: tuple[Tree, ...]) -> Any:
    reader = _READERS.get(kind) if isinstance(kind, str) else None
    if reader is None:
        raise WireError("not a table")
    adopt, decoder.adopt = decoder.adopt, _nothing
    try:
        return reader(decoder, _pandas(), *parts)
    finally:
        decoder.adopt = adopt


def _nothing(_tree: list) -> Any:
    raise WireError("an object in a table")


def _pandas() -> Any:
    try:
        import pandas as pd
    except ImportError as error:
        raise WireError("a table, and pandas is not installed here") from error
    return pd


def _read_frame(decoder: Decoder, pd: Any, columns: Tree, index: Tree, *values: Tree) -> Any:
    if len(values) > MOST_COLUMNS:
        raise WireError("too many columns")
    # As they were written: the columns before the labels, for what they number.
    arrays = {n: _read_column(decoder, pd, value) for n, value in enumerate(values)}
    names, rows = _read_labels(decoder, pd, columns), _read_labels(decoder, pd, index)
    if len(names) != len(arrays) or any(len(array) != len(rows) for array in arrays.values()):
        raise WireError("a table whose columns do not fit its labels")
    frame = pd.DataFrame(arrays, index=rows, copy=True)
    frame.columns = names
    return frame


def _read_series(decoder: Decoder, pd: Any, name: Tree, index: Tree, value: Tree) -> Any:
    array, called = _read_column(decoder, pd, value), decoder.decode(name)
    rows = _read_labels(decoder, pd, index)
    if len(array) != len(rows):
        raise WireError("a column whose values do not fit its labels")
    return pd.Series(array, index=rows, name=called, dtype=array.dtype, copy=True)


def _read_column(decoder: Decoder, pd: Any, tree: Tree) -> Any:
    if not isinstance(tree, list) or not tree or not isinstance(tree[0], str):
        raise WireError("not a column")
    kind, *parts = tree
    decoder.left -= 1 + len(parts)
    if kind == "category":
        return _read_category(decoder, pd, *parts)
    if kind in LISTED:
        return pd.array([decoder.decode(part) for part in parts], dtype=kind)
    if kind == "O":
        made = np.empty(len(parts), dtype=object)
        for n, part in enumerate(parts):
            made[n] = decoder.decode(part)
        return made
    dtype = np.dtype(kind) if DTYPE.fullmatch(kind) else None
    if dtype is None or dtype.kind in "SU" or len(parts) != 1 or not isinstance(parts[0], bytes):
        raise WireError("not a column")
    return np.frombuffer(parts[0], dtype=dtype).copy()


def _read_category(decoder: Decoder, pd: Any, ordered: Tree, categories: Tree, codes: Tree) -> Any:
    if not isinstance(codes, bytes) or type(ordered) is not bool:
        raise WireError("not a column")
    places = np.frombuffer(codes, dtype="<i4")
    return pd.Categorical.from_codes(places, _read_labels(decoder, pd, categories), ordered=ordered)


def _read_labels(decoder: Decoder, pd: Any, tree: Tree, deep: int = 0) -> Any:
    if not isinstance(tree, list) or not tree or deep > 1:
        raise WireError("not an index")
    kind, *parts = tree
    decoder.left -= 1 + len(parts)
    if decoder.left < 0:
        raise WireError("too large")
    if kind == "multi":
        if not 1 <= len(parts) <= 100:
            raise WireError("not an index")
        levels = [_read_labels(decoder, pd, part, deep + 1) for part in parts]
        if any(len(level) != len(levels[0]) for level in levels):
            raise WireError("not an index")
        return pd.MultiIndex.from_arrays(levels, names=[level.name for level in levels])
    if kind == "range":
        name, *numbers = parts
        if len(numbers) != 3 or not all(type(n) is int for n in numbers) or len(range(*numbers)) > MOST_CELLS:
            raise WireError("not an index")
        return pd.RangeIndex(*numbers, name=decoder.decode(name))
    if kind != "index":
        raise WireError("not an index")
    name, frequency, value = parts
    called, array = decoder.decode(name), _read_column(decoder, pd, value)
    made = pd.Index(array, name=called, dtype=array.dtype, tupleize_cols=False)
    if frequency is not None:
        if not isinstance(frequency, str) or not FREQUENCY.fullmatch(frequency):
            raise WireError("not an index")
        made = type(made)(made, freq=frequency, name=called)
    return made


def _read_moment(kind: str, unit: Tree, number: Tree) -> Any:
    if unit not in MOMENT_UNITS or type(number) is not int or not -(2**63) < number < 2**63:
        raise WireError("not a date")
    return (np.datetime64 if kind == "Timestamp" else np.timedelta64)(number, unit)


_READERS: dict[str, Callable[..., Any]] = {
    "DataFrame": _read_frame,
    "Series": _read_series,
    "Index": _read_labels,
    "Timestamp": lambda _s, pd, unit, number: pd.Timestamp(_read_moment("Timestamp", unit, number)),
    "Timedelta": lambda _s, pd, unit, number: pd.Timedelta(_read_moment("Timedelta", unit, number)),
    "NaT": lambda _s, pd: pd.NaT,
    "NA": lambda _s, pd: pd.NA,
}
