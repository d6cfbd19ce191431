"""A check's code, read without running it: what it passes to the learner's function, and which names hold what came back."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from typing import TypeGuard

from log2attn.compiling.lesson import Cell, Exercise
from log2attn.core.syntax import last_name

CLOSE = {"allclose", "isclose", "assert_allclose", "assert_almost_equal", "approx"}
SAME = {"copy", "astype", "deepcopy", "asarray"}  # calls that give the same values again


def called(call: ast.Call) -> str:
    """The last word of what is called: allclose for np.allclose(…)."""
    return last_name(call.func)


def is_close(call: ast.Call) -> bool:
    return called(call) in CLOSE


@cache
def reading_of(exercise: Exercise, cell: Cell) -> Reading:
    """The reading of one check; several rules ask for the same."""
    return Reading(exercise, cell)


class Reading:
    """One check of one exercise.

    bound     a name → every expression it is bound to in the check
    looped    a name → what a loop takes it from, where that is not a list written out
    arrays    the parameters that may be arrays or lists, by their types
    outputs   the names that hold something the learner's code made
    """

    def __init__(self, exercise: Exercise, cell: Cell) -> None:
        self.name = exercise.name
        self.tree = ast.parse(cell.source)
        definition = next(
            (n for n in ast.parse(exercise.answer.source).body if getattr(n, "name", "") == exercise.name),
            None,
        )
        self.is_class = isinstance(definition, ast.ClassDef)
        of = getattr(definition, "args", None)  # a class has none
        self.parameters: list[ast.arg] = [*of.posonlyargs, *of.args, *of.kwonlyargs] if of else []
        returns = getattr(definition, "returns", None)
        self.arrays = {p.arg for p in self.parameters if _may_be_array(p)}
        self.in_place = isinstance(returns, ast.Constant) and returns.value is None
        self.bound: dict[str, list[ast.expr]] = {}
        self.looped: dict[str, ast.expr] = {}
        self._bind_all()
        self.outputs = self._outputs()

    @property
    def calls(self) -> list[ast.Call]:
        return [node for node in ast.walk(self.tree) if self.is_learners(node)]

    def is_learners(self, node: ast.AST) -> TypeGuard[ast.Call]:
        return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == self.name

    def arguments(self, call: ast.Call) -> list[tuple[str, ast.expr]] | None:
        """Parameter and expression of each argument; None if a starred argument cannot be seen through."""
        out: list[ast.expr] = []
        for arg in call.args:
            if not isinstance(arg, ast.Starred):
                out.append(arg)
                continue
            lists = [value for value in self.values(arg.value) if isinstance(value, ast.List | ast.Tuple)]
            if len(lists) != 1:
                return None
            out += lists[0].elts
        names = [parameter.arg for parameter in self.parameters]
        named = [(names[n] if n < len(names) else str(n), value) for n, value in enumerate(out)]
        return named + [(keyword.arg, keyword.value) for keyword in call.keywords if keyword.arg]

    def values(self, node: ast.expr, seen: frozenset[str] = frozenset()) -> list[ast.expr]:
        """The expressions an expression may stand for: names looked up, copies seen through."""
        if isinstance(node, ast.Name) and node.id in self.bound and node.id not in seen:
            return [value for one in self.bound[node.id] for value in self.values(one, seen | {node.id})]
        if isinstance(node, ast.Call) and called(node) in SAME:
            # x.copy() and x.astype(…), or np.copy(x), np.asarray(x) and deepcopy(x)
            is_method = called(node) in ("copy", "astype") and ast.unparse(node.func) != "np.copy"
            of = [node.func.value] if is_method and isinstance(node.func, ast.Attribute) else node.args[:1]
            return self.values(of[0], seen) if of else [node]
        if isinstance(node, ast.IfExp):
            return self.values(node.body, seen) + self.values(node.orelse, seen)
        return [node]

    def reach(self, node: ast.expr) -> Iterator[ast.AST]:
        """Every node of an expression and of what its names are bound to."""
        todo, seen = [node], set()
        while todo:
            for inner in ast.walk(todo.pop()):
                yield inner
                if isinstance(inner, ast.Name) and inner.id not in seen:
                    seen.add(inner.id)
                    todo += self.bound.get(inner.id, [])
                    todo += [self.looped[inner.id]] if inner.id in self.looped else []

    def mentions_output(self, node: ast.AST) -> bool:
        return any(
            self.is_learners(n) or (isinstance(n, ast.Name) and n.id in self.outputs) for n in ast.walk(node)
        )

    def is_number(self, node: ast.expr) -> bool:
        """True if an expression is surely a plain number or text, which nobody can change in place."""
        if isinstance(node, ast.Constant):
            return True
        if isinstance(node, ast.UnaryOp):
            return self.is_number(node.operand)
        if isinstance(node, ast.BinOp):
            return self.is_number(node.left) and self.is_number(node.right)
        if isinstance(node, ast.Call):
            return (
                called(node) in ("int", "float", "round", "len", "str", "bool") or called(node) == "float64"
            )
        if isinstance(node, ast.Name):
            iterated = self.looped.get(node.id)
            if iterated is not None:
                return _gives_numbers(iterated)
            bound = [
                b for b in self.bound.get(node.id, []) if not (isinstance(b, ast.Name) and b.id == node.id)
            ]
            return bool(bound) and all(self.is_number(value) for value in bound)
        return False

    def _outputs(self) -> set[str]:
        found: set[str] = set()
        self.outputs = found
        if self.in_place:  # what is handed over comes back changed
            for call in self.calls:
                found.update(n.id for arg in call.args for n in ast.walk(arg) if isinstance(n, ast.Name))
        while True:
            more = {
                name
                for name, values in self.bound.items()
                if any(self.mentions_output(value) for value in values)
            }
            more |= {name for name, taken in self.looped.items() if self.mentions_output(taken)}
            more |= {
                n.name
                for n in ast.walk(self.tree)
                if isinstance(n, ast.FunctionDef) and any(self.is_learners(m) for m in ast.walk(n))
            }
            more |= {
                _list_filled(n)
                for n in ast.walk(self.tree)
                if isinstance(n, ast.Call) and any(self.mentions_output(arg) for arg in n.args)
            } - {""}
            if more <= found:
                return found
            found |= more

    def _bind_all(self) -> None:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    self._bind(target, node.value)
            elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and node.value is not None:
                self._bind(node.target, node.value)
            elif isinstance(node, ast.AugAssign):
                self._bind(node.target, ast.BinOp(left=node.target, op=node.op, right=node.value))
            elif isinstance(node, ast.For | ast.comprehension):
                self._bind_each(node.target, node.iter)

    def _bind(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Name):
            self.bound.setdefault(target.id, []).append(value)
        elif isinstance(target, ast.Tuple | ast.List):
            if _written_out(value) and len(value.elts) == len(target.elts):
                for one, its in zip(target.elts, value.elts, strict=True):
                    self._bind(one, its)
            else:
                each = value.elt if isinstance(value, ast.GeneratorExp | ast.ListComp) else value
                for one in target.elts:
                    self._bind(one, each)

    def _bind_each(self, target: ast.expr, taken: ast.expr) -> None:
        if _written_out(taken):
            for value in taken.elts:
                self._bind(target, value)
            return
        for name in (n for n in ast.walk(target) if isinstance(n, ast.Name)):
            self.looped[name.id] = taken


def _may_be_array(parameter: ast.arg) -> bool:
    return parameter.annotation is None or bool(
        re.search(r"ndarray|list|tuple|dict|set|Sequence|Iterable", ast.unparse(parameter.annotation))
    )


def _gives_numbers(taken: ast.expr) -> bool:
    if isinstance(taken, ast.List | ast.Tuple):
        return all(
            isinstance(v, ast.Constant) or (isinstance(v, ast.Starred) and _gives_numbers(v.value))
            for v in taken.elts
        )
    return isinstance(taken, ast.Call) and called(taken) in ("range", "tolist", "enumerate")


def _list_filled(node: ast.AST) -> str:
    """The name of the list that a call of append or extend fills; none for any other node."""
    if not isinstance(node, ast.Call) or called(node) not in ("append", "extend"):
        return ""
    named = node.func.value if isinstance(node.func, ast.Attribute) else None
    return named.id if isinstance(named, ast.Name) else ""


def _written_out(value: ast.expr) -> TypeGuard[ast.List | ast.Tuple]:
    """True for a list or tuple all of whose entries stand there."""
    return isinstance(value, ast.List | ast.Tuple) and not any(
        isinstance(entry, ast.Starred) for entry in value.elts
    )
