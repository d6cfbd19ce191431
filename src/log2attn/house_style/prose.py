"""Rules on words and formulas."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterator
from functools import cache

from log2attn.compiling.lesson import Cell
from log2attn.house_style.findings import Found, Page, Symbol, rule
from log2attn.house_style.reading import called
from log2attn.house_style.text import erase, formulas, math_of, sentences_in_code, without_math
from log2attn.proving.edits import names_edit

FORBIDDEN = re.compile(r"\b(just|simply|obviously|clearly|trivial(?:ly)?|of\s+course)\b", re.IGNORECASE)
EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u26ff\u2705\u270a-\u270d\u2728\u274c\u274e\u2753-\u2757\u2764\ufe0f]"
)
LIST_ITEM = re.compile(r" {0,3}((\d{1,9})[.)]|[-+*])( |$)")
SUGGESTS = re.compile(
    r"(?:^|[.?!:;(*]\s*|\b(?:then|now|and|or)\s+)((?:change|replace|edit|delete|remove)\s[^.?!`]{0,80}`[^`]+`)",
    re.IGNORECASE | re.MULTILINE,
)
TOTAL_AS_PARTIAL = re.compile(r"\\bar(?:\{\w\}|\w)=(?:\\[dt]?frac\{\\partial\w|\\partial\w/)")
VERIFIES = ("allclose", "isclose", "array_equal", "assert_allclose", "assert_array_equal", "simplify")
FEWEST_WORDS = 4  # after a formula; fewer is no sentence


@rule(
    "forbidden-word",
    "Never just, simply, obviously, clearly, trivial, of course: nor in comments and messages.",
)
def forbidden_word(page: Page) -> Iterator[Found]:
    for cell in page.cells:
        for text, line in _sentences(cell):
            for match in FORBIDDEN.finditer(text):
                at = line + text[: match.start()].count("\n")
                yield Found(
                    cell,
                    f'"{match[0]}" tells the reader how easy it is.',
                    "Leave it out; the sentence is better without.",
                    at,
                )
    for exercise in page.lesson.exercises:
        told = page.answers.of[exercise.id]
        for text in (*told.hints, told.why, *(mistake.says for mistake in told.mistakes)):
            if found := FORBIDDEN.search(text):
                yield Found(
                    exercise.answer,
                    f'"{found[0]}" in the answers file, where it says: {text[:60]}…',
                    "Leave it out there.",
                )


@rule("exclamation-mark", "No exclamation marks in prose.")
def exclamation_mark(page: Page) -> Iterator[Found]:
    for cell in page.cells:
        if not cell.is_code:
            for n, line in enumerate(without_math(cell.source).splitlines(), 1):
                if "!" in line:
                    yield Found(
                        cell,
                        f"An exclamation mark: …{line[max(0, line.index('!') - 30) : line.index('!') + 1].strip()}",
                        "End with a period, or with a harder question.",
                        n,
                    )


@rule("emoji", "No emoji.")
def emoji(page: Page) -> Iterator[Found]:
    for cell in page.cells:
        for n, line in enumerate(cell.source.splitlines(), 1):
            if match := EMOJI.search(line):
                yield Found(cell, f"An emoji: {match[0]}", "Say it in words.", n)


@rule("accidental-list", 'No sentence begins like a list, "50. …" or "- …": Markdown makes one of it.')
def accidental_list(page: Page) -> Iterator[Found]:
    for cell in page.cells:
        if cell.is_code:
            continue
        opens, number = "", 0  # the first line of the paragraph; the number of the list so far
        for n, line in enumerate(cell.source.splitlines(), 1):
            item = LIST_ITEM.match(line)
            counted = int(item[2]) if item and item[2] else None
            inside = opens and not LIST_ITEM.match(opens) and not opens.startswith("#")
            if item and (inside or counted not in (None, 1, number + 1)):
                yield Found(
                    cell,
                    f"A line begins with {line.split()[0]} and will be shown as a list.",
                    "Break the lines elsewhere, or begin with a word.",
                    n,
                )
            goes_on = line.startswith(" ") or not line.strip()
            if counted is not None:
                number = counted
            elif not goes_on:
                number = 0
            opens = (opens or line) if line.strip() else ""


@rule(
    "edit-performed",
    "An edit that the page suggests is named in an author cell beside it, so that a test performs it.",
)
def edit_performed(page: Page) -> Iterator[Found]:
    cells = page.lesson.cells
    for at, cell in enumerate(cells):
        said = SUGGESTS.search(cell.source) if cell.role == "prose" else None
        if said and not any(names_edit(near) for near in _beside(cells, at)):
            yield Found(
                cell,
                f'No test performs this edit: "{" ".join(said[1].split())}"',
                'After the code cell it changes, in an author cell: # edit: "old" -> "new" and # then: what is true.',
                cell.source[: said.start(1)].count("\n") + 1,
            )


def _beside(cells: tuple[Cell, ...], at: int) -> list[Cell]:
    """The author cells between a cell and the code cells around it, and those that follow the next code cell."""
    before = itertools.takewhile(lambda cell: cell.role in ("author", "prose"), reversed(cells[:at]))
    after = list(itertools.takewhile(lambda cell: cell.role in ("author", "prose"), cells[at + 1 :]))
    beyond = cells[at + 2 + len(after) :]
    return [*before, *after, *itertools.takewhile(lambda cell: cell.role in ("author", "prose"), beyond)]


@rule("notation-day", "A symbol of lessons/notation.md is used from its day on.")
def notation_day(page: Page) -> Iterator[Found]:
    for cell in page.cells:
        for symbol, line in later_symbols(page, cell, since=page.lesson.day.number + 1):
            yield Found(
                cell,
                f"${symbol.latex}$ first appears on day {symbol.day}.",
                "Say it in words or other letters today, or give it this day in lessons/notation.md.",
                line,
            )


def later_symbols(page: Page, cell: Cell, *, since: int) -> Iterator[tuple[Symbol, int]]:
    """The symbols of a cell that belong to the day ``since`` or a later one, each with its first line."""
    # A plain letter is too common to be recognized; what has a LaTeX command in it can be.
    later = [(s, _normal(s.latex)) for s in page.notation if s.day >= since and "\\" in s.latex]
    seen: set[str] = set()
    for math, line in () if cell.is_code else math_of(cell.source):
        for symbol, latex in later:
            end = r"(?![A-Za-z])" if latex[-1].isalpha() else ""
            if symbol.latex not in seen and re.search(re.escape(latex) + end, _normal(math)):
                seen.add(symbol.latex)
                yield symbol, line


@rule(
    "total-derivative",
    "∂ is the slope with the other inputs held still; the slope along all paths, v bar, is written with d.",
)
def total_derivative(page: Page) -> Iterator[Found]:
    for cell in page.cells:
        for math, line in () if cell.is_code else math_of(cell.source):
            if TOTAL_AS_PARTIAL.search(_normal(math)):
                then = r"Write \frac{dy}{dv}, and keep \partial for one step of the graph."
                yield Found(cell, "A slope along all paths is written with ∂.", then, line)


@cache
def _normal(latex: str) -> str:
    """One spelling of what LaTeX writes in several: norms, accents over one letter, spaces."""
    latex = re.sub(r"\\[lr]?Vert(?![A-Za-z])", r"\\|", latex)
    latex = re.sub(
        r"\\(bar|hat|tilde|vec|dot|mathbf|mathbb|mathsf|mathrm|mathcal)\s+([A-Za-z])(?![A-Za-z])",
        r"\\\1{\2}",
        latex,
    )
    return re.sub(r"\\[,;:! ]|\s+", "", latex)


@rule("formula-in-words", "A displayed formula is followed by its sentence in words.")
def formula_in_words(page: Page) -> Iterator[Found]:
    for cell, after in zip(page.cells, [*page.cells[1:], None], strict=True):
        if cell.role != "prose":
            continue
        for latex, line, rest in formulas(cell.source):
            text = rest.split("$$")[0].strip(" .,;\n")  # up to the next formula
            goes_on = len(text.split()) >= FEWEST_WORDS and not re.match(r"\*\*|#|\||<|>", text)
            if not goes_on and not (after and after.role == "prose" and after.source.startswith("In words")):
                yield Found(
                    cell,
                    f"No sentence in words follows the formula {_short(latex)}",
                    'Go on with "In words: …".',
                    line,
                )


@rule("formula-checked", "A displayed formula is checked by machine before its section ends.")
def formula_checked(page: Page) -> Iterator[Found]:
    cells = page.lesson.cells  # an author cell may hold the check
    for at, cell in enumerate(cells):
        if cell.role != "prose" or not formulas(cell.source):
            continue
        if not any(_verifies(later) for later in _section_after(cells, at)):
            latex, line, _ = formulas(cell.source)[0]
            yield Found(
                cell,
                f"Nothing in this section checks the formula {_short(latex)}",
                "Compute both sides in a cell that follows and assert that they agree.",
                line,
            )


def _section_after(cells: tuple[Cell, ...], at: int) -> Iterator[Cell]:
    """The code cells up to the next heading; a section that holds none yet goes on in the next one, an exercise for example."""
    met = False
    for cell in cells[at + 1 :]:
        if met and not cell.is_code and re.search(r"^##", cell.source, re.MULTILINE):
            return
        if cell.is_code:
            met = True
            yield cell


def _verifies(cell: Cell) -> bool:
    for node in ast.walk(ast.parse(cell.source)):
        if isinstance(node, ast.Assert):
            return True
        if isinstance(node, ast.Call):
            name = called(node)
            if name in VERIFIES or (name == "print" and _prints_two_sides(node)):
                return True
    return False


def _prints_two_sides(call: ast.Call) -> bool:
    values = [part for arg in call.args for part in (arg.values if isinstance(arg, ast.JoinedStr) else [arg])]
    return sum(not isinstance(value, ast.Constant) for value in values) >= 2


def _sentences(cell: Cell) -> list[tuple[str, int]]:
    return sentences_in_code(cell.source) if cell.is_code else [(erase(r"^#+", without_math(cell.source)), 1)]


def _short(latex: str) -> str:
    text = " ".join(latex.split())
    return f"$ {text} $" if len(text) <= 60 else f"$ {text[:57]}… $"
