"""docs/teaching/: for each phase, what an instructor wants to know of its days, from the lessons and the answers files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from log2attn.compiling.lesson import Cell
from log2attn.core.course import Course, Phase
from log2attn.proving.days import WrittenDay

WORDS_A_MINUTE = 130  # of mathematical prose, read with a pencil
MINUTES_A_CODE_CELL = 0.75  # predict, run, look
CARD = re.compile(r"^\*\d+ points? · about (\d+) minutes?", re.MULTILINE)

HEAD = """# Teaching notes: {title}

Made by `log2attn build` from the lessons, their answers files and `lessons/{phase}/in-class.md`. Do not edit.

**The minutes are estimates**, from the text: {words} words of prose a minute, {cell} minutes for a code cell (predict, run, look), and the minutes on the cards for graded work.
Questions and prompts for thinking take what is left of a part. No class has been timed yet; where an estimate exceeds its plan, the slow learners will need the homework hour.
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
    said = _in_class(lessons / phase.slug / "in-class.md")
    parts = [
        HEAD.format(title=phase.title, phase=phase.slug, words=WORDS_A_MINUTE, cell=MINUTES_A_CODE_CELL),
        _minutes(course, days),
    ]
    for day in days:
        parts.append(f"## Day {day.day.number} · {day.day.title}\n")
        if note := said.get(day.day.number):
            parts.append(f"**In class.** {note}\n")
        parts.append(_mistakes(day))
    return "\n".join(parts).rstrip() + "\n"


def _in_class(path: Path) -> dict[int, str]:
    """Day → what to say in class, from a file with a heading '## Day 3' above each note."""
    if not path.exists():
        return {}
    found = re.findall(
        r"^## Day (\d+)\n+(.*?)(?=^## |\Z)", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    return {int(day): " ".join(text.split()) for day, text in found}


def _minutes(course: Course, days: list[WrittenDay]) -> str:
    names = list(course.minutes)
    lines = [
        "| day | "
        + " | ".join(f"{name} (of {minutes})" for name, minutes in course.minutes.items())
        + " | of which graded |",
        "|---|" + "---:|" * (len(names) + 1),
    ]
    for day in days:
        parts = _parts(day)
        graded = sum(_graded(part) for part in parts)
        lines.append(
            f"| {day.day.number} | "
            + " | ".join(f"{_estimate(part):.0f}" for part in (parts + [[]] * len(names))[: len(names)])
            + f" | {graded} |"
        )
    return "\n".join(lines) + "\n"


def _parts(day: WrittenDay) -> list[list[Cell]]:
    """The cells of the four timed parts."""
    parts: list[list[Cell]] = []
    for cell in day.lesson.cells:
        if cell.role == "prose" and cell.source.startswith("## "):
            parts.append([])
        if parts and cell.role != "author":
            parts[-1].append(cell)
    return parts


def _graded(cells: list[Cell]) -> int:
    return sum(
        int(minutes) for cell in cells if cell.role == "prose" for minutes in CARD.findall(cell.source)
    )


def _estimate(cells: list[Cell]) -> float:
    words = sum(
        len(re.sub(r"<details>.*?</details>", "", cell.source, flags=re.DOTALL).split())
        for cell in cells
        if cell.role == "prose" and not CARD.search(cell.source)
    )
    return (
        words / WORDS_A_MINUTE
        + MINUTES_A_CODE_CELL * sum(cell.role == "code" for cell in cells)
        + _graded(cells)
    )


def _mistakes(day: WrittenDay) -> str:
    lines = ["**Common mistakes**, with the sentence each learner reads:", ""]
    for exercise in day.lesson.exercises:
        lines.append(f"- **{exercise.title}** (`{exercise.id}`)")
        lines += [
            f"  - {mistake.says}{' *(only the hidden check notices)*' if mistake.caught_by == 'hidden' else ''}"
            for mistake in day.answers.of[exercise.id].mistakes
        ]
    return "\n".join(lines) + "\n"
