"""Lint: hold the lessons to the house style, day by day."""

from __future__ import annotations

from collections.abc import Iterable

from log2attn.core.course import Day
from log2attn.core.layout import Layout
from log2attn.house_style import RULES, Finding, Page, findings, read_notation
from log2attn.house_style.budget import PartBudget, budget, optional_minutes
from log2attn.proving.days import read_course, read_days


def budgets(layout: Layout, days: Iterable[str | int] = ()) -> list[tuple[Day, list[PartBudget], float]]:
    """Of each day: what its four parts ask of a learner, and the minutes of its optional end."""
    course = read_course(layout)
    pages = [Page(course, written.lesson, written.answers) for written in read_days(layout, course, days)]
    return [(page.lesson.day, budget(page), optional_minutes(page)) for page in pages]


def lint(layout: Layout, days: Iterable[str | int] = ()) -> list[tuple[Day, list[Finding]]]:
    """What is found on each day, top to bottom. Paths are relative to the course folder."""
    course = read_course(layout)
    path = layout.course_file.with_name("notation.md")
    notation = read_notation(path.read_text(encoding="utf-8")) if path.exists() else ()
    out = []
    for written in read_days(layout, course, days):
        found = findings(Page(course, written.lesson, written.answers, notation))
        out.append(
            (
                written.day,
                [Finding(f.rule, f.path.relative_to(layout.root), f.line, f.what, f.then) for f in found],
            )
        )
    return out


def named_rules() -> list[tuple[str, str]]:
    """Each rule's name and its sentence."""
    return [(rule.name, rule.says) for rule in RULES.values()]
