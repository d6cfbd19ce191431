"""Expressions of sympy as trees of names from a list, and back. sympy is imported when an expression arrives, not before.

What arrives is put together and never evaluated: of the names listed here, the receiver's own classes are called with ``evaluate=False``.
Numbers that a test's own evaluation could blow up (a tower of powers, a huge factorial) are refused by a bound on their bits. Whatever
cannot be said so does not cross as an expression: it stays where it is, as every other object.

    5                                      a whole number; ["i", hex] if it is long
    ["Q", top, bottom]                     a fraction
    ["f", sign, mantissa, exponent, bits]  a floating-point number
    "Pi"                                   a constant
    ["S", name, [assumption, bool] …]      a symbol
    ["U", name, argument …]                a function without a meaning, applied
    ["X", class, rows, columns, entry …]   a matrix
    [name of a class, argument …]          anything else
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from log2attn.grading.protocol.scalars import read_whole_number
from log2attn.grading.protocol.values import MOST, WORD, Tree, WireError

if TYPE_CHECKING:
    from log2attn.grading.protocol.decode import Decoder
    from log2attn.grading.protocol.encode import Encoder

DEEPEST = 60
MOST_PARTS = 20_000  # of one message: putting one together takes a tenth of a millisecond
MOST_BITS = 1_000_000  # of any number that evaluating could lead to
LARGEST_ARGUMENT = 10_000  # of a factorial and its like
CONSTANTS = {
    "Pi": "Pi", "Exp1": "Exp1", "ImaginaryUnit": "ImaginaryUnit", "Infinity": "Infinity", "NegativeInfinity": "NegativeInfinity", "ComplexInfinity": "ComplexInfinity",
    "NaN": "NaN", "GoldenRatio": "GoldenRatio", "EulerGamma": "EulerGamma", "Catalan": "Catalan", "BooleanTrue": "true", "BooleanFalse": "false",
    "EmptySet": "EmptySet", "UniversalSet": "UniversalSet", "Reals": "Reals", "Integers": "Integers", "Naturals": "Naturals", "Naturals0": "Naturals0",
    "Rationals": "Rationals", "Complexes": "Complexes",
}  # fmt: skip
FUNCTIONS = frozenset(
    [
        "sin",
        "cos",
        "tan",
        "cot",
        "sec",
        "csc",
        "asin",
        "acos",
        "atan",
        "acot",
        "asec",
        "acsc",
        "atan2",
        "sinh",
        "cosh",
        "tanh",
        "coth",
        "asinh",
        "acosh",
        "atanh",
        "exp",
        "log",
        "Abs",
        "sign",
        "re",
        "im",
        "arg",
        "conjugate",
        "floor",
        "ceiling",
        "Min",
        "Max",
        "factorial",
        "binomial",
        "gamma",
        "erf",
        "erfc",
        "Heaviside",
        "DiracDelta",
        "Mod",
        "LambertW",
        "Add",
        "Mul",
        "Pow",
        "Equality",
        "Unequality",
        "StrictLessThan",
        "LessThan",
        "StrictGreaterThan",
        "GreaterThan",
        "And",
        "Or",
        "Not",
        "Xor",
        "Piecewise",
        "FiniteSet",
        "Union",
        "Intersection",
        "Complement",
    ]
)  # called with evaluate=False
OTHERS = frozenset(
    "Tuple Derivative Integral Limit Sum Product ExprCondPair Interval Lambda".split()  # noqa: SIM905
)  # evaluate nothing by themselves
GROWING = ("factorial", "binomial", "gamma")
MATRICES = {"MutableDenseMatrix": "Matrix", "ImmutableDenseMatrix": "ImmutableMatrix"}


# -- into trees


def writer_of(kind: type) -> Callable[[Encoder, Any], Tree] | None:
    """What writes objects of this type, if sympy made it."""
    module: Any = kind.__module__  # of a stand-in it is no text
    ours = isinstance(module, str) and module.split(".")[0] == "sympy"
    return _write if ours or type(kind).__name__ == "UndefinedFunction" else None


def _write(_encoder: Encoder, value: Any) -> Tree:
    tree = _tree(value, 0)
    if _parts(tree) > MOST_PARTS:
        raise WireError("is too large")
    return ["Y", tree]


def _parts(tree: Tree) -> int:
    return 1 + sum(map(_parts, tree)) if isinstance(tree, list) else 1


def _tree(value: Any, deep: int) -> Tree:
    if deep > DEEPEST:
        raise WireError("is nested too deeply")
    name = type(value).__name__
    if name in CONSTANTS:
        return CONSTANTS[name]
    if getattr(value, "is_Integer", False):
        return _number(value.p)
    if getattr(value, "is_Rational", False):
        return ["Q", _number(value.p), _number(value.q)]
    if name == "Float":
        sign, mantissa, exponent, _bits = value._mpf_
        return ["f", int(sign), hex(mantissa), int(exponent), int(value._prec)]
    if name == "Symbol":
        return ["S", value.name, *[[key, is_] for key, is_ in _assumed(value).items() if is_ is not None]]
    if name in MATRICES:
        return ["X", name, *value.shape, *[_tree(entry, deep + 1) for entry in value]]
    parts = [_tree(part, deep + 1) for part in getattr(value, "args", ())]
    if type(type(value)).__name__ == "UndefinedFunction":
        return ["U", name, *parts]
    if name not in FUNCTIONS | OTHERS:
        raise WireError(f"holds an object of type {name}")
    return [name, *parts]


def _assumed(symbol: Any) -> dict[str, bool | None]:
    """What was said of a symbol when it was made; where sympy does not keep that, all that follows."""
    said = getattr(symbol, "_assumptions_orig", None)
    return symbol.assumptions0 if said is None else said


def _number(value: int) -> Tree:
    number = int(value)
    return number if -(2**63) <= number < 2**64 else ["i", hex(number)]


# -- and back


class Part(NamedTuple):
    """An expression, and what evaluating it could come to.

    bits    of a number at most
    number  whether there is no symbol in it
    size    the logarithm, to base 2, of the largest it can be, as an exponent
    """

    value: Any
    bits: int = 1
    number: bool = False
    size: int = 1


def read(decoder: Decoder, tree: Tree) -> Any:
    """The expression of a tree."""
    try:
        import sympy
    except ImportError as error:
        raise WireError("an expression, and sympy is not installed here") from error
    return _Reader(decoder, sympy).part(tree, 0).value


class _Reader:
    def __init__(self, decoder: Decoder, sympy: Any) -> None:
        self.decoder, self.sympy = decoder, sympy

    def part(self, tree: Tree, deep: int) -> Part:
        self.decoder.left -= MOST // MOST_PARTS
        if deep > DEEPEST or self.decoder.left < 0:
            raise WireError("too large or too deeply nested")
        if isinstance(tree, str):
            return self._constant(tree)
        if type(tree) is int or (isinstance(tree, list) and tree and tree[0] == "i"):
            number = _whole(tree)
            bits = number.bit_length()
            return Part(self.sympy.Integer(number), bits, number=True, size=bits)
        if not isinstance(tree, list) or not tree or not isinstance(tree[0], str):
            raise WireError("not an expression")
        kind, *rest = tree
        special: dict[str, Callable[..., Part]] = {"Q": self._fraction, "f": self._float, "S": self._symbol}
        if kind in special:
            return special[kind](*rest)
        names = 1 if kind == "U" else 3 if kind == "X" else 0
        parts = [self.part(one, deep + 1) for one in rest[names:]]
        made = self._made(kind, rest[:names], [one.value for one in parts])
        number = all(one.number for one in parts)
        bits = _bits(kind, parts, number=number)
        return Part(made, bits, number=number, size=bits)

    def _constant(self, name: str) -> Part:
        if name not in CONSTANTS.values():
            raise WireError("not a constant")
        return Part(getattr(self.sympy.S, name), 2, number=True, size=2)

    def _fraction(self, top: Tree, bottom: Tree) -> Part:
        p, q = _whole(top), _whole(bottom)
        if q < 1:
            raise WireError("not a fraction")
        over, under = p.bit_length(), q.bit_length()
        return Part(self.sympy.Rational(p, q), over + under, number=True, size=max(over - under + 1, 1))

    def _float(self, sign: Tree, mantissa: Tree, exponent: Tree, precision: Tree) -> Part:
        man = _whole(["i", mantissa])
        if sign not in (0, 1) or man < 0 or type(exponent) is not int or type(precision) is not int:
            raise WireError("not a number")
        if abs(exponent) > MOST_BITS or not 1 <= precision <= 100_000 or man.bit_length() > precision:
            raise WireError("not a number")
        bits = man.bit_length()
        said = (sign, man, exponent, bits) if man else 0
        made = self.sympy.Float(said, precision=precision)
        return Part(made, precision + abs(exponent), number=True, size=max(bits + exponent, 1))

    def _symbol(self, name: Tree, *assumptions: Tree) -> Part:
        if not isinstance(name, str) or not 1 <= len(name) <= 200 or len(assumptions) > 100:
            raise WireError("not a symbol")
        known = {}
        for key, is_ in assumptions:
            if not isinstance(key, str) or not WORD.fullmatch(key) or type(is_) is not bool:
                raise WireError("not a symbol")
            known[key] = is_
        return Part(self.sympy.Symbol(name, **known))

    def _made(self, kind: str, names: list, values: list) -> Any:
        if kind == "U":
            if not isinstance(names[0], str) or not WORD.fullmatch(names[0]):
                raise WireError("not a function")
            return self.sympy.Function(names[0])(*values)
        if kind == "X":
            kind_, rows, columns = names
            if (
                kind_ not in MATRICES
                or type(rows) is not int
                or type(columns) is not int
                or rows * columns != len(values)
                or min(rows, columns) < 0
            ):
                raise WireError("not a matrix")
            return getattr(self.sympy, MATRICES[kind_])(rows, columns, values)
        if kind in FUNCTIONS:
            return getattr(self.sympy, kind)(*values, evaluate=False)
        if kind not in OTHERS:
            raise WireError("not an expression")
        if kind == "ExprCondPair":
            from sympy.functions.elementary.piecewise import ExprCondPair

            return ExprCondPair(*values)
        return getattr(self.sympy, kind)(*values)


def _whole(tree: Tree) -> int:
    if type(tree) is int:
        return tree
    digits = tree[1] if isinstance(tree, list) and len(tree) == 2 and tree[0] == "i" else None
    return read_whole_number(digits, MOST_BITS // 4)


def _bits(kind: str, parts: list[Part], *, number: bool) -> int:
    """So many bits a number has at most that evaluating these parts could lead to."""
    if kind == "Pow" and len(parts) == 2:
        base, exponent = parts
        bits = base.bits * 2 ** min(exponent.size, 64) if exponent.number else base.bits + exponent.bits
    elif kind in GROWING and number:
        largest = 2 ** min(max((part.size for part in parts), default=0), 64)
        bits = largest * 16 if largest <= 2 * LARGEST_ARGUMENT else MOST_BITS + 1
    elif kind == "Add":
        bits = max((part.bits for part in parts), default=0) + len(parts).bit_length()
    else:
        bits = sum(part.bits for part in parts) + 1
    if bits > MOST_BITS:
        raise WireError("a number that evaluating would make too large")
    return bits
