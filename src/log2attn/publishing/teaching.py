"""docs/teaching/: for each phase, what an instructor wants to know of its days, from the lessons and the answers files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from log2attn.core.course import Course, Phase
from log2attn.house_style import Page
from log2attn.house_style.budget import CODE_CELL, CODE_LINE, WORDS_A_MINUTE, budget, optional_minutes
from log2attn.proving.days import WrittenDay

HEAD = """# Teaching notes: {title}

Made by `log2attn build` from the lessons, their answers files and `lessons/{phase}/in-class.md`. Do not edit.

**The minutes are counted**, over the core path, from the text: {words} words of prose a minute, {cell} minutes for a code cell and {line:.0f} seconds for each of its lines, one minute for a figure and for a question, and the minutes on the cards.
`log2attn lint --budget` prints the count. No class has been timed yet. The optional end comes on top; nothing later needs it.
"""


def teaching_pages(course: Course, days: Iterable[WrittenDay], lessons: Path) -> dict[str, str]:
    """File name → text, one page for each phase with written days."""
    by_phase: dict[str, list[WrittenDay]] = {}
    for day in days:
        by_phase.setdefault(day.day.phase, []).append(day)
    return {
        f"{phase.slug}.md": _page(course, phase, by_phase[phase.slug], lessons)
        for phase in course.phases
        if phase.slug in by_phase
    }


def _page(course: Course, phase: Phase, days: list[WrittenDay], lessons: Path) -> str:
    said = in_class_notes(lessons / phase.slug / "in-class.md")
    parts = [
        HEAD.format(
            title=phase.title, phase=phase.slug, words=WORDS_A_MINUTE, cell=CODE_CELL, line=60 * CODE_LINE
        ),
        _minutes(course, days),
    ]
    for day in days:
        parts.append(f"## Day {day.day.number} · {day.day.title}\n")
        if note := said.get(day.day.number):
            parts.append(f"**In class.** {note}\n")
        parts.append(_mistakes(day))
    return "\n".join(parts).rstrip() + "\n"


def in_class_notes(path: Path) -> dict[int, str]:
    """Day → what to say in class, from a file with a heading '## Day 3' above each note."""
    if not path.exists():
        return {}
    found = re.findall(
        r"^## Day (\d+)\n+(.*?)(?=^## |\Z)", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    return {int(day): " ".join(text.split()) for day, text in found}


def _minutes(course: Course, days: list[WrittenDay]) -> str:
    titles = [f"{name} (of {minutes})" for name, minutes in course.minutes.items()]
    lines = [
        f"| day | {' | '.join(titles)} | together | of which graded | optional end |",
        "|---|" + "---:|" * (len(titles) + 3),
    ]
    for day in days:
        page = Page(course, day.lesson, day.answers)
        parts = budget(page)
        numbers = [part.minutes for part in parts]
        graded = sum(sum(part.cards.values()) for part in parts)
        row = [*numbers, sum(numbers), graded, optional_minutes(page)]
        lines.append(f"| {day.day.number} | " + " | ".join(f"{minutes:.0f}" for minutes in row) + " |")
    return "\n".join(lines) + "\n"


def _mistakes(day: WrittenDay) -> str:
    lines = ["**Common mistakes**, with the sentence each learner reads:", ""]
    for exercise in day.lesson.exercises:
        lines.append(f"- **{exercise.title}** (`{exercise.id}`)")
        lines += [
            f"  - {mistake.says}{' *(only the hidden check notices)*' if mistake.caught_by == 'hidden' else ''}"
            for mistake in day.answers.of[exercise.id].mistakes
        ]
    return "\n".join(lines) + "\n"
