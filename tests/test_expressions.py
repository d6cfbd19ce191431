"""Expressions of sympy across the boundary: what arrives is what was sent, put together and not evaluated; a forged tree is refused."""

from __future__ import annotations

import time
from typing import Any

import pytest
import sympy as sp

from log2attn.grading.protocol.decode import Decoder
from log2attn.grading.protocol.encode import Encoder
from log2attn.grading.protocol.values import WireError, pack, unpack

x, y = sp.symbols("x y")
n = sp.Symbol("n", integer=True, positive=True)
A, B = sp.symbols("A B", commutative=False)
f = sp.Function("f")

EXPRESSIONS = [
    x, n, sp.Integer(5), sp.Integer(10) ** 50, sp.Rational(-1, 3), sp.Float(0.1), sp.Float(0.0), sp.Float("1.5", 40), sp.Float("1e-300"), sp.Float("-2e300"),
    sp.pi, sp.E, sp.I, sp.oo, -sp.oo, sp.zoo, sp.true, sp.S.EmptySet, sp.S.Reals,
    3 * x**2, sp.expand((x + y + 1) ** 5), (x + 1) * (x - 1), sp.Mul(2, 3, evaluate=False), 2**x, 10**-x, x**0.5, x**2.0, x**sp.pi, n ** sp.Rational(3, 2),
    (-1) ** sp.Rational(1, 3), x * sp.I - y / 3, A * B - B * A, sp.sin(x) ** 2 + sp.cos(x * y), sp.exp(-(x**2) / 2) / sp.sqrt(2 * sp.pi), sp.log(x, 2), sp.atan2(y, x),
    sp.Abs(x), sp.floor(x), sp.Min(x, y), sp.factorial(n), sp.factorial(100, evaluate=False), sp.binomial(n, 2), sp.gamma(x), sp.Mod(x, 3), sp.conjugate(x),
    sp.diff(f(x), x, 2), sp.Derivative(f(x, y), x, y), sp.Integral(sp.exp(-x), (x, 0, sp.oo)), sp.Sum(1 / n**2, (n, 1, sp.oo)), sp.Limit(sp.sin(x) / x, x, 0),
    sp.Eq(x, y), x < y, sp.Ne(x, 1), sp.And(x > 0, y > 0), sp.Or(x > 0, sp.Not(sp.Eq(y, 0))), sp.Piecewise((x, x > 0), (-x, True)), sp.Lambda(x, x**2), sp.Tuple(x, 1),
    sp.FiniteSet(1, x), sp.Interval(0, 1, True), sp.Union(sp.Interval(0, 1), sp.FiniteSet(5)), sp.solveset(x**2 - 4, x), sp.ImmutableMatrix([[1, x]]),
]  # fmt: skip


def refuse(what: Any) -> Any:
    raise WireError(f"refused {type(what).__name__}")


def there_and_back(value: Any) -> Any:
    return Decoder(refuse).decode(unpack(pack(Encoder(refuse).encode(value))))


@pytest.mark.parametrize("expression", EXPRESSIONS, ids=sp.sstr)
def test_expressions_arrive(expression: Any) -> None:
    """An expression arrives equal, with the same type, the same hash and, part for part, the same tree."""
    got = there_and_back(expression)
    assert got == expression and type(got) is type(expression) and hash(got) == hash(expression)
    assert sp.srepr(got) == sp.srepr(expression)


def test_matrices_arrive() -> None:
    """A matrix arrives as one that can be changed, if it could be before."""
    for matrix in (sp.Matrix([[1, x], [y, 4]]), sp.zeros(0, 3), sp.eye(3)):
        got = there_and_back(matrix)
        assert got == matrix and type(got) is type(matrix)
    got[0, 0] = 7
    assert got.det() == 7


def test_what_is_no_plain_expression_stays_where_it_is() -> None:
    """Symbols that are equal only to themselves, polynomials, sums of thousands of terms and towers of a hundred functions are told of as objects."""
    tower = x
    for _ in range(100):
        tower = sp.sin(tower)
    long = sp.Add(*range(30_000), evaluate=False)
    for value in (long, sp.Dummy("x"), sp.Poly(x**2 + 1), tower, sp.Symbol):
        assert Encoder(lambda _obj: ["h", 0]).encode(value) == ["h", 0]


def tower_of(deep: int) -> list:
    tree: list = ["sin", 1]
    for _ in range(deep):
        tree = ["sin", tree]
    return tree


FORGED = [
    "os", "__import__('os')", None, 1.5, [], {}, ["sympify", "x"], ["parse_expr", "Pi"], ["lambdify", 1], ["h", 0], ["Add", ["h", 0]], ["Add", ["k", 0]], ["Add", 1.5], ["Add", ["a", "<f8", [1], b"8" * 8]],
    ["Pow", 10, 10**7], ["Pow", ["Pow", 10, 1000], ["Pow", 10, 1000]], ["Pow", ["Pow", ["Pow", 10, 1000], 1000], 1000], ["Pow", 2, ["f", 0, "0x1", 60, 53]], ["Pow", ["S", "x"], 10**9],
    ["Mul", *[["Pow", 10, 100_000]] * 4], ["factorial", 10**6], ["factorial", ["factorial", 10]], ["gamma", ["Q", 10**9, 3]], ["binomial", 10**9, 10**8], ["i", "0x" + "f" * 300_000], ["i", "1e5"], ["i", 5],
    ["Q", 1, 0], ["Q", 1, -2], ["Q", 1.0, 2], ["f", 0, "0x1", 10**9, 53], ["f", 2, "0x1", 0, 53], ["f", 0, "-0x1", 0, 53], ["f", 0, "0x1", 0, 10**9], ["f", 0, "0xff", 0, 2],
    ["S"], ["S", ""], ["S", 1], ["S", "x" * 1000], ["S", "x", ["real", "yes"]], ["S", "x", ["positive", True], ["negative", True]], ["S", "x", ["no such", True]],
    ["U"], ["U", "f(x)", 1], ["U", ["l"], 1], ["X", "MutableDenseMatrix", 10**9, 10**9], ["X", "MutableDenseMatrix", -1, -1, 1], ["X", "MutableDenseMatrix", 1, 2, 1], ["X", "Matrix", 1, 1, 1],
    ["Interval"], ["Sum"], ["Piecewise", 1], ["Limit", 1], ["Add", *range(30_000)], tower_of(70),
]  # fmt: skip


@pytest.mark.parametrize("tree", FORGED, ids=lambda tree: repr(tree)[:50])
def test_a_forged_expression_is_refused(tree: Any) -> None:
    """Text, other names, objects, numbers too large to evaluate, shapes that do not fit: each is a WireError, and at once."""
    begun = time.monotonic()
    with pytest.raises(WireError):
        Decoder(lambda _tree: x).decode(unpack(pack(["Y", tree])))
    assert time.monotonic() - begun < 2


def test_a_tree_ten_thousand_deep_is_refused() -> None:
    """As a message and as a tree."""
    with pytest.raises(WireError):
        Decoder(refuse).decode(["Y", tower_of(10_000)])
    with pytest.raises(WireError):
        unpack(pack(["Y", tower_of(10_000)]))


def test_nothing_is_evaluated_on_arrival() -> None:
    """A sum of one and one stays one, so that no forged tree sets sympy to work before a test does."""
    got = Decoder(refuse).decode(["Y", ["Add", 1, 1]])
    assert got != 2 and got.args == (1, 1) and got.doit() == 2
