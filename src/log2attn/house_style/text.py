"""Prose and code, read as text: what counts as a word, a formula, a sentence that a learner reads."""

from __future__ import annotations

import ast
import io
import re
import tokenize

from log2attn.compiling.regions import solution

FENCE = r"```.*?```"
CODE = r"`[^`\n]*`"
DISPLAY = r"(?<!\\)\$\$.+?\$\$"
INLINE = r"(?<![\\$])\$[^$]+?\$"
DETAILS = r"<details>.*?</details>"
WORDS_OF_A_FORMULA = 10  # what a displayed formula adds to a short cell


def erase(pattern: str, text: str, first: str = " ") -> str:
    """Blank out every match and keep all lines and columns where they are; ``first`` stands in for what was there."""

    def blank(match: re.Match[str]) -> str:
        spaces = re.sub(r"[^\n]", " ", match[0])
        return first + spaces[1:] if spaces[:1] == " " else spaces

    return re.sub(pattern, blank, text, flags=re.DOTALL | re.MULTILINE)


def without_math(source: str) -> str:
    """Sentences only, each where it stood: code, formulas, addresses and tags are blank."""
    for pattern in (FENCE, CODE, DISPLAY, INLINE, r"(?<=\])\([^)\s]*\)", r"</?\w+[^>]*>", r"!(?=\[)"):
        source = erase(pattern, source)
    return source


def formulas(source: str) -> list[tuple[str, int, str]]:
    """Displayed formulas: (LaTeX, line in the cell, the text that follows up to the end of the cell)."""
    text = erase(FENCE, source)
    return [
        (m[0].strip("$").strip(), text[: m.start()].count("\n") + 1, source[m.end() :])
        for m in re.finditer(DISPLAY, text, re.DOTALL)
    ]


def math_of(source: str) -> list[tuple[str, int]]:
    """Every formula, displayed or inline, and its line in the cell."""
    text = erase(CODE, erase(FENCE, source))
    return [
        (m[0].strip("$"), text[: m.start()].count("\n") + 1)
        for m in re.finditer(f"{DISPLAY}|{INLINE}", text, re.DOTALL)
    ]


def shown_words(source: str) -> int:
    """Words of running text: no headings, tables, displayed formulas or folded answers; an inline formula is one word."""
    return _words(erase(r"^\|[^\n]*", erase(DETAILS, source)))


def all_words(source: str) -> int:
    """Words with everything a reader meets: folded answers, tables, and some for each displayed formula."""
    return _words(re.sub(r"</?(?:details|summary)>", " ", source)) + WORDS_OF_A_FORMULA * len(
        formulas(source)
    )


def _words(source: str) -> int:
    for pattern in (FENCE, DISPLAY, r"^#+ [^\n]*", r"(?<=\])\([^)\s]*\)"):
        source = erase(pattern, source)
    for pattern in (CODE, INLINE):
        source = erase(pattern, source, first="x")
    return sum(any(char.isalnum() for char in word) for word in source.split())


# A sentence over several lines: strings that stand alone, one below the other. The last of them is left.
SENTENCE = re.compile(r"(?:^[ ]*[fr]*(?:\"[^\"\n]*\"|'[^'\n]*')[ ]*\n)+(?=[ ]*[fr]*[\"'])", re.MULTILINE)


# An alt text in brackets of its own: for those who cannot see the figure, and not read by the others.
ALT = re.compile(r"alt=\(\n(?:\s*[fr]*\".*\"\n)+\s*\)")


def code_lines(source: str) -> int:
    """Lines of a code cell, without blank ones, solution markers and closing brackets; a string over lines counts once."""
    return sum(
        1
        for line in SENTENCE.sub("", ALT.sub("alt=…", source)).splitlines()
        if line.strip() and not re.match(r"\s*### (BEGIN|END) SOLUTION|\s*[)\]}]+[,:]?$", line)
    )


def lines_to_write(source: str) -> int:
    """Lines between the solution markers, without blank ones and comments: what a learner has to write."""
    lines = [line.strip() for line in solution(source)]
    return sum(bool(line) and not line.startswith("#") for line in lines)


def read_words(source: str) -> int:
    """Every word there is to read: headings, tables, folded answers, code, and a formula as it is written."""
    for pattern in (r"</?\w+[^>]*>", r"(?<=\])\([^)\s]*\)"):
        source = erase(pattern, source)
    return sum(any(char.isalnum() for char in word) for word in source.split())


def sentences_in_code(source: str) -> list[tuple[str, int]]:
    """Comments, and strings of five words or more, with their lines: what a learner reads as prose."""
    return [(text, line) for text, line in strings_of(source) if len(text.split()) >= 5]


def strings_of(source: str, *, messages: bool = False) -> list[tuple[str, int]]:
    """Comments and strings of a code cell, with their lines. ``messages``: of a hidden check, only what learners get to read."""
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(source + "\n").readline))
    except (tokenize.TokenError, SyntaxError):
        return []
    kinds = {tokenize.COMMENT, tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING)}
    found = [(t.string, t.start[0]) for t in tokens if t.type in kinds]
    if not messages:
        return found
    lines = source.splitlines()
    shown = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    spans = [
        (node.msg.lineno, node.msg.end_lineno or node.msg.lineno)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Assert) and node.msg
    ]
    return [
        (t, n)
        for t, n in found
        if n <= shown or (not t.startswith("#") and any(a <= n <= b for a, b in spans))
    ]
