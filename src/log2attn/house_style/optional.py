"""Rules on the optional end: where the two hours are over, and what may stand after them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from log2attn.compiling.lesson import IF_TIME, STOP
from log2attn.house_style.findings import Found, Page, rule


@rule("stop-line", f"The last core cell ends with the line {STOP}, and after it comes {IF_TIME} or nothing.")
def stop_line(page: Page) -> Iterator[Found]:
    last = page.core[-1]
    lines = [(cell, n, line) for cell in page.cells for n, line in enumerate(cell.source.splitlines(), 1)]
    said = [(cell, n) for cell, n, line in lines if line.strip() == STOP]
    ends = last.role == "prose" and re.search(rf"(?:\A|\n\n){re.escape(STOP)}\s*\Z", last.source)
    if not ends:
        yield Found(
            last, "The core path does not end with the stop line.", f"As a paragraph of its own: {STOP}"
        )
    for cell, n in said if not ends else said[:-1]:
        yield Found(
            cell, "The stop line stands before the end of the core path.", "Move it to the last core cell.", n
        )


@rule(
    "optional-end",
    f"The optional end begins with {IF_TIME}, stays inside part 4, and the core leans on none of it.",
)
def optional_end(page: Page) -> Iterator[Found]:
    for cell in page.core:
        for n, line in enumerate(cell.source.splitlines(), 1):
            if cell.role == "prose" and line.rstrip() == IF_TIME:
                yield Found(cell, f"{IF_TIME} stands in the middle of a cell.", "Begin a cell with it.", n)
    if page.optional and not page.part(len(page.course.minutes)):
        yield Found(
            page.optional[0], "The optional end begins before part 4.", "Move it to the end of the lesson."
        )
    yield from _leans(page)


def _leans(page: Page) -> Iterator[Found]:
    """Names that core code uses, and that only the optional end defines."""
    later = _bound(page.optional) - _bound(page.core)
    for cell in page.core:
        if cell.is_code:
            for node in ast.walk(ast.parse(cell.source)):
                if isinstance(node, ast.Name) and node.id in later:
                    yield Found(
                        cell,
                        f"The core uses {node.id}, which the optional end defines.",
                        "Define it in the core, or move this cell down.",
                        node.lineno,
                    )


def _bound(cells: tuple) -> set[str]:
    """Every name that some code in these cells binds, wherever."""
    found: set[str] = set()
    for cell in cells:
        for node in ast.walk(ast.parse(cell.source)) if cell.is_code else ():
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                found.add(node.id)
            elif isinstance(node, ast.FunctionDef | ast.ClassDef):
                found.add(node.name)
            elif isinstance(node, ast.arg):
                found.add(node.arg)
            elif isinstance(node, ast.alias):
                found.add((node.asname or node.name).split(".")[0])
    return found
