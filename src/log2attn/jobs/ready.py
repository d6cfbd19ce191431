"""Ready: all that still stands between a day's text and a published day, in the order in which to do it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from log2attn.compiling.compiler import compile_lesson
from log2attn.compiling.skeleton import TODO
from log2attn.compiling.toolbox import names_planned
from log2attn.core.course import Course, Day
from log2attn.core.layout import Layout
from log2attn.doors.notebook import to_bytes
from log2attn.house_style import Finding
from log2attn.house_style.figure_rules import look_at_all
from log2attn.house_style.gallery import pictures
from log2attn.proving.days import WrittenDay, day_with_text, read_course, read_days
from log2attn.proving.proofs import Proofs, calibration_content, mutation_content, read_proofs
from log2attn.proving.readings import readings_of
from log2attn.publishing.teaching import in_class_notes


class Proved(Protocol):
    """What came of proving one exercise."""

    exercise: str
    faults: list[str]


Prove = Callable[[WrittenDay], Iterable[Proved]]
Lint = Callable[[Layout, list[int]], list[tuple[Day, list[Finding]]]]


@dataclass(frozen=True)
class Step:
    """One thing a day needs. ``open`` says what is missing, in sentences; empty when it is done. ``command`` shows more, or does it."""

    name: str
    open: list[str]
    command: str


def ready(layout: Layout, name: str | int, prove: Prove, lint: Lint) -> Iterator[Step]:
    """Each step of a day's way, in order. Raises CourseError for a day without a text, or a text that cannot be read at all."""
    course = read_course(layout)
    day = day_with_text(layout, course, name)
    n = day.number
    (written,) = read_days(layout, course, [n])
    yield Step("every TODO is filled", _todos(layout, day), f"your editor, on {layout.lesson(day).name}")
    yield Step("no other day has its functions", _taken(layout, course, written), _short(layout, day))
    yield Step(
        "it runs as a program, without a warning", _program(layout, day), f"python {_short(layout, day)}"
    )
    ((_, found),) = lint(layout, [n])
    for title, rules in (
        ("the hours are kept", ("budget", "graded-", "card-minutes")),
        ("notation and vocabulary come on their days", ("notation", "vocabulary", "needs")),
    ):
        mine = [finding for finding in found if finding.rule.startswith(rules)]
        found = [finding for finding in found if finding not in mine]
        yield Step(title, _sentences(mine), f"log2attn lint {n}")
    yield Step("the rest of the house style holds", _sentences(found), f"log2attn lint {n}")
    faults = [f"{proof.exercise}: {fault}" for proof in prove(written) for fault in proof.faults]
    yield Step("right answers pass, mistakes are caught and recognized", faults, f"log2attn prove {n}")
    shown = look_at_all(pictures(written), layout.lesson(day).name)
    yield Step("its figures can be read", [str(one) for one in shown], f"log2attn figures {n}")
    proofs = read_proofs(layout.proofs(day))
    yield Step("its checks notice every small change", _mutated(written, proofs), f"log2attn mutate {n}")
    yield Step("its near misses are read", _read(layout, written), f"log2attn readings {n}")
    yield Step("right answers pass for twenty seeds", _calibrated(written, proofs), f"log2attn calibrate {n}")
    yield Step(
        "there is a word for the class",
        _in_class(layout, day),
        f"lessons/{day.phase}/in-class.md, ## Day {n}",
    )
    yield Step("somebody else has walked it", _walked(layout, day), "CONTRIBUTING.md, A walk")
    yield Step("it is no longer planned", _status(layout, day), "your editor, on lessons/course.toml")
    yield Step("it is built", _built(layout, course, written), "log2attn build")


def _short(layout: Layout, day: Day) -> str:
    return str(layout.lesson(day).relative_to(layout.root))


def _todos(layout: Layout, day: Day) -> list[str]:
    found = []
    for path in (layout.lesson(day), layout.answers(day)):
        lines = path.read_text(encoding="utf-8").splitlines()
        found += [f"{path.name}:{n} {line.strip('# ')}" for n, line in enumerate(lines, 1) if TODO in line]
    return found


def _taken(layout: Layout, course: Course, written: WrittenDay) -> list[str]:
    """Functions of this day that another day, written, begun or planned, gives to the toolbox. Its texts are searched, not read: that is quick."""
    mine = [exercise.name for exercise in written.lesson.exercises]
    others = {name: day for name, day in names_planned(layout.planned).items() if day != written.day.number}
    for other in course.days:
        if other != written.day and layout.lesson(other).exists():
            text = layout.lesson(other).read_text(encoding="utf-8")
            others |= {
                name: other.number for name in mine if f'exercise="d{other.number:02d}-{name}"' in text
            }
    return [
        f"{exercise.id} asks for {exercise.name}, which day {others[exercise.name]} has; give one of them another name."
        for exercise in written.lesson.exercises
        if exercise.name in others
    ]


def _program(layout: Layout, day: Day) -> list[str]:
    environment = os.environ | {"MPLBACKEND": "Agg", "PYTHONPATH": str(layout.package.parent)}
    warm = "import log2attn, matplotlib.pyplot"
    quiet = f"import warnings; warnings.simplefilter('ignore'); {warm}; warnings.simplefilter('error')"
    run = f"{quiet}; import runpy, sys; runpy.run_path(sys.argv[1], run_name='__main__')"
    done = subprocess.run(
        [sys.executable, "-c", run, layout.lesson(day)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if not done.returncode:
        return []
    at = re.findall(rf'File ".*{re.escape(layout.lesson(day).name)}", line (\d+)', done.stderr)
    where = f"{layout.lesson(day).name}:{at[-1]} " if at else ""
    return [where + done.stderr.strip().splitlines()[-1]]


def _sentences(found: list[Finding]) -> list[str]:
    return [f"{one.path.name}:{one.line} {one.rule}: {one.what}" for one in found]


def _mutated(day: WrittenDay, proofs: Proofs) -> list[str]:
    found = []
    for exercise in day.lesson.exercises:
        result = proofs.mutation.get(exercise.id)
        if result is None or result.content != mutation_content(day, exercise, proofs.versions):
            found.append(f"{exercise.id} {'has changed since' if result else 'was never tried'}.")
        else:
            found += [f"{exercise.id}: no check notices {change}" for change in result.survived]
    return found


def _read(layout: Layout, day: WrittenDay) -> list[str]:
    readings = readings_of(layout, day)
    if readings.stale:
        return ["They are not known until its mutants have been tried."]
    unread = len(readings.unread)
    found = (
        [f"{unread} changes would be shown a sentence that nobody has read beside them."] if unread else []
    )
    return found + [f"{pair.exercise}: not true of {pair.change}: {pair.says}" for pair in readings.false]


def _calibrated(day: WrittenDay, proofs: Proofs) -> list[str]:
    found = []
    for exercise in day.lesson.exercises:
        result = proofs.calibration.get(exercise.id)
        if result is None or result.content != calibration_content(day, exercise, proofs.versions):
            found.append(f"{exercise.id} {'has changed since' if result else 'was never tried'}.")
        else:
            found += [
                f"{exercise.id} ({name}): {what}" for name, all_ in result.failed.items() for what in all_
            ]
    return found


def _in_class(layout: Layout, day: Day) -> list[str]:
    path = layout.lessons / day.phase / "in-class.md"
    if not path.exists():
        return [f"There is no in-class.md yet. Begin it: # What to say in class, then ## Day {day.number}."]
    if day.number in in_class_notes(path):
        return []
    return [f"in-class.md has no ## Day {day.number}: what to say, and what to wait for."]


def _walked(layout: Layout, day: Day) -> list[str]:
    rows = layout.walks.read_text(encoding="utf-8") if layout.walks.exists() else ""
    if re.search(rf"^\| *{day.number}\b[^|]*\| *\d+ wrong", rows, re.MULTILINE):
        return []
    return [
        f"{layout.walks.relative_to(layout.root)} has no row for day {day.number}: how somebody fared who had its notebook only."
    ]


def _status(layout: Layout, day: Day) -> list[str]:
    found = []
    if not day.written:
        found.append(f'Day {day.number} has status = "planned" in course.toml; write "written" there.')
    if names := [name for name, number in names_planned(layout.planned).items() if number == day.number]:
        found.append(
            f"lessons/planned.py still stands in for day {day.number} ({', '.join(names)}): remove that section."
        )
    return found


def _built(layout: Layout, course: Course, written: WrittenDay) -> list[str]:
    if not written.day.written:
        return ["It is built once it is no longer planned."]
    source = layout.source(written.day)
    fresh = source.exists() and source.read_bytes() == to_bytes(compile_lesson(course, written.lesson))
    return [] if fresh else ["Its notebook in source/ is not what the text says."]
