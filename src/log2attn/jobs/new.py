"""New: make the two files of a planned day, ready to fill."""

from __future__ import annotations

from pathlib import Path

from log2attn.compiling.skeleton import answers_skeleton, lesson_skeleton
from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.proving.days import read_course


def new(layout: Layout, name: str | int) -> list[Path]:
    """Write a planned day's session and answers file, and return their paths. Nothing that exists is touched."""
    course = read_course(layout)
    day = course.day(name)
    texts = {
        layout.lesson(day): lesson_skeleton(course, day),
        layout.answers(day): answers_skeleton(day),
    }
    there: list[Path] = []
    missing: list[Path] = []
    for path in texts:
        (there if path.exists() else missing).append(path)
    if there and missing:
        raise CourseError(
            f"Day {day.number} has one of its two files: nothing was written.",
            where=str(there[0]),
            then=f"Bring {missing[0].name} back; or move this one away, and log2attn new {day.number} makes both.",
        )
    if there:
        raise CourseError(
            f"Day {day.number} has been begun: nothing was written.",
            where=str(there[0]),
            then=f"Go on with it: log2attn ready {day.number} says what it still needs.",
        )
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(texts)
