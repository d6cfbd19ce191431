"""The alt text of a figure: what it must say, and the rule that reads a lesson's code for it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from log2attn.core.syntax import last_name
from log2attn.house_style.findings import Found, Page, rule

FEWEST_WORDS = 8
LABEL = re.compile(
    r"(?:(?:an?|the|this)\s+(?:\w+\s+)?)?(?:figure|plot|graph|chart|picture|diagram|image|drawing)s?\s+"
    r"(?:of|with|for|showing|that shows)\b",
    re.IGNORECASE,
)


def alt_fault(alt: str) -> tuple[str, str] | None:
    """What is wrong with an alt text, and what to do; None if it states something."""
    said = alt.strip()
    if len(said.split()) < FEWEST_WORDS:
        return (
            f"The alt text has {len(said.split())} words.",
            "Say what the figure shows to somebody who cannot see it: the finding, with its numbers.",
        )
    if LABEL.match(said):
        return (
            f'The alt text only names the figure: "{said[:50]}…"',
            "State what it shows: what rises, meets, or differs.",
        )
    if not said.endswith((".", "?", "”")):
        return f'The alt text ends without a period: "…{said[-50:]}"', "Write whole sentences."
    return None


@rule("alt-text", f"The alt text of a figure states a finding in {FEWEST_WORDS} words or more.")
def alt_text(page: Page) -> Iterator[Found]:
    for cell in page.cells:
        for call in _calls(cell.source) if cell.is_code else ():
            if last_name(call.func) not in ("figure", "slider") or not isinstance(call.func, ast.Name):
                continue
            alt = next((keyword.value for keyword in call.keywords if keyword.arg == "alt"), None)
            text = _text(alt)
            if text is None and alt is not None:
                continue  # a name: its text stands elsewhere
            if fault := alt_fault(text or ""):
                yield Found(cell, *fault, call.lineno)


def _calls(source: str) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]


def _text(alt: ast.expr | None) -> str | None:
    if isinstance(alt, ast.Constant):
        return str(alt.value)
    if isinstance(alt, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "0" for part in alt.values)
    return None
