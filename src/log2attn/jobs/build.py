"""Build: lessons become source/, release/, the toolbox, what check() needs, and the teaching notes. The same text gives the same bytes."""

from __future__ import annotations

import json
import shutil
import tempfile
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from log2attn.compiling.compiler import compile_lesson
from log2attn.compiling.toolbox import toolbox_files
from log2attn.core.course import Course, Phase, load_course, private_settings
from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout
from log2attn.doors.nbgrader import Nbgrader
from log2attn.doors.notebook import digest, edited_by_hand, from_bytes, read_notebook, to_bytes
from log2attn.grading.intake.plan import read_plan
from log2attn.grading.schedule.folder import Folder, readable
from log2attn.grading.schedule.proof import faults_of
from log2attn.grading.schedule.run import Setting
from log2attn.grading.schedule.workers import Zygote
from log2attn.proving.days import WrittenDay, read_course, read_days, texts_of_planned_days
from log2attn.proving.known import shipped_exercise
from log2attn.proving.proofs import Marking, read_proofs
from log2attn.publishing.proof_page import proof_page
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


def build(layout: Layout, *, check: bool = False, sealed: bool = False, private: bool = False) -> Report:
    """Compile every written day.

    check    write nothing; report what would change
    sealed   leave the hidden checks out of what learners' kernels get
    private  build an instructor's own course: the seed and the folder of course.local.toml
    """
    course = read_course(layout)
    where, seal = layout, sealed
    if private:
        settings = private_settings(layout.local_file)
        course = load_course(layout.course_file, layout.local_file)
        where = replace(layout, root=(layout.root / settings["folder"]).resolve())
        _make_course_folder(layout, where)
    days = read_days(layout, course)
    sources = {where.source(d.day): to_bytes(compile_lesson(course, d.lesson)) for d in days}
    _refuse_hand_edits(sources)
    files = sources | _released(where, course, sources)
    if not private:
        files |= {
            layout.toolbox / name: text.encode()
            for name, text in toolbox_files(course, [d.lesson for d in days], layout.planned).items()
        }
        files |= {layout.shipped / f"{d.day.slug[:6]}.json": _shipped(d, seal) for d in days}
        files |= {layout.proof_page: proof_page(layout, course).encode()}
        files |= {
            layout.teaching / name: text.encode()
            for name, text in teaching_pages(course, days, layout.lessons).items()
        }
    report = _write(where, layout, files, check=check, package=not private)
    if not private:
        _prove_marking(layout, days, report, check=check)
    report.notes += [
        f"Day {day.number} has a text and is marked planned, so it was left out: log2attn ready {day.number}"
        for day in texts_of_planned_days(layout, course)
    ]
    if not course.repository:
        report.notes.append(
            "No address is set (repository in lessons/course.toml): notebooks carry no Colab badge, and Colab cannot install the helper package."
        )
    return report


def _prove_marking(layout: Layout, days: list[WrittenDay], report: Report, *, check: bool) -> None:
    """Run every new or changed notebook through the grader, both ways. What was found is kept with the day's other proofs."""
    folder, stale = Folder(layout.root), []
    for day in days:
        if not layout.source(day.day).exists():
            continue
        plan = read_plan(layout.source(day.day), layout.release(day.day), day.day.phase)
        proofs = read_proofs(layout.proofs(day.day))
        if proofs.marking and proofs.marking.content == plan.digest:
            report.faults += proofs.marking.faults
            continue
        report.written.append(_name(layout, layout, proofs.path))
        setting = Setting(
            plan,
            folder.limits(),
            readable=readable(plan.notebook, layout.package),
            files=folder.files(plan.assignment),
        )
        stale.append((day, proofs, setting))
    if check or not stale:
        return
    with closing(Zygote()) as zygote:
        for day, proofs, setting in stale:
            found = faults_of(setting, zygote)
            report.faults += found
            proofs.marking = Marking(setting.plan.digest, found)
            proofs.save(exercise.id for exercise in day.lesson.exercises)


def _shipped(day: WrittenDay, sealed: bool) -> bytes:
    """What check() needs of a day: checks, hints and how the mistakes behave, as JSON; a line for each exercise."""
    head = json.dumps({"day": day.day.number, "title": day.day.title, "sealed": sealed}, ensure_ascii=False)
    lines = [
        json.dumps(shipped_exercise(day.bench, exercise, sealed=sealed), ensure_ascii=False)
        for exercise in day.lesson.exercises
    ]
    return (head[:-1] + ', "exercises": [\n' + ",\n".join(lines) + "\n]}\n").encode()


def _released(where: Layout, course: Course, sources: dict[Path, bytes]) -> dict[Path, bytes]:
    """What nbgrader's generate_assignment makes of these sources, done in a folder of its own and without a gradebook."""
    out: dict[Path, bytes] = {}
    with tempfile.TemporaryDirectory() as tmp:
        scratch = Path(tmp)
        shutil.copy(where.root / "nbgrader_config.py", scratch)
        for path, text in sources.items():
            copy = scratch / path.relative_to(where.root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(text)
        nbgrader = Nbgrader(scratch)
        for phase in _with_written_days(course):
            nbgrader.release(phase.slug, database=False)
        for path in sources:
            released = where.root / "release" / path.relative_to(where.root / "source")
            out[released] = (scratch / released.relative_to(where.root)).read_bytes()
    return out


def _with_written_days(course: Course) -> list[Phase]:
    return [phase for phase in course.phases if phase.written]


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


def _write(where: Layout, layout: Layout, files: dict[Path, bytes], *, check: bool, package: bool) -> Report:
    report = Report()
    for path, text in files.items():
        if not path.exists() or path.read_bytes() != text:
            report.written.append(_name(where, layout, path))
            if not check:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text)
    made = [*(where.root / "source").glob("*/day-*.ipynb"), *(where.root / "release").glob("*/day-*.ipynb")]
    if package:
        made += [
            *layout.toolbox.glob("day_*.py"),
            *layout.shipped.glob("day-*.json"),
            *layout.teaching.glob("*.md"),
        ]
    for path in sorted(set(made) - set(files)):
        report.removed.append(_name(where, layout, path))
        if not check:
            path.unlink()
    return report


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
