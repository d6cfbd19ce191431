"""The colors of the course: which are ours, and the rule that reads a lesson's code for others."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.colors import is_color_like, to_rgb

from log2attn.core.syntax import last_name
from log2attn.house_style.findings import Found, Page, rule
from log2attn.learn import style

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
PALETTE = {
    value.lower()
    for name, value in vars(style).items()
    if name.isupper() and isinstance(value, str) and value.startswith("#")
}
NEUTRAL = {"white", "black", "none", "c0", "c1", "c2", "c3"}  # C0 to C3 are the house's own cycle
MAPS = {"cividis", style.SEQUENTIAL, style.DIVERGING}
SHADES = [
    np.array([to_rgb(value) for value in PALETTE]),
    *(mpl.colormaps[name](np.linspace(0, 1, 256))[:, :3] for name in sorted(MAPS)),
]
HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
DRAWS = {"plot", "semilogy", "semilogx", "loglog", "step", "errorbar", "stem", "fill"}
FORMAT = re.compile(r"(?:[-.:,ov^<>spP*hH+xXdD|_1-4]*)([bgrcmyk])(?:[-.:,ov^<>spP*hH+xXdD|_1-4]*)")


def is_gray(color: Any) -> bool:
    rgb = to_rgb(color)
    return max(rgb) - min(rgb) < 0.03


def is_ours(color: Any) -> bool:
    """Whether a drawn color is of the palette, of one of the color maps, or gray."""
    rgb = np.array(to_rgb(color))
    return is_gray(color) or any(np.abs(ours - rgb).max(axis=-1).min() < 0.01 for ours in SHADES)


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
    tree = ast.parse(source)
    for line, text in _named_colors(tree, helpers):
        if not text.startswith("#") and is_color_like(text) and not _named_ours(text):
            yield line, f'The color "{text}" is not in the palette.', "Import one from log2attn.learn.style."
    for node in ast.walk(tree):
        hex = str(node.value) if isinstance(node, ast.Constant) else ""
        if isinstance(node, ast.Constant) and HEX.fullmatch(hex) and not _named_ours(hex):
            yield (
                node.lineno,
                f"The color {hex} is not in the palette.",
                "Import one from log2attn.learn.style.",
            )
        if isinstance(node, ast.Call):
            yield from _strangers_in(node)
        if (
            isinstance(node, ast.Attribute)
            and last_name(node.value) == "cm"
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
            pairs += zip(helpers.get(last_name(node.func), []), node.args, strict=False)
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
    if last_name(call.func) in DRAWS:
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
    if last_name(call.func) in ("get_cmap", "color_palette"):
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


def _named_ours(color: str) -> bool:
    return color.lower() in PALETTE | NEUTRAL


def _constants(value: ast.expr) -> list[str]:
    return [
        node.value
        for node in ast.walk(value)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
