"""lessons/vocabulary.md: which word, which piece of Python and which rule of algebra is taught on which day, and who comes too early."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from log2attn.compiling.lesson import Cell
from log2attn.house_style.findings import Found, Page, rule
from log2attn.house_style.python import (
    ALIASES,
    BUILTINS,
    FRAGMENT,
    aliases_of,
    calls_of,
    constructs_of,
    parsed,
)
from log2attn.house_style.text import CODE, FENCE, erase, strings_of, without_math
from log2attn.house_style.words import Word

SPAN = re.compile(r"`([^`\n]+)`")
TYPES = {"float", "int", "bool", "str", "list", "tuple", "dict", "set", "object", "Callable", "np", "ndarray"}
WHERE = "lessons/vocabulary.md"


@dataclass(frozen=True)
class Use:
    """A word, construct or call in something a learner reads. ``told`` says where, for what stands in the answers file."""

    kind: str
    name: str
    cell: Cell
    line: int
    told: str = ""


@rule(
    "vocabulary",
    "No word, construct, call or rule of algebra before its day in lessons/vocabulary.md, and none that is not in it.",
)
def before_its_day(page: Page) -> Iterator[Found]:
    if not page.words:
        return
    known = {(word.kind, name): word for word in page.words for name in word.signs}
    seen: set[tuple[str, str]] = set()
    for use in uses(page):
        word = known.get((use.kind, use.name))
        key = (use.kind, _called(use, word))
        wrong = key not in seen and _wrong(page, use, word)
        if wrong:
            seen.add(key)
            yield Found(use.cell, f"{wrong[0]}{f' ({use.told})' if use.told else ''}", wrong[1], use.line)


def _wrong(page: Page, use: Use, word: Word | None) -> tuple[str, str] | None:
    today = page.lesson.day.number
    if word is None:
        if use.kind not in ("construct", "call") or use.name.endswith("="):
            return None  # of words and keywords the vocabulary need not know all
        return (
            f"{use.name} is not in the vocabulary.",
            f"Add it to {WHERE} with its day, or say it with what is there.",
        )
    if word.day > today:
        return (
            f"{_called(use, word)} is taught on day {word.day}.",
            f"Teach it here and give it this day in {WHERE}, or do without.",
        )
    if word.optional and use.cell in page.core:
        return (
            f"{_called(use, word)} is taught in the optional end of day {word.day}, and the core uses it.",
            f"Teach it here and give it this day in {WHERE}, or do without.",
        )
    return None


def _called(use: Use, word: Word | None) -> str:
    """A row may hold many calls, which go by their own names."""
    return word.name if word and use.kind != "call" else use.name


def uses(page: Page) -> Iterator[Use]:
    """Everything in the vocabulary's sense that a learner meets on a page: in prose, code, checks' messages, hints and sentences."""
    reader = _Reader(page)
    for cell in page.cells:
        yield from reader.prose(cell, cell.source) if not cell.is_code else reader.code(cell)
    for exercise in page.lesson.exercises:
        told = page.answers.of[exercise.id]
        texts = [("a hint", text) for text in told.hints] + [("the why", told.why)]
        for where, text in [
            *texts,
            *(("the sentence of a mistake", mistake.says) for mistake in told.mistakes),
        ]:
            for use in reader.words(exercise.answer, text):
                yield Use(use.kind, use.name, use.cell, 0, f"{where}: {text[:50]}…")


class _Reader:
    """Knows which names a page imports and defines, and finds the rest."""

    def __init__(self, page: Page) -> None:
        self.today = page.lesson.day.number
        trees = [ast.parse(cell.source) for cell in page.cells if cell.is_code]
        self.aliases = ALIASES | aliases_of(trees)
        self.own = set(_defined(trees))
        self.phrases: dict[str, list[tuple[Word, str, re.Pattern[str]]]] = {}
        for word in page.words:
            for sign in word.signs if word.kind in ("term", "rule") else ():
                self.phrases.setdefault(_first_word(sign), []).append((word, sign, _pattern(sign)))

    def prose(self, cell: Cell, source: str) -> Iterator[Use]:
        for match in re.finditer(FENCE, source, re.DOTALL):
            code = match[0].strip("`").removeprefix("python")
            yield from self._python(cell, parsed(code), source[: match.start()].count("\n") + 1)
        for match in SPAN.finditer(erase(FENCE, source)):
            yield from self._python(cell, parsed(match[1]), source[: match.start()].count("\n") + 1)
        yield from self._phrases(cell, without_math(source), 1)

    def code(self, cell: Cell) -> Iterator[Use]:
        if (
            cell.role != "hidden"
        ):  # its code is removed from what learners get; its comments and messages are not
            tree = ast.parse(cell.source)
            for kind, found in (
                ("construct", constructs_of(tree)),
                ("call", calls_of(tree, self.aliases, self.own)),
            ):
                yield from (Use(kind, name, cell, line) for name, line in found)
        for text, line in strings_of(cell.source, messages=cell.role == "hidden"):
            yield from self._phrases(cell, text, line)

    def words(self, cell: Cell, text: str) -> Iterator[Use]:
        """A sentence outside of the notebook, in which code stands without marks."""
        for match in FRAGMENT.finditer(text):
            yield from self._python(cell, parsed(match[0]), 1)
        yield from self._phrases(cell, erase(CODE, text), 1)

    def _python(self, cell: Cell, tree: ast.AST | None, line: int) -> Iterator[Use]:
        if tree is not None and not _is_type(tree):
            for name, _ in constructs_of(tree):
                yield Use("construct", name, cell, line)
            for name, _ in calls_of(tree, self.aliases, self.own):
                if name not in BUILTINS or _is_call(tree):  # `x` and `sum` alone may be names of the page
                    yield Use("call", name, cell, line)

    def _phrases(self, cell: Cell, text: str, line: int) -> Iterator[Use]:
        first_words = {"", *re.findall(r"\w+", text.lower())}
        for word, sign, pattern in (
            each for first in sorted(first_words & self.phrases.keys()) for each in self.phrases[first]
        ):
            for match in pattern.finditer(text):
                if not self._points_ahead(text, match, word.day):
                    yield Use(word.kind, sign, cell, line + text[: match.start()].count("\n"))
                    break

    def _points_ahead(self, text: str, match: re.Match[str], day: int) -> bool:
        """Whether the paragraph says on which later day the word comes: "the gradient of day 24" asks nothing of anybody."""
        start, end = text.rfind("\n\n", 0, match.start()) + 1, text.find("\n\n", match.end())
        when = rf"day\s+{day}" + (r"|tomorrow" if day == self.today + 1 else "")
        return bool(re.search(rf"\b(?:{when})\b", text[start : end if end > 0 else None], re.IGNORECASE))


def _is_call(tree: ast.AST) -> bool:
    return any(isinstance(node, ast.Call) for node in ast.walk(tree))


def _is_type(tree: ast.AST) -> bool:
    """Whether a piece of code in a sentence speaks of types alone: `float | np.ndarray`, `list[int]`."""
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    names |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return bool(names) and names <= TYPES and not _is_call(tree)


def _pattern(sign: str) -> re.Pattern[str]:
    """A phrase in any line breaks and either case; * stands for the rest of a word."""
    words = [re.escape(word).replace(r"\*", r"\w*") for word in re.split(r"[\s-]+", sign)]
    return re.compile(r"(?<!\w)" + r"[\s-]+".join(words) + r"(?!\w)", re.IGNORECASE)


def _first_word(sign: str) -> str:
    """The word in a text that a phrase can begin at, in small letters; "" if any may do. The vocabulary grows, and few of its phrases are in a text."""
    first = re.match(r"\w+(?!\w|\*)", sign)
    return first[0].lower() if first else ""


def _defined(trees: list[ast.Module]) -> Iterator[str]:
    """Names that a page's own code gives to things: variables, functions, arguments, attributes."""
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr
        elif isinstance(node, ast.arg):
            yield node.arg
