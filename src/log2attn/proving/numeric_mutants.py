"""The changes to a solution that matter in numerical code: axes, means for sums, copies, transposes, defaults, dropped lines."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from log2attn.core.syntax import last_name

# A function's name, and the names it is taken for.
TWINS = {
    "abs": ["negative"],
    "all": ["any"],
    "any": ["all"],
    "arctan": ["tan"],
    "argmax": ["argmin"],
    "argmin": ["argmax"],
    "argsort": ["sort"],
    "cbrt": ["sqrt"],
    "ceil": ["floor"],
    "cos": ["sin"],
    "cumprod": ["cumsum"],
    "cumsum": ["cumprod"],
    "empty": ["zeros"],
    "exp": ["exp2", "expm1"],
    "exp2": ["exp"],
    "expm1": ["exp"],
    "floor": ["ceil"],
    "fsum": ["prod"],
    "hstack": ["vstack"],
    "log": ["log2", "log10", "log1p"],
    "log10": ["log"],
    "log1p": ["log"],
    "log2": ["log"],
    "max": ["min"],
    "maximum": ["minimum"],
    "mean": ["sum", "median"],
    "median": ["mean"],
    "min": ["max"],
    "minimum": ["maximum"],
    "nanmax": ["max"],
    "nansum": ["sum"],
    "ones": ["zeros"],
    "ones_like": ["zeros_like"],
    "prod": ["sum"],
    "round": ["floor"],
    "sin": ["cos"],
    "sort": ["argsort"],
    "sqrt": ["square", "cbrt"],
    "square": ["sqrt"],
    "std": ["var"],
    "sum": ["mean", "prod", "max"],
    "tanh": ["tan"],
    "var": ["std"],
    "vstack": ["hstack"],
    "zeros": ["ones"],
    "zeros_like": ["ones_like"],
}
NOT_SYMMETRIC = {ast.Sub: "-", ast.Div: "/", ast.Pow: "**", ast.FloorDiv: "//", ast.Mod: "%"}
# Functions whose first two arguments may change places, and keywords that say what is so anyway: changing those is no mistake.
SYMMETRIC = (
    "maximum",
    "minimum",
    "max",
    "min",
    "isclose",
    "allclose",
    "hypot",
    "add",
    "multiply",
    "isin",
    "dot",
    "logaddexp",
)
DROPPED_METHODS = ("copy", "astype", "conj")  # x.copy() → x
OTHER_AXES = {0: ["1", "-1"], 1: ["0"], -1: ["0", "-2"], -2: ["-1"], None: ["0"]}

Edit = tuple[ast.AST, str]


def numeric_mutants(source: str) -> Iterator[str]:
    """Each numeric change of a source text, one at a time."""
    text = _Text(source)
    tree = ast.parse(source)
    for node in ast.walk(tree):
        for change in (_calls, _arithmetic, _statements, _defaults, _indices):
            for target, new in change(node, text):
                yield text.replaced(target, new)


class _Text:
    """A source text in which syntax nodes can be found and replaced. Python counts columns in UTF-8 bytes, so bytes are kept."""

    def __init__(self, source: str) -> None:
        self.raw = source.encode()
        self.starts = [0]
        for line in self.raw.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))

    def span(self, node: ast.AST) -> tuple[int, int]:
        assert isinstance(node, ast.expr | ast.stmt | ast.keyword)
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start = self.starts[node.lineno - 1] + node.col_offset
        return start, self.starts[node.end_lineno - 1] + node.end_col_offset

    def of(self, node: ast.AST) -> str:
        start, end = self.span(node)
        return self.raw[start:end].decode()

    def replaced(self, node: ast.AST, new: str) -> str:
        start, end = self.span(node)
        return (self.raw[:start] + new.encode() + self.raw[end:]).decode()


def _calls(node: ast.AST, text: _Text) -> Iterator[Edit]:
    if not isinstance(node, ast.Call):
        return
    function, args = text.of(node.func), [text.of(a) for a in node.args]
    keywords = [f"{k.arg}={text.of(k.value)}" if k.arg else f"**{text.of(k.value)}" for k in node.keywords]
    name = last_name(node.func)

    def call(new_args: list[str], new_keywords: list[str] = keywords, called: str = function) -> str:
        return f"{called}({', '.join([*new_args, *new_keywords])})"

    for twin in TWINS.get(name, []):
        yield node, call(args, called=function[: len(function) - len(name)] + twin)
    if isinstance(node.func, ast.Attribute) and name in DROPPED_METHODS:
        yield node, text.of(node.func.value)
    if len(args) == 1 and not (isinstance(node.func, ast.Attribute) and name in DROPPED_METHODS):
        yield node, f"({args[0]})"  # f(x) → (x)
    for n in range(len(args) - 1 if name not in SYMMETRIC else 0):
        yield node, call([*args[:n], args[n + 1], args[n], *args[n + 2 :]])  # swapped arguments
    for n, keyword in enumerate(node.keywords):
        others = [*keywords[:n], *keywords[n + 1 :]]
        if (
            keyword.arg in ("axis", "keepdims", "ddof", "side", "initial", "where", "dtype", "out")
            and keywords[n] != "ddof=0"
        ):
            yield node, call(args, others)
        for other in _other_values(keyword):
            yield node, call(args, [*keywords[:n], f"{keyword.arg}={other}", *keywords[n + 1 :]])


def _other_values(keyword: ast.keyword) -> list[str]:
    try:
        value = ast.literal_eval(keyword.value)
    except (ValueError, TypeError):
        return ["0"] if keyword.arg == "axis" else []
    if keyword.arg == "axis" and not isinstance(value, tuple):
        return OTHER_AXES.get(value, ["0"])
    if keyword.arg == "ddof":
        return ["1" if value == 0 else "0"]
    if keyword.arg == "side":
        return ['"left"' if value == "right" else '"right"']
    return []


def _arithmetic(node: ast.AST, text: _Text) -> Iterator[Edit]:
    if isinstance(node, ast.BinOp):
        left, right = text.of(node.left), text.of(node.right)
        if isinstance(node.op, ast.MatMult):
            yield node, f"({right}) @ ({left})"
            yield node, f"({left}) @ ({right}).T"
            yield node, f"({left}) * ({right})"
        if sign := NOT_SYMMETRIC.get(type(node.op)):
            yield node, f"({right}) {sign} ({left})"
        yield node, f"({left})"
        yield node, f"({right})"
    elif isinstance(node, ast.Attribute) and node.attr == "T":
        yield node, text.of(node.value)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.Not | ast.Invert):
        yield node, f"({text.of(node.operand)})"
    elif isinstance(node, ast.IfExp):
        yield node, f"({text.of(node.body)})"
        yield node, f"({text.of(node.orelse)})"
    elif isinstance(node, ast.Constant) and type(node.value) is float and node.value not in (0.0, 1.0):
        yield node, f"({2 * node.value!r})"


def _statements(node: ast.AST, text: _Text) -> Iterator[Edit]:
    if isinstance(node, ast.AugAssign):
        yield node, f"{text.of(node.target)} = {text.of(node.value)}"
    if isinstance(node, ast.Assign | ast.AugAssign | ast.Raise | ast.If) or (
        isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant)
    ):
        yield node, "pass"
    if isinstance(node, ast.If):
        yield node.test, f"not ({text.of(node.test)})"
    if isinstance(node, ast.For):
        yield node.iter, f"list({text.of(node.iter)})[1:]"
        yield node.iter, f"list({text.of(node.iter)})[:-1]"
    if isinstance(node, ast.comprehension):
        yield node.iter, f"list({text.of(node.iter)})[1:]"
        for test in node.ifs:
            yield test, "True"


def _defaults(node: ast.AST, text: _Text) -> Iterator[Edit]:
    if not isinstance(node, ast.FunctionDef):
        return
    for default in (*node.args.defaults, *node.args.kw_defaults):
        if isinstance(default, ast.Constant) and isinstance(default.value, bool):
            yield default, str(not default.value)
        elif isinstance(default, ast.Constant) and isinstance(default.value, int | float):
            yield default, repr(2 * default.value + 1)
        elif default is not None and text.of(default) == "-1":
            yield default, "0"


def _indices(node: ast.AST, text: _Text) -> Iterator[Edit]:
    if not isinstance(node, ast.Slice):
        return
    for bound, shift in ((node.lower, "+ 1"), (node.upper, "- 1"), (node.lower, "- 1"), (node.upper, "+ 1")):
        if bound is not None:
            yield bound, f"({text.of(bound)}) {shift}"
    if node.step is not None:
        yield node, f"{text.of(node.lower) if node.lower else ''}:{text.of(node.upper) if node.upper else ''}"
