"""A whole grading run: everything in submitted/ that has changed, each notebook apart from all others, into the gradebook."""

from __future__ import annotations

import ast
import hashlib
import importlib
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from log2attn.core.errors import CourseError
from log2attn.grading.limits import Limits
from log2attn.grading.model import Plan
from log2attn.grading.protocol.libraries import named_in
from log2attn.grading.schedule.archive import Archive
from log2attn.grading.schedule.assignment import Assignment, Waiting
from log2attn.grading.schedule.entering import entered
from log2attn.grading.schedule.folder import Folder
from log2attn.grading.schedule.pool import Lost, Pool, Task, Tell
from log2attn.grading.schedule.rehearsal import Rehearsal, rehearse
from log2attn.grading.schedule.setting import Setting
from log2attn.grading.schedule.submission import mark
from log2attn.grading.schedule.summary import Choice, Graded, Summary
from log2attn.grading.schedule.workers import Zygote
from log2attn.grading.tester.roles import roles_of

if TYPE_CHECKING:
    from log2attn.grading.ledger.ledger import Ledger

GRADEBOOK = "gradebook"
Confirm = Callable[[str], bool]


def mark_all(folder: Folder, choice: Choice, summary: Summary, confirm: Confirm) -> Iterator[Graded]:
    """Mark what was handed in; yields each notebook as its marks have gone into the gradebook.

    confirm  is asked, with the level of protection, before the first learner's code runs where there is less than a sandbox
    """
    with Archive(folder.archive()) as archive:
        assignments = [
            Assignment(folder, archive, name, choice.figures, protected_only=choice.protected_only)
            for name in chosen(folder, choice)
        ]
        _nothing_found(folder, assignments, choice)
        for one in assignments:
            one.complain(summary)
        trusted = archive.settled(GRADEBOOK) == state_of(folder) != ""
        marks = {} if trusted else _what_the_gradebook_holds(folder, assignments)
        waiting = [
            found
            for one in assignments
            for found in one.changed(choice, None if trusted else marks.get(one.name, {}), summary)
        ]
        if not (choice.assignments or choice.student):
            _strays(folder, summary)
        summary.total = len(waiting)
        late = [
            one
            for one in assignments
            if not trusted or archive.settled(f"late {one.name}") != late_state(one)
        ]
        if waiting or any(one.handed.entered for one in late):
            run = _Run(folder, archive, choice, summary, {one.name: one for one in assignments})
            yield from run.all(waiting, late, confirm)
        for one in assignments:
            one.tell_tests(summary)
        archive.settles(GRADEBOOK, state_of(folder))


class _Run:
    """The part of a run that writes into the gradebook."""

    def __init__(
        self,
        folder: Folder,
        archive: Archive,
        choice: Choice,
        summary: Summary,
        assignments: dict[str, Assignment],
    ) -> None:
        self.folder, self.archive, self.choice, self.summary = folder, archive, choice, summary
        self.assignments = assignments

    def all(self, waiting: list[Waiting], late: list[Assignment], confirm: Confirm) -> Iterator[Graded]:
        from log2attn.grading.ledger.ledger import Ledger  # loads nbgrader: not where nothing has changed

        _refuse_unknown(self.folder)
        config, there = self.folder.nbgrader.config, self._handed_in
        with Ledger(self.folder.root, config=config, there=there) as ledger:
            if not self.folder.settings.creates_students:
                waiting = self._known_only(waiting, ledger)
            if waiting:
                yield from self._mark(waiting, ledger, confirm)
            for one in late:
                self._settle_times(one, ledger)

    def _handed_in(self, learner: str, assignment: str, notebook: str) -> bool:
        return self.assignments[assignment].handed.has(learner, notebook)

    def _mark(self, waiting: list[Waiting], ledger: Ledger, confirm: Confirm) -> Iterator[Graded]:
        jobs = min(self.choice.jobs or os.cpu_count() or 1, len(waiting))
        asked = {(one.assignment, one.notebook): self._plan(one) for one in waiting}
        with Pool(jobs, named_in(cell.source for plan in asked.values() for cell in plan.cells)) as pool:
            _ask_first(pool, self.summary, confirm)
            ready = self._ready(pool, asked, ledger)
            for setting in ready.values():
                _warm(setting.plan)
            waiting = [one for one in waiting if (one.assignment, one.notebook) in ready]
            self.summary.total = len(waiting)
            inside = self.folder.step("submitted")
            tasks = (
                Task(
                    n,
                    partial(
                        mark,
                        ready[one.assignment, one.notebook],
                        self._key(one),
                        one.path,
                        inside,
                        one.result,
                    ),
                )
                for n, one in enumerate(waiting)
            )
            plans = {name: setting.plan for name, setting in ready.items()}
            yield from entered(pool.run(tasks), waiting, plans, ledger, self.archive)

    def _plan(self, one: Waiting) -> Plan:
        return self.assignments[one.assignment].settings[one.notebook].plan

    def _key(self, one: Waiting) -> str:
        return self.assignments[one.assignment].keys[one.notebook]

    def _known_only(self, waiting: list[Waiting], ledger: Ledger) -> list[Waiting]:
        known = ledger.students()
        strangers = sorted({one.learner for one in waiting} - known)
        self.summary.missing += [
            f"{who}: nothing was graded: nobody of that id is in the gradebook, and c.Autograde.create_student = False enters nobody. Add them: nbgrader db student add {who}"
            for who in strangers
        ]
        return [one for one in waiting if one.learner in known]

    def _ready(
        self, pool: Pool, wanted: Iterable[tuple[str, str]], ledger: Ledger
    ) -> dict[tuple[str, str], Setting]:
        """The settings of notebooks that can be marked, with what the reference and the release have shown, now or before. The others are named."""
        ready, tasks = {}, []
        for name in wanted:
            one = self.assignments[name[0]]
            try:
                ledger.enter_plan(one.plans.good[name[1]])
            except CourseError as error:
                self._not_marked(name, str(error))
                continue
            if (said := self.archive.rehearsal(one.keys[name[1]])) is not None:
                ready[name] = Rehearsal.of_data(said).under(one.settings[name[1]])
            else:
                tasks.append(Task(name, partial(_rehearsed, one.settings[name[1]])))
        for name, said in filter(None, pool.run(tasks)):
            one = self.assignments[name[0]]
            if isinstance(said, Lost):
                self._not_marked(
                    name,
                    f"its reference solution could not be run. Does the notebook run from top to bottom? ({said.why.strip().splitlines()[-1]})",
                )
            else:
                self.archive.keep_rehearsal(one.keys[name[1]], said)
                ready[name] = Rehearsal.of_data(said).under(one.settings[name[1]])
        return ready

    def _not_marked(self, name: tuple[str, str], why: str) -> None:
        self.summary.missing.append(f"{' · '.join(name)}: nobody was marked: {why}")

    def _settle_times(self, one: Assignment, ledger: Ledger) -> None:
        """Deadlines, extensions and the rule for late work may have changed, though no work has."""
        done = self.archive.entered(one.name)
        times = {who: time.at for who, time in one.times.items() if time.at is not None}
        if done:
            ledger.settle(one.name, list(done), times)
        self.archive.settles(f"late {one.name}", late_state(one))


def chosen(folder: Folder, choice: Choice) -> list[str]:
    """The assignments to grade. Raises CourseError for one that is not there."""
    known = folder.assignments()
    only = folder.settings.assignment
    for name in choice.assignments:
        if name not in known:
            raise CourseError(
                f"There is no assignment {name!r} in {folder.step('source').name}/.",
                where=str(folder.root),
                then=f"Assignments: {', '.join(known) or 'none yet'}.",
            )
    if not known:
        raise CourseError(
            "There is nothing to grade by: no assignment has a source notebook.",
            where=str(folder.step("source")),
            then=f"Source notebooks belong into {folder.at('source', 'ASSIGNMENT')}/.",
        )
    return [name for name in known if name in (choice.assignments or ([only] if only else known))]


def _nothing_found(folder: Folder, assignments: list[Assignment], choice: Choice) -> None:
    """Refuse a choice that chooses nothing."""
    names = ", ".join(one.name for one in assignments)
    if choice.student and not any(choice.student in one.handed.learners for one in assignments):
        raise CourseError(
            f"{choice.student} has handed in nothing.",
            where=str(folder.step("submitted")),
            then="Learners are the folders of submitted/; check the name.",
        )
    if not any(folder.handed_in(one.name) or one.handed.entered for one in assignments):
        raise CourseError(
            f"Nobody has handed in anything ({names or 'no assignment'}).",
            where=str(folder.step("submitted")),
            then=f"Work belongs into {folder.at('submitted', names.partition(',')[0] or 'ASSIGNMENT', 'LEARNER')}/.",
        )
    if choice.notebook != "*" and not any(one.notebooks(choice.notebook) for one in assignments):
        known = sorted({name for one in assignments for name in one.settings})
        raise CourseError(
            f"No notebook fits {choice.notebook!r}.",
            where=names,
            then=f"Notebooks: {', '.join(known) or 'none that can be marked'}.",
        )


def _strays(folder: Folder, summary: Summary) -> None:
    known = ", ".join(folder.assignments())
    summary.missing += [
        f"{place.learner} · {place.assignment}: nothing was graded: there is no assignment of this name (there are: {known}). Rename the folder {place.path.relative_to(folder.root)}."
        for place in folder.strays()
    ]


def _what_the_gradebook_holds(folder: Folder, assignments: list[Assignment]) -> dict[str, Any]:
    if not any(one.handed.entered for one in assignments) or not _gradebook_is_there(folder):
        return {}
    from log2attn.grading.ledger.ledger import Ledger

    with Ledger(folder.root, config=folder.nbgrader.config) as ledger:
        return {one.name: ledger.machine_marks(one.name) for one in assignments}


def _gradebook_is_there(folder: Folder) -> bool:
    """A database server's is taken to be."""
    path = _gradebook(folder)
    return path is None or path.exists()


def _gradebook(folder: Folder) -> Path | None:
    url = str(folder.settings.get("CourseDirectory", "db_url", "") or f"sqlite:///{folder.root}/gradebook.db")
    return Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:///") else None


def state_of(folder: Folder) -> str:
    """By which one sees whether somebody else has written to the gradebook; "" if one cannot see."""
    path = _gradebook(folder)
    if path is None or not path.exists():
        return ""
    about = path.stat()
    return f"{path} {about.st_size} {about.st_mtime_ns}"


def late_state(one: Assignment) -> str:
    """Stands for what penalties depend on, beside the gradebook: the course's settings, and when each learner handed in."""
    times = sorted((who, str(time.at)) for who, time in one.times.items())
    return hashlib.sha256(repr([one.folder.settings.digest(), times]).encode("utf-8", "replace")).hexdigest()


def _refuse_unknown(folder: Folder) -> None:
    if unknown := folder.nbgrader.unknown_settings():
        raise CourseError(
            "; ".join(unknown) + ".",
            where=folder.settings.where,
            then="Correct the name, or take the line out. Nothing was graded.",
        )


def _ask_first(pool: Pool, summary: Summary, confirm: Confirm) -> None:
    worker = pool.zygotes[0].worker([], Limits())
    pool.zygotes[0].end(worker)
    summary.level = worker.level
    if worker.level not in ("strong", "medium") and not confirm(worker.level):
        raise CourseError(
            "Nothing was graded: this computer cannot confine learners' code.",
            then="`log2attn doctor` says what is missing; `--yes` grades all the same.",
        )


def _rehearsed(setting: Setting, zygote: Zygote, _tell: Tell, _stuck: Any) -> dict:
    return rehearse(setting, zygote).as_data()


def _modules(node: ast.stmt) -> list[str]:
    """The modules that an import statement names."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module else []


def _warm(plan: Plan) -> None:
    """Import what the tests will import, once, so that each child finds it there."""
    for _, text in roles_of(plan).imports:
        for node in ast.parse(text).body:
            for name in _modules(node):
                with suppress(Exception):
                    importlib.import_module(name)
