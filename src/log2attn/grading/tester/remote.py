"""The learner's objects as a test sees them: each use is a question to the worker, and the answer is plain data or another such object.

Two rules keep a forged object from passing for a right answer:
- A comparison is never left to an object of the learner's. Objects without an ``__eq__`` of their own are equal if they are the same one.
- What sends a test's values *to* an object (an operator, a method with arguments) is done only if the reference's objects were used that
  way in the same test. So ``got - expected`` on something that should have been a number is an error, as is ``got.equals(expected)``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any, Protocol

import numpy as np

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

    def watching(self, label: str, args: tuple) -> AbstractContextManager[Callable[[Any], None]]:
        """Around a call: what is given to the function is what came back."""

    def errstate(self) -> list[str] | None:
        """numpy's error handling in the test (divide, over, under, invalid), if it is not the usual one."""


class Remote:
    """An object that lives with the learner."""

    __slots__ = ("__weakref__", "_r_asker", "_r_label", "_r_number", "_r_own_equality", "_r_type")
    __array_ufunc__ = None  # numpy leaves operators to us

    def __init__(
        self, asker: Asker, number: int, type_name: str, own_equality: bool, label: str = "()"
    ) -> None:
        set_ = object.__setattr__
        set_(self, "_r_asker", asker)
        set_(self, "_r_number", number)
        set_(self, "_r_type", type_name)
        set_(self, "_r_own_equality", own_equality)
        set_(self, "_r_label", label)

    # -- uses that send nothing of the test's: free

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name not in (
            "__name__",
            "__doc__",
            "__dict__",
            "__qualname__",
            "__module__",
            "__wrapped__",
        ):
            raise AttributeError(name)
        value = self._r_asker.ask("get", [self._r_number, name])
        if isinstance(value, Remote):
            object.__setattr__(value, "_r_label", f".{name}")
        return value

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        asker = self._r_asker
        with asker.watching(self._r_label, args) as seen:
            value = asker.ask("call", [self._r_number, asker.errstate()], args, kwargs)
            seen(value)
        if (args or kwargs) and not self._r_label.isidentifier():
            asker.allow(f"call {self._r_label}", value, exact=False)
        if isinstance(value, Remote) and value._r_label == "()":
            object.__setattr__(value, "_r_label", f"{self._r_label}()")
        return value

    def __repr__(self) -> str:
        return f"<{self._r_type} object>"

    def __str__(self) -> str:
        return str(_ask_operation(self, "str"))

    def __format__(self, spec: str) -> str:
        return str(_ask_operation(self, "format", spec)) if spec else str(self)

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> np.ndarray:
        value = _ask_operation(self, "array")
        if not isinstance(value, np.ndarray):
            self._r_asker.forbid(
                f"an object of type {self._r_type} stands where an array or a number is needed"
            )
        return value if dtype is None else value.astype(dtype)

    def __iter__(self) -> Iterator:
        iterator = _ask_operation(self, "iter")
        if not isinstance(iterator, Remote):
            return iter(iterator)
        return iterator

    def __next__(self) -> Any:
        return _ask_operation(self, "next")

    def __dir__(self) -> list[str]:
        return []

    def __hash__(self) -> int:
        return hash((Remote, self._r_number))

    def __getitem__(self, place: Any) -> Any:
        return _ask_operation(self, "getitem", place)

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

    def _ordered(self, _other: object) -> Any:
        self._r_asker.forbid(f"an object of type {self._r_type} stands where a number is needed")

    __lt__ = __le__ = __gt__ = __ge__ = _ordered

    # -- uses that send something of the test's: as the reference's objects were used

    def __setattr__(self, name: str, value: Any) -> None:
        self._r_asker.ask("set", [self._r_number, name], (value,))
        self._r_asker.allow(f"set .{name}", None, exact=False)

    def __instancecheck__(self, instance: Any) -> bool:
        return (
            isinstance(instance, Remote)
            and self._r_asker.ask("op", [instance._r_number, "isinstance", None], (self,)) is True
        )


def _ask_operation(self: Remote, name: str, *args: Any) -> Any:
    value = self._r_asker.ask("op", [self._r_number, name, self._r_asker.errstate()], args)
    if isinstance(value, Remote):
        object.__setattr__(value, "_r_label", f"{name}()")
    return value


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


for _name, _kind in {
    "len": int,
    "bool": bool,
    "int": int,
    "float": float,
    "complex": complex,
    "index": int,
}.items():
    setattr(Remote, f"__{_name}__", _free(_name, _kind))
for _name in ("neg", "pos", "abs", "invert", "reversed", "enter"):
    setattr(Remote, f"__{_name}__", _free(_name))
Remote.__exit__ = lambda self, *_error: _ask_operation(self, "exit")
for _name in [
    "add",
    "sub",
    "mul",
    "truediv",
    "floordiv",
    "mod",
    "pow",
    "matmul",
    "lshift",
    "rshift",
    "and",
    "or",
    "xor",
    "radd",
    "rsub",
    "rmul",
    "rtruediv",
    "rfloordiv",
    "rmod",
    "rpow",
    "rmatmul",
    "rand",
    "ror",
    "rxor",
    "iadd",
    "isub",
    "imul",
    "itruediv",
    "setitem",
    "delitem",
    "contains",
    "round",
]:
    setattr(Remote, f"__{_name}__", _by_contract(_name))


def kind_of(value: Any) -> str:
    """Whether an answer is plain data or an object, for comparing a learner's run with the reference's."""
    return OBJECT if isinstance(value, Remote) else PLAIN
