"""What a rule is, what it finds, and how a lesson says that it bends one.

A rule bends by a line in an author cell directly before the cell it is about: ``# lint: code-length — the drawing is the lesson``.
Nothing may stand between the cells of an exercise, so before a card such a line speaks for card, answer and checks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from log2attn.compiling.answers import Answers
from log2attn.compiling.lesson import Cell, Exercise, Lesson
from log2attn.core.course import Course
from log2attn.house_style.words import Word

EXCEPTION = re.compile(r"# lint:(.*)")
EXCEPTION_FORM = re.compile(r"\s*([a-z-]+)\s+—\s+(\S+(?:\s+\S+)+)\s*")
EXCEPTION_RULE = "exception"


@dataclass(frozen=True)
class Symbol:
    """A symbol of lessons/notation.md, as LaTeX, and the first day that may use it."""

    latex: str
    day: int


@dataclass(frozen=True)
class Page:
    """One day, as a rule sees it. ``cells`` are those of the notebook: author cells do not count.

    words    the rows of lessons/vocabulary.md
    toolbox  a function of an earlier day → that day
    """

    course: Course
    lesson: Lesson
    answers: Answers
    notation: tuple[Symbol, ...] = ()
    words: tuple[Word, ...] = ()
    toolbox: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.lesson.cells if cell.role != "author")

    @property
    def optional(self) -> tuple[Cell, ...]:
        """The optional end's cells; () in a day without one."""
        return tuple(cell for cell in self.lesson.optional if cell.role != "author")

    @property
    def core(self) -> tuple[Cell, ...]:
        """The cells of the two hours: all before the optional end."""
        return self.cells[: len(self.cells) - len(self.optional)]

    @property
    def prose(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.role == "prose")

    @property
    def cards(self) -> list[tuple[Cell, tuple[Cell, ...]]]:
        """Each card with the cells of its exercise: answer and checks, or the answer in words."""
        found = []
        for at, cell in enumerate(self.cells[1:], 1):
            if cell.role in ("answer", "written"):
                end = at + (3 if cell.role == "answer" else 1)
                found.append((self.cells[at - 1], self.cells[at:end]))
        return found

    def card_of(self, exercise: Exercise) -> Cell:
        return self.cells[self.cells.index(exercise.answer) - 1]

    def part(self, number: int) -> tuple[Cell, ...]:
        """The core cells from the heading ``## number · …`` up to the next heading of that rank."""
        heads = [
            n
            for n, cell in enumerate(self.core)
            if not cell.is_code and re.search(r"^## ", cell.source, re.MULTILINE)
        ]
        start = next(
            (n for n in heads if re.search(rf"^## {number} ·", self.core[n].source, re.MULTILINE)), None
        )
        if start is None:
            return ()
        return self.core[start : next((n for n in heads if n > start), len(self.core))]


@dataclass(frozen=True)
class Found:
    """What a rule found in a cell: ``what`` and ``then`` are sentences; ``line`` counts inside the cell, 0 is its header."""

    cell: Cell
    what: str
    then: str
    line: int = 0


@dataclass(frozen=True)
class Finding:
    """What is told to the author: the rule, the place, what is found there, and what to do."""

    rule: str
    path: Path
    line: int
    what: str
    then: str


@dataclass(frozen=True)
class Rule:
    """A rule of the house: its name, its sentence, and the function that looks for breaches."""

    name: str
    says: str
    find: Callable[[Page], Iterator[Found]]


RULES: dict[str, Rule] = {}


def rule(
    name: str, says: str
) -> Callable[[Callable[[Page], Iterator[Found]]], Callable[[Page], Iterator[Found]]]:
    """Enter a function in the list of rules."""

    def enter(find: Callable[[Page], Iterator[Found]]) -> Callable[[Page], Iterator[Found]]:
        RULES[name] = Rule(name, says, find)
        return find

    return enter


def findings(page: Page) -> list[Finding]:
    """All findings on a page, top to bottom, without those that the lesson gives a reason for."""
    exceptions, out, used = [e for e in _exceptions(page) if not e.fault], [], set()
    for law in RULES.values():
        for found in law.find(page):
            excused = [e for e in exceptions if e.rule == law.name and found.cell in e.cells]
            used.update(excused)
            if not excused:
                out.append((law.name, found))
    unused = [e for e in exceptions if e not in used]
    out += [
        (
            EXCEPTION_RULE,
            Found(
                e.said_in,
                f"Nothing here breaks {e.rule}: the exception is not needed.",
                "Delete its line.",
                e.line,
            ),
        )
        for e in unused
    ]
    told = [
        Finding(name, page.lesson.path, found.cell.line + found.line, found.what, found.then)
        for name, found in out
    ]
    return sorted(told, key=lambda f: f.line)


@rule(
    EXCEPTION_RULE,
    "An exception names a rule that exists, gives a reason, stands in an author cell, and is needed.",
)
def malformed(page: Page) -> Iterator[Found]:
    """Exceptions that cannot hold. Which of the others were needed is known only at the end of ``findings``."""
    for exception in _exceptions(page):
        if exception.fault:
            yield Found(
                exception.said_in,
                exception.fault,
                "Write it in an author cell before the cell it is about: # lint: rule-name — the reason, in words.",
                exception.line,
            )


@dataclass(frozen=True)
class _Exception:
    """A line # lint: … : where it stands, the rule and the cells it is about, or what is wrong with it."""

    said_in: Cell
    line: int
    rule: str = ""
    cells: tuple[Cell, ...] = ()
    fault: str = ""


def _exceptions(page: Page) -> Iterator[_Exception]:
    for at, cell in enumerate(page.lesson.cells):
        following = next((c for c in page.lesson.cells[at + 1 :] if c.role != "author"), None)
        for n, line in enumerate(cell.source.splitlines(), 1):
            said = EXCEPTION.match(line)
            if said and cell.is_code:
                yield _exception(page, cell, n, said[1], following)


def _exception(page: Page, cell: Cell, line: int, said: str, following: Cell | None) -> _Exception:
    form = EXCEPTION_FORM.fullmatch(said)
    if cell.role != "author":
        return _Exception(cell, line, fault="This exception would reach the learner.")
    if not form:
        return _Exception(cell, line, fault=f"An exception without a rule or without a reason: # lint:{said}")
    if form[1] not in RULES:
        return _Exception(cell, line, fault=f"There is no rule {form[1]}; log2attn lint --rules lists them.")
    if following is None:
        return _Exception(cell, line, fault="No cell follows this exception.")
    exercise = next((cells for card, cells in page.cards if card is following), ())
    return _Exception(cell, line, form[1], (following, *exercise))


def read_notation(text: str) -> tuple[Symbol, ...]:
    """The symbols of a table like lessons/notation.md: its first column holds them, its last the day."""
    days: dict[str, int] = {}
    for line in text.splitlines():
        columns = [column.strip() for column in line.strip().strip("|").split("|")]
        if len(columns) > 1 and columns[-1].isdigit():
            for math in re.findall(r"\$([^$]+)\$", columns[0]):
                for latex in _at_commas(math):
                    days[latex] = min(int(columns[-1]), days.get(latex, 999))
    return tuple(Symbol(latex, day) for latex, day in days.items())


def _at_commas(math: str) -> list[str]:
    """Split at commas that stand outside of braces."""
    depth, pieces = 0, [""]
    for char in math:
        depth += {"{": 1, "(": 1, "}": -1, ")": -1}.get(char, 0)
        if char == "," and depth == 0:
            pieces.append("")
        else:
            pieces[-1] += char
    return [piece.strip() for piece in pieces if piece.strip()]
