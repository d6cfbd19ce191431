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
    """The written days, or those named. Raises CourseError if two days ask for the same function."""
    chosen = [course.written_day(name) for name in only] or course.written
    for day in course.days:
        if not day.written and layout.lesson(day).exists():
            raise CourseError(
                f"Day {day.number} has a text and is marked planned.",
                where=str(layout.lesson(day)),
                then=f'Set status = "written" in {layout.course_file}.',
            )
    days = []
    for day in chosen:
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
