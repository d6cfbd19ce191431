"""Rules on exercises: the card, the points and minutes on it, the signature and the docstring."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from log2attn.compiling.lesson import Cell
from log2attn.house_style.findings import Found, Page, rule
from log2attn.house_style.text import lines_to_write

LEAST_MINUTES, MOST_MINUTES = 30, 45
FEWEST, MOST = 3, 5  # graded exercises a day, without the warm-up
START, A_LINE, HONEST = (
    4,
    1.5,
    0.75,
)  # a newcomer's minutes: to begin, for a line of the solution; what lint refuses below
LINE = re.compile(r"^\*(?:(\d+) points?|optional) · about (\d+) minutes?(?: · (.+))?\*$", re.MULTILINE)
FOLDED = re.compile(r"<details>\s*<summary>\s*Answers?\s*</summary>\s*\S[\s\S]*?</details>")
FORM = "*3 points · about 8 minutes · needs broadcasting (day 12)*"
OPTIONAL_FORM = "*optional · about 8 minutes · needs broadcasting (day 12)*"


@dataclass(frozen=True)
class Price:
    """What a card says an exercise costs and gives; ``points`` is None on a card of the optional end."""

    points: int | None
    minutes: int
    rest: str


def price(card: Cell) -> Price | None:
    said = LINE.search(card.source)
    return Price(int(said[1]) if said[1] else None, int(said[2]), said[3] or "") if said else None


@rule(
    "card",
    "A card has a title, points, minutes, what it needs, a question **Before you code.** and the line **Your task.**",
)
def card(page: Page) -> Iterator[Found]:
    for card, (answer, *_) in page.cards:
        coded, said = answer.role == "answer", price(card)
        if not re.search(r"^### " + ("Exercise · " if coded else ""), card.source, re.MULTILINE):
            yield Found(
                card,
                f"The card of {answer.exercise} has no title.",
                "Start it with ### Exercise · and a verb or a surprise.",
            )
        if said is None:
            yield Found(
                card,
                f"The card of {answer.exercise} does not state its points and minutes.",
                f"Write below the title, on one line: {OPTIONAL_FORM if answer in page.optional else FORM}",
            )
        elif coded and not said.rest.startswith("needs "):
            yield Found(
                card, f"The card of {answer.exercise} does not say what it needs.", f"As here: {FORM}"
            )
        if coded:
            yield from _questions(card, answer.exercise)


def _questions(card: Cell, id: str) -> Iterator[Found]:
    before, _, task = card.source.partition("**Your task.**")
    question = before.partition("**Before you code.**")[2].partition("<details>")[0]
    if not task.strip():
        yield Found(card, f"The card of {id} sets no task.", "End it with **Your task.** and one sentence.")
    if "?" not in question:
        yield Found(
            card,
            f"The card of {id} asks nothing before the coding.",
            "Put **Before you code.** and a question before **Your task.**",
        )


@rule(
    "answered",
    "What is asked **Before you code.** is answered below it, folded: <details><summary>Answer</summary> …",
)
def answered(page: Page) -> Iterator[Found]:
    for cell in page.prose:
        text, asks, after = cell.source.partition("**Before you code.**")
        if asks and not FOLDED.search(after):
            yield Found(
                cell,
                "What is asked before the coding is not answered.",
                "Write below it <details><summary>Answer</summary>, an empty line, the answer, an empty line, </details>.",
                text.count("\n") + 1,
            )


@rule(
    "card-points",
    "The points on a card are those of its checks; in the optional end it says optional instead.",
)
def card_points(page: Page) -> Iterator[Found]:
    for card, cells in page.cards:
        said, given = price(card), sum(cell.points for cell in cells)
        if said and (said.points is None) != (cells[0] in page.optional):
            yield Found(
                card,
                f"The card of {cells[0].exercise} {'says optional' if said.points is None else 'offers points'}.",
                f"Only exercises of the optional end are, and they say so: {OPTIONAL_FORM}",
            )
        elif said and (said.points or 0) != given:
            yield Found(
                card,
                f"The card of {cells[0].exercise} says {said.points} points, its cells give {given}.",
                "Let one of them follow the other.",
            )


@rule("graded-minutes", f"The minutes on the cards of the core sum to {LEAST_MINUTES} to {MOST_MINUTES}.")
def graded_minutes(page: Page) -> Iterator[Found]:
    total = sum(said.minutes for said in (price(card) for card, _ in page.cards if card in page.core) if said)
    if not LEAST_MINUTES <= total <= MOST_MINUTES:
        yield Found(
            page.cells[0],
            f"Graded work takes {total} minutes by its cards.",
            f"Bring it to {LEAST_MINUTES} to {MOST_MINUTES}: shorten, drop or add an exercise.",
        )


@rule(
    "graded-count",
    f"{FEWEST} to {MOST} graded exercises a day, the warm-up not counted; an answer in words may be one of the {FEWEST}.",
)
def graded_count(page: Page) -> Iterator[Found]:
    coded = [exercise for exercise in page.lesson.graded if not exercise.id.endswith("-review")]
    if len(coded) > MOST:
        what, then = f"{len(coded)} graded exercises", "Move one to the optional end."
    elif len(coded) + len(page.lesson.written_answers) < FEWEST:
        what = f"{len(coded) + len(page.lesson.written_answers)} graded exercises"
        then = "Add one; a rebuild from memory in part 4, for example."
    else:
        return
    yield Found(page.cells[0], f"The day has {what}, {FEWEST} to {MOST} are meant.", then)


@rule(
    "card-minutes",
    f"A card's minutes are a newcomer's: about {START} and {A_LINE} for each line of the worked solution, never below {HONEST:.0%} of that.",
)
def card_minutes(page: Page) -> Iterator[Found]:
    for exercise in page.lesson.exercises:
        card, lines = page.card_of(exercise), lines_to_write(exercise.answer.source)
        start = 0 if exercise.id.endswith("-review") else START  # the warm-up is on an idea one has met
        fair, said = start + A_LINE * lines, price(card)
        if said and said.minutes < HONEST * fair:
            yield Found(
                card,
                f"The card of {exercise.id} says {said.minutes} minutes for {lines} line{'' if lines == 1 else 's'} to write.",
                f"A newcomer needs about {fair:.0f}: say so, or ask for less.",
            )


@rule("signature", "The function of an exercise has a type on every argument and on what it returns.")
def signature(page: Page) -> Iterator[Found]:
    for exercise in page.lesson.exercises:
        function = _definition(exercise.answer, exercise.name)
        if isinstance(function, ast.FunctionDef):
            bare = [arg.arg for arg in _arguments(function) if arg.annotation is None]
            bare += ["what it returns"] if function.returns is None else []
            if bare:
                yield Found(
                    exercise.answer,
                    f"{exercise.name} has no type for {', '.join(bare)}.",
                    "Type the whole signature.",
                    function.lineno,
                )


@rule(
    "docstring",
    "Its docstring names each argument with its shape, says what it returns, and runs one example.",
)
def docstring(page: Page) -> Iterator[Found]:
    for exercise in page.lesson.exercises:
        definition = _definition(exercise.answer, exercise.name)
        if definition is None:
            continue
        text = ast.get_docstring(definition) or ""
        if missing := list(_missing(definition, text)):
            yield Found(
                exercise.answer,
                f"The docstring of {exercise.name} lacks {', '.join(missing)}.",
                "docs/style.md shows one with all of it.",
                definition.lineno,
            )


def _missing(definition: ast.FunctionDef | ast.ClassDef, text: str) -> Iterator[str]:
    if not re.search(r"^>>> .+\n(?:(?:>>>|\.\.\.) .*\n)*(?!>>>).+", text, re.MULTILINE):
        yield "an example (>>>) with its result"
    if isinstance(definition, ast.ClassDef):
        return
    named = {
        name for line in text.splitlines() for name in re.findall(r"\w+", re.split(r"  ", line.strip())[0])
    }
    for arg in _arguments(definition):
        if arg.arg not in named:
            yield f"a line for {arg.arg}"
    returns_nothing = isinstance(definition.returns, ast.Constant) and definition.returns.value is None
    if not returns_nothing and not re.search(r"^returns\b", text, re.MULTILINE):
        yield "a line that starts with returns"


def _definition(cell: Cell, name: str) -> ast.FunctionDef | ast.ClassDef | None:
    body = ast.parse(cell.source).body
    return next(
        (node for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == name),
        None,
    )


def _arguments(function: ast.FunctionDef) -> list[ast.arg]:
    of = function.args
    return [
        *of.posonlyargs,
        *of.args,
        *of.kwonlyargs,
        *([of.vararg] if of.vararg else []),
        *([of.kwarg] if of.kwarg else []),
    ]
