"""Rules on figures. Whether axes have names is seen when a figure is drawn; here only what the text shows."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

from log2attn.house_style.findings import Found, Page, rule
from log2attn.learn import style

FEWEST_WORDS = 8
LABEL = re.compile(
    r"(?:an?|the|this)?\s*(?:figure|plot|graph|chart|picture|diagram|image|drawing)s?\s+(?:of|with|for|showing|that shows)\b",
    re.IGNORECASE,
)
COLOR_WORDS = {
    "color",
    "c",
    "colors",
    "facecolor",
    "facecolors",
    "edgecolor",
    "edgecolors",
    "ecolor",
    "fc",
    "ec",
    "markerfacecolor",
    "markeredgecolor",
    "mfc",
    "mec",
    "labelcolor",
}
PALETTE = {value.lower() for name, value in vars(style).items() if name.isupper() and isinstance(value, str)}
NEUTRAL = {"white", "black", "none", "c0", "c1", "c2", "c3"}  # C0 to C3 are the house's own cycle
MAPS = {"viridis", "cividis", style.SEQUENTIAL, style.DIVERGING}
HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
DRAWS = {"plot", "semilogy", "semilogx", "loglog", "step", "errorbar", "stem", "fill"}
FORMAT = re.compile(r"(?:[-.:,ov^<>spP*hH+xXdD|_1-4]*)([bgrcmyk])(?:[-.:,ov^<>spP*hH+xXdD|_1-4]*)")


@rule("alt-text", f"The alt text of a figure states a finding in {FEWEST_WORDS} words or more.")
def alt_text(page: Page) -> Iterator[Found]:
    for cell in page.cells:
        for call in _calls(cell.source) if cell.is_code else ():
            if _name(call.func) not in ("figure", "slider") or not isinstance(call.func, ast.Name):
                continue
            alt = next((keyword.value for keyword in call.keywords if keyword.arg == "alt"), None)
            text = _text(alt)
            if text is None and alt is not None:
                continue  # a name: its text stands elsewhere
            if len((text or "").split()) < FEWEST_WORDS:
                yield Found(
                    cell,
                    f"The alt text has {len((text or '').split())} words.",
                    "Say what the figure shows to somebody who cannot see it: the finding, with its numbers.",
                    call.lineno,
                )
            elif LABEL.match(said := (text or "").strip()):
                yield Found(
                    cell,
                    f'The alt text only names the figure: "{said[:50]}…"',
                    "State what it shows: what rises, meets, or differs.",
                    call.lineno,
                )


@rule("palette", "Colors come from log2attn.learn.style; maps are viridis, cividis or the diverging one.")
def palette(page: Page) -> Iterator[Found]:
    code = [cell for cell in page.cells if cell.is_code]
    helpers = {
        n.name: [arg.arg for arg in n.args.args]
        for cell in code
        for n in ast.walk(ast.parse(cell.source))
        if isinstance(n, ast.FunctionDef)
    }
    for cell in code:
        for line, what, then in _strangers(cell.source, helpers):
            yield Found(cell, what, then, line)
        for module, path in _imported(cell.source):
            for line, what, then in _strangers(path.read_text(encoding="utf-8"), {}):
                yield Found(cell, f"{module} (line {line}): {what}", then)


def _strangers(source: str, helpers: dict[str, list[str]]) -> Iterator[tuple[int, str, str]]:
    """Colors and maps that are not the house's: (line, what, what to do). ``helpers`` are the lesson's functions and their arguments."""
    from matplotlib.colors import is_color_like

    tree = ast.parse(source)
    for line, text in _named_colors(tree, helpers):
        if not text.startswith("#") and is_color_like(text) and not _ours(text):
            yield line, f'The color "{text}" is not in the palette.', "Import one from log2attn.learn.style."
    for node in ast.walk(tree):
        hex = str(node.value) if isinstance(node, ast.Constant) else ""
        if isinstance(node, ast.Constant) and HEX.fullmatch(hex) and not _ours(hex):
            yield (
                node.lineno,
                f"The color {hex} is not in the palette.",
                "Import one from log2attn.learn.style.",
            )
        if isinstance(node, ast.Call):
            yield from _strangers_in(node)
        if (
            isinstance(node, ast.Attribute)
            and _name(node.value) == "cm"
            and node.attr not in MAPS
            and node.attr != "get_cmap"
        ):
            yield (
                node.lineno,
                f"The color map {node.attr} is not the house's.",
                f"Use one of {', '.join(sorted(MAPS))}.",
            )


def _named_colors(tree: ast.AST, helpers: dict[str, list[str]]) -> Iterator[tuple[int, str]]:
    """Strings that stand where a color is meant: as an argument, or bound to a name like color."""
    for node in ast.walk(tree):
        pairs: list[tuple[str | None, ast.expr]] = []
        if isinstance(node, ast.Call):
            pairs = [(keyword.arg, keyword.value) for keyword in node.keywords]
            pairs += zip(helpers.get(_name(node.func), []), node.args, strict=False)
        elif isinstance(node, ast.Assign):
            pairs = [
                (target.id, node.value)
                for target in node.targets
                if isinstance(target, ast.Name) and "color" in target.id
            ]
        elif isinstance(node, ast.For | ast.comprehension) and isinstance(node.iter, ast.List | ast.Tuple):
            pairs = [pair for row in node.iter.elts for pair in _row(node.target, row)]
        yield from (
            (value.lineno, text) for name, value in pairs if name in COLOR_WORDS for text in _constants(value)
        )


def _row(target: ast.expr, row: ast.expr) -> list[tuple[str, ast.expr]]:
    """What one round of a loop binds: (name, expression)."""
    if isinstance(target, ast.Tuple) and isinstance(row, ast.Tuple | ast.List):
        return [
            (name.id, value)
            for name, value in zip(target.elts, row.elts, strict=False)
            if isinstance(name, ast.Name)
        ]
    return [(target.id, row)] if isinstance(target, ast.Name) else []


def _strangers_in(call: ast.Call) -> Iterator[tuple[int, str, str]]:
    for keyword in call.keywords:
        for text in _constants(keyword.value):
            if keyword.arg == "cmap" and text not in MAPS:
                yield (
                    call.lineno,
                    f"The color map {text} is not the house's.",
                    f"Use one of {', '.join(sorted(MAPS))}.",
                )
    if _name(call.func) in DRAWS:
        for arg in call.args[1:]:
            if (
                isinstance(arg, ast.Constant)
                and isinstance(arg.value, str)
                and (match := FORMAT.fullmatch(arg.value))
            ):
                yield (
                    call.lineno,
                    f'The format "{arg.value}" asks for matplotlib\'s own color {match[1]}.',
                    "Leave the letter out and write color=BLUE or the like.",
                )
    if _name(call.func) in ("get_cmap", "color_palette"):
        for text in (str(arg.value) for arg in call.args[:1] if isinstance(arg, ast.Constant)):
            if text not in MAPS:
                yield (
                    call.lineno,
                    f"The color map {text} is not the house's.",
                    f"Use one of {', '.join(sorted(MAPS))}.",
                )


def _imported(source: str) -> Iterator[tuple[str, Path]]:
    """Modules of log2attn.learn that a cell imports from: their drawings are the lesson's too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("log2attn.learn."):
            spec = importlib.util.find_spec(node.module)
            if spec and spec.origin:
                yield node.module, Path(spec.origin)


def _ours(color: str) -> bool:
    return color.lower() in PALETTE | NEUTRAL


def _constants(value: ast.expr) -> list[str]:
    return [
        node.value
        for node in ast.walk(value)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def _calls(source: str) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _text(alt: ast.expr | None) -> str | None:
    if isinstance(alt, ast.Constant):
        return str(alt.value)
    if isinstance(alt, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "0" for part in alt.values)
    return None
