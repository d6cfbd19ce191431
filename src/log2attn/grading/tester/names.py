"""The names that cells bind, use and change, read from their text and never from running it."""

from __future__ import annotations

import ast
import builtins
import symtable
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from IPython.core.inputtransformer2 import TransformerManager

from log2attn.core.syntax import last_name

LONGEST = 100_000  # characters of a cell that are looked through
LONGEST_WITH_MAGICS = 5_000  # of one with magics: turning those into Python takes its time
# Calls that change the state of a whole library or program: a cell with one always runs.
FAR_REACHING = {
    "seed", "seterr", "set_printoptions", "filterwarnings", "simplefilter", "use", "rc", "rcdefaults", "set_theme", "set_style", "setrecursionlimit",
    "register", "exec", "eval", "setattr", "chdir", "putenv", "write", "write_text", "open", "savefig", "savetxt", "save", "system", "patch",
}  # fmt: skip
PATCHES = ("object", "dict", "multiple")  # patch.object(…)
# Calls that only look at what they are given.
HARMLESS = {
    *dir(builtins),
    "figure",
    "slider",
    "display",
    "check",
    "hint",
    "show",
    "fresh_axes",
    "read_axes",
} - {"exec", "eval", "setattr", "delattr", "open", "__import__"}


@dataclass(frozen=True)
class Names:
    """The names of one cell.

    binds     assigned at the cell's top level, by import or otherwise
    imports   those of them that an import binds
    loads     looked up outside the cell's own functions, in the notebook's names
    touches   roots of what the cell may change in place: ``x`` in ``x[0] = 1``, ``x.append(1)``, ``fit(x)``
    alters    globals that statements of their own change in place: ``x`` in ``x[0] = 1``, ``x.append(1)``, ``del x[0]``
    opaque    True if the text cannot be read (magics) or reaches far: such a cell always runs
    """

    binds: frozenset[str] = frozenset()
    imports: frozenset[str] = frozenset()
    loads: frozenset[str] = frozenset()
    touches: frozenset[str] = frozenset()
    alters: frozenset[str] = frozenset()
    opaque: bool = False


def as_python(source: str) -> str:
    """A cell's text with its magics turned into calls, if it holds any."""
    try:
        ast.parse(source)
    except SyntaxError:
        return TransformerManager().transform_cell(source)
    return source


def parsed(source: str) -> ast.Module | None:
    """A cell's syntax tree; None for one that is no plain Python, or too long to look through: a learner may hand in megabytes."""
    if len(source) > LONGEST:
        return None
    try:
        tree = ast.parse(source)
        compile(tree, "<cell>", "exec", dont_inherit=True)  # what parses may still be no program
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return tree


@lru_cache(maxsize=4096)
def names_of(source: str) -> Names:
    """The names of a cell's text."""
    tree, magic = parsed(source), False
    if tree is None and len(source) <= LONGEST_WITH_MAGICS:
        source, magic = TransformerManager().transform_cell(source), True
        tree = parsed(source)
    if tree is None:
        return Names(opaque=True)
    table = symtable.symtable(source, "<cell>", "exec")
    binds = {
        symbol.get_name()
        for symbol in table.get_symbols()
        if symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()
    }
    bound: set[str] = set()
    loads = _needs(tree.body, bound)
    for inner in _inside(table):
        binds |= {
            symbol.get_name()
            for symbol in inner.get_symbols()
            if symbol.is_declared_global() and symbol.is_assigned()
        }
        # A function's body looks names up later: what the cell has bound by its end is there by then.
        loads |= {
            symbol.get_name()
            for symbol in inner.get_symbols()
            if symbol.is_global() and symbol.is_referenced()
        } - bound
    imports = {
        (alias.asname or alias.name).split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
        if alias.name != "*"
    } & binds
    star = any(isinstance(node, ast.ImportFrom) and node.names[0].name == "*" for node in ast.walk(tree))
    touches, far = _touched(tree)
    return Names(
        frozenset(binds),
        frozenset(imports),
        frozenset(loads),
        frozenset(touches),
        frozenset(_altered(tree) - imports),
        opaque=star or far or magic,
    )


def _needs(body: list[ast.stmt], bound: set[str]) -> set[str]:
    """Names that statements look up before they bind them. ``bound`` grows by what they surely bind."""
    needs: set[str] = set()
    for node in body:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                needs |= {
                    name
                    for part in [*node.decorator_list, node.args, *filter(None, [node.returns])]
                    for name in _loaded(part)
                } - bound
                bound.add(node.name)
            case ast.ClassDef():
                needs |= {
                    name for part in [*node.decorator_list, *node.bases] for name in _loaded(part)
                } - bound
                needs |= _needs([n for n in node.body if not isinstance(n, ast.FunctionDef)], set(bound))
                bound.add(node.name)
            case ast.For() | ast.AsyncFor():
                needs |= _loaded(node.iter) - bound
                bound |= _stored(node.target)
                needs |= _needs([*node.body, *node.orelse], bound)
            case ast.While():
                needs |= (_loaded(node.test) - bound) | _needs([*node.body, *node.orelse], bound)
            case ast.With() | ast.AsyncWith():
                for item in node.items:
                    needs |= _loaded(item) - bound
                    bound |= _stored(item)
                needs |= _needs(node.body, bound)
            case ast.If():
                yes, no = set(bound), set(bound)
                needs |= (_loaded(node.test) - bound) | _needs(node.body, yes) | _needs(node.orelse, no)
                bound |= yes & no
            case ast.Try() | ast.TryStar():
                caught = [handler.type for handler in node.handlers if handler.type]
                needs |= {name for kind in caught for name in _loaded(kind)} - bound
                bound |= {handler.name for handler in node.handlers if handler.name}
                needs |= _needs(
                    [
                        *node.body,
                        *(n for handler in node.handlers for n in handler.body),
                        *node.orelse,
                        *node.finalbody,
                    ],
                    bound,
                )
            case ast.AnnAssign():
                needs |= {
                    name
                    for part in filter(None, [node.annotation, node.value, node.target])
                    for name in _loaded(part)
                } - bound
                bound |= _stored(node.target)
            case ast.AugAssign():
                needs |= (_loaded(node.value) | _loaded(node.target) | _stored(node.target)) - bound
                bound |= _stored(node.target)
            case ast.Import() | ast.ImportFrom():
                bound |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
            case _:
                needs |= _loaded(node) - bound
                bound |= _stored(node)
    return needs


def _loaded(node: ast.AST) -> set[str]:
    """Names an expression looks up, without those of its own comprehensions and lambdas."""
    inner = {
        name
        for part in ast.walk(node)
        if isinstance(part, ast.comprehension)
        for name in _stored(part.target)
    }
    inner |= {
        arg.arg
        for part in ast.walk(node)
        if isinstance(part, ast.Lambda)
        for arg in [*part.args.args, *part.args.kwonlyargs]
    }
    return {
        part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)
    } - inner


def _stored(node: ast.AST) -> set[str]:
    return {
        part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    }


def _inside(table: symtable.SymbolTable) -> Iterable[symtable.SymbolTable]:
    for child in table.get_children():
        yield child
        yield from _inside(child)


def _touched(tree: ast.AST) -> tuple[set[str], bool]:
    touched: set[str] = set()
    far = False
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = last_name(node.func)
            far |= name in FAR_REACHING
            if isinstance(node.func, ast.Attribute):
                touched |= _root(node.func)
            if name not in HARMLESS:
                touched |= {
                    root
                    for argument in [*node.args, *(k.value for k in node.keywords)]
                    for root in _root(argument)
                }
        elif isinstance(node, ast.Assign | ast.AugAssign | ast.Delete | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign | ast.Delete) else [node.target]
            touched |= {
                root
                for target in targets
                if isinstance(target, ast.Attribute | ast.Subscript)
                for root in _root(target)
            }
            touched |= {
                target.id
                for target in targets
                if isinstance(node, ast.AugAssign) and isinstance(target, ast.Name)
            }
    return touched, far


def _altered(tree: ast.AST, local: frozenset[str] = frozenset()) -> set[str]:
    """Names outside functions that statements change in place, also from within a function."""
    found: set[str] = set()
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            arguments = {one.arg for one in ast.walk(node.args) if isinstance(one, ast.arg)}
            stored = set().union(*map(_stored, node.body))
            told = {name for one in ast.walk(node) if isinstance(one, ast.Global) for name in one.names}
            found |= _altered(node, local | arguments | (stored - told))
            continue
        match node:
            case ast.Expr(value=ast.Call(func=ast.Attribute() as place)):
                found |= _root(place)
            case ast.Assign(targets=targets) | ast.Delete(targets=targets):
                found |= {root for one in targets if not isinstance(one, ast.Name) for root in _root(one)}
            case ast.AugAssign(target=target):
                found |= _root(target)
        found |= _altered(node, local)
    return found - local


def _root(node: ast.AST) -> set[str]:
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Starred):
        node = node.value
    return {node.id} if isinstance(node, ast.Name) else set()


def patches(source: str, reached: frozenset[str] = frozenset()) -> bool:
    """Whether a cell calls ``patch`` of unittest.mock, by itself or as ``patch.object`` and its like, for anything but the names reached."""
    tree = parsed(source)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)] if tree else []
    return any(_is_patch(call.func) and _patched(call) not in reached for call in calls)


def _is_patch(func: ast.expr) -> bool:
    if isinstance(func, ast.Attribute) and func.attr in PATCHES:
        func = func.value
    return last_name(func) == "patch"


def _patched(call: ast.Call) -> str:
    """The dotted name of what a call of ``patch`` replaces; "" if the text does not say."""
    match call.func, call.args:
        case ast.Attribute(attr="object"), [module, ast.Constant(value=str() as name), *_]:
            return f"{ast.unparse(module)}.{name}".replace("np.", "numpy.", 1)
        case ((ast.Name() | ast.Attribute(attr="patch")), [ast.Constant(value=str() as name), *_]):
            return name
    return ""


def shows_code(source: str) -> bool:
    """Whether a text holds more than comments."""
    return any(line.strip() and not line.strip().startswith("#") for line in source.split("\n"))
