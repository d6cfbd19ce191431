"""The table of contents: phases and days, read from course.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from log2attn.core.errors import CourseError

STATUSES = ("planned", "written")


@dataclass(frozen=True)
class Day:
    """One session of two hours. ``needs`` lists the days whose ideas it uses."""

    number: int
    slug: str
    title: str
    phase: str
    status: str
    needs: tuple[int, ...] = ()

    @property
    def written(self) -> bool:
        return self.status == "written"


@dataclass(frozen=True)
class Phase:
    """Some weeks of days; to nbgrader, one assignment."""

    slug: str
    title: str
    days: tuple[Day, ...]

    @property
    def written(self) -> tuple[Day, ...]:
        return tuple(day for day in self.days if day.written)


@dataclass(frozen=True)
class Course:
    """The course: what course.toml says, checked."""

    title: str
    subtitle: str
    seed: int
    repository: str
    branch: str
    minutes: dict[str, int]
    phases: tuple[Phase, ...]

    @property
    def days(self) -> tuple[Day, ...]:
        return tuple(day for phase in self.phases for day in phase.days)

    @property
    def written(self) -> tuple[Day, ...]:
        return tuple(day for day in self.days if day.written)

    def phase_of(self, day: Day) -> Phase:
        return next(phase for phase in self.phases if phase.slug == day.phase)

    def day(self, name: int | str) -> Day:
        """A day by number or name: 3, "3", "day-03" or "day-03-logarithms"."""
        text = str(name)
        number = re.fullmatch(r"(?:d|day-?)?(\d{1,2})(?:-[\w-]+)?", text)
        for day in self.days:
            if text == day.slug or (number and int(number[1]) == day.number and text in _names(day)):
                return day
        raise CourseError(
            f"There is no day {text!r}.",
            then=f"Days run from {self.days[0].number} to {self.days[-1].number}; write 3 or {self.days[2].slug}.",
        )

    def written_day(self, name: int | str) -> Day:
        """As ``day``, and an error for a day that is only planned."""
        day = self.day(name)
        if not day.written:
            have = ", ".join(str(d.number) for d in self.written)
            raise CourseError(
                f"Day {day.number} ({day.title}) is planned and not yet written.",
                then=f"Written days: {have}. Are you writing it? log2attn ready {day.number} says what it still needs.",
            )
        return day

    def looks_back(self, day: Day) -> tuple[int, ...]:
        """The days that part 1 of ``day`` revisits: yesterday, d-7, and one of d-14, d-21, … in rotation.

        Day 7 looks back to day 1, so that the first week is revisited before it is over.
        """
        n = day.number
        week = 1 if n == 7 else n - 7
        further = [n - k for k in range(14, n, 7)]
        turn = [further[(n // 7) % len(further)]] if further else []
        return tuple(d for d in dict.fromkeys([n - 1, week, *turn]) if d >= 1)


def _names(day: Day) -> set[str]:
    n = day.number
    return {str(n), f"{n:02d}", f"d{n:02d}", f"day-{n:02d}", f"day-{n}", f"day{n}", day.slug}


def load_course(path: Path, local: Path | None = None) -> Course:
    """Read course.toml; settings in ``local`` (course.local.toml) override its top-level ones."""
    raw = _read(path)
    if local is not None:
        raw |= {k: v for k, v in _read(local).items() if k in ("seed", "repository", "branch")}
    try:
        phases = tuple(
            Phase(
                slug=p["slug"],
                title=p["title"],
                days=tuple(
                    Day(**{**d, "needs": tuple(d.get("needs", ()))}, phase=p["slug"]) for d in p["day"]
                ),
            )
            for p in raw["phase"]
        )
        course = Course(
            title=raw["title"],
            subtitle=raw["subtitle"],
            seed=raw["seed"],
            repository=raw.get("repository", "").rstrip("/"),
            branch=raw.get("branch", "main"),
            minutes=dict(raw["minutes"]),
            phases=phases,
        )
    except (KeyError, TypeError) as error:
        raise CourseError(
            f"A setting is missing or unknown: {error}.",
            where=str(path),
            then="Compare with the entries around it.",
        ) from error
    _check(course, path)
    return course


def private_settings(path: Path) -> dict:
    """What course.local.toml says: an instructor's own seed, and the folder to build into."""
    if not path.exists():
        raise CourseError(
            "A private build needs an instructor's own seed, and there is none.",
            where=str(path),
            then='Create that file with two lines: seed = <any whole number you keep to yourself>   folder = "../my-course"',
        )
    settings = _read(path)
    if not isinstance(settings.get("seed"), int) or not isinstance(settings.get("folder"), str):
        raise CourseError(
            "seed must be a whole number and folder a path in quotes.",
            where=str(path),
            then='For example: seed = 8191   folder = "../my-course"',
        )
    return settings


def _read(path: Path) -> dict:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise CourseError(
            "This file is missing.", where=str(path), then="Restore it from the repository."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise CourseError(f"Not valid TOML: {error}.", where=str(path), then="Correct that line.") from error


def _check(course: Course, path: Path) -> None:
    def wrong(what: str, then: str) -> CourseError:
        return CourseError(what, where=str(path), then=then)

    if not isinstance(course.seed, int):
        raise wrong("seed must be a whole number.", "For example: seed = 0")
    numbers = [day.number for day in course.days]
    if numbers != list(range(1, len(numbers) + 1)):
        raise wrong(
            "Days must be numbered 1, 2, 3, … without gaps.", "Renumber them in the order they are taught."
        )
    for day in course.days:
        if not re.fullmatch(rf"day-{day.number:02d}-[a-z0-9-]+", day.slug):
            raise wrong(
                f"Day {day.number} has the slug {day.slug!r}.",
                f"A slug looks like day-{day.number:02d}-some-words.",
            )
        if day.status not in STATUSES:
            raise wrong(f"Day {day.number} has the status {day.status!r}.", "It is planned or written.")
        if late := [n for n in day.needs if n >= day.number]:
            raise wrong(
                f"Day {day.number} needs day {late[0]}, which comes later.", "A day needs earlier days only."
            )


def with_seed(course: Course, seed: int) -> Course:
    """The same course, drawing other numbers in its hidden checks."""
    return replace(course, seed=seed)
