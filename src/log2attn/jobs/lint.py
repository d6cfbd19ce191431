"""Lint: hold the lessons to the house style, day by day."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

from log2attn.core.course import Day
from log2attn.core.layout import Layout
from log2attn.house_style import RULES, Finding, Page, findings, read_notation
from log2attn.house_style.budget import PartBudget, budget, optional_minutes
from log2attn.house_style.words import read_vocabulary
from log2attn.house_style.wrapping import wrapped
from log2attn.proving.days import WrittenDay, read_course, read_days
from log2attn.proving.forked import side_by_side


def budgets(layout: Layout, days: Iterable[str | int] = ()) -> list[tuple[Day, list[PartBudget], float]]:
    """Of each day: what its four parts ask of a learner, and the minutes of its optional end."""
    course = read_course(layout)
    pages = [Page(course, written.lesson, written.answers) for written in read_days(layout, course, days)]
    return [(page.lesson.day, budget(page), optional_minutes(page)) for page in pages]


def lint(layout: Layout, days: Iterable[str | int] = ()) -> list[tuple[Day, list[Finding]]]:
    """What is found on each day, top to bottom. Paths are relative to the course folder."""
    course = read_course(layout)
    notation = read_notation(_text(layout.lessons / "notation.md"))
    words = read_vocabulary(_text(layout.lessons / "vocabulary.md"), "lessons/vocabulary.md")
    toolbox = _days_of(layout.toolbox / "__init__.py")
    written = read_days(layout, course, days)

    def of(day: WrittenDay) -> list[Finding]:
        found = findings(Page(course, day.lesson, day.answers, notation, words, toolbox))
        return [replace(finding, path=finding.path.relative_to(layout.root)) for finding in found]

    return list(zip((day.day for day in written), side_by_side(written, of), strict=True))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _days_of(path: Path) -> dict[str, int]:
    """Function → its day, from the built toolbox; a day that is not built yet is not in it."""
    for node in ast.parse(_text(path)).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "DAY_OF":
            return ast.literal_eval(node.value)
    return {}


def named_rules() -> list[tuple[str, str]]:
    """Each rule's name and its sentence."""
    return [(rule.name, rule.says) for rule in RULES.values()]


def wrap_long_lines(layout: Layout, days: Iterable[str | int] = ()) -> Iterator[Path]:
    """Break overlong strings and comments in the code that learners read; the paths of the texts that changed."""
    for day in read_days(layout, read_course(layout), days):
        text = before = day.lesson.path.read_text(encoding="utf-8")
        for cell in day.lesson.cells:
            if not cell.is_code or cell.role == "author":
                continue
            shown = cell.source
            if cell.role == "hidden":  # of which learners read the first comments
                shown = "\n".join(takewhile(lambda line: line.startswith("#"), shown.split("\n")))
            text = text.replace(shown, wrapped(shown), 1)
        if text != before:
            day.lesson.path.write_text(text, encoding="utf-8")
            yield day.lesson.path.relative_to(layout.root)
