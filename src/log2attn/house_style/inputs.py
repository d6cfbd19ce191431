"""Rules on what a hidden check feeds the learner's function: inputs on which a wrong answer would look right."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from log2attn.house_style.findings import Found, Page, rule
from log2attn.house_style.reading import Reading, called, reading_of

ONES, ZEROS = {"ones", "ones_like"}, {"zeros", "zeros_like"}
MAKES = {"ones", "zeros", "empty", "eye", "full", "identity"}
SIZE_AT = {
    "normal": 2,
    "uniform": 2,
    "integers": 2,
    "standard_normal": 0,
    "random": 0,
    "exponential": 1,
    "choice": 1,
    "laplace": 2,
}
UNSEEN = {
    "reshape",
    "linspace",
    "arange",
    "permutation",
    "permuted",
    "meshgrid",
    "column_stack",
    "stack",
    "vstack",
    "concatenate",
}
BIAS = re.compile(r"_?b\d?|.*bias.*")

Shape = tuple[str, ...] | None  # the sizes as they are written, or None if a check does not show them


@rule("all-ones", "Inputs and upstream gradients are not all ones: a forgotten factor would not show.")
def all_ones(page: Page) -> Iterator[Found]:
    for exercise, reading, by_name in _arguments(page):
        for name, given in by_name.items():
            if all(_is_made_by(value, ONES) for arg in given for value in reading.values(arg)):
                yield Found(
                    exercise.hidden,
                    f"Every {name} that the hidden check passes is all ones.",
                    "Draw it at random.",
                    given[0].lineno,
                )


@rule("zero-bias", "A bias is not always 0: a forgotten one would not show.")
def zero_bias(page: Page) -> Iterator[Found]:
    for exercise, reading, by_name in _arguments(page):
        for name, given in by_name.items():
            if BIAS.fullmatch(name) and all(
                _is_zero(value) for arg in given for value in reading.values(arg)
            ):
                yield Found(
                    exercise.hidden,
                    f"The hidden check gives {name} only as 0.",
                    "Draw it at random.",
                    given[0].lineno,
                )


@rule("square-only", "Tables are not all square: a forgotten transpose would not show.")
def square_only(page: Page) -> Iterator[Found]:
    for exercise, reading, by_name in _arrays(page):
        shapes = [shape for given in by_name.values() for arg in given for shape, _ in _shapes(reading, arg)]
        tables = [shape for shape in shapes if shape is None or len(shape) == 2]
        if tables and all(shape is not None and shape[0] == shape[1] for shape in tables):
            yield Found(
                exercise.hidden,
                "Every table in the hidden check is square.",
                "Let rows and columns differ in number.",
            )


@rule("one-size", "Random inputs come in more than one size: code that knows the size would pass.")
def one_size(page: Page) -> Iterator[Found]:
    for exercise, reading, by_name in _arrays(page):
        each = [[pair for arg in given for pair in _shapes(reading, arg)] for given in by_name.values()]
        sizes = [{shape for shape, _ in pairs} for pairs in each if pairs]
        drawn = any(is_drawn for pairs in each for _, is_drawn in pairs)
        if drawn and all(len(shapes) == 1 and _is_constant(*shapes) for shapes in sizes):
            said = ", ".join(sorted(f"({', '.join(shape or ())})" for shapes in sizes for shape in shapes))
            yield Found(
                exercise.hidden,
                f"The hidden check draws arrays of one size only: {said}.",
                "Draw the sizes too.",
            )


def _arguments(page: Page) -> Iterator[tuple]:
    """Of each hidden check that shows all its calls: exercise, reading, and parameter → the expressions passed."""
    for exercise in page.lesson.exercises:
        reading = reading_of(exercise, exercise.hidden)
        each = [reading.arguments(call) for call in reading.calls]
        shown = [arguments for arguments in each if arguments is not None]
        if reading.is_class or not each or len(shown) < len(each):
            continue
        by_name: dict[str, list[ast.expr]] = {}
        for name, value in (pair for arguments in shown for pair in arguments):
            by_name.setdefault(name, []).append(value)
        yield exercise, reading, by_name


def _arrays(page: Page) -> Iterator[tuple]:
    """The same, with arguments that may be arrays."""
    for exercise, reading, by_name in _arguments(page):
        kept = {
            name: [arg for arg in given if not reading.is_number(arg)]
            for name, given in by_name.items()
            if name in reading.arrays
        }
        yield exercise, reading, {name: given for name, given in kept.items() if given}


def _is_made_by(node: ast.expr, makers: set[str]) -> bool:
    return isinstance(node, ast.Call) and called(node) in makers


def _is_zero(node: ast.expr) -> bool:
    return _is_made_by(node, ZEROS) or (
        isinstance(node, ast.Constant) and node.value == 0 and not isinstance(node.value, bool)
    )


def _draws(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and called(call) in SIZE_AT and _size_of(call) is not None


def _size_of(call: ast.Call) -> ast.expr | None:
    """The size argument of a random draw; None where one number is drawn."""
    named = next((keyword.value for keyword in call.keywords if keyword.arg == "size"), None)
    if named is not None:
        return named
    at = SIZE_AT.get(called(call), 99)
    return call.args[at] if len(call.args) > at else None


def _shapes(reading: Reading, argument: ast.expr) -> list[tuple[Shape, bool]]:
    """The shapes of all arrays that an argument is made from, and whether each is drawn at random."""
    out: list[tuple[Shape, bool]] = []
    todo: list[ast.AST] = [argument]
    seen: set[str] = set()
    while todo:
        node = todo.pop()
        made = _made(reading, node) if isinstance(node, ast.Call) else None
        if made and isinstance(node, ast.Call):
            out.append((made[0], _draws(node)))  # and no further: what is inside are sizes
        elif isinstance(node, ast.Name) and node.id not in seen:
            seen.add(node.id)
            todo += reading.bound.get(node.id, [])
            todo += [reading.looped[node.id]] if node.id in reading.looped else []
        else:
            todo += ast.iter_child_nodes(node)
    return out


def _made(reading: Reading, call: ast.Call) -> tuple[Shape] | None:
    """The shape of a call that makes an array, in brackets; None for a call that makes none."""
    name = called(call)
    if _draws(call):
        return (_as_shape(reading, _size_of(call)),)
    if name in MAKES and call.args:
        size = _as_shape(reading, call.args[0])
        return ((*size, *size) if name in ("eye", "identity") and size and len(size) == 1 else size,)
    if name == "array" and call.args and isinstance(call.args[0], ast.List | ast.Tuple):
        return (_nested(call.args[0]),)
    return (None,) if name in UNSEEN else None


def _is_constant(shape: Shape) -> bool:
    return shape is not None and all(size.isdigit() for size in shape)


def _as_shape(reading: Reading, size: ast.expr | None) -> Shape:
    if isinstance(size, ast.Tuple | ast.List):
        return (
            None
            if any(isinstance(e, ast.Starred) for e in size.elts)
            else tuple(ast.unparse(e) for e in size.elts)
        )
    return (ast.unparse(size),) if size is not None and reading.is_number(size) else None


def _nested(value: ast.List | ast.Tuple) -> Shape:
    """The shape of a list of lists as it is written."""
    rows = [row for row in value.elts if isinstance(row, ast.List | ast.Tuple)]
    return (str(len(value.elts)), str(len(rows[0].elts))) if rows else (str(len(value.elts)),)
