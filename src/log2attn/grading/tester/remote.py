"""The learner's objects as a test sees them: each use is a question to the worker, and the answer is plain data or another such object.

Two rules keep a forged object from passing for a right answer:
- A comparison is never left to an object of the learner's. Objects without an ``__eq__`` of their own are equal if they are the same one.
- What sends a test's values *to* an object (an operator, a method with arguments) is done only if the reference's objects were used that
  way in the same test. So ``got - expected`` on something that should have been a number is an error, as is ``got.equals(expected)``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from inspect import Parameter, Signature
from typing import Any, Protocol

import numpy as np

from log2attn.grading.protocol.values import SPECIAL

PLAIN, OBJECT = "plain", "object"


class NotPlainError(TypeError):
    """A test met an object where it needs plain data."""


class Asker(Protocol):
    """Who carries a question across, and knows what a test may do."""

    def ask(self, verb: str, what: Any, args: tuple = (), kwargs: dict | None = None) -> Any: ...

    def allow(self, use: str, value: Any, *, exact: bool) -> None:
        """Raise NotPlainError unless this use gave this kind of value in the reference's run too."""

    def forbid(self, reason: str) -> None:
        """Note that the item fails whatever the test makes of it, and raise NotPlainError."""

    def watching(
        self, label: str, args: tuple, kwargs: dict
    ) -> AbstractContextManager[Callable[[Any], None]]:
        """Around a call: what is given to the function is what came back."""

    def errstate(self) -> list[str] | None:
        """numpy's error handling in the test (divide, over, under, invalid), if it is not the usual one."""


# Attributes with double underscores that can be read; what else numpy, copy or pickle look for is not there.
READABLE = {
    f"__{name}__"
    for name in [
        "name",
        "qualname",
        "dict",
        "wrapped",
        "annotations",
        "defaults",
        "kwdefaults",
        "code",
        "closure",
        "bases",
        "mro",
        "slots",
        "members",
        "init",
        "self",
        "func",
        "dataclass_fields",
        "dataclass_params",
        "version",
        "file",
        "all",
        "cause",
        "context",
    ]
}


class Remote:
    # An object that lives with the learner. No docstring: it would be found in place of the learner's.
    __slots__ = ("__weakref__", "_r_asker", "_r_label", "_r_number", "_r_own_equality", "_r_type")
    __array_ufunc__ = None  # numpy leaves operators to us

    def __init__(self, asker: Asker, number: int, type_name: str, own_equality: bool) -> None:
        set_ = object.__setattr__
        set_(self, "_r_asker", asker)
        set_(self, "_r_number", number)
        set_(self, "_r_type", type_name)
        set_(self, "_r_own_equality", own_equality)
        set_(self, "_r_label", "()")

    # -- uses that send nothing of the test's: free

    def __getattr__(self, name: str) -> Any:
        if name == "__signature__":
            return _signature(self)
        if name.startswith("__") and name not in READABLE:
            raise AttributeError(name)
        value = self._r_asker.ask("get", [self._r_number, name])
        if isinstance(value, Remote):
            object.__setattr__(value, "_r_label", f".{name}")
        return value

    def __repr__(self) -> str:
        return f"<{self._r_type} object>"

    def __str__(self) -> str:
        return repr(self)

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __dir__(self) -> list[str]:
        return _ask_operation(self, "dir")

    def __hash__(self) -> int:
        return hash((Remote, self._r_number))

    # -- comparisons: never left to the learner's object

    def __eq__(self, other: object) -> Any:
        if self is other:
            return True
        if self._r_own_equality or getattr(other, "_r_own_equality", False):
            self._r_asker.forbid(
                f"an object of type {self._r_type} was compared; compare its attributes instead"
            )
        return False

    def __ne__(self, other: object) -> Any:
        return not self == other

    def __lt__(self, _other: object) -> Any:
        self._r_asker.forbid(f"an object of type {self._r_type} stands where a number is needed")

    __le__ = __gt__ = __ge__ = __lt__

    # -- uses that send something of the test's: as the reference's objects were used

    def __setattr__(self, name: str, value: Any) -> None:
        self._r_asker.ask("set", [self._r_number, name], (value,))
        self._r_asker.allow(f"set .{name}", None, exact=False)

    def __instancecheck__(self, instance: Any) -> bool:
        return (
            isinstance(instance, Remote)
            and self._r_asker.ask("op", [instance._r_number, "isinstance", None], (self,)) is True
        )

    def __subclasscheck__(self, kind: Any) -> bool:
        return (
            isinstance(kind, Remote)
            and self._r_asker.ask("op", [kind._r_number, "issubclass", None], (self,)) is True
        )


def _ask_operation(self: Remote, name: str, *args: Any) -> Any:
    value = self._r_asker.ask("op", [self._r_number, name, self._r_asker.errstate()], args)
    if isinstance(value, Remote):
        object.__setattr__(value, "_r_label", f"{name}()")
    return value


def _signature(self: Remote) -> Signature:
    parameters = [
        Parameter(name, kind, default=default if has else Parameter.empty)
        for name, kind, has, default in _ask_operation(self, "signature")
    ]
    return Signature(parameters)


# -- special methods: a stand-in has those that the learner's object has


def _called(self: Remote, *args: Any, **kwargs: Any) -> Any:
    asker = self._r_asker
    with asker.watching(self._r_label, args, kwargs) as seen:
        value = asker.ask("call", [self._r_number, asker.errstate()], args, kwargs)
        seen(value)
    if (args or kwargs) and not self._r_label.isidentifier():
        asker.allow(f"call {self._r_label}", value, exact=False)
    if isinstance(value, Remote) and value._r_label == "()":
        object.__setattr__(value, "_r_label", f"{self._r_label}()")
    return value


def _as_array(self: Remote, dtype: Any = None, copy: bool | None = None) -> np.ndarray:  # noqa: ARG001  (numpy hands it over)
    value = _ask_operation(self, "array")
    if not isinstance(value, np.ndarray):
        self._r_asker.forbid(f"an object of type {self._r_type} stands where an array or a number is needed")
    return value if dtype is None else value.astype(dtype)


def _iterator(self: Remote) -> Iterator:
    iterator = _ask_operation(self, "iter")
    return iterator if isinstance(iterator, Remote) else iter(iterator)


def _formatted(self: Remote, spec: str) -> str:
    return str(_ask_operation(self, "format", spec))


def _free(name: str, kind: type | None = None) -> Callable:
    """An operation without operand; its result must be of one kind of plain value, if there is one."""

    def operation(self: Remote) -> Any:
        value = _ask_operation(self, name)
        if kind is not None and not isinstance(value, kind):
            self._r_asker.forbid(f"an object of type {self._r_type} stands where a {kind.__name__} is needed")
        return value

    return operation


def _by_contract(name: str) -> Callable:
    """An operation that sends an operand."""

    def operation(self: Remote, *operands: Any) -> Any:
        value = _ask_operation(self, name, *operands)
        self._r_asker.allow(f"operator {name}", value, exact=True)
        return value

    return operation


RESULTS = {"len": int, "bool": bool, "int": int, "float": float, "complex": complex, "index": int, "hash": int, "str": str, "repr": str}  # fmt: skip
METHODS: dict[str, Callable | None] = {
    **{name: _by_contract(name) for name in SPECIAL},
    **{name: _free(name, kind) for name, kind in RESULTS.items()},
    **{name: _free(name) for name in ("next", "neg", "pos", "abs", "invert", "reversed", "enter")},
    "call": _called,
    "iter": _iterator,
    "array": _as_array,
    "format": _formatted,
    "getitem": lambda self, place: _ask_operation(self, "getitem", place),
    "exit": lambda self, *_error: _ask_operation(self, "exit"),
    "eq": None,  # known, and never used
}
SHAPES: dict[tuple[str, int], type[Remote]] = {}
MOST_SHAPES = 10_000


def stand_in(asker: Asker, number: int, type_name: str, special: int) -> Remote:
    """A stand-in for the learner's object with that number. ``special`` says, as bits, which special methods its type has."""
    has = [name for n, name in enumerate(SPECIAL) if special >> n & 1]
    shape = SHAPES.get((type_name, special))
    if shape is None:
        names: dict[str, Any] = {f"__{name}__": METHODS[name] for name in has if METHODS[name]}
        names |= {key: property(_attribute(key)) for key in ("__doc__", "__module__")} | {"__slots__": ()}
        if special >> len(SPECIAL) & 1:
            names["__hash__"] = None
        if "repr" in has and "str" not in has:
            names["__str__"] = names["__repr__"]
        shape = type(type_name.replace("\0", "") or "object", (Remote,), names)
        if len(SHAPES) < MOST_SHAPES:
            SHAPES[type_name, special] = shape
    return shape(asker, number, type_name, "eq" in has)


def _attribute(name: str) -> Callable[[Remote], Any]:
    return lambda self: self._r_asker.ask("get", [self._r_number, name])


def kind_of(value: Any) -> str:
    """Whether an answer is plain data or an object, for comparing a learner's run with the reference's."""
    return OBJECT if isinstance(value, Remote) else PLAIN
