"""Build: lessons become source/, release/, the toolbox, what check() needs, and the teaching notes. The same text gives the same bytes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from log2attn.compiling.compiler import compile_lesson
from log2attn.compiling.toolbox import toolbox_files
from log2attn.core.course import Course, load_course, private_settings
from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.doors.notebook import digest, edited_by_hand, from_bytes, read_notebook, to_bytes
from log2attn.grading.intake.plan import read_plan
from log2attn.grading.protocol.libraries import named_in
from log2attn.grading.schedule.folder import Folder, readable
from log2attn.grading.schedule.pool import Lost, Pool, Task, Tell
from log2attn.grading.schedule.setting import Setting
from log2attn.grading.schedule.workers import Zygote
from log2attn.proving.days import WrittenDay, read_course, read_days, texts_of_planned_days
from log2attn.proving.forked import HOUR, side_by_side
from log2attn.proving.proofs import Marking, Proofs, read_proofs
from log2attn.publishing.proof_page import minutes_of, proof_page
from log2attn.publishing.released import record, released, still_released
from log2attn.publishing.shipped import kept_of, shipped, stale
from log2attn.publishing.standing import keep, stands, state_of
from log2attn.publishing.teaching import teaching_pages


@dataclass
class Report:
    """What a build wrote (or, with ``check``, would write), in paths relative to the course folder, and what it has to say.

    faults   tests that the grader cannot mark, or that give points to a stub
    """

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def fresh(self) -> bool:
        return not self.written and not self.removed


def build(
    layout: Layout,
    only: Iterable[str | int] = (),
    *,
    check: bool = False,
    sealed: bool = False,
    private: bool = False,
) -> Report:
    """Compile the written days, or those named. What stands unchanged is not run or released again; where nothing has changed
    since a build that had nothing to do, nothing is even read.

    Of named days: their notebooks, their part of the toolbox, and what check() gets. Of all days also the pages that tell of several
    (docs/teaching, docs/proof.md), and the proof that the grader can mark each.

    check    write nothing; report what would change
    sealed   leave the hidden checks out of what learners' kernels get
    private  build an instructor's own course: the seed and the folder of course.local.toml
    """
    course, only = read_course(layout), list(only)
    whole = not (only or check or private)
    state = state_of(layout, sealed=sealed) if whole else ""
    if whole and stands(layout, state):
        return Report(notes=_notes(layout, course, only))
    where = layout
    if private:
        settings = private_settings(layout.local_file)
        course = load_course(layout.course_file, layout.local_file)
        where = replace(layout, root=(layout.root / settings["folder"]).resolve())
        _make_course_folder(layout, where)
    named = [course.written_day(name).number for name in only]
    days = read_days(layout, course, named)
    sources = {where.source(d.day): to_bytes(compile_lesson(course, d.lesson)) for d in days}
    _refuse_hand_edits(sources)
    proofs = {} if private else {where.source(d.day): read_proofs(layout.proofs(d.day)) for d in days}
    releases = _releases(where, sources, proofs)
    report = Report()
    files: dict[Path, bytes] = {}
    if not private:
        # The toolbox goes first: lessons are run with it when their mistakes are.
        files = _toolbox(layout, course, days, None if not named else layout.toolbox)
        _write(where, layout, files, report, check=check)
        for path, text in _shipped(layout, days, sealed=sealed):
            # At once: what was run stays if the build is stopped.
            _write(where, layout, {path: text}, report, check=check)
            files[path] = text
    files |= sources | {where.release(d.day): releases[where.source(d.day)] for d in days}
    if not private and not named:
        files |= _pages(layout, course, days)
    _write(where, layout, files, report, check=check)
    if not named:
        _remove(where, layout, _made(where, layout, package=not private) - set(files), report, check=check)
    for path, kept in proofs.items():
        kept.release = record(where, sources[path], releases[path])
    if not private and not named:
        _prove_marking(layout, days, list(proofs.values()), report, check=check)
    _keep(layout, course, days, list(proofs.values()), report, check=check)
    report.notes += _notes(layout, course, only)
    if whole and report.fresh and not report.faults and state_of(layout, sealed=sealed) == state:
        keep(layout, state)
    return report


def _releases(where: Layout, sources: dict[Path, bytes], proofs: dict[Path, Proofs]) -> dict[Path, bytes]:
    """Source notebook → its release. Only what is new goes through nbgrader, which takes seconds to load."""
    found: dict[Path, bytes] = {}
    for path, source in sources.items():
        kept = proofs[path].release if path in proofs else None
        if (standing := still_released(where, path, source, kept)) is not None:
            found[path] = standing
    return found | released(where, {path: text for path, text in sources.items() if path not in found})


def _toolbox(layout: Layout, course: Course, days: list[WrittenDay], built: Path | None) -> dict[Path, bytes]:
    texts = toolbox_files(course, [day.lesson for day in days], layout.planned, built)
    return {layout.toolbox / name: text.encode() for name, text in texts.items()}


def _shipped(layout: Layout, days: list[WrittenDay], *, sealed: bool) -> Iterator[tuple[Path, bytes]]:
    """What check() gets of each day, as it comes. Days whose mistakes have to be run again are run side by side."""
    kept = {day.day: kept_of(layout.shipped_day(day.day)) for day in days}
    again = {day.day: stale(day, kept[day.day], sealed=sealed) for day in days}

    def text(day: WrittenDay) -> str:
        return shipped(day, kept[day.day], again[day.day], sealed=sealed)

    standing = [day for day in days if not again[day.day]]
    to_run = [day for day in days if again[day.day]]
    for ready, texts in ((standing, map(text, standing)), (to_run, side_by_side(to_run, text))):
        for day, made in zip(ready, texts, strict=True):
            yield layout.shipped_day(day.day), made.encode()


def _pages(layout: Layout, course: Course, days: list[WrittenDay]) -> dict[Path, bytes]:
    """The pages that tell of several days."""
    teaching = teaching_pages(course, days, layout.lessons)
    return {
        layout.proof_page: proof_page(layout, course).encode(),
        **{layout.teaching / name: text.encode() for name, text in teaching.items()},
    }


def _prove_marking(
    layout: Layout, days: list[WrittenDay], kept: list[Proofs], report: Report, *, check: bool
) -> None:
    """Run every new or changed notebook through the grader, both ways. What was found is kept with the day's other proofs."""
    folder, unproved = Folder(layout.root), []
    for day, proofs in zip(days, kept, strict=True):
        if not layout.source(day.day).exists():
            continue
        plan = read_plan(layout.source(day.day), layout.release(day.day), day.day.phase)
        if proofs.marking and proofs.marking.content == plan.digest:
            report.faults += proofs.marking.faults
            continue
        allowed = readable(plan.notebook, layout.package)
        setting = Setting(plan, folder.limits(), readable=allowed, files=folder.files(plan.assignment))
        unproved.append((proofs, setting))
    if check:
        for proofs, _ in unproved:
            proofs.marking = None  # so that the day's file counts as stale
        return
    if not unproved:
        return
    from log2attn.grading.schedule.proof import faults_of  # with the judge, which takes a second to load

    def faults_in(setting: Setting, zygote: Zygote, tell: Tell, _stuck: Mapping[str, str]) -> list[str]:
        tell("", HOUR)  # what each cell and test may take is watched inside
        return faults_of(setting, zygote)

    libraries = named_in(cell.source for _, setting in unproved for cell in setting.plan.cells)
    with Pool(min(os.cpu_count() or 1, len(unproved)), libraries) as pool:
        tasks = (Task(n, partial(faults_in, setting)) for n, (_, setting) in enumerate(unproved))
        for n, faults in filter(None, pool.run(tasks)):
            proofs, setting = unproved[n]
            if isinstance(faults, Lost):
                report.faults.append(f"{setting.plan.notebook}: the grader could not run it: {faults.why}")
                continue
            proofs.marking = Marking(setting.plan.digest, faults)
            report.faults += faults


def _keep(
    layout: Layout,
    course: Course,
    days: list[WrittenDay],
    kept: list[Proofs],
    report: Report,
    *,
    check: bool,
) -> None:
    """Bring the days' files in docs/proofs up to date. What another command has written there meanwhile stays."""
    for day, found in zip(days, kept, strict=False):
        proofs = read_proofs(found.path)
        proofs.release, proofs.marking = found.release, found.marking
        proofs.minutes = minutes_of(layout, course, day.day, proofs)
        text = proofs.text(exercise.id for exercise in day.lesson.exercises)
        if not proofs.path.exists() or proofs.path.read_text(encoding="utf-8") != text:
            report.written.append(_name(layout, layout, proofs.path))
            if not check:
                proofs.save(exercise.id for exercise in day.lesson.exercises)


def _notes(layout: Layout, course: Course, only: list[str | int]) -> list[str]:
    notes = [
        f"Day {day.number} has a text and is marked planned, so it was left out: log2attn ready {day.number}"
        for day in texts_of_planned_days(layout, course)
    ]
    if only:
        notes = ["Named days only. The pages of several days, and the grader's proof: log2attn build"]
    if not course.repository:
        notes.append(
            "No address is set (repository in lessons/course.toml): notebooks carry no Colab badge, and Colab cannot install the helper package."
        )
    return notes


def _refuse_hand_edits(sources: dict[Path, bytes]) -> None:
    for path, text in sources.items():
        if not path.exists() or path.read_bytes() == text:
            continue
        there = read_notebook(path)
        # An edit that has been adopted is in the text by now: then the cells agree, and nothing would be lost.
        if edited_by_hand(there) and digest(there) != digest(from_bytes(text)):
            raise CourseError(
                "This notebook was edited by hand since it was built; building would lose that.",
                where=str(path),
                then=f"Bring the edit into the lesson's text: log2attn adopt {path.stem[:6]}. Or, to discard it: delete the notebook and build.",
            )


def _write(where: Layout, layout: Layout, files: dict[Path, bytes], report: Report, *, check: bool) -> None:
    for path, text in files.items():
        if path.exists() and path.read_bytes() == text:
            continue
        name = _name(where, layout, path)
        if name not in report.written:
            report.written.append(name)
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)


def _made(where: Layout, layout: Layout, *, package: bool) -> set[Path]:
    """What builds have made so far."""
    made = {*(where.root / "source").glob("*/day-*.ipynb"), *(where.root / "release").glob("*/day-*.ipynb")}
    if package:
        made |= {
            *layout.toolbox.glob("day_*.py"),
            *layout.shipped.glob("day-*.json"),
            *layout.teaching.glob("*.md"),
        }
    return made


def _remove(where: Layout, layout: Layout, surplus: set[Path], report: Report, *, check: bool) -> None:
    for path in sorted(surplus):
        report.removed.append(_name(where, layout, path))
        if not check:
            path.unlink()


def _name(where: Layout, layout: Layout, path: Path) -> str:
    for root in (where.root, layout.root):
        if path.is_relative_to(root):
            return str(path.relative_to(root))
    return str(path)


def _make_course_folder(layout: Layout, where: Layout) -> None:
    where.root.mkdir(parents=True, exist_ok=True)
    config = where.root / "nbgrader_config.py"
    if not config.exists():
        shutil.copy(layout.root / "nbgrader_config.py", config)
    # The table of contents, so that log2attn grade and report work there; the seed stays where it was.
    (where.root / "lessons").mkdir(exist_ok=True)
    shutil.copy(layout.course_file, where.root / "lessons" / "course.toml")
