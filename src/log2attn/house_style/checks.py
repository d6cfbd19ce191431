"""Rules on how a check is written: tolerances, names, and what it may not look at."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from log2attn.house_style.findings import Found, Page, rule
from log2attn.house_style.reading import called, is_close

TOLERANCES = {"rtol", "atol", "rel_tol", "abs_tol", "rel", "abs"}
LOOKS_INSIDE = {"gca", "gcf", "__code__", "getsource", "getsourcelines", "mock", "Mock", "patch"}


@rule("positional-tolerance", "A check names its tolerances: rtol=…, atol=….")
def positional_tolerance(page: Page) -> Iterator[Found]:
    for cell, call in _close_calls(page):
        if len(call.args) > 2:
            yield Found(
                cell,
                f"{called(call)} takes a tolerance without its name.",
                "Write rtol=… and atol=….",
                call.lineno,
            )


@rule(
    "unstated-tolerance",
    "A check states its tolerance; the default of allclose means another thing near 0 than at 1e4.",
)
def unstated_tolerance(page: Page) -> Iterator[Found]:
    for cell, call in _close_calls(page):
        if not TOLERANCES & {keyword.arg for keyword in call.keywords} and len(call.args) <= 2:
            yield Found(
                cell,
                f"{called(call)} states no tolerance.",
                "Write rtol=… and atol=…, generous enough for any correct method.",
                call.lineno,
            )


@rule("hidden-names", "Names that a hidden check leaves behind start with _.")
def hidden_names(page: Page) -> Iterator[Found]:
    for exercise in page.lesson.exercises:
        for name, line in _left_behind(ast.parse(exercise.hidden.source).body):
            if not name.startswith("_"):
                yield Found(
                    exercise.hidden,
                    f"The hidden check binds {name}, which a learner's cells may use.",
                    f"Call it _{name}.",
                    line,
                )


@rule("looks-inside", "A check looks at what comes back, never at classes, sources, current axes or mocks.")
def looks_inside(page: Page) -> Iterator[Found]:
    classes = _classes(page)
    for exercise in page.lesson.exercises:
        for cell in (exercise.visible, exercise.hidden):
            for node in ast.walk(ast.parse(cell.source)):
                if what := _peek(node, classes):
                    yield Found(
                        cell,
                        f"The check uses {what}; it must also run where the learner's objects are out of sight.",
                        "Call the function and look at what comes back.",
                        getattr(node, "lineno", 0),
                    )


@rule("object-equality", "A check compares attributes, never learner objects with ==.")
def object_equality(page: Page) -> Iterator[Found]:
    classes = _classes(page)
    for exercise in page.lesson.exercises:
        for cell in (exercise.visible, exercise.hidden):
            tree = ast.parse(cell.source)
            kept = [
                n for n in ast.walk(tree) if isinstance(n, ast.Assign) and _is_object(n.value, classes, set())
            ]
            made = {target.id for n in kept for target in n.targets if isinstance(target, ast.Name)}
            for node in ast.walk(tree):
                if (
                    isinstance(node, ast.Compare)
                    and isinstance(node.ops[0], ast.Eq | ast.NotEq)
                    and any(_is_object(side, classes, made) for side in (node.left, *node.comparators))
                ):
                    yield Found(
                        cell,
                        f"Two objects are compared: {ast.unparse(node)[:60]}",
                        "Compare their attributes.",
                        getattr(node, "lineno", 0),
                    )


def _close_calls(page: Page) -> Iterator[tuple]:
    for exercise in page.lesson.exercises:
        for cell in (exercise.visible, exercise.hidden):
            for node in ast.walk(ast.parse(cell.source)):
                if (
                    isinstance(node, ast.Call)
                    and is_close(node)
                    and not any(isinstance(arg, ast.Starred) for arg in node.args)
                ):
                    yield cell, node


def _left_behind(body: list[ast.stmt]) -> Iterator[tuple[str, int]]:
    """Names that statements bind in the notebook; loop variables are allowed any name, and a function's own stay inside."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from (((alias.asname or alias.name.split(".")[0]), node.lineno) for alias in node.names)
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (
                (n.id, node.lineno)
                for t in targets
                for n in ast.walk(t)
                if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
            )
        else:
            for block in ("body", "orelse", "finalbody", "handlers"):
                yield from _left_behind(getattr(node, block, []))


def _peek(node: ast.AST, classes: set[str]) -> str:
    if isinstance(node, ast.Call) and called(node) in ("isinstance", "issubclass") and len(node.args) == 2:
        names = {n.id for n in ast.walk(node.args[1]) if isinstance(n, ast.Name)} & classes
        return f"{called(node)}(…, {names.pop()})" if names else ""
    if isinstance(node, ast.ClassDef):
        bases = {base.id for base in node.bases if isinstance(base, ast.Name)} & classes
        return f"a subclass of {bases.pop()}" if bases else ""
    if isinstance(node, ast.Import | ast.ImportFrom):
        modules = [alias.name for alias in node.names] + [getattr(node, "module", None) or ""]
        return next(
            (f"{module}" for module in modules if module.split(".")[0] == "inspect" or "mock" in module), ""
        )
    if isinstance(node, ast.Attribute) and node.attr in LOOKS_INSIDE:
        return f".{node.attr}"
    return node.id if isinstance(node, ast.Name) and node.id in LOOKS_INSIDE else ""


def _classes(page: Page) -> set[str]:
    return {
        e.name
        for e in page.lesson.exercises
        if any(isinstance(n, ast.ClassDef) and n.name == e.name for n in ast.parse(e.answer.source).body)
    }


def _is_object(node: ast.expr, classes: set[str], made: set[str]) -> bool:
    if isinstance(node, ast.BinOp):
        return _is_object(node.left, classes, made) or _is_object(node.right, classes, made)
    if isinstance(node, ast.UnaryOp):
        return _is_object(node.operand, classes, made)
    if isinstance(node, ast.Name):
        return node.id in made
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in classes
