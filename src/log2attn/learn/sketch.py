"""A sketch: what a function returned, as a little plain data that can be stored, compared and recognized later.

Two answers that behave alike have sketches that agree within rounding, whoever computed them and on whichever machine.
"""

from __future__ import annotations

import contextlib
import math
import sys
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SAMPLES = 16  # so many elements of an array, evenly spread, stand for all of them
DIGITS = 8
CURVE = 64  # a line of so many points is a curve: how many it is drawn from is the drawer's choice
SEEN = (
    0.01  # two curves agree where they lie closer than this, as a share of what they span: less is not seen
)
MOST_BITS = 10_000  # of a whole number that is told by its decimal digits; Python writes out 4,300 of them
MOST, DEEPEST = 400, 40  # so many objects of a graph are followed, and so many links in a row
Seen = dict[int, int] | None  # the objects met so far, by identity; None where none is looked into
CLOSE = 1e-5  # two numbers agree when they differ by less than this, relative to the larger


def sketch(value: Any, *, follow: bool = True) -> Any:
    """Plain data (JSON) that says what ``value`` is. Numbers keep eight digits; arrays keep their shape and a sample.

    follow   whether an object is told by its public attributes; else it is an object and no more
    """
    return _sketch(value, {} if follow else None)


def _sketch(value: Any, seen: Seen, deep: int = 0) -> Any:
    if value is None or isinstance(value, bool | str):
        return value if not isinstance(value, str) else ["text", value[:200]]
    if isinstance(value, int | float | complex | np.generic):
        return _number(value)
    if isinstance(value, np.ndarray):
        return _array(value, seen)
    if isinstance(value, list | tuple):
        return _sequence(value, seen, deep)
    if isinstance(value, dict):
        return ["dict", [[_sketch(k, seen), _sketch(v, seen)] for k, v in list(value.items())[:SAMPLES]]]
    if isinstance(value, set | frozenset):
        return ["set", [_sketch(v, seen) for v in sorted(value, key=repr)[:SAMPLES]]]
    if is_axes(value):
        return _axes(value, seen)
    if isinstance(value, np.random.Generator):
        return ["generator"]
    if callable(value):
        return ["function"]
    return _object(value, seen, deep)


def _number(value: Any) -> Any:
    if isinstance(value, np.bool_):
        return bool(value)
    if isinstance(value, complex | np.complexfloating):
        return ["complex", _number(value.real), _number(value.imag)]
    if isinstance(value, str | bytes | np.str_):
        return ["text", str(value)[:200]]
    if isinstance(value, np.generic) and not isinstance(value, np.number):
        return ["text", str(value)[:200]]
    number = float(value) if not isinstance(value, int | np.integer) or abs(int(value)) < 2**53 else math.inf
    if isinstance(value, int | np.integer) and number == math.inf:
        number = int(value)
        # Python refuses to write out in decimal what has thousands of digits.
        return ["big", str(number)[:40] if number.bit_length() < MOST_BITS else hex(number)[:40]]
    if math.isnan(number):
        return ["nan"]
    if math.isinf(number):
        return ["inf", 1 if number > 0 else -1]
    return float(f"{number:.{DIGITS}g}")


def _array(value: np.ndarray, seen: Seen) -> Any:
    if value.ndim == 0:
        return _sketch(value.item(), seen)
    kind = "number" if value.dtype.kind in "iuf" else value.dtype.kind
    flat = value.ravel()
    spots = np.unique(np.linspace(0, flat.size - 1, min(flat.size, SAMPLES)).astype(int)) if flat.size else []
    return [
        "array",
        kind,
        list(value.shape),
        [_sketch(flat[i].item() if hasattr(flat[i], "item") else flat[i], seen) for i in spots],
    ]


def _sequence(value: list | tuple, seen: Seen, deep: int) -> Any:
    if value and _is_numeric(value):
        with contextlib.suppress(ValueError, OverflowError):  # ragged, or larger than any float
            return _array(np.asarray(value, dtype=float), seen)
    return ["list", len(value), [_sketch(v, seen, deep) for v in value[:SAMPLES]]]


def _is_numeric(value: Any) -> bool:
    """A number, or an array or sequence of numbers: nested sequences of numbers are arrays to numpy, and to a caller."""
    if isinstance(value, list | tuple):
        return all(map(_is_numeric, value))
    if isinstance(value, np.ndarray):
        return value.dtype.kind in "iuf"
    return isinstance(value, int | float | np.number) and not isinstance(
        value, bool | complex | np.complexfloating
    )


def is_axes(value: Any) -> bool:
    """Whether this is an Axes; where matplotlib has not been loaded to draw, nothing is."""
    drawing = sys.modules.get("matplotlib.axes")
    return drawing is not None and isinstance(value, drawing.Axes)


def _axes(ax: Axes, seen: Seen) -> Any:
    # Imported here: the figure module sets matplotlib's style, which a sketch has no business to trigger.
    from log2attn.learn.figure import read_axes

    drawn = read_axes(ax)
    lines = [
        [_path(line["x"], seen), _path(line["y"], seen), bool(line["label"]), _appears(line)]
        for line in drawn["lines"]
    ]
    points = [[_sketch(cloud["xy"], seen), bool(cloud["label"])] for cloud in drawn["points"]]
    words = [bool(drawn[k]) for k in ("xlabel", "ylabel", "legend")]
    return ["axes", lines, points, words, drawn["xscale"], drawn["yscale"]]


def _path(along: np.ndarray, seen: Seen) -> Any:
    """One coordinate of a line; of a curve its two ends, and where it passes on its way."""
    if len(along) < CURVE or not np.isfinite(along).all():
        return _sketch(along, seen)
    spots = np.interp(np.linspace(0, len(along) - 1, SAMPLES), np.arange(len(along)), along)
    return ["curve", _sketch(along[[0, -1]], seen), _number(np.ptp(along)), [_number(spot) for spot in spots]]


def _appears(line: dict[str, Any]) -> bool:
    """Whether anything of a line is to be seen: a line of one point has no length, and needs a marker."""
    nothing = ("", " ", "None")
    return line["marker"] not in nothing or (len(line["x"]) > 1 and line["linestyle"] not in nothing)


def _object(value: Any, seen: Seen, deep: int) -> Any:
    """An object of the learner's own: its public plain attributes, followed through the objects it refers to."""
    if seen is None:
        return ["object"]
    if id(value) in seen:
        return ["again", seen[id(value)]]
    if len(seen) >= MOST or deep >= DEEPEST:
        return ["more"]
    seen[id(value)] = len(seen)
    try:
        fields = sorted((k, v) for k, v in vars(value).items() if not k.startswith("_") and not callable(v))
    except TypeError:
        return ["object", type(value).__name__]
    return ["object", [[k, _sketch(v, seen, deep + 1)] for k, v in fields]]


def _all_are(kind: str, *sketches: Any) -> bool:
    return all(isinstance(one, list) and one[:1] == [kind] for one in sketches)


def alike(a: Any, b: Any) -> bool:
    """Whether two sketches agree: the same structure, and numbers equal within rounding. Entries of a dict have no order."""
    if _all_are("curve", a, b):
        span = SEEN * max(a[2], b[2])
        passes = zip(a[3], b[3], strict=True)
        return alike(a[1], b[1]) and all(abs(x - y) <= span for x, y in passes)
    if _all_are("dict", a, b):
        a, b = sorted(a[1], key=repr), sorted(b[1], key=repr)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(alike(x, y) for x, y in zip(a, b, strict=True))
    if (
        isinstance(a, bool)
        or isinstance(b, bool)
        or not isinstance(a, int | float)
        or not isinstance(b, int | float)
    ):
        return type(a) is type(b) and a == b
    return abs(a - b) <= CLOSE * max(abs(a), abs(b), 1e-9)
