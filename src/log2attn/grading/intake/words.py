"""What the text of a cell says, for matching it. Learners' text is read too: each function is linear in it, looks at its beginning only, and runs none of it."""

from __future__ import annotations

import ast
import re
import textwrap
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

LOOK = 100_000  # characters of a cell that are looked at
_WORD = re.compile(r"[^\W\d]\w*")
# Comments and strings. A string that is never closed goes on to the end (of its line): one pass, whatever the text.
_QUIET = re.compile(
    r'#[^\n]*|"""(?:\\.|[^\\])*?(?:"""|\Z)|\'\'\'(?:\\.|[^\\])*?(?:\'\'\'|\Z)|"(?:\\.|[^"\\\n])*"?|\'(?:\\.|[^\'\\\n])*\'?',
    re.DOTALL,
)
_DEFINED = re.compile(r"^(?:async[ \t]+def|def|class)[ \t]+(\w+)", re.MULTILINE)
_ASSIGNED = re.compile(r"^(\w+(?:[ \t]*,[ \t]*\w+)*)[ \t]*(?::[^=\n]*)?=(?!=)", re.MULTILINE)
_IMPORTED = re.compile(r"^(?:from[ \t]+[\w.]+[ \t]+)?import[ \t]+(\([^)]{0,4000}\)|[^\n;]*)", re.MULTILINE)


def plain(text: str) -> str:
    """The text by which two cells are the same: line ends and trailing blanks aside."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if " \n" in text or "\t\n" in text:
        text = "\n".join(line.rstrip() for line in text.split("\n"))
    return text.rstrip()


def says(code: str) -> str:
    """The code without comments and strings."""
    return _QUIET.sub(lambda found: "" if found[0].startswith("#") else '""', code[:LOOK])


def functions(code: str) -> set[str]:
    """The names of the functions and classes that a cell defines at its top level."""
    return set(_DEFINED.findall(textwrap.dedent(says(code))))


def defined(code: str, *, imports: bool = False) -> set[str]:
    """The names that a cell's code binds at its top level, as far as its text shows it; with ``imports``, also what it imports."""
    return set(_bound(textwrap.dedent(says(code)), imports=imports))


def _bound(code: str, *, imports: bool) -> Iterator[str]:
    yield from _DEFINED.findall(code)
    for names in _ASSIGNED.findall(code):
        yield from (name.strip() for name in names.split(","))
    if imports:
        for names in _IMPORTED.findall(code):
            for name in names.strip("()").split(","):
                yield name.split(" as ")[-1].strip().partition(".")[0]


def mentioned(code: str) -> frozenset[str]:
    """All words of the code that could be names, wherever they stand."""
    return frozenset(_WORD.findall(code[:LOOK]))


def is_python(text: str) -> bool:
    """Whether the text parses. Magics do not; long text is not tried."""
    if len(text) > 10_000:
        return False
    try:
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def without_asserts(code: str) -> str:
    """The code without the asserts of its top level; as it is, if it does not parse."""
    if not is_python(code):
        return code
    lines = code.split("\n")
    for node in ast.parse(code).body:
        if isinstance(node, ast.Assert):
            lines[node.lineno - 1 : node.end_lineno] = [""] * (
                (node.end_lineno or node.lineno) - node.lineno + 1
            )
    return "\n".join(lines)


def alike(one: str, other: str) -> float:
    """The share of words that two texts have in common, from 0 to 1."""
    mine, theirs = _counted(one[:4000]), _counted(other[:4000])
    return 2 * (mine & theirs).total() / max(1, mine.total() + theirs.total())


@lru_cache(maxsize=2000)
def _counted(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+|[^\w\s]", text))
