"""Whole numbers of any length, decimals, dates and times: one value each, as plain data and back."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from log2attn.grading.protocol.values import HEX, LONGEST_INT, Tree, WireError

# What says a date or a time, in the order in which it is made of that.
MOMENTS: dict[type, tuple[str, ...]] = {
    date: ("year", "month", "day"),
    datetime: ("year", "month", "day", "hour", "minute", "second", "microsecond"),
    time: ("hour", "minute", "second", "microsecond"),
    timedelta: ("days", "seconds", "microseconds"),
}
MOMENT_OF = {kind.__name__: kind for kind in MOMENTS}


def expect(kind: type, value: Any) -> Any:
    """The value, if it is of this kind."""
    if not isinstance(value, kind):
        raise WireError(f"not a {kind.__name__}")
    return value


def read_whole_number(digits: Tree, longest: int = LONGEST_INT) -> int:
    """A whole number from its hexadecimal digits."""
    if not isinstance(digits, str) or len(digits) > longest or not HEX.fullmatch(digits):
        raise WireError("not a whole number")
    return int(digits, 16)


def read_decimal(text: Tree) -> Decimal:
    if not isinstance(text, str) or len(text) > 10_000:
        raise WireError("not a decimal")
    return Decimal(text)


def write_moment(value: Any) -> Tree:
    """A date or a time without a time zone."""
    kind = type(value)
    return ["M", kind.__name__, [getattr(value, part) for part in MOMENTS[kind]]]


def read_moment(name: Tree, parts: Tree) -> Any:
    kind = MOMENT_OF[expect(str, name)]
    if (
        not isinstance(parts, list)
        or len(parts) != len(MOMENTS[kind])
        or not all(type(part) is int for part in parts)
    ):
        raise WireError("not a date")
    return kind(*parts)
