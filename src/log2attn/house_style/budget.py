"""How long a day takes a newcomer, counted from its text: part by part, over the core path.

lint, the teaching pages and docs/proof.md take their minutes from here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from log2attn.compiling.lesson import Cell
from log2attn.house_style.exercises import price
from log2attn.house_style.findings import Found, Page, rule
from log2attn.house_style.reading import called
from log2attn.house_style.text import code_lines, read_words

WORDS_A_MINUTE = 110
CODE_CELL, CODE_LINE = 0.5, 0.1  # minutes
FIGURE, QUESTION = 1.0, 1.0
SHOWS = {"figure", "slider"}
ASKS = re.compile(r"<details>|\*\*Before you code\.\*\*(?!.*<details>)", re.DOTALL)


@dataclass(frozen=True)
class PartBudget:
    """What a part of a day asks of a learner. The minutes on its cards cover their texts, answer cells and checks.

    limit      minutes the part is meant to take
    words      of prose, tables, formulas and folded answers
    cells, lines   of code to read and run
    figures    figures and sliders
    questions  to be answered before one reads on
    cards      exercise → the minutes on its card
    """

    name: str
    limit: int
    words: int
    cells: int
    lines: int
    figures: int
    questions: int
    cards: dict[str, int]

    @property
    def costs(self) -> dict[str, float]:
        """What takes the minutes, each thing under its name."""
        return {
            f"{self.words} words": self.words / WORDS_A_MINUTE,
            f"{_count(self.cells, 'code cell')} of {_count(self.lines, 'line')}": CODE_CELL * self.cells
            + CODE_LINE * self.lines,
            _count(self.figures, "figure"): FIGURE * self.figures,
            _count(self.questions, "question"): QUESTION * self.questions,
            _count(len(self.cards), "card"): float(sum(self.cards.values())),
        }

    @property
    def minutes(self) -> float:
        return sum(self.costs.values())

    @property
    def over(self) -> int:
        """Whole minutes above the limit; 0 if it is held."""
        return max(0, round(self.minutes) - self.limit)


def budget(page: Page) -> list[PartBudget]:
    """The four parts of a day; a part that the day lacks counts 0."""
    return [
        _part(name, limit, page, page.part(n))
        for n, (name, limit) in enumerate(page.course.minutes.items(), 1)
    ]


def optional_minutes(page: Page) -> float:
    """What the optional end would take, by the same count."""
    return _part("if you have time", 0, page, page.optional).minutes


def _part(name: str, limit: int, page: Page, part: tuple[Cell, ...]) -> PartBudget:
    graded = [(card, cells) for card, cells in page.cards if card in part]
    covered = {card for card, _ in graded}
    prose = [cell for cell in part if cell.role == "prose" and cell not in covered]
    code = [cell for cell in part if cell.role == "code"]
    return PartBudget(
        name=name,
        limit=limit,
        words=sum(read_words(cell.source) for cell in prose),
        cells=len(code),
        lines=sum(code_lines(cell.source) for cell in code),
        figures=sum(_shown(cell) for cell in code),
        questions=sum(len(ASKS.findall(cell.source)) for cell in prose),
        cards={cells[0].exercise: said.minutes for card, cells in graded if (said := price(card))},
    )


def _count(n: int, what: str) -> str:
    return f"{n} {what}{'' if n == 1 else 's'}"


def _shown(cell: Cell) -> int:
    return sum(
        isinstance(node, ast.Call) and called(node) in SHOWS for node in ast.walk(ast.parse(cell.source))
    )


@rule("budget", "Each part of the core path fits its minutes, by the count of docs/style.md.")
def fits(page: Page) -> Iterator[Found]:
    for n, part in enumerate(budget(page), 1):
        if part.over:
            spent = sorted(part.costs.items(), key=lambda cost: -cost[1])
            said = ", ".join(f"{what} {minutes:.0f}" for what, minutes in spent if round(minutes))
            yield Found(
                page.part(n)[0],
                f"{part.name.capitalize()} takes {part.minutes:.0f} minutes, {part.over} more than its {part.limit}: {said}.",
                f"Most goes to {spent[0][0]}: shorten there, or move an idea to the optional end.",
            )
