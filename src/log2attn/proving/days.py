"""The written days, read: what most jobs start from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from log2attn.compiling.answers import Answers, read_answers
from log2attn.compiling.lesson import Lesson, read_lesson
from log2attn.core.course import Course, Day, load_course
from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.proving.bench import Bench


@dataclass(frozen=True)
class WrittenDay:
    """A day whose text exists: its lesson, its answers, and the bench to try answers on."""

    lesson: Lesson
    answers: Answers

    @property
    def day(self) -> Day:
        return self.lesson.day

    @cached_property
    def bench(self) -> Bench:
        return Bench(self.lesson, self.answers)


def read_course(layout: Layout) -> Course:
    return load_course(layout.course_file)


def read_days(layout: Layout, course: Course, only: Iterable[str | int] = ()) -> list[WrittenDay]:
    """The written days; or those named, each written or still planned with a text. Raises CourseError if two of them ask for the same function."""
    chosen = [day_with_text(layout, course, name) for name in only] or course.written
    days = []
    for day in dict.fromkeys(chosen):
        lesson = read_lesson(layout.lesson(day), day)
        days.append(WrittenDay(lesson, read_answers(layout.answers(day), lesson)))
    seen: dict[str, str] = {}
    for written in days:
        for exercise in written.lesson.exercises:
            if exercise.name in seen:
                raise CourseError(
                    f"{exercise.id} asks for {exercise.name}, and so does {seen[exercise.name]}.",
                    where=f"{written.lesson.path}:{exercise.answer.line}",
                    then="A function has one day; give one of them another name.",
                )
            seen[exercise.name] = exercise.id
    return days


def day_with_text(layout: Layout, course: Course, name: str | int) -> Day:
    """A day by number or name that an author can work on: written, or planned and with a text."""
    day = course.day(name)
    if not day.written and not layout.lesson(day).exists():
        raise CourseError(
            f"Day {day.number} ({day.title}) is planned and has no text yet.",
            where=str(layout.lesson(day)),
            then=f"Begin it: log2attn new {day.number}. Written days: {', '.join(str(d.number) for d in course.written)}.",
        )
    return day


def texts_of_planned_days(layout: Layout, course: Course) -> list[Day]:
    """Planned days that have a text: their authors are at work, and build leaves them out."""
    return [day for day in course.days if not day.written and layout.lesson(day).exists()]
