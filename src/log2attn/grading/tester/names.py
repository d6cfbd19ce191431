"""Which cell needs which: the names that cells bind and use, read from their text and never from running it.

From it follow three things: which names of a test belong to the learner, which given cells the tester runs for itself, and which
given cells need not run at all because nothing graded depends on them.
"""

from __future__ import annotations

import ast
import builtins
import symtable
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from log2attn.grading.model import Plan, Work

LONGEST = 100_000  # characters of a cell that are looked through
# Calls that change the state of a whole library or program: a cell with one always runs.
FAR_REACHING = {
    "seed", "seterr", "set_printoptions", "filterwarnings", "simplefilter", "use", "rc", "rcdefaults", "set_theme", "set_style", "setrecursionlimit",
    "register", "exec", "eval", "setattr", "chdir", "putenv", "write", "write_text", "open", "savefig", "savetxt", "save", "system", "patch",
}  # fmt: skip
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
    opaque    True if the text cannot be read (magics) or reaches far: such a cell always runs
    """

    binds: frozenset[str] = frozenset()
    imports: frozenset[str] = frozenset()
    loads: frozenset[str] = frozenset()
    touches: frozenset[str] = frozenset()
    opaque: bool = False


def _parsed(source: str) -> ast.Module | None:
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
    tree = _parsed(source)
    if tree is None:
        return Names(opaque=True)
    table = symtable.symtable(source, "<cell>", "exec")
    binds = {
        symbol.get_name()
        for symbol in table.get_symbols()
        if symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()
    }
    loads = _needs(tree.body, bound := set())
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
        frozenset(binds), frozenset(imports), frozenset(loads), frozenset(touches), opaque=star or far
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
            case ast.Try():
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
            name = (
                node.func.attr
                if isinstance(node.func, ast.Attribute)
                else node.func.id
                if isinstance(node.func, ast.Name)
                else ""
            )
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


def _root(node: ast.AST) -> set[str]:
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Starred):
        node = node.value
    return {node.id} if isinstance(node, ast.Name) else set()


@dataclass(frozen=True)
class Roles:
    """What the names of a source notebook are to the grader.

    theirs   names whose objects live with the learner: bound by an answer, or by a given cell that uses such a name
    given    indices of the given code cells that the tester runs for itself, in order
    imports  import statements of the source's cells, as (index, text), which the tester runs too
    """

    theirs: frozenset[str]
    given: tuple[int, ...]
    imports: tuple[tuple[int, str], ...]


def roles_of(plan: Plan, lent: frozenset[str] = frozenset()) -> Roles:
    """Read a plan's names. Importing the same module in an answer and in a given cell does not make the module the learner's.

    lent   classes of given cells whose objects tests hand to learners' functions: they live with the learner
    """
    theirs: set[str] = set(lent)
    imported: set[str] = set()
    tainted: set[int] = set()
    imports = []
    for cell in plan.cells:
        if cell.cell_type != "code":
            continue
        found = names_of(cell.source)
        imported |= found.imports
        if text := _imports_of(cell.source):
            imports.append((cell.index, text))
        if cell.kind in ("answer", "written"):
            theirs |= found.binds - found.imports
        elif cell.kind == "given" and (found.loads | found.binds & lent) & theirs:
            tainted.add(cell.index)
            theirs |= found.binds - found.imports
    # A test's own names are the tester's, whatever an answer calls its variables.
    wanted = {name for cell in plan.cells if cell.kind == "test" for name in names_of(cell.source).loads}
    given = []
    for cell in reversed(
        [c for c in plan.cells if c.kind == "given" and c.cell_type == "code" and c.index not in tainted]
    ):
        found = names_of(cell.source)
        if (found.binds - found.imports) & wanted or found.touches & (wanted - imported):
            given.append(cell.index)
            wanted |= found.loads
    return Roles(frozenset(theirs), tuple(reversed(given)), tuple(imports))


def _imports_of(source: str) -> str:
    """The top-level imports of a cell, alone."""
    tree = _parsed(source)
    return (
        ""
        if tree is None
        else "\n".join(
            ast.unparse(node) for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)
        )
    )


def idle_cells(roles: Roles, work: Work) -> frozenset[int]:
    """Places in the work of given cells that need not run: unchanged, and nothing graded depends on what they bind or change."""
    theirs = roles.theirs
    code = [
        (place, cell, names_of(cell.source))
        for place, cell in enumerate(work.cells)
        if cell.cell_type == "code" and cell.role != "ignored"
    ]
    imported = {name for _, _, found in code for name in found.imports}
    needed = {
        name for _, cell, found in code for name in (found.loads & theirs if cell.role == "test" else ())
    }
    waiting = []
    for place, cell, found in code:
        if cell.role == "given" and not cell.changed and not found.opaque:
            waiting.append((place, found))
        elif cell.role != "test":
            needed |= found.loads
    # A function looks its names up when it is called, so a cell further down may matter too: go round until nothing is added.
    while live := [
        (place, found) for place, found in waiting if (found.binds | (found.touches - imported)) & needed
    ]:
        waiting = [entry for entry in waiting if entry not in live]
        needed |= {name for _, found in live for name in found.loads}
    return frozenset(place for place, _ in waiting)


def definitions_of(source: str) -> str:
    """Of a cell that brought its process down: the imports, functions, classes and plain constants it holds, and nothing that runs."""
    tree = _parsed(source)
    keep = [
        n
        for n in (tree.body if tree else ())
        if isinstance(n, ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef)
        or (isinstance(n, ast.Assign) and isinstance(n.value, ast.Constant))
    ]
    return "\n".join(ast.unparse(node) for node in keep)


def released_imports(plan: Plan, tests: Sequence[int]) -> str:
    """The imports that learners can see in the tests named: their own cells may lean on them, as they may with stock nbgrader."""
    return "\n".join(filter(None, (_imports_of(plan.cells[index].released) for index in tests)))
