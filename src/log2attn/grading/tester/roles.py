"""What the names of a source notebook are to the grader: which belong to the learner, which given cells the tester runs for itself,
and which given cells need not run at all because nothing graded depends on them."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from log2attn.grading.model import Plan, PlanCell, Work
from log2attn.grading.tester.names import Names, names_of, parsed

RUNS_A_FILE = re.compile(r"^\s*%run\s", re.MULTILINE)


@dataclass(frozen=True)
class Roles:
    """What the names of a source notebook are to the grader.

    theirs   names whose objects live with the learner: bound, imported or changed in place by an answer, or bound by a given cell
             that uses such a name
    given    indices of the given code cells that the tester runs for itself, in order
    imports  import statements of the source's cells, as (index, text), which the tester runs too
    shared   names that tests bind and other cells of the source use: the learner's code finds them as the test left them
    known    names that a given cell binds: never asked of the learner unless they are theirs
    """

    theirs: frozenset[str]
    given: tuple[int, ...]
    imports: tuple[tuple[int, str], ...]
    shared: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()


def roles_of(plan: Plan, lent: frozenset[str] = frozenset(), own: frozenset[str] = frozenset()) -> Roles:
    """Read a plan's names. What a given cell imports is the course's own, though an answer imports it too.

    lent   names of given cells that have to live with the learner: classes whose objects tests hand to learners' functions
    own    modules that learners hand in: what is imported from them lives with the learner, whoever imports it
    """
    code = [(cell, names_of(cell.source)) for cell in plan.cells if cell.cell_type == "code"]
    given = [(cell, found) for cell, found in code if cell.kind == "given"]
    answers = [found for cell, found in code if cell.kind in ("answer", "written")]
    imported = frozenset().union(*(found.imports for _, found in code))
    known = frozenset().union(*(found.binds for _, found in given))
    answered = frozenset().union(*(found.imports for found in answers))
    answered -= frozenset().union(*(found.imports for _, found in given))
    borrowed = {
        cell.index: names_of(text).imports
        for cell, _ in code
        if (text := without_own_imports(cell.source, own)[1])
    }
    theirs, tainted = _theirs(code, lent, known, borrowed)
    # A test's own names are the tester's, whatever an answer calls its variables.
    wanted = {name for cell, found in code if cell.kind == "test" for name in found.loads}
    run = []
    for cell, found in reversed([(c, found) for c, found in given if c.index not in tainted]):
        binds = (found.binds - found.imports) & wanted or found.touches & (wanted - imported)
        if binds or RUNS_A_FILE.search(cell.source):
            run.append(cell.index)
            wanted |= found.loads
    bound = frozenset().union(*(found.binds - found.imports for cell, found in code if cell.kind == "test"))
    return Roles(
        theirs=frozenset(theirs) | answered,
        given=tuple(reversed(run)),
        imports=tuple(
            (cell.index, text)
            for cell, _ in code
            if (text := imports_of(without_own_imports(cell.source, own)[0]))
        ),
        shared=bound & frozenset().union(*(found.loads for cell, found in code if cell.kind != "test")),
        known=known,
    )


def _theirs(
    code: Sequence[tuple[PlanCell, Names]],
    lent: frozenset[str],
    known: frozenset[str],
    borrowed: Mapping[int, frozenset[str]],
) -> tuple[set[str], set[int]]:
    """The names that live with the learner, and the given cells that use them and so run only there."""
    theirs, tainted = set(lent).union(*borrowed.values()), set(borrowed)
    for cell, found in code:
        if cell.kind in ("answer", "written"):
            theirs |= found.binds - found.imports | found.alters & known
        elif cell.kind == "given" and (cell.index in borrowed or (found.loads | found.binds & lent) & theirs):
            tainted.add(cell.index)
            theirs |= found.binds - found.imports
    return theirs, tainted


def imports_of(source: str) -> str:
    """The top-level imports of a cell, alone."""
    tree = parsed(source)
    return (
        ""
        if tree is None
        else "\n".join(
            ast.unparse(node) for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)
        )
    )


def without_own_imports(source: str, own: frozenset[str]) -> tuple[str, str]:
    """A cell without its top-level imports from the modules named, its other lines where they were; and these imports."""
    tree = parsed(source) if own else None
    lines, taken = source.split("\n"), []
    for node in tree.body if tree else ():
        if isinstance(node, ast.ImportFrom):
            mine = [*node.names] if not node.level and (node.module or "").split(".")[0] in own else []
        elif isinstance(node, ast.Import):
            mine = [alias for alias in node.names if alias.name.split(".")[0] in own]
        else:
            continue
        if mine:
            taken.append(ast.unparse(node))
            left = [alias for alias in node.names if alias not in mine]
            kept = ast.unparse(ast.Import(left)) if left else "pass"
            lines[node.lineno - 1 : node.end_lineno] = [kept] + [""] * (
                (node.end_lineno or node.lineno) - node.lineno
            )
    return "\n".join(lines), "\n".join(taken)


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
    tree = parsed(source)
    keep = [
        n
        for n in (tree.body if tree else ())
        if isinstance(n, ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef)
        or (isinstance(n, ast.Assign) and isinstance(n.value, ast.Constant))
    ]
    return "\n".join(ast.unparse(node) for node in keep)


def imports_for(test: str, work: Work) -> str:
    """The imports of a test that other cells of the notebook lean on: in one kernel they are there from then on."""
    used = {
        name
        for cell in work.cells
        if cell.cell_type == "code" and cell.role not in ("test", "ignored")
        for name in names_of(cell.source).loads
    }
    found = names_of(test)
    return imports_of(test) if found.imports & used else ""
