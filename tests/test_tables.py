"""Tables of pandas across the boundary: what arrives is what was sent, a forged one is refused, and a course without them loads no pandas."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import numpy as np
import pandas as pd
import pytest

from log2attn.grading.protocol.changes import Snapshot, refill
from log2attn.grading.protocol.decode import Decoder
from log2attn.grading.protocol.encode import Encoder
from log2attn.grading.protocol.values import WireError, pack, unpack

DAYS = pd.date_range("2024-02-28", periods=3, freq="D", name="day")
SALES = pd.DataFrame({"d": [1, 1, 2], "k": ["a", "b", "a"], "v": [5, 6, 7]})
FRAMES = {
    "numbers, text, missing": pd.DataFrame({"a": [1, 2], "b": ["x", None], "c": [1.5, np.nan]}),
    "empty": pd.DataFrame(),
    "no columns": pd.DataFrame(index=[1, 2, 3]),
    "no rows": pd.DataFrame(columns=["a", "b"]),
    "labels": pd.DataFrame({"a": [True, False]}, index=["q", "r"]),
    "dates": pd.DataFrame({"d": DAYS, "w": pd.to_timedelta([1, 2, 3], unit="s")}, index=DAYS),
    "a name twice": pd.DataFrame([[1, 2], [3, 4]], columns=["a", "a"]),
    "types of pandas": pd.DataFrame(
        {
            "k": pd.Categorical(["a", "b"], categories=["b", "a"], ordered=True),
            "i": pd.array([1, None], dtype="Int64"),
            "s": pd.array(["a", None], dtype="string"),
            "o": pd.Series([1, "a"], dtype=object),
            "l": [[1], [2]],
        }
    ),
    "a pivot": SALES.pivot_table(index="d", columns="k", values="v", aggfunc=["sum", "mean"], fill_value=0),
    "two levels": SALES.groupby(["d", "k"]).mean(),
    "small numbers": pd.DataFrame({"a": np.array([1, 2], dtype=np.int8), "b": np.array([1, 2], np.float32)}),
}


class NotPlain:
    """An object that is no plain data."""


def refuse(what: Any) -> Any:
    raise WireError(f"refused {type(what).__name__}")


def there_and_back(value: Any) -> Any:
    return Decoder(refuse).decode(unpack(pack(Encoder(refuse).encode(value))))


@pytest.mark.parametrize("frame", FRAMES.values(), ids=FRAMES.keys())
def test_tables_arrive(frame: pd.DataFrame) -> None:
    """A table, each of its columns, its rows' labels and its columns' arrive as pandas itself finds them equal, types, names and frequency too."""
    got = there_and_back(frame)
    assert type(got) is pd.DataFrame
    pd.testing.assert_frame_equal(got, frame)
    for place in range(frame.shape[1]):
        pd.testing.assert_series_equal(there_and_back(frame.iloc[:, place]), frame.iloc[:, place])
    for labels in (frame.index, frame.columns):
        pd.testing.assert_index_equal(there_and_back(labels), labels, exact=True)


@pytest.mark.parametrize(
    "value",
    [pd.Timestamp("2024-01-02 03:04:05.678"), pd.Timedelta(days=1, seconds=2), pd.NaT, pd.NA],
    ids=repr,
)
def test_moments_arrive(value: Any) -> None:
    """A moment, a span of time and what is missing arrive as what they are."""
    got = there_and_back(value)
    assert type(got) is type(value) and (got is value or got == value)


@pytest.mark.parametrize(
    "value", [FRAMES["a name twice"], FRAMES["two levels"], SALES["v"]], ids=["frame", "levels", "series"]
)
def test_a_change_in_place_comes_back(value: Any) -> None:
    """What a call added to a table it was handed is there afterward, in the caller's own object; without a change nothing is sent."""
    mine = value.copy()
    sent = Encoder(refuse)
    theirs = Decoder(refuse)
    (there,) = theirs.decode(sent.encode([mine]))
    before = Snapshot(theirs.known)
    assert before.changes(Encoder(refuse, theirs.known)) == []
    there["new"] = 7
    ((number, tree),) = before.changes(Encoder(refuse, theirs.known))
    kept = sent.kept[number]
    assert kept is mine
    refill(Decoder(refuse, sent.kept), kept, unpack(pack(tree)))
    assert mine.equals(there) and not mine.equals(value)


def test_what_is_no_plain_table_stays_where_it_is() -> None:
    """A table with an object of somebody's in a cell, a subclass, time zones, what somebody broke, or more than a million cells is told of as an object, not as a table."""

    class Mine(pd.DataFrame):
        pass

    zone = pd.DataFrame({"t": pd.date_range("2024", periods=2, tz="UTC")})
    broken = pd.DataFrame({"a": [1]})
    object.__delattr__(broken, "_mgr")
    for value in (
        broken,
        pd.DataFrame({"a": [NotPlain()]}),
        Mine({"a": [1]}),
        zone,
        pd.DataFrame({"a": np.zeros(1_000_001)}),
    ):
        encoder = Encoder(lambda _obj: ["h", 0])
        assert encoder.encode([value, [1]]) == ["l", ["h", 0], ["l", 1]]
        assert len(encoder.kept) == 2  # nothing that was begun is left in the numbering


NAMES, ROWS = ["index", None, None, ["O", "a"]], ["range", None, 0, 2, 1]
EIGHT = ["<i8", b"\0" * 16]
FORGED = [
    ["P"],
    ["P", "eval", "1"],
    ["P", ["l"], 1],
    ["P", "DataFrame"],
    ["P", "DataFrame", NAMES, ROWS],
    ["P", "DataFrame", NAMES, ROWS, ["<i8", b"\0" * 8]],
    ["P", "DataFrame", NAMES, ROWS, ["<i8", b"\0" * 15]],
    ["P", "DataFrame", NAMES, ROWS, ["|O", b"\0" * 16]],
    ["P", "DataFrame", NAMES, ROWS, ["O", ["h", 0, "int", 0, ""], 1]],
    ["P", "DataFrame", NAMES, ROWS, ["O", ["k", 0], 1]],
    ["P", "DataFrame", NAMES, ["range", None, 0, 2**60, 1], EIGHT],
    ["P", "DataFrame", NAMES, ["range", None, 0, 2, 0], EIGHT],
    ["P", "DataFrame", ["index", None, None, ["O"]], ["range", None, 0, 2**60, 1]],
    ["P", "DataFrame", NAMES, ["index", None, "__import__('os')", EIGHT], EIGHT],
    ["P", "DataFrame", NAMES, ["index", None, "D", EIGHT], EIGHT],
    ["P", "DataFrame", NAMES, ["index", ["l"], None, EIGHT], EIGHT],
    ["P", "DataFrame", NAMES, ["multi", ["multi", ["multi", ROWS]]], EIGHT],
    ["P", "DataFrame", NAMES, ["multi", ROWS, ["range", None, 0, 3, 1]], EIGHT],
    ["P", "DataFrame", ["r", 0], ROWS, EIGHT],
    ["P", "Series", None, ROWS, ["category", False, NAMES, b"\x05\0\0\0" * 2]],
    ["P", "Series", None, ROWS, ["category", 1, NAMES, b"\0" * 8]],
    ["P", "Series", None, ROWS, ["Int8", 1000, 1]],
    ["P", "Series", None, ROWS, ["Int64", "1; import os", 1]],
    ["P", "Series", None, ROWS, ["period[D]", 1, 2]],
    ["P", "Series", ["l"], ROWS, EIGHT],
    ["P", "Timestamp", "ns", 2**70],
    ["P", "Timestamp", "Y", 1],
    ["P", "Timedelta", "ns", "1"],
    ["P", "NaT", 1],
]  # fmt: skip


@pytest.mark.parametrize("tree", FORGED, ids=lambda tree: repr(tree)[:60])
def test_a_forged_table_is_refused(tree: list) -> None:
    """Shapes that do not fit, types that are none, objects that would answer for themselves: each is a WireError and nothing else."""
    with pytest.raises(WireError):
        Decoder(lambda _tree: NotPlain()).decode(unpack(pack(tree)))


def test_a_forged_change_is_refused() -> None:
    """A table is not made a column, nor a list a table, by what the other side calls a change."""
    series = Encoder(refuse).encode(SALES["v"])
    for target in (SALES.copy(), [1], np.zeros(3), NotPlain()):
        with pytest.raises(WireError):
            refill(Decoder(refuse), target, series)


def test_without_tables_no_pandas_is_loaded() -> None:
    """The protocol alone, and ordinary values through it, load no pandas."""
    program = (
        "import sys; from log2attn.grading.protocol.peer import Peer, Encoder, Decoder; "
        "Decoder(None).decode(Encoder(None).encode([1, {'a': (2,)}])); print('pandas' in sys.modules, 'sympy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
