"""What a day needs: its list in course.toml, held to what its page really uses.

A day *needs* another if its core takes a function of that day from the toolbox, or if one of its cards says so; the warm-up does not count.
What a needed day itself needs comes with it and is not listed again. A day that is listed must be used: by one of these, by a symbol, a term
or a piece of Python it introduced, or by its name in parts 2 to 4.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from log2attn.compiling.lesson import Cell
from log2attn.core.course import Course
from log2attn.house_style.exercises import price
from log2attn.house_style.findings import Found, Page, rule
from log2attn.house_style.prose import later_symbols
from log2attn.house_style.vocabulary import uses

TOOLBOX = "log2attn.toolbox"


@rule(
    "needs",
    "needs in course.toml lists the days whose functions or cards' ideas the core uses, and no day that is not used.",
)
def needs(page: Page) -> Iterator[Found]:
    listed = set(page.lesson.day.needs)
    come = _with_theirs(page.course, listed)
    for day, why in sorted(required(page).items()):
        if day not in come:
            yield Found(
                page.cells[0],
                f"Day {day} is used and not listed: {why}.",
                f"Add {day} to needs in course.toml.",
            )
    idle = listed - required(page).keys()
    for touches in (_named, _symbols, _words):  # from the cheapest to find to the dearest
        idle -= touches(page) if idle else set()
    for day in sorted(idle):
        yield Found(
            page.cells[0],
            f"Day {day} is listed and not used.",
            f"Take {day} out of needs in course.toml, or say on a card what is needed of it.",
        )


def required(page: Page) -> dict[int, str]:
    """Day → the reason why the page needs it."""
    found: dict[int, str] = {}
    for cell in page.core:
        if cell.role in ("code", "answer"):
            for name in _from_toolbox(cell):
                if name in page.toolbox:
                    found.setdefault(page.toolbox[name], f"{name} comes from there")
    for card, cells in page.cards:
        said = price(card) if card in page.core and not cells[0].exercise.endswith("-review") else None
        for day in re.findall(r"\bday (\d+)", said.rest if said else ""):
            found.setdefault(int(day), f"the card of {cells[0].exercise} needs it")
    return {day: why for day, why in found.items() if day < page.lesson.day.number}


def _named(page: Page) -> set[int]:
    """The days that parts 2 to 4 and the optional end name."""
    text = "\n".join(cell.source for cell in page.prose if cell not in page.part(1))
    return {int(day) for day in re.findall(r"\bday (\d+)", text)}


def _symbols(page: Page) -> set[int]:
    return {symbol.day for cell in page.prose for symbol, _ in later_symbols(page, cell, since=1)}


def _words(page: Page) -> set[int]:
    """The days that introduced a word or a piece of Python that the page uses."""
    signs = {(word.kind, sign): word.day for word in page.words for sign in word.signs}
    return {signs[use.kind, use.name] for use in uses(page) if (use.kind, use.name) in signs}


def _with_theirs(course: Course, days: set[int]) -> set[int]:
    """These days, the days they need, and so on."""
    found: set[int] = set()
    todo = list(days)
    while todo:
        day = todo.pop()
        if day not in found:
            found.add(day)
            todo += course.day(day).needs
    return found


def _from_toolbox(cell: Cell) -> Iterator[str]:
    for node in ast.walk(ast.parse(cell.source)):
        if isinstance(node, ast.ImportFrom) and node.module == TOOLBOX:
            yield from (alias.name for alias in node.names)
