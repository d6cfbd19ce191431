"""The statements of a source with their texts."""

from __future__ import annotations

import ast
from collections.abc import Iterator


def statements(source: str, filename: str = "<source>") -> Iterator[tuple[ast.stmt, str]]:
    """The statements at the top level and the text of each, without its decorators. Raises SyntaxError.

    ``ast.get_source_segment`` says the same of one statement; it splits the whole source each time.
    """
    lines = source.split("\n")
    for node in ast.parse(source, filename=filename).body:
        yield node, _between(lines, node)


def _between(lines: list[str], node: ast.stmt) -> str:
    """The text from a statement's first character to its last; columns count bytes of UTF-8."""
    first, last = node.lineno - 1, (node.end_lineno or node.lineno) - 1
    text = [*lines[first:last], lines[last].encode()[: node.end_col_offset].decode()]
    text[0] = text[0].encode()[node.col_offset :].decode()
    return "\n".join(text)
