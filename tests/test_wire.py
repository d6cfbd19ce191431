"""Values on the wire: what arrives is what was sent, and whatever else arrives is refused."""

from __future__ import annotations

import math
import random
import socket
import threading
import time
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from datetime import time as clock
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from log2attn.grading.protocol.changes import Snapshot, refill
from log2attn.grading.protocol.decode import Decoder
from log2attn.grading.protocol.encode import Encoder
from log2attn.grading.protocol.errors import Errors, describe
from log2attn.grading.protocol.line import HEAD, Line, LineDead
from log2attn.grading.protocol.peer import Peer
from log2attn.grading.protocol.values import WireError, pack, unpack

Point = namedtuple("Point", "x y")  # noqa: PYI024  (as learners write it)


class NotPlain:
    """An object that is no plain data."""


def refuse(what: Any) -> Any:
    raise WireError(f"refused {type(what).__name__}")


def there_and_back(value: Any) -> Any:
    return Decoder(refuse).decode(unpack(pack(Encoder(refuse).encode(value))))


PLAIN = [
    None, True, 0, -1, 2**63, -(2**70), 2**200, 1.5, -0.0, math.inf, "", "é\ud800", b"\xff", [], [1, [2.0, "a"]], (), (1, (2,)), {}, {"a": 1, 2: [3], (1, 2): None},
    {1, 2}, frozenset({"a"}), 1 + 2j, Fraction(-1, 3), Decimal("1.10"), range(1, 9, 2), slice(None, 3), Ellipsis, int, np.ndarray, bytearray(b"ab"),
    date(2024, 2, 29), datetime.fromisoformat("2024-01-02T03:04:05.000006"), clock(1, 2), timedelta(days=-1, microseconds=5), timedelta, Counter("aab"),
    OrderedDict(b=1, a=2), defaultdict(list, {1: [2]}), deque([1, [2]], maxlen=3), Counter,
]  # fmt: skip


@pytest.mark.parametrize("value", PLAIN, ids=repr)
def test_plain_values_arrive(value: Any) -> None:
    """A plain value arrives equal and of the same type."""
    got = there_and_back(value)
    assert got == value and type(got) is type(value)
    assert getattr(got, "default_factory", 0) == getattr(value, "default_factory", 0)
    assert getattr(got, "maxlen", 0) == getattr(value, "maxlen", 0)


@pytest.mark.parametrize(
    "dtype", ["?", "i1", "u2", "i8", ">i4", "f2", "f4", "f8", "c8", "c16", "U3", "S2", "M8[D]", "m8[s]"]
)
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 3), (0, 4), (1, 2, 1, 3)])
def test_arrays_arrive(dtype: str, shape: tuple) -> None:
    """An array arrives with its type, its shape and every element, and can be written to if it could be before."""
    array = np.arange(math.prod(shape)).reshape(shape).astype(dtype)
    got = there_and_back(array)
    assert (
        got.dtype == array.dtype and got.shape == array.shape and (got == array).all() and got.flags.writeable
    )
    array.flags.writeable = False
    assert not there_and_back(array).flags.writeable


MASKED = np.ma.masked_less(np.array([[1, -2], [-3, 4]]), 0)
RECORDS = np.array([("Ann", 3), ("Bo", 4)], dtype=[("name", "U9"), ("age", "i4")])


@pytest.mark.parametrize(
    "array",
    [MASKED, np.ma.array([1.5, 2.5]), RECORDS, np.ma.array(RECORDS, mask=[(True, False), (False, True)])],
    ids=["masked", "nothing masked", "records", "both"],
)
def test_masked_arrays_and_records_arrive(array: np.ndarray) -> None:
    """A masked array arrives with its mask, a record with its fields; what is changed in them in place comes back."""
    got = there_and_back(array)
    assert type(got) is type(array) and got.dtype == array.dtype and got.shape == array.shape
    assert got.tolist() == array.tolist()
    if isinstance(array, np.ma.MaskedArray):
        assert (got.mask == array.mask).all() and (got.mask is np.ma.nomask) is (array.mask is np.ma.nomask)
    mine, sent, theirs = array.copy(), Encoder(refuse), Decoder(refuse)
    (there,) = theirs.decode(sent.encode([mine]))
    before = Snapshot(theirs.known)
    assert before.changes(Encoder(refuse, theirs.known)) == []
    there[0] = np.ma.masked if type(array) is np.ma.MaskedArray and array.dtype.names is None else there[1]
    ((number, tree),) = before.changes(Encoder(refuse, theirs.known))
    refill(Decoder(refuse, sent.kept), sent.kept[number], unpack(pack(tree)))
    assert mine.tolist() == there.tolist() != array.tolist()


EIGHT = ["a", "<i8", [1], b"\0" * 8]
FALSE = ["a", "|b1", [1], b"\0"]
FORGED_ARRAYS = [
    ["m", 1, None], ["m", EIGHT], ["m", EIGHT, EIGHT], ["m", EIGHT, ["a", "|b1", [2], b"\0\0"]], ["m", ["o", [1], ["h", 0]], None], ["m", ["o", [1], 1], None], ["m", ["m", EIGHT, FALSE], None], ["m", EIGHT, True],
    ["a", [["f0", "|O"]], [1], b"\0" * 8], ["a", [["f0", "<i8"], ["f0", "<i8"]], [1], b"\0" * 16], ["a", [["f0", [["f1", "<i8"]]]], [1], b"\0" * 8], ["a", [], [1], b""], ["a", [[1, "<i8"]], [1], b"\0" * 8],
    ["a", [["f0", "<i8"]], [1], b"\0" * 7], ["g", [["f0", "|O"]], b"\0" * 8],
]  # fmt: skip


@pytest.mark.parametrize("tree", FORGED_ARRAYS, ids=lambda tree: repr(tree)[:50])
def test_forged_masks_and_records_are_refused(tree: list) -> None:
    """Masks that do not fit, objects beneath them, fields that hold pointers or stand twice."""
    with pytest.raises(WireError):
        Decoder(lambda _tree: NotPlain()).decode(unpack(pack(tree)))


def test_numpy_scalars_arrive() -> None:
    """numpy's numbers arrive as numpy's numbers."""
    for value in (
        np.float64(1.5),
        np.float32(0.1),
        np.int16(-3),
        np.bool_(True),
        np.complex64(1j),
        np.datetime64("2026-01-01"),
    ):
        got = there_and_back(value)
        assert got == value and type(got) is type(value)


def test_subclasses_arrive_as_what_they_add_to() -> None:
    """A subclass of a plain type arrives as that type: no behavior crosses."""

    class Sly(float):
        def __eq__(self, other: object) -> bool:
            return True

        __hash__ = float.__hash__

    class Array(np.ndarray):
        pass

    assert type(there_and_back(Sly(2.0))) is float and there_and_back(Sly(2.0)) != 3.0
    assert type(there_and_back(np.arange(3).view(Array))) is np.ndarray

    class Tally(Counter):
        def __missing__(self, key: object) -> int:
            return 99

    assert type(there_and_back(Tally(a=1))) is Counter and there_and_back(Tally(a=1))["b"] == 0
    assert type(there_and_back(defaultdict(lambda: 99, a=1))) is dict


def test_a_named_tuple_keeps_its_names() -> None:
    """A named tuple arrives as one with the same fields."""
    got = there_and_back(Point(1, [2]))
    assert got == (1, [2]) and got.x == 1 and got._fields == ("x", "y")


def test_object_arrays_arrive_element_by_element() -> None:
    """An array of whole numbers too large for numpy arrives."""
    got = there_and_back(np.array([[1, 2**80], [None, "a"]], dtype=object))
    assert got.shape == (2, 2) and got[0, 1] == 2**80 and got[1, 0] is None


def test_two_names_for_one_list_stay_two_names() -> None:
    """What is one object here is one object there, a list that holds itself included."""
    inner = [1]
    got = there_and_back({"a": inner, "b": inner})
    assert got["a"] is got["b"]
    inner.append(inner)
    got = there_and_back(inner)
    assert got[1] is got


@pytest.mark.parametrize("name", ["PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64"])
def test_a_generator_goes_on_where_it_stood(name: str) -> None:
    """A seeded generator arrives in its state, and its next numbers are those it would have given here."""
    rng = np.random.Generator(getattr(np.random, name)(5))
    rng.normal(size=7)
    got = there_and_back(rng)
    assert (got.normal(size=5) == rng.normal(size=5)).all()


def test_what_is_not_plain_data_is_exported_or_refused() -> None:
    """An object with behavior goes through the exporter; a masked array of objects, or records that hold objects or arrays, are refused."""
    with pytest.raises(WireError):
        there_and_back([NotPlain()])
    for array in (
        np.ma.masked_array([1, "a"], dtype=object),
        np.zeros(2, dtype=[("a", "O")]),
        np.zeros(2, dtype=[("a", "i4", 2)]),
    ):
        with pytest.raises(WireError):
            there_and_back(array)


def test_changes_in_place_come_back() -> None:
    """What a call changes in place in its arguments, and nothing else, is told, and can be done on the other side."""
    ours = [np.arange(3.0), [1, [2]], {"a": 1}, {1}, bytearray(b"x"), np.random.default_rng(1), np.arange(2)]
    encoder = Encoder(refuse)
    decoder = Decoder(refuse)
    theirs = decoder.decode(unpack(pack(encoder.encode(ours))))
    before = Snapshot(decoder.known)
    theirs[0][1] = 9
    theirs[1][1].append(theirs[0])
    theirs[2]["b"] = [theirs[1]]
    theirs[3].add(7)
    theirs[4] += b"y"
    theirs[5].normal()
    reply = Encoder(refuse, decoder.known)
    changes = unpack(pack(before.changes(reply)))
    assert len(changes) == 6
    taker = Decoder(refuse, encoder.kept)
    for number, tree in changes:
        refill(taker, encoder.kept[number], tree)
    assert (
        ours[0][1] == 9
        and ours[1][1][1] is ours[0]
        and ours[2]["b"][0] is ours[1]
        and ours[3] == {1, 7}
        and ours[4] == b"xy"
    )
    assert ours[5].normal() == theirs[5].normal()


FORGED = [
    ["M", "date", [2024, 1]], ["M", "date", [2024, 13, 1]], ["M", "str", [1, 1, 1]], ["M", "date", ["2024", 1, 1]], ["C", "dict", None], ["C", "Counter", None, "a"],
    ["C", "defaultdict", "os.system"], ["C", "defaultdict", 3], ["Q", -1], ["Q", "3", 1],
    ["a", "<f8", [3], b"12345678"], ["a", "<f8", [-1], b""], ["a", "<f8", [2**60, 2**60], b""], ["a", "O", [1], b"12345678"], ["a", "<f8,<i4", [1], b"x" * 12],
    ["a", "<f8", "3", b""], ["a", "V8", [1], b"12345678"], ["a", "<U999999999", [1], b""], ["g", "<f8", b""], ["r", 0], ["r", -1], ["r", "0"], ["i", "7"], ["i", "0x" + "f" * 2_000_000],
    ["i", "__import__('os')"], ["c", 1.0, "j"], ["F", 1, 0], ["D", "x" * 20_000], ["D", []], ["G", 1.5, 2, 1], ["G", 1, 2, 0], ["T", "eval"], ["E", "x"], ["n", "a b", ["x"], 1],
    ["n", "P", ["x", "y"], 1], ["n", "P", ["__class__"] * 500], ["d", 1], ["d", ["l"], 1], ["s", ["l"]], ["R", ["d"]], ["R", ["d", "bit_generator", "os"]], ["R", None], ["zz", 1], ["h"], [], [1], [["l"]],
    ["l", []], {}, ["B", 3], ["f", ["d"]], ["S", 1, 2, 3, 4], ["o", [3], 1], ["o", [1.5], 1],
]  # fmt: skip


@pytest.mark.parametrize("tree", FORGED, ids=lambda tree: repr(tree)[:40])
def test_a_forged_tree_is_refused(tree: Any) -> None:
    """A tree that is no value is refused in one way, whatever is wrong with it."""
    with pytest.raises(WireError):
        Decoder(refuse).decode(tree)


def test_depth_and_number_are_bounded() -> None:
    """A tree of a million levels, or of more nodes than there is room for, is refused before it costs anything."""
    deep = b"\x92\xa1l" * 1_000_000 + b"\xc0"
    with pytest.raises(WireError):
        Decoder(refuse).decode(unpack(deep))
    tree: Any = ["l"]
    for _ in range(400):
        tree = ["l", tree]
    with pytest.raises(WireError):
        Decoder(refuse).decode(tree)
    many = Decoder(refuse)
    many.left = 100
    with pytest.raises(WireError):
        many.decode(["l", *range(101)])
    with pytest.raises(WireError):
        unpack(b"\xdd\xff\xff\xff\xff")  # a list that claims four thousand million elements
    with pytest.raises(WireError):
        unpack(b"\xc1")


def test_a_hundred_thousand_messages() -> None:
    """Random and mutated messages: each is a value or is refused; none crashes, none hangs."""
    rng = random.Random(11)
    good = [
        pack(Encoder(refuse).encode(v))
        for v in [
            *PLAIN,
            np.arange(6.0).reshape(2, 3),
            np.random.default_rng(1),
            Point(1, 2),
            np.array([1, "a"], dtype=object),
            [[[{}]]] * 3,
        ]
    ]
    good += [pack(tree) for tree in FORGED if len(repr(tree)) < 1000]
    values = refusals = 0
    for _ in range(100_000):
        how = rng.random()
        if how < 0.2:
            data = rng.randbytes(rng.randrange(60))
        else:
            data = bytearray(rng.choice(good))
            for _ in range(rng.randrange(1, 4)):
                spot = rng.randrange(len(data) + 1)
                act = rng.random()
                if act < 0.5 and data:
                    data[spot % len(data)] = rng.randrange(256)
                elif act < 0.7:
                    data[spot:spot] = rng.randbytes(rng.randrange(1, 5))
                elif act < 0.85:
                    del data[spot : spot + rng.randrange(1, 6)]
                else:
                    data += rng.choice(good)[spot:]
        try:
            Decoder(refuse, [[1], {}]).decode(unpack(bytes(data)))
            values += 1
        except WireError:
            refusals += 1
    assert values + refusals == 100_000
    assert values > 5_000 and refusals > 5_000


@pytest.fixture
def pair() -> Iterator[Callable[[], tuple[Line, socket.socket]]]:
    made: list[socket.socket] = []

    def make() -> tuple[Line, socket.socket]:
        made.extend(socket.socketpair())
        return Line(made[-2], 1 << 20), made[-1]

    yield make
    for sock in made:
        sock.close()


def test_a_line_ends_in_time_and_says_why(pair) -> None:
    """A silent other end is slow; a closed one is dead; a claimed length beyond the limit is refused before memory is taken."""
    line, other = pair()
    line.until = time.monotonic() + 0.05
    with pytest.raises(LineDead) as caught:
        line.receive()
    assert caught.value.slow
    line.until = None
    other.sendall(HEAD.pack(4_000_000_000))
    with pytest.raises(WireError):
        line.receive()
    line, other = pair()
    other.sendall(HEAD.pack(10) + b"123")
    other.close()
    with pytest.raises(LineDead) as caught:
        line.receive()
    assert not caught.value.slow


def test_a_trickle_does_not_stretch_the_time(pair) -> None:
    """An answer that comes a byte at a time is too late when its time is over."""
    line, other = pair()

    def trickle() -> None:
        other.sendall(HEAD.pack(1000))
        for _ in range(40):
            time.sleep(0.02)
            other.sendall(b"x")

    thread = threading.Thread(target=trickle)
    thread.start()
    line.until = time.monotonic() + 0.2
    begun = time.monotonic()
    with pytest.raises(LineDead):
        line.receive()
    assert time.monotonic() - begun < 0.6
    thread.join()


def test_exceptions_keep_type_and_words() -> None:
    """An exception arrives as its own type if that is known, else as one of the same name under the nearest known type."""

    class OwnError(ValueError):
        pass

    for error in (
        ValueError("a", 3),
        KeyError("k"),
        ZeroDivisionError(),
        np.linalg.LinAlgError("singular"),
        NotImplementedError("later"),
    ):
        got = Errors().rebuild(*describe_decoded(error))
        assert type(got) is type(error) and str(got) == str(error)
    got = Errors().rebuild(*describe_decoded(OwnError("mine")))
    assert isinstance(got, ValueError) and type(got).__name__ == "OwnError" and str(got) == "mine"
    got = Errors().rebuild(*describe_decoded(SystemExit(3)))
    assert not isinstance(got, Exception)


def describe_decoded(error: BaseException) -> tuple:
    types, message, values = describe(error, Encoder(refuse))
    return types, message, Decoder(refuse).decode(values)


def test_questions_within_questions(pair) -> None:
    """While one side waits for an answer it answers in turn, and an exception crosses both ways."""
    ours, theirs = pair()

    class Sider:
        def __init__(self) -> None:
            self.peer: Peer | None = None

        export = adopt = staticmethod(refuse)

        def perform(self, verb: str, what: Any, args: list, kwargs: dict) -> Any:
            if verb == "down" and args[0] > 0:
                return self.peer.ask("down", None, [args[0] - 1]) + 1
            if verb == "fail":
                raise KeyError("no")
            return 0

        def said(self) -> tuple[str, list]:
            return "", []

        def hear(self, *_: Any) -> None:
            pass

    left, right = Sider(), Sider()
    left.peer, right.peer = Peer(ours, left), Peer(Line(theirs, 1 << 20), right)

    def serve() -> None:
        for _ in range(2):
            right.peer.answer(right.peer.line.receive())

    thread = threading.Thread(target=serve)
    thread.start()
    assert left.peer.ask("down", None, [7]) == 7
    with pytest.raises(KeyError, match="no"):
        left.peer.ask("fail", None)
    thread.join()
