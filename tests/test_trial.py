"""Recognizing behavior: sketches, records, and telling mistakes apart."""

import json
import math
import time

import numpy as np
import pytest

from log2attn.learn.alarm import alarm, held
from log2attn.learn.behavior import Known, known_of, same_outcome
from log2attn.learn.diagnose import matches, recognized
from log2attn.learn.figure import fresh_axes
from log2attn.learn.shipped import ShippedMistake
from log2attn.learn.sketch import alike, sketch
from log2attn.learn.stage import Stage
from log2attn.learn.trial import Trial, run_check
from log2attn.learn.watch import MOST, TooSlowError

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


def test_a_sketch_of_a_number_too_long_to_write_out() -> None:
    """A whole number with more digits than Python writes out has a sketch, unlike that of its negative and of its double."""
    assert alike(sketch(2**20_000), sketch([2**20_000][0]))
    assert not alike(sketch(2**20_000), sketch(-(2**20_000)))
    assert not alike(sketch(2**20_000), sketch(2**20_001))


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
        ({"x": 1.0, "w": [2, 3], 4: 5}, {4: 5.0, "w": np.array([2, 3]), "x": 1.0 + 1e-9}),
    ],
)
def test_alike_within_rounding(a: object, b: object) -> None:
    """Values that differ by rounding, by int or float, by list or array, or by the order of a dict's entries have like sketches."""
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
        ({"x": 1, "w": 2}, {"x": 2, "w": 1}),
        ({"x": 1}, {"x": 1, "w": 2}),
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


def test_a_curve_is_known_by_its_way() -> None:
    """How many points a curve is drawn from is the drawer's choice; a polyline of few points is told point by point."""

    def drawn(points: int, end: float = 1.0, power: int = 2) -> object:
        ax = fresh_axes()
        x = np.linspace(0, end, points)
        ax.plot(x, x**power)
        return sketch(ax)

    assert not alike(drawn(200), drawn(200, power=3))  # with the same two ends

    assert alike(drawn(200), drawn(300))
    assert not alike(drawn(200), drawn(200, end=1.1))
    assert not alike(drawn(5), drawn(7))
    assert not alike(drawn(5), drawn(200))


def tried(function: object, check: str) -> Trial:
    return run_check(check, {"f": function, "np": np}, "f")


def outcomes(function: object, check: str) -> list:
    return [call.outcome for call in tried(function, check).watch.calls]


def known_for(wrong: object, right: object, check: str) -> ShippedMistake:
    """A mistake as build ships it, from a wrong and a right function."""
    calls = {key: [outcome] for key, outcome in tried(right, check).behavior["calls"].items()}
    made = Known(**known_of(tried(wrong, check).behavior, calls), right=calls)
    return ShippedMistake("", (), made, None)


def is_known(answer: object, wrong: object, right: object, check: str) -> bool:
    return matches(known_for(wrong, right, check), tried(answer, check).behavior, None)


def test_only_the_checks_own_calls_count() -> None:
    """Two ways to write the same thing behave alike, even if one calls itself."""

    def recursive(n: int) -> int:
        return 1 if n == 0 else n * names["f"](n - 1)

    names: dict = {"f": recursive}
    trial = run_check("assert f(5) == 120", names, "f")
    assert trial.passed
    assert [call.outcome for call in trial.watch.calls] == outcomes(math.factorial, "assert f(5) == 120")


def test_what_differs() -> None:
    """Another value, another exception, a changed argument: each is another outcome."""
    check = "x = np.array([3.0, 1.0]); y = f(x); assert (y == [1, 3]).all(); assert (x == [3, 1]).all(); f(x)"

    def in_place(x: np.ndarray) -> np.ndarray:
        x.sort()
        return x

    def raises(x: np.ndarray) -> np.ndarray:
        raise ValueError

    def raises_other(x: np.ndarray) -> np.ndarray:
        raise TypeError

    kinds = [outcomes(f, check)[0] for f in (np.sort, raises, raises_other, lambda x: x, lambda x: None)]
    assert all(
        same_outcome(a, b, messages=False) == (i == j)
        for i, a in enumerate(kinds)
        for j, b in enumerate(kinds)
    )
    assert not same_outcome(kinds[0], outcomes(in_place, check)[0], messages=False)


def test_a_check_goes_on_after_a_failure() -> None:
    """What a check says is what it would have said had it stopped at its first failure; its later calls are watched all the same."""
    check = "assert f(1) == 2, 'one'\nfor n in [2, 3]:\n    got = f(n)\n    assert got == n + 1, f'{n}'\nf(9)"
    trial = tried(lambda n: n, check)
    assert trial.message == "one"
    assert [call.outcome[1] for call in trial.watch.calls] == [1.0, 2.0, 3.0, 9.0]
    assert [look.line for look in trial.watch.looks] == [1, 4, 4]


def test_an_old_value_is_not_taken_for_a_new_one() -> None:
    """Where a call raises, the asserts about its result cannot be evaluated; they do not look at what was there before."""

    def wrong(n: int) -> int:
        if n == 2:
            raise ValueError("two")
        return n

    check = "got = f(1)\nassert got == 1\ngot = f(2)\nassert got == 1\ngot = f(3)\nassert got == 3"
    looks = tried(wrong, check).watch.looks
    assert [look.held for look in looks] == [True, False, True]
    assert looks[1].seen == ["raised", "ValueError", "two"]


def test_the_first_calls_are_not_enough() -> None:
    """An answer that agrees with a mistake until the check fails, and not beyond, is not known for it."""
    check = "assert f(1) == 5\nassert f(2) == 6\nassert f(3) == 7"
    right, mistake = (lambda n: n + 4), (lambda n: n + 1)
    assert is_known(lambda n: 1 + n, mistake, right, check)
    assert not is_known(lambda n: 2, mistake, right, check)


def test_a_crash_alone_says_nothing() -> None:
    """A mistake that only raises is recognized by what its exception says, and never by the exception's type."""
    check = "assert (f(np.ones((2, 3))) == 3).all()\nassert (f(np.ones((2, 2))) == 2).all()"

    def crashes(x: np.ndarray) -> np.ndarray:
        return x @ np.ones(len(x))

    def other(x: np.ndarray) -> np.ndarray:
        return x @ np.ones(5)

    def right(x: np.ndarray) -> np.ndarray:
        return x @ np.ones(x.shape[1])

    assert is_known(lambda x: x @ np.ones(x.shape[0]), crashes, right, check)
    assert not is_known(other, crashes, right, check)


def test_what_an_assert_looks_at_counts() -> None:
    """Two answers whose values are right behave differently where an assert counts, say, how often a function was called."""
    check = "count = []\ng = lambda: count.append(1)\nassert f(g) == 1\nassert len(count) == 1, 'too often'"

    def times(n: int) -> object:
        def answer(g: object) -> int:
            for _ in range(n):
                g()
            return 1

        return answer

    assert is_known(times(3), times(3), times(1), check)
    assert not is_known(times(2), times(3), times(1), check)


def test_a_choice_is_no_difference() -> None:
    """Where right answers differ, a mistake is not known by which of them it follows; where it is wrong, by its value."""
    check = "assert f(1) in (1, 2)\nassert f(5) == 5"
    calls = {
        key: [outcome, ["gave", 2.0]] if n == 0 else [outcome]
        for n, (key, outcome) in enumerate(tried(lambda n: n, check).behavior["calls"].items())
    }
    wrong = tried(lambda n: 1 if n == 1 else 6, check).behavior
    mistake = ShippedMistake("", (), Known(**known_of(wrong, calls), right=calls), None)
    assert matches(mistake, tried(lambda n: 2 if n == 1 else 6, check).behavior, None)
    assert not matches(mistake, tried(lambda n: 2 if n == 1 else 7, check).behavior, None)


SHAPES = """
from math import isclose
s = Shape(2.0)
assert isclose(s.area(), 4.0), "area"
assert isclose(s.edge(), 8.0), "edge"
assert isclose(s.twice().area(), 16.0), "twice"
"""


class Shape:
    def __init__(self, a: float) -> None:
        self.a = a

    def area(self) -> float:
        return self.a**2

    def edge(self) -> float:
        return 4 * self.a

    def twice(self) -> object:
        return Shape(2 * self.a)


def shape_tried(cls: type) -> dict:
    return run_check(SHAPES, {"Shape": cls}, "Shape").behavior


def shape_mistake(cls: type, *methods: str) -> ShippedMistake:
    return ShippedMistake(
        "", methods, Known(**known_of(shape_tried(cls), {}, list(methods)), of_methods=True), None
    )


def test_a_class_is_known_method_by_method() -> None:
    """A wrong method is recognized whatever the others are like: differently built, wrong or missing."""

    class Wrong(Shape):
        def edge(self) -> float:
            return 3 * self.a

    class Other(Shape):
        def __init__(self, a: float) -> None:
            self.a, self.sides = a, [a, a]

        def area(self) -> float:
            raise NotImplementedError

        def edge(self) -> float:
            return self.a + 2 * self.a

    class Different(Other):
        def edge(self) -> float:
            return 2 * self.a

    mistake = shape_mistake(Wrong, "edge")
    assert recognized([mistake], shape_tried(Other), None) == [mistake]
    assert recognized([mistake], shape_tried(Different), None) == []
    assert recognized([mistake], shape_tried(Shape), None) == []


def test_a_method_that_leans_on_a_wrong_one() -> None:
    """A method that is wrong because it calls a wrong one is not told as a mistake of its own."""

    class WrongArea(Shape):
        def area(self) -> float:
            return 3 * self.a

    class WrongEdge(Shape):
        def edge(self) -> float:
            return 6 * self.a

    class Leaning(WrongArea):
        def edge(self) -> float:
            return 2 * self.area() / self.a * self.a

    area, edge = shape_mistake(WrongArea, "area"), shape_mistake(WrongEdge, "edge")
    assert recognized([area, edge], shape_tried(Leaning), None) == [area]
    assert recognized([area, edge], shape_tried(type("Both", (WrongArea, WrongEdge), {})), None) == [
        area,
        edge,
    ]


def test_a_class_is_watched_through_its_methods() -> None:
    """For a class, calls of its methods and of functions it hands out are noted; afterwards the class is as it was."""

    class Base:
        def scale(self, x: float) -> float:
            return 2 * x

    class Tool(Base):
        def __add__(self, other: float) -> "Tool":
            made = Tool()
            made.push = lambda g: (g, other)
            return made

    before = dict(vars(Tool))
    trial = run_check(
        "t = Tool() + 3\nassert t.push(2.0) == (2.0, 3)\nassert t.scale(1) == 2", {"Tool": Tool}, "Tool"
    )
    assert trial.passed
    assert [call.label for call in trial.watch.calls] == ["__add__", "__add__", "scale"]
    assert {k: v for k, v in vars(Tool).items() if k != "__dict__"} == {
        k: v for k, v in before.items() if k != "__dict__"
    }


def test_a_returned_function_is_watched() -> None:
    """A function that an answer returns is the answer's code too."""
    check = "g = f(2)\nassert g(3) == 6"
    right, wrong = (lambda k: lambda x: k * x), (lambda k: lambda x: k + x)
    assert len(outcomes(right, check)) == 2
    assert is_known(lambda k: lambda x: x + k, wrong, right, check)
    assert not is_known(lambda k: lambda x: x - k, wrong, right, check)


def test_a_long_record_ends() -> None:
    """After some thousand calls no more are noted."""
    trial = run_check("for i in range(6000): f(i)", {"f": lambda x: x}, "f")
    assert trial.passed
    assert len(trial.watch.calls) == MOST


def test_a_bare_assert_says_what_did_not_hold() -> None:
    """An assert without a message is told by its condition."""
    assert run_check("assert f(1) == 2", {"f": lambda x: x}, "f").message == "This does not hold: f(1) == 2"


def test_warnings_are_noted() -> None:
    """A warning during a check is noted, because stock nbgrader takes marks away for it."""
    assert "divide by zero" in run_check("f(np.zeros(1))", {"f": np.log, "np": np}, "f").warned[0]


MEMORY_IS_TOLD = pytest.mark.skipif(
    not held(), reason="this system does not say how much memory a process holds"
)


def test_an_alarm_rings_in_time() -> None:
    """It raises after its seconds, once, whether or not it looks at the memory; code that ends before runs to its end."""
    rang = []
    with pytest.raises(TooSlowError), alarm(1.2, lambda: rang.append(1) or TooSlowError(), grown=2**40):
        time.sleep(20)
    with alarm(0.7, TooSlowError, grown=2**40):
        time.sleep(0.6)
    assert rang == [1]


@MEMORY_IS_TOLD
def test_an_alarm_rings_for_memory() -> None:
    """It raises long before its time in code that fills the memory."""
    started, kept = time.monotonic(), []

    def keep_on() -> None:
        while True:
            kept.append(b"x" * 2**20)
            time.sleep(0.002)

    with pytest.raises(TooSlowError), alarm(60, TooSlowError, grown=100 * 2**20):
        keep_on()
    assert 100 <= len(kept) < 2000
    assert time.monotonic() - started < 30


@MEMORY_IS_TOLD
def test_an_answer_that_fills_the_memory_is_stopped() -> None:
    """A loop without end that keeps what it makes is told as one that does not end, before the memory is full."""
    stage = Stage([("def f(x):\n    return x", "", 1), ("assert f(1) == 1", "d01-f", 3)], "lesson.py")
    loop = "    while True:\n        time.sleep(0.001)\n        kept.append('x' * 2**21)"
    answer = f"import time\ndef f(x):\n    kept = []\n{loop}"
    started = time.monotonic()
    (trial,) = stage.trial("d01-f", "f", "def f(x):\n    return x", answer, ["assert f(1) == 1"])
    assert (trial.hung, trial.error) == (True, "TooSlowError")
    assert time.monotonic() - started < 15
