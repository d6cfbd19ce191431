"""Recognizing behavior: sketches, records, and telling mistakes apart."""

import json
import math

import numpy as np
import pytest

from log2attn.learn.figure import fresh_axes
from log2attn.learn.sketch import alike, sketch
from log2attn.learn.trial import run_check, same_behavior

VALUES = [
    None,
    True,
    0,
    1,
    -1.5,
    math.inf,
    -math.inf,
    math.nan,
    10**30,
    1j,
    "a",
    b"a",
    [1, 2],
    [1, [2]],
    {"a": 1},
    {1, 2},
    np.eye(2),
    np.eye(2) > 0,
    np.array(["a"]),
    len,
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_sketch_is_plain_and_like_itself(value: object) -> None:
    """A sketch survives JSON and is like itself, nan included."""
    made = sketch(value)
    assert alike(json.loads(json.dumps(made)), made)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (1.0, 1.0 + 1e-9),
        (np.float32(0.1), 0.1),
        (2, 2.0),
        ([1, 2], np.array([1.0, 2.0])),
        (np.arange(10**5), np.arange(10**5) * 1.0),
        (np.array(3.0), 3.0),
        ((1, 2), [1, 2]),
    ],
)
def test_alike_within_rounding(a: object, b: object) -> None:
    """Values that differ by rounding, by int or float, or by list or array have like sketches."""
    assert alike(sketch(a), sketch(b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (1.0, 1.001),
        (1, True),
        (None, 0),
        (np.zeros(3), np.zeros((3, 1))),
        (np.nan, 0.0),
        (np.inf, -np.inf),
        ([1, 2], [2, 1]),
        ("a", "b"),
        (10**30, 10**31),
        (np.arange(5), np.arange(5) + 0.1),
        (0.0, 1e-6),
    ],
)
def test_different_values_differ(a: object, b: object) -> None:
    """Another number, shape, kind, sign of infinity or order is another sketch."""
    assert not alike(sketch(a), sketch(b))


def test_objects_are_followed_and_loops_end() -> None:
    """An object is sketched by its public attributes, through the objects it refers to; loops and long chains end."""

    class Node:
        def __init__(self, value: float, *parents: object) -> None:
            self.value, self.parents, self._private = value, parents, value

    a = Node(1.0)
    assert alike(sketch(Node(2.0, a, a)), sketch(Node(2.0, a, a)))
    assert not alike(sketch(Node(2.0, a, a)), sketch(Node(2.0, a, Node(1.0))))
    assert not alike(sketch(Node(2.0, a)), sketch(Node(2.0, Node(1.5))))
    a.parents = (a,)
    assert sketch(a)
    chain = a
    for _ in range(3000):
        chain = Node(0.0, chain)
    assert sketch(chain)


def test_a_drawing_is_sketched() -> None:
    """Two drawings of the same data are alike; other data, or a missing label, is another drawing."""

    def drawn(scale: float, label: str) -> object:
        ax = fresh_axes()
        ax.plot([1, 2], [scale, 2 * scale], label=label)
        ax.set_xlabel("x")
        return sketch(ax)

    assert alike(drawn(1, "one"), drawn(1, "first"))
    assert not alike(drawn(1, "one"), drawn(2, "one"))
    assert not alike(drawn(1, "one"), drawn(1, ""))


def behavior(function: object, check: str) -> list:
    return run_check(check, {"f": function, "np": np}, "f").behavior


def test_only_the_checks_own_calls_count() -> None:
    """Two ways to write the same thing behave alike, even if one calls itself."""

    def recursive(n: int) -> int:
        return 1 if n == 0 else n * names["f"](n - 1)

    names: dict = {"f": recursive}
    verdict = run_check("assert f(5) == 120", names, "f")
    assert verdict.passed
    assert verdict.calls == 1
    assert same_behavior(verdict.behavior, behavior(math.factorial, "assert f(5) == 120"))


def test_what_differs() -> None:
    """Another value, another exception, another number of calls, a changed argument: each is another behavior."""
    check = "x = np.array([3.0, 1.0]); y = f(x); assert (y == [1, 3]).all(); assert (x == [3, 1]).all(); f(x)"

    def in_place(x: np.ndarray) -> np.ndarray:
        x.sort()
        return x

    def raises(x: np.ndarray) -> np.ndarray:
        raise ValueError

    def raises_other(x: np.ndarray) -> np.ndarray:
        raise TypeError

    kinds = [
        behavior(f, check) for f in (np.sort, in_place, raises, raises_other, lambda x: x, lambda x: None)
    ]
    assert all(same_behavior(a, b) == (i == j) for i, a in enumerate(kinds) for j, b in enumerate(kinds))


def test_a_class_is_watched_through_its_methods() -> None:
    """For a class, calls of its methods and of functions it hands out are recorded; afterwards the class is as it was."""

    class Base:
        def scale(self, x: float) -> float:
            return 2 * x

    class Tool(Base):
        def __add__(self, other: float) -> "Tool":
            made = Tool()
            made.push = lambda g: (g, other)
            return made

    before = dict(vars(Tool))
    verdict = run_check(
        "t = Tool() + 3\nassert t.push(2.0) == (2.0, 3)\nassert t.scale(1) == 2", {"Tool": Tool}, "Tool"
    )
    assert verdict.passed
    assert verdict.calls == 3
    assert {k: v for k, v in vars(Tool).items() if k != "__dict__"} == {
        k: v for k, v in before.items() if k != "__dict__"
    }


def test_a_returned_function_is_watched() -> None:
    """A function that an answer returns is the answer's code too."""
    check = "g = f(2)\nassert g(3) == 6"
    right, wrong = (lambda k: lambda x: k * x), (lambda k: lambda x: k + x)
    assert behavior(right, check)[1] == 2
    assert not same_behavior(behavior(right, check), behavior(wrong, check))


def test_a_long_record_is_shortened() -> None:
    """Of a thousand calls the first and the last are kept, and their number."""
    verdict = run_check("for i in range(1000): f(i)", {"f": lambda x: x}, "f")
    assert verdict.calls == 1000
    assert len(verdict.record) == 16
    assert verdict.record[-1] == ["gave", 999.0]


def test_a_bare_assert_says_what_did_not_hold() -> None:
    """An assert without a message is told by its condition."""
    assert run_check("assert f(1) == 2", {"f": lambda x: x}, "f").message == "This does not hold: f(1) == 2"


def test_warnings_are_noted() -> None:
    """A warning during a check is noted, because stock nbgrader takes marks away for it."""
    assert "divide by zero" in run_check("f(np.zeros(1))", {"f": np.log, "np": np}, "f").warned[0]
