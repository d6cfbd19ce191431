"""The slips that newcomers make everywhere, made by machine in a worked solution: does a card tell what happened?

A missing bracket, a return inside the loop, results in the wrong order, one number for a row, off by one in range,
print for return, an argument changed, comparisons without brackets.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from log2attn.compiling.lesson import Exercise
from log2attn.learn.shipped import ShippedExercise
from log2attn.learn.why_not import explained
from log2attn.proving.bench import Bench, Tried

PASSES, TOLD, SILENT, CRASHES = "passes", "told", "silent", "crashes"
# How tightly an operator binds, loosest first.
BINDS = {
    ast.BitAnd: 0,
    ast.Add: 1,
    ast.Sub: 1,
    ast.Mult: 2,
    ast.Div: 2,
    ast.FloorDiv: 2,
    ast.MatMult: 2,
    ast.Pow: 3,
}


GIVES = "It gives exactly what a right answer gives "
# What can be said of an answer that behaves as a right one does with this slip in it. The other slips are told at run time.
SAYS = {
    "a missing bracket": f"{GIVES}when one pair of brackets is left out. Python takes powers first, then * and /, then + and -.",
    "return inside the loop": f"{GIVES}whose loop ends in its first pass. Where does your return stand?",
    "off by one in range": f"{GIVES}whose range is off by one. Where should yours start, and which number is its last?",
}


PATIENCE = 4.0  # seconds for a slip: many of them never end, and nothing but their fate is told


@dataclass(frozen=True)
class Slip:
    """A slip: what it is, the changed line, and the program."""

    what: str
    change: str
    source: str


@dataclass(frozen=True)
class Fate:
    """What becomes of a slip: it passes the checks; is refused and told by a sentence; raises an error that the card puts in
    words; or is refused with nothing but expected and got."""

    slip: Slip
    what: str
    says: str = ""

    @property
    def is_told(self) -> bool:
        return self.what in (TOLD, CRASHES)

    @property
    def in_words(self) -> str:
        return f"{self.slip.what} {'passes' if self.what == PASSES else 'is refused, undiagnosed'}: {self.slip.change}"


def fates(bench: Bench, exercise: Exercise, shipped: ShippedExercise) -> Iterator[Fate]:
    """The fate of each slip that can be made in an exercise's worked solution."""
    for slip in slips(exercise.answer.source):
        tried = bench.trial(exercise, slip.source, seconds=PATIENCE, keep=True)
        yield Fate(slip, *fate_of(tried, bench, exercise, shipped))


def fate_of(tried: Tried, bench: Bench, exercise: Exercise, shipped: ShippedExercise) -> tuple[str, str]:
    """What became of an answer, and what its card says of it: sentences, or the check's own words."""
    if tried.passed:
        return PASSES, ""
    reference = bench.names_above(exercise)[exercise.name]
    rows = explained(shipped, None, tried.visible, tried.hidden, reference)
    if says := [sentence for label, sentence in rows if label != "Smallest case"]:
        return TOLD, "\n".join(says)
    failed = tried.hidden if tried.visible.passed else tried.visible
    return SILENT if failed.error == "AssertionError" else CRASHES, failed.message


def slips(solution: str) -> Iterator[Slip]:
    """Every slip in a worked function, each once. A class has none: its methods are many designs."""
    tree = ast.parse(solution)
    if not any(isinstance(node, ast.FunctionDef) for node in tree.body):
        return
    before = ast.unparse(tree)
    seen = {before}
    for what, make in MAKERS.items():
        for n in range(50):
            changed = copy.deepcopy(tree)
            function = next(node for node in changed.body if isinstance(node, ast.FunctionDef))
            if not make(function, n):
                break
            try:
                source = ast.unparse(ast.fix_missing_locations(changed))
                source = ast.unparse(ast.parse(source))
            except (SyntaxError, ValueError):
                continue
            if source not in seen:
                seen.add(source)
                yield Slip(what, _change(before, source), source)


def _missing_bracket(function: ast.FunctionDef, n: int) -> bool:
    """The n-th pair of brackets that an operation needs, left out: its last operand goes to the outer operation."""
    found = []
    for node in ast.walk(function):
        if not isinstance(node, ast.BinOp) or type(node.op) not in BINDS:
            continue
        for side in ("left", "right"):
            inner = getattr(node, side)
            if isinstance(inner, ast.BinOp) and type(inner.op) in BINDS:
                looser = BINDS[type(inner.op)] < BINDS[type(node.op)]
                same = side == "right" and BINDS[type(inner.op)] == BINDS[type(node.op)]
                if looser or same:
                    found.append((node, side, inner))
    if n >= len(found):
        return False
    node, side, inner = found[n]
    if side == "left":  # (a + b) * c → a + b * c
        outer, left, right, below = inner.op, inner.left, node.right, inner.right
        node.op, node.left, node.right = outer, left, ast.BinOp(below, node.op, right)
    else:  # a / (b * c) → a / b * c
        node.op, node.left, node.right = inner.op, ast.BinOp(node.left, node.op, inner.left), inner.right
    return True


def _comparison_brackets(function: ast.FunctionDef, n: int) -> bool:
    """(a <= x) & (x < b) → a <= x & x < b"""
    found = [
        node
        for node in ast.walk(function)
        if isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.BitAnd | ast.BitOr)
        and isinstance(node.left, ast.Compare)
        and isinstance(node.right, ast.Compare)
    ]
    if n >= len(found):
        return False
    node = found[n]
    left: Any = node.left
    right: Any = node.right
    middle = ast.BinOp(left.comparators[-1], node.op, right.left)
    joined = ast.Compare(
        left.left, [*left.ops, *right.ops], [*left.comparators[:-1], middle, *right.comparators]
    )
    _replace(function, node, joined)
    return True


def _chained(function: ast.FunctionDef, n: int) -> bool:
    """(a <= x) & (x < b) → a <= x < b"""
    found = [
        node
        for node in ast.walk(function)
        if isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.BitAnd)
        and isinstance(node.left, ast.Compare)
        and isinstance(node.right, ast.Compare)
        and ast.dump(node.left.comparators[-1]) == ast.dump(node.right.left)
    ]
    if n >= len(found):
        return False
    node = found[n]
    left: Any = node.left
    right: Any = node.right
    _replace(
        function,
        node,
        ast.Compare(left.left, [*left.ops, *right.ops], [*left.comparators, *right.comparators]),
    )
    return True


def _return_in_loop(function: ast.FunctionDef, n: int) -> bool:
    """The return that follows a loop, moved to the end of the loop's body."""
    found = [
        (block, i)
        for block in _blocks(function)
        for i in range(len(block) - 1)
        if isinstance(block[i], ast.For | ast.While) and isinstance(block[i + 1], ast.Return)
    ]
    if n >= len(found):
        return False
    block, i = found[n]
    loop: Any = block[i]
    loop.body.append(block.pop(i + 1))
    return True


def _order(function: ast.FunctionDef, n: int) -> bool:
    found = [r for r in _returns(function) if isinstance(r.value, ast.Tuple) and len(r.value.elts) > 1]
    if n >= len(found):
        return False
    handed: Any = found[n].value
    handed.elts.reverse()
    return True


def _print(function: ast.FunctionDef, n: int) -> bool:
    found = _returns(function)
    if n or not found:
        return False
    for block in _blocks(function):
        for i, statement in enumerate(block):
            if isinstance(statement, ast.Return) and statement in found:
                said = [statement.value] if statement.value else []
                block[i] = ast.Expr(ast.Call(ast.Name("print", ast.Load()), said, []))
    return True


def _one_of_many(function: ast.FunctionDef, n: int) -> bool:
    """The last of a list's numbers for the list."""
    makes = (ast.ListComp, ast.List, ast.Call)
    found = [r for r in _returns(function) if isinstance(r.value, makes) and _is_row(r.value)]
    if n >= len(found):
        return False
    row: Any = found[n].value
    found[n].value = ast.Subscript(row, ast.UnaryOp(ast.USub(), ast.Constant(1)), ast.Load())
    return True


def _range(function: ast.FunctionDef, n: int) -> bool:
    """range one too short, too long, or starting one too late."""
    calls = [
        node
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "range"
    ]
    found = [
        (call, op, at)
        for call in calls
        for op, at in ((ast.Sub, -1), (ast.Add, -1), (ast.Add, 0))
        if len(call.args) < 3 and (at or len(call.args) == 2)
    ]
    if n >= len(found):
        return False
    call, op, at = found[n]
    place = at % len(call.args)
    call.args[place] = ast.BinOp(call.args[place], op(), ast.Constant(1))
    return True


def _in_place(function: ast.FunctionDef, n: int) -> bool:
    """x = x - m → x -= m, where x is an argument; and an argument's copy left out."""
    arguments = {a.arg for a in function.args.args}
    found: list[tuple[list[ast.stmt], int]] = []
    for block in _blocks(function):
        for i, statement in enumerate(block):
            if (
                isinstance(statement, ast.Assign)
                and isinstance(statement.targets[0], ast.Name)
                and statement.targets[0].id in arguments
                and isinstance(statement.value, ast.BinOp)
                and isinstance(statement.value.left, ast.Name)
                and statement.value.left.id == statement.targets[0].id
            ):
                found.append((block, i))
    if n >= len(found):
        return False
    block, i = found[n]
    was: Any = block[i]
    block[i] = ast.AugAssign(was.targets[0], was.value.op, was.value.right)
    return True


MAKERS = {
    "a missing bracket": _missing_bracket,
    "comparisons without brackets": _comparison_brackets,
    "a chained comparison of arrays": _chained,
    "return inside the loop": _return_in_loop,
    "results in the wrong order": _order,
    "one number for a row": _one_of_many,
    "off by one in range": _range,
    "print for return": _print,
    "the argument changed": _in_place,
}


def _returns(function: ast.FunctionDef) -> list[ast.Return]:
    """The function's own returns that hand something back."""
    return [
        s for block in _blocks(function) for s in block if isinstance(s, ast.Return) and s.value is not None
    ]


def _blocks(node: ast.AST) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        block = getattr(node, name, None)
        if isinstance(block, list) and block:
            yield block
            for statement in block:
                if not isinstance(statement, ast.FunctionDef | ast.ClassDef):
                    yield from _blocks(statement)


def _is_row(value: ast.expr) -> bool:
    if isinstance(value, ast.ListComp | ast.List):
        return True
    return isinstance(value, ast.Call) and ast.unparse(value.func) in (
        "np.array",
        "np.asarray",
        "np.cumsum",
        "np.cumprod",
    )


def _replace(function: ast.FunctionDef, old: ast.expr, new: ast.expr) -> None:
    class Swap(ast.NodeTransformer):
        def visit(self, node: ast.AST) -> ast.AST:
            return new if node is old else self.generic_visit(node)

    Swap().visit(function)


def _change(before: str, after: str) -> str:
    old = [line for line in before.splitlines() if line not in after.splitlines()]
    new = [line for line in after.splitlines() if line not in before.splitlines()]
    return f"{' / '.join(map(str.strip, old))} → {' / '.join(map(str.strip, new))}"
