"""Values as plain data and back: all that ever crosses between a learner's process and the tester.

A value is a tree of msgpack's own types. What those cannot say is a list that starts with a tag: ``["a", dtype, shape, bytes]``.
Never pickle, never a repr that is evaluated. Whoever decodes trusts nothing: every tag, length, shape and type is checked, and the
number of nodes is bounded, so a forged tree is a value or a ``WireError``, and nothing else.

Lists, dicts, sets, arrays, bytearrays and generators are numbered in the order in which they are met, and met again they are a
reference: two names for one list are two names for one list on the other side, and changes made in place can be sent back.
"""

from __future__ import annotations

import builtins
import re
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from types import BuiltinFunctionType, FunctionType, ModuleType, NoneType
from typing import Any, cast

import msgpack
import numpy as np

Tree = Any
DEEPEST = 150  # levels of nesting
MOST = 3_000_000  # nodes of one message
SMALL = 1 << 20  # bytes: too few for too many nodes
LONGEST_INT = 1_000_000  # hexadecimal digits
DTYPE = re.compile(
    r"[<>|]?(?:b1|[iu][1248]|f(?:2|4|8|16)|c(?:8|16|32)|[SU]\d{1,6}|[Mm]8(?:\[\d{0,6}[a-zA-Zμ]{1,7}\])?)"
)
HEX = re.compile(r"-?0x[0-9a-f]+")
WORD = re.compile(r"[A-Za-z_]\w{0,99}")
BIT_GENERATORS = ("PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64")
TYPES: dict[str, type] = {
    t.__name__: t
    for t in (
        bool,
        int,
        float,
        complex,
        str,
        bytes,
        bytearray,
        list,
        tuple,
        dict,
        set,
        frozenset,
        NoneType,
        object,
        type,
        range,
        slice,
    )
}
TYPES |= {
    name: kind
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, BaseException)
}
TYPES |= {
    f"numpy.{t.__name__}": t
    for t in cast(tuple[type, ...], (np.ndarray, *np.sctypeDict.values()))
    if t is not np.void and t is not np.object_
}
TYPES |= {f"{t.__module__}.{t.__name__}": t for t in (Fraction, Decimal, date, datetime, time, timedelta)}
DICTS: dict[str, type[dict]] = {kind.__name__: kind for kind in (Counter, OrderedDict, defaultdict)}
TYPES |= {f"collections.{kind.__name__}": kind for kind in cast(tuple[type, ...], (*DICTS.values(), deque))}
NAMED_TYPES = {t: name for name, t in TYPES.items()}
# Special methods that a type may have or lack. A stand-in on the other side has those that the object has, and no others.
SPECIAL = (
    "len", "iter", "next", "reversed", "contains", "getitem", "setitem", "delitem", "call", "enter", "exit", "bool", "int", "float", "complex", "index",
    "round", "neg", "pos", "abs", "invert", "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "lshift", "rshift", "and", "or", "xor",
    "radd", "rsub", "rmul", "rtruediv", "rfloordiv", "rmod", "rpow", "rmatmul", "rand", "ror", "rxor", "iadd", "isub", "imul", "itruediv",
    "array", "str", "repr", "format", "hash", "eq",
)  # fmt: skip
SINGLES = {"Ellipsis": Ellipsis, "NotImplemented": NotImplemented}


def special_methods_of(kind: type) -> int:
    """Which of the SPECIAL methods a type has, beyond what every object has, as bits; the one above the last: it cannot be hashed."""
    names = [(name, f"__{name}__") for name in SPECIAL]
    mro = type.__dict__["__mro__"].__get__(kind)[:-1]
    bits = sum(
        1 << n
        for n, (_, special) in enumerate(names)
        if any(special in type.__dict__["__dict__"].__get__(one) for one in mro)
    )
    unhashable = next((one.__dict__["__hash__"] for one in mro if "__hash__" in one.__dict__), 0) is None
    return bits | unhashable << len(SPECIAL)


def origin_of(obj: Any) -> str:
    """Where a module, a function or a class comes from, ``module:name``; "" for anything else, and for what a notebook defines."""
    if isinstance(obj, ModuleType):
        return f"{obj.__name__}:"
    if not isinstance(obj, type | FunctionType | BuiltinFunctionType | np.ufunc):
        return ""
    module, name = getattr(obj, "__module__", None), getattr(obj, "__qualname__", None)
    if isinstance(obj, np.ufunc):
        module, name = "numpy", obj.__name__
    if not isinstance(module, str) or not isinstance(name, str) or module == "__main__":
        return ""
    return f"{module}:{name}"[:300]


class WireError(Exception):
    """What came is not a value, or what should go cannot be said."""


def pack(tree: Tree) -> bytes:
    """The bytes of a tree."""
    try:
        return msgpack.packb(tree, use_bin_type=True, unicode_errors="surrogatepass")
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise WireError(f"cannot be sent: {error}") from error


def unpack(data: bytes | bytearray) -> Tree:
    """The tree of some bytes. Its lists are counted while it is built: sixty million empty ones would fit into a message, and not into memory."""
    count = _counter() if len(data) > SMALL else None
    try:
        return msgpack.unpackb(
            data,
            raw=False,
            strict_map_key=True,
            unicode_errors="surrogatepass",
            max_ext_len=0,
            max_map_len=0,
            max_array_len=MOST,
            list_hook=count,
        )
    except Exception as error:
        raise WireError(f"not a message: {type(error).__name__}") from error


def _counter() -> Callable[[list], list]:
    left = MOST

    def count(made: list) -> list:
        nonlocal left
        left -= 1 + len(made)
        if left < 0:
            raise ValueError("too many lists")
        return made

    return count
