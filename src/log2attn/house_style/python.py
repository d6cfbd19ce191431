"""Python as a learner meets it: the constructs in a piece of code, and the calls it makes under their full names."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from typing import Any

import numpy as np

OURS = "log2attn"
SHORT = {"numpy": "np", "matplotlib.pyplot": "plt"}
ALIASES = {"np": "numpy", "plt": "matplotlib.pyplot", "math": "math", "re": "re"}  # for code inside sentences
BUILTINS = {name for name in dir(builtins) if not name.startswith("_")} - {"True", "False", "None"}
FRAGMENT = re.compile(r"[A-Za-z_][\w.]*(?:\([^()]*\)|\[[^\[\]]*\])+|\b(?:np|plt|math|re)\.\w+(?:\.\w+)*")

Uses = Iterator[tuple[str, int]]  # name, line in the text


@cache
def methods() -> frozenset[str]:
    """Attributes that tell what an object is, whatever its name. Not "data": a node of a graph has it too."""
    from matplotlib.axes import Axes  # here: it is slow to load, and a build looks at no attribute
    from matplotlib.figure import Figure

    kinds = (np.ndarray, np.random.Generator, Axes, Figure, list, dict, set, str)
    return frozenset(name for kind in kinds for name in dir(kind) if not name.startswith("_")) - {"data"}


def _is(*kinds: type) -> Callable[[ast.AST], bool]:
    return lambda node: isinstance(node, kinds)


def _operator(*kinds: type) -> Callable[[ast.AST], bool]:
    return lambda node: isinstance(getattr(node, "op", None), kinds)


def _compares(*kinds: type) -> Callable[[ast.AST], bool]:
    return lambda node: isinstance(node, ast.Compare) and any(isinstance(op, kinds) for op in node.ops)


def _decorated(name: str) -> Callable[[ast.AST], bool]:
    return lambda node: any(name in ("", ast.unparse(d)) for d in getattr(node, "decorator_list", ()))


def _entries(node: ast.AST) -> list[ast.AST]:
    """What stands in the brackets of a subscript."""
    if not isinstance(node, ast.Subscript):
        return []
    return list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]


def _calls_itself(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef) and any(
        isinstance(inner, ast.Call) and isinstance(inner.func, ast.Name) and inner.func.id == node.name
        for inner in ast.walk(node)
    )


def _arguments(node: ast.AST) -> ast.arguments | None:
    return node.args if isinstance(node, ast.FunctionDef | ast.Lambda) else None


# The constructs that a vocabulary can name, each with the sign by which it is recognized.
CONSTRUCTS: dict[str, Callable[[ast.AST], Any]] = {
    "import": _is(ast.Import, ast.ImportFrom),
    "assert": _is(ast.Assert),
    "for loop": _is(ast.For),
    "while loop": _is(ast.While),
    "break": _is(ast.Break, ast.Continue),
    "if": _is(ast.If),
    "conditional expression": _is(ast.IfExp),
    "function definition": _is(ast.FunctionDef),
    "nested function": lambda node: (
        isinstance(node, ast.FunctionDef)
        and any(isinstance(n, ast.FunctionDef) for n in ast.walk(node) if n is not node)
    ),
    "default argument": lambda node: (a := _arguments(node)) and (a.defaults or a.kw_defaults),
    "any number of arguments": lambda node: (a := _arguments(node)) and (a.vararg or a.kwarg),
    "type hint": lambda node: (
        isinstance(node, ast.AnnAssign)
        or (isinstance(node, ast.FunctionDef) and (node.returns or any(a.annotation for a in node.args.args)))
    ),
    "lambda": _is(ast.Lambda),
    "recursion": _calls_itself,
    "class": _is(ast.ClassDef),
    "special method": lambda node: (
        isinstance(node, ast.ClassDef)
        and any(isinstance(n, ast.FunctionDef) and n.name.startswith("__") for n in node.body)
    ),
    "decorator": _decorated(""),
    "staticmethod": _decorated("staticmethod"),
    "property": _decorated("property"),
    "list comprehension": _is(ast.ListComp),
    "dict comprehension": _is(ast.DictComp),
    "set comprehension": _is(ast.SetComp),
    "generator expression": _is(ast.GeneratorExp),
    "yield": _is(ast.Yield, ast.YieldFrom),
    "list": _is(ast.List),
    "tuple": _is(ast.Tuple),
    "dict": _is(ast.Dict),
    "set": lambda node: (
        isinstance(node, ast.Set)
        or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "set")
    ),
    "unpacking": lambda node: (
        isinstance(node, ast.Assign | ast.For)
        and isinstance(node.targets[0] if isinstance(node, ast.Assign) else node.target, ast.Tuple)
    ),
    "star": _is(ast.Starred),
    "index": _is(ast.Subscript),
    "negative index": lambda node: any(
        isinstance(e, ast.UnaryOp) and isinstance(e.op, ast.USub) and isinstance(e.operand, ast.Constant)
        for e in _entries(node)
    ),
    "slice": lambda node: any(isinstance(e, ast.Slice) for e in _entries(node)),
    "slice with a step": lambda node: any(isinstance(e, ast.Slice) and e.step for e in _entries(node)),
    "new axis": lambda node: any(isinstance(e, ast.Constant) and e.value is None for e in _entries(node)),
    "ellipsis": lambda node: any(isinstance(e, ast.Constant) and e.value is ... for e in _entries(node)),
    "mask": lambda node: any(isinstance(e, ast.Compare) for e in _entries(node)),
    "chained comparison": lambda node: isinstance(node, ast.Compare) and len(node.ops) > 1,
    "is": _compares(ast.Is, ast.IsNot),
    "in": _compares(ast.In, ast.NotIn),
    "and or not": lambda node: isinstance(node, ast.BoolOp) or _operator(ast.Not)(node),
    "elementwise and or not": _operator(ast.BitAnd, ast.BitOr, ast.Invert),
    "power": _operator(ast.Pow),
    "whole division": _operator(ast.FloorDiv),
    "remainder": _operator(ast.Mod),
    "matrix product": _operator(ast.MatMult),
    "augmented assignment": _is(ast.AugAssign),
    "assignment expression": _is(ast.NamedExpr),
    "f-string": _is(ast.JoinedStr),
    "format": lambda node: isinstance(node, ast.FormattedValue) and node.format_spec,
    "with": _is(ast.With),
    "try": _is(ast.Try),
    "raise": _is(ast.Raise),
    "global": _is(ast.Global, ast.Nonlocal),
}

# Most nodes are none of these.
PLAIN = (
    ast.Name, ast.Constant, ast.Attribute, ast.keyword, ast.arg, ast.arguments, ast.alias,
    ast.expr_context, ast.operator, ast.unaryop, ast.cmpop, ast.boolop,
)  # fmt: skip


def constructs_of(tree: ast.AST) -> Uses:
    """Each construct of a tree, and its line."""
    for node in _read(tree):
        for name, sign in CONSTRUCTS.items() if not isinstance(node, PLAIN) else ():
            if sign(node):
                yield name, getattr(node, "lineno", 1)


def aliases_of(trees: Iterable[ast.AST]) -> dict[str, str]:
    """What the import statements bind: np → numpy, floor → math.floor."""
    found: dict[str, str] = {}
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Import):
            found |= {
                a.asname or a.name.split(".")[0]: a.name if a.asname else a.name.split(".")[0]
                for a in node.names
            }
        elif isinstance(node, ast.ImportFrom):
            found |= {a.asname or a.name: f"{node.module}.{a.name}" for a in node.names}
    return found


def calls_of(tree: ast.AST, aliases: dict[str, str], own: Collection[str] = frozenset()) -> Uses:
    """What a tree takes from libraries and from Python itself: np.exp, math.floor, .reshape, sorted, and keepdims= for a keyword.

    aliases  as ``aliases_of`` finds them
    own      names the page defines: they are no builtins and no methods of a library
    """
    inner: set[ast.AST] = set()
    for node in _read(tree):
        if isinstance(node, ast.Attribute) and node not in inner:
            if _root(node) in aliases:  # np.linalg.norm is one name, not three
                inner.update(_chain(node))
            yield from _attribute(node, aliases, own)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            if node.id in aliases and "." in aliases[node.id] and not _ours(aliases[node.id]):
                if aliases[node.id] not in SHORT:
                    yield _short(aliases[node.id]), node.lineno
            elif node.id in BUILTINS and node.id not in own and node.id not in aliases:
                yield node.id, node.lineno
        elif isinstance(node, ast.keyword) and node.arg:
            yield f"{node.arg}=", node.lineno


def _attribute(node: ast.Attribute, aliases: dict[str, str], own: Collection[str]) -> Uses:
    root = _root(node)
    if root in aliases and (
        aliases[root] in SHORT or "." not in aliases[root] or aliases[root].startswith("scipy")
    ):
        full = ast.unparse(node).replace(root, aliases[root], 1)
        if not _ours(full):
            yield _short(full), node.lineno
    elif root in aliases and _ours(aliases[root]):
        return
    elif node.attr in methods() and node.attr not in own:
        yield f".{node.attr}", node.lineno


def _chain(node: ast.Attribute) -> Iterator[ast.Attribute]:
    while isinstance(node.value, ast.Attribute):
        node = node.value
        yield node


def _root(node: ast.expr) -> str | None:
    """The name a chain of attributes starts from; None if it starts from anything else."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


def _ours(full: str) -> bool:
    return full.split(".", maxsplit=1)[0] == OURS


def _short(full: str) -> str:
    for module, short in SHORT.items():
        if full.startswith(module + "."):
            return short + full.removeprefix(module)
    return full


def _read(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node but those of annotations, where int | None is no arithmetic and np.ndarray is no call."""
    todo = [tree]
    while todo:
        node = todo.pop(0)
        yield node
        for name, value in ast.iter_fields(node):
            if name not in ("annotation", "returns"):
                todo += [v for v in (value if isinstance(value, list) else [value]) if isinstance(v, ast.AST)]


def parsed(code: str) -> ast.AST | None:
    """A piece of code from a sentence as a tree; None if it is none."""
    try:
        return ast.parse(code.strip().rstrip(":"))
    except (SyntaxError, ValueError):
        return None
