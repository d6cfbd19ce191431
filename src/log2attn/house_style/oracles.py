"""Rules on expected values: they come from elsewhere than the learner's code, and before it has touched anything."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from log2attn.house_style.findings import Found, Page, rule
from log2attn.house_style.reading import Reading, called, is_close, reading_of

EXPECTED = re.compile(r".*(want|expect|oracle|truth|should).*", re.IGNORECASE)
# Looking at a size or a copy is no computing with the values, and comparing names is how a check finds a changed input.
HARMLESS = {
    "len",
    "shape",
    "ndim",
    "isinstance",
    "type",
    "zip",
    "enumerate",
    "all",
    "any",
    "array_equal",
    "copy",
    "append",
    "extend",
    "print",
    "id",
    "hasattr",
}
SIZES = {"shape", "ndim", "size", "dtype", "len", "type", "hasattr", "isinstance"}


@rule("own-output", "An expected value is not computed from what the learner's function returned.")
def own_output(page: Page) -> Iterator[Found]:
    for exercise in page.lesson.exercises:
        for cell in (exercise.visible, exercise.hidden):
            reading = reading_of(exercise, cell)
            for name, values in reading.bound.items():
                for value in values:
                    if EXPECTED.fullmatch(name) and reading.mentions_output(value):
                        yield Found(
                            cell,
                            f"{name} is computed from the learner's own output: {_short(value)}",
                            "Compute it in another way.",
                            value.lineno,
                        )
            for left, right, node in _comparisons(reading.tree):
                if reading.is_learners(left) and ast.dump(left) == ast.dump(right):
                    yield Found(
                        cell,
                        f"The learner's output is compared with itself: {_short(node)}",
                        "Compare with a value computed in another way.",
                        node.lineno,
                    )


@rule(
    "late-oracle", "An expected value is computed before the learner's function is called on the same array."
)
def late_oracle(page: Page) -> Iterator[Found]:
    for exercise in page.lesson.exercises:
        for cell in (exercise.visible, exercise.hidden):
            reading = reading_of(exercise, cell)
            if reading.in_place or reading.is_class:
                continue
            late = _Order(reading).run()
            for line in sorted({line for _, line in late}):
                names = ", ".join(sorted({name for name, at in late if at == line}))
                then = f"Compute it first, or call {exercise.name} on a copy: it may have changed what it was given."
                yield Found(
                    cell,
                    f"A value is computed from {names} after {exercise.name} was called on it.",
                    then,
                    line,
                )


@rule(
    "no-oracle", "A hidden check compares with a value that comes from elsewhere; properties stand beside it."
)
def no_oracle(page: Page) -> Iterator[Found]:
    for exercise in page.lesson.exercises:
        reading = reading_of(exercise, exercise.hidden)
        if not any(
            _is_oracle(reading, a, b) or _is_oracle(reading, b, a) for a, b, _ in _comparisons(reading.tree)
        ) and not _says_yes_or_no(reading):
            yield Found(
                exercise.hidden,
                f"Nothing here compares {exercise.name} with a value from elsewhere.",
                "Add an independent oracle: scipy, sympy, brute force, or cases by hand.",
            )


def _comparisons(tree: ast.AST) -> Iterator[tuple[ast.expr, ast.expr, ast.expr]]:
    """What is compared with what: a == b, allclose(a, b), abs(a - b) < c."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and (is_close(node) or called(node) == "array_equal")
            and len(node.args) >= 2
        ):
            yield node.args[0], node.args[1], node
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            for a, op, b in zip(sides, node.ops, sides[1:], strict=False):
                if isinstance(op, ast.Eq | ast.NotEq):
                    yield a, b, node
                yield from ((sub.left, sub.right, node) for side in (a, b) for sub in _differences(op, side))


def _differences(op: ast.cmpop, side: ast.expr) -> list[ast.BinOp]:
    """The a - b in abs(a - b) < c."""
    measured = not isinstance(op, ast.Eq) and any(
        isinstance(n, ast.Call) and called(n) in ("abs", "norm") for n in ast.walk(side)
    )
    return [n for n in ast.walk(side) if measured and isinstance(n, ast.BinOp) and isinstance(n.op, ast.Sub)]


def _is_oracle(reading: Reading, got: ast.expr, want: ast.expr) -> bool:
    sizes = set() if reading.is_class else SIZES  # an object's own .size is a value
    is_size = any(
        (isinstance(n, ast.Attribute) and n.attr in sizes) or (isinstance(n, ast.Call) and called(n) in sizes)
        for n in ast.walk(got)
    )
    return reading.mentions_output(got) and not is_size and not reading.mentions_output(want)


def _says_yes_or_no(reading: Reading) -> bool:
    """``assert f(x)`` and ``assert not f(x)`` compare with a literal: for a function that answers yes or no."""
    tests = [node.test for node in ast.walk(reading.tree) if isinstance(node, ast.Assert)]
    tests = [
        test.operand if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not) else test
        for test in tests
    ]
    return any(reading.is_learners(test) for test in tests)


class _Order:
    """Walks a check in the order in which it runs and notes which names the learner's function has had in hand."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.touched: set[str] = set()
        self.late: list[tuple[str, int]] = []

    def run(self) -> list[tuple[str, int]]:
        self._block(self.reading.tree.body)
        return self.late

    def _block(self, body: list[ast.stmt]) -> None:
        for node in body:
            if isinstance(node, ast.For):
                self._look(node.iter, computing=False)
                self._forget(node.target)
                self._block(node.body + node.orelse)
            elif isinstance(node, ast.If | ast.While):
                self._look(node.test, computing=False)
                self._block(node.body + node.orelse)
            elif isinstance(node, ast.With | ast.Try):
                self._block(node.body + getattr(node, "orelse", []) + getattr(node, "finalbody", []))
            elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign) and node.value is not None:
                self._look(node.value, computing=False)
                for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                    self._forget(target)
            elif isinstance(node, ast.Assert):
                self._look(node.test, computing=False)  # the message may say what it likes
            elif isinstance(node, ast.Expr):
                self._look(node.value, computing=False)

    def _look(self, node: ast.AST, *, computing: bool) -> None:
        if self.reading.is_learners(node):
            for call in ast.walk(node):  # inputs are no expected values
                if isinstance(call, ast.Call) and self.reading.is_learners(call):
                    self._hand_over(call)
        elif isinstance(node, ast.Name):
            if computing and node.id in self.touched:
                self.late.append((node.id, node.lineno))
        elif isinstance(node, ast.Call):
            computes = called(node) not in HARMLESS
            if isinstance(node.func, ast.Attribute):
                self._look(node.func.value, computing=computes)
            for arg in [*node.args, *(k.value for k in node.keywords)]:
                self._look(arg, computing=computes and not is_close(node))
        elif isinstance(node, ast.BinOp | ast.UnaryOp) and not isinstance(getattr(node, "op", None), ast.Not):
            for child in ast.iter_child_nodes(node):
                self._look(child, computing=True)
        elif isinstance(node, ast.GeneratorExp | ast.ListComp | ast.SetComp | ast.DictComp):
            for each in node.generators:
                self._look(each.iter, computing=computing)
                self._forget(each.target)
            for child in ast.iter_child_nodes(node):
                if not isinstance(child, ast.comprehension):
                    self._look(child, computing=computing)
            for each in node.generators:
                self._forget(each.target)
        elif isinstance(node, ast.Attribute):
            self._look(node.value, computing=computing and node.attr not in SIZES)
        elif not isinstance(node, ast.Lambda | ast.JoinedStr):
            for child in ast.iter_child_nodes(node):
                self._look(child, computing=computing)

    def _hand_over(self, call: ast.Call) -> None:
        arguments = self.reading.arguments(call)
        if arguments is None:
            starred = [arg.value for arg in call.args if isinstance(arg, ast.Starred)]
            arguments = [("", value) for value in starred]
        for parameter, value in arguments:
            whole = value.elts if isinstance(value, ast.List | ast.Tuple) else [value]
            for part in whole:
                base = part.value if isinstance(part, ast.Subscript | ast.Starred) else part
                known = not self.reading.parameters or parameter in self.reading.arrays or not parameter
                if isinstance(base, ast.Name) and known and not self.reading.is_number(base):
                    self.touched.add(base.id)
                    self.touched |= {
                        other.id
                        for other in self.reading.bound.get(base.id, [])
                        if isinstance(other, ast.Name)
                    }  # a second name for it

    def _forget(self, target: ast.expr) -> None:
        self.touched -= {n.id for n in ast.walk(target) if isinstance(n, ast.Name)}


def _short(node: ast.expr) -> str:
    text = ast.unparse(node)
    return text if len(text) <= 60 else f"{text[:57]}…"
