"""Break long sentences in code over lines: the same program, within the columns that a learner's screen shows."""

from __future__ import annotations

import ast
import io
import itertools
import re
import textwrap
import tokenize
from collections.abc import Iterator
from typing import NamedTuple

from log2attn.house_style.anatomy import WIDTH

SENTENCE = 40  # a string shorter than this is a name or a label: breaking there would hide the code around it
COMMENT = re.compile(r"(?P<head>[ ]*# )\S")
STRING = re.compile(r"""(?P<prefix>[a-zA-Z]*)(?P<quote>"|')(?P<body>.*)(?P=quote)\Z""")


class _Piece(NamedTuple):
    """A string as it stands on one line: the line's number, counted from 0, and the columns from start to end."""

    line: int
    start: int
    end: int


def wrapped(source: str, width: int = WIDTH) -> str:
    """The source with strings and comments of overlong lines broken at spaces; what cannot be broken stays.

    The result means the same to Python: its syntax tree is that of ``source``.
    """
    source = _comments_wrapped(source, width)
    done: set[tuple[str, int]] = set()
    while True:
        lines = source.split("\n")
        for piece in _pieces(source):
            line = lines[piece.line]
            if len(line) <= width or (line, piece.start) in done:
                continue
            done.add((line, piece.start))
            longer = "\n".join([*lines[: piece.line], *_broken(line, piece, width), *lines[piece.line + 1 :]])
            if _same(longer, source):
                source = longer
                break
        else:
            return source


def _same(a: str, b: str) -> bool:
    try:
        return ast.dump(ast.parse(a)) == ast.dump(ast.parse(b))
    except SyntaxError:
        return False


def _pieces(source: str) -> Iterator[_Piece]:
    """The strings that begin and end on one line, last of a line first."""
    found, open_ = [], []
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        kind = tokenize.tok_name[token.type]
        if kind == "FSTRING_START":  # from Python 3.12 on an f-string comes in parts
            open_.append(token.start)
        elif kind == "FSTRING_END":
            start = open_.pop()
            if not open_ and start[0] == token.end[0]:
                found.append(_Piece(start[0] - 1, start[1], token.end[1]))
        elif kind == "STRING" and not open_ and token.start[0] == token.end[0]:
            found.append(_Piece(token.start[0] - 1, token.start[1], token.end[1]))
    yield from sorted(found, key=lambda piece: (piece.line, -piece.start))


def _broken(line: str, piece: _Piece, width: int) -> list[str]:
    """The lines in place of one: the string in several, in brackets of its own unless it stands alone."""
    before, text, after = line[: piece.start], line[piece.start : piece.end], line[piece.end :]
    indent = " " * (len(line) - len(line.lstrip()))
    alone = not before.strip()
    inner = before if alone else indent + "    "
    said = STRING.match(text)
    if said is None or text.endswith('"""') or (not alone and len(said["body"]) < SENTENCE):
        return [line]
    prefix, quote = said["prefix"], said["quote"]
    room = width - len(inner) - len(prefix) - 2 - (len(after) if alone else 0)
    parts = [
        f"{inner}{prefix}{quote}{part}{quote}" for part in _parts(said["body"], room, "f" in prefix.lower())
    ]
    if alone:
        return [*parts[:-1], parts[-1] + after]
    if before.endswith("(") and after.startswith(")"):  # the call's own brackets will do
        return [before, *parts, indent + after]
    return [before + "(", *parts, indent + ")" + after]


def _parts(body: str, room: int, formatted: bool) -> Iterator[str]:
    """The body of a string in parts of at most ``room`` characters, broken after spaces that stand outside of {…}."""
    words, depth = [""], 0
    for char in body:
        if formatted:
            depth += (char == "{") - (char == "}")
        words[-1] += char
        if char == " " and depth == 0:
            words.append("")
    part = ""
    for word in words:
        if part and len(part) + len(word) > room:
            yield part
            part = ""
        part += word
    if part:
        yield part


def _head(line: str) -> str:
    """What a comment line begins with, "    # ", or "" for any other line."""
    comment = COMMENT.match(line)
    return comment["head"] if comment and "lint:" not in line else ""


def _comments_wrapped(source: str, width: int) -> str:
    """The source with every paragraph of comments that has an overlong line set anew."""
    out: list[str] = []
    for head, lines in itertools.groupby(source.split("\n"), _head):
        block = list(lines)
        if head and any(len(line) > width for line in block):
            said = " ".join(line.removeprefix(head).strip() for line in block)
            block = textwrap.wrap(said, width, initial_indent=head, subsequent_indent=head)
        out += block
    return "\n".join(out)
