"""Small changes to a worked solution, made by machine: would the checks notice? The door to cosmic-ray.

cosmic-ray brings the general changes (operators, comparisons, signs, constants, loops that never start); the numeric ones stand in
``numeric_mutants``. Only what the learner writes is changed: the lines inside the solution regions, and default values.
"""

from __future__ import annotations

import ast
import difflib
import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.operators.operator import Operator
from cosmic_ray.operators.provider import OperatorProvider

from log2attn.compiling.regions import solution_lines
from log2attn.proving.numeric_mutants import numeric_mutants

# Left out: changes that need a variable's name, that touch decorators, and bit operators, which numbers refuse at once.
_SKIP = ("VariableReplacer", "VariableInserter", "RemoveDecorator")
_BITS = ("RShift", "LShift", "BitOr", "BitAnd", "BitXor", "USub_Invert", "UAdd")


@dataclass(frozen=True)
class Mutant:
    """A changed solution. ``change`` reads "old line → new line", without indentation."""

    source: str
    change: str


def mutants(solution: str) -> list[Mutant]:
    """Every change of a solution, each once; none that Python reads as the same program."""
    lines = _own_lines(solution)
    seen = {ast.dump(ast.parse(solution))}
    found = []
    for source in (*_general(solution), *numeric_mutants(solution)):
        try:
            program = ast.dump(ast.parse(source))
        except SyntaxError:
            continue
        if program in seen or not (change := _change(solution, source, lines)):
            continue
        seen.add(program)
        found.append(Mutant(source, change))
    return found


def _general(solution: str) -> Iterator[str]:
    provider = OperatorProvider()
    tree = get_ast(solution)
    parsed = pickle.dumps(tree)  # parsing costs ten times what a copy of the tree does
    nodes = list(ast_nodes(tree))
    for name in provider:
        if name in _SKIP or any(bits in name for bits in _BITS):
            continue
        operator = provider[name]()
        for place, node in enumerate(nodes):
            for which, _ in enumerate(operator.mutation_positions(node)):
                yield _mutated(pickle.loads(parsed), operator, place, which)  # noqa: S301 (our own bytes, of this moment)


def _mutated(tree: Any, operator: Operator, place: int, which: int) -> str:
    """The program with one of the operator's changes to the node at a place, as cosmic-ray's own visitor makes it, which walks the tree to its end."""
    node = next(islice(ast_nodes(tree), place, None))
    siblings, changed = node.parent.children, operator.mutate(node, which)
    at = next(i for i, child in enumerate(siblings) if child is node)
    siblings[at : at + 1] = [] if changed is None else [changed]
    return tree.get_code()


def _own_lines(solution: str) -> set[int]:
    """The lines (from 1) that may change: inside solution regions, and where a default value stands."""
    own = set(solution_lines(solution))
    for node in ast.walk(ast.parse(solution)):
        if isinstance(node, ast.FunctionDef) and not _is_given(node, own):
            own |= {
                default.lineno
                for default in (*node.args.defaults, *node.args.kw_defaults)
                if default is not None
            }
    return own


def _is_given(function: ast.FunctionDef, own: set[int]) -> bool:
    """A function no line of which the learner writes, such as a given __init__."""
    return not own & set(range(function.lineno, (function.end_lineno or function.lineno) + 1))


def _change(before: str, after: str, own: set[int]) -> str:
    """ "old → new" if only own lines changed; "" otherwise."""
    a, b = before.splitlines(), after.splitlines()
    spans = [
        op for op in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if op[0] != "equal"
    ]
    if not spans or not all(set(range(i1 + 1, i2 + 1)) <= own for _, i1, i2, _, _ in spans):
        return ""
    old = " / ".join(line.strip() for _, i1, i2, _, _ in spans for line in a[i1:i2])
    new = " / ".join(line.strip() for _, _, _, j1, j2 in spans for line in b[j1:j2])
    return f"{old} → {new}"
