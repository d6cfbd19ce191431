"""The table of lessons/vocabulary.md, read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from log2attn.core.errors import CourseError
from log2attn.house_style.python import CONSTRUCTS

KINDS = ("term", "construct", "call", "rule")


@dataclass(frozen=True)
class Word:
    """A row: what it is called, its kind, the signs by which it is recognized, and the day that teaches it.

    optional   taught in that day's optional end only
    """

    name: str
    kind: str
    signs: tuple[str, ...]
    day: int
    optional: bool = False


def read_vocabulary(text: str, where: str) -> tuple[Word, ...]:
    """The rows of the vocabulary's tables. Raises CourseError, naming the line, for a row that says nothing or says it twice."""
    words: list[Word] = []
    seen: dict[tuple[str, str], int] = {}
    for n, line in enumerate(text.splitlines(), 1):
        columns = [column.strip() for column in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
        if len(columns) != 4 or columns[1] == "kind" or set(columns[1]) <= set("-: "):
            continue
        word = _word(columns, f"{where}:{n}")
        for sign in word.signs:
            if (word.kind, sign) in seen:
                raise CourseError(
                    f"{sign} stands here and in line {seen[word.kind, sign]}.",
                    where=f"{where}:{n}",
                    then="It is taught on one day; remove one of the rows.",
                )
            seen[word.kind, sign] = n
        words.append(word)
    return tuple(words)


def _word(columns: list[str], where: str) -> Word:
    name, kind, how, when = (column.replace(r"\|", "|") for column in columns)
    day = re.fullmatch(r"(\d+)( optional)?", when)
    if kind not in KINDS or not day:
        raise CourseError(
            f"Not a row of the vocabulary: {name} | {kind} | {when}",
            where=where,
            then=f"The kind is one of {', '.join(KINDS)}; the day is a number, or a number and the word optional.",
        )
    signs = tuple(re.findall(r"`([^`]+)`", how))
    if not signs:
        raise CourseError(
            f"{name} has no sign.", where=where, then="Put what it is recognized by in backticks."
        )
    if kind == "construct" and (unknown := [sign for sign in signs if sign not in CONSTRUCTS]):
        raise CourseError(
            f"No construct is called {unknown[0]!r}.",
            where=where,
            then=f"These are: {'; '.join(CONSTRUCTS)}. A new one gets its sign in house_style/python.py.",
        )
    return Word(name.strip("`"), kind, signs, int(day[1]), bool(day[2]))
