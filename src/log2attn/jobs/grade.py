"""Grade: everything in submitted/ that has changed, each notebook apart from all others, into the gradebook."""

from __future__ import annotations

import ast
import hashlib
import importlib
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from typing import Any

import log2attn
from log2attn.core.errors import CourseError
from log2attn.grading.ledger.timestamps import HandedIn, handed_in_at
from log2attn.grading.limits import Limits
from log2attn.grading.model import BROKEN, Plan, Verdict, trouble_of
from log2attn.grading.schedule.archive import Archive, key_of
from log2attn.grading.schedule.folder import Folder, day_of, readable
from log2attn.grading.schedule.pool import Lost, Pool, Task, Tell
from log2attn.grading.schedule.run import Setting, learned
from log2attn.grading.schedule.submission import Marked, mark, marked_from
from log2attn.grading.schedule.workers import Zygote
from log2attn.grading.tester.roles import roles_of
from log2attn.grading.tester.tester import Contract
from log2attn.learn.shipped import Exercise, exercises_of

BATCH, PATIENCE = 64, 3.0  # notebooks, and seconds, until results go into the gradebook


@dataclass(frozen=True)
class Choice:
    """What to grade. Empty means all."""

    assignments: tuple[str, ...] = ()
    student: str = ""
    notebook: str = "*"
    jobs: int = 0
    figures: str = ""
    again: bool = False  # also what has not changed


@dataclass(frozen=True)
class Graded:
    """What became of one notebook.

    verdict  None if it was lost: ``trouble`` says why, the marks before stay
    trouble  why a person must look at it; "" if none must
    new      False if nothing had changed
    """

    learner: str
    assignment: str
    notebook: str
    verdict: Verdict | None
    trouble: str = ""
    new: bool = True

    @property
    def broken(self) -> bool:
        """The grader's own fault, wholly or in part."""
        return self.verdict is None or any(item.outcome == BROKEN for item in self.verdict.items)


@dataclass
class Report:
    """A run as it goes. ``total`` is known once the submissions have been looked through."""

    level: str = ""
    total: int = 0
    same: int = 0
    notes: list[str] = field(default_factory=list)


def grade(
    folder: Folder, choice: Choice, report: Report, confirm: Callable[[str], bool] = lambda _level: True
) -> Iterator[Graded]:
    """Grade what was handed in; yields each notebook as its marks have gone into the gradebook.

    confirm   is asked, with the level of protection, before the first learner's code runs where there is less than a sandbox
    """
    jobs = choice.jobs or os.cpu_count() or 1
    limits = folder.limits()
    with Archive(folder.archive()) as archive:
        waiting: list[_Submission] = []
        for assignment in _chosen(folder, choice):
            plans = folder.plans(assignment)
            files = folder.files(assignment)
            digest = b"".join(
                name.encode() + hashlib.sha256(data).digest() for name, data in sorted(files.items())
            )
            settings = {
                name: Setting(
                    plan,
                    limits,
                    files=files,
                    readable=readable(name, Path(log2attn.__file__).parent),
                    figures=choice.figures,
                    known=_known(name),
                )
                for name, plan in plans.items()
            }
            waiting += _changed(folder, choice, archive, assignment, settings, digest, report)
        report.total = len(waiting)
        if not waiting:
            return
        from log2attn.grading.ledger.ledger import Ledger  # loads nbgrader: not where nothing has changed

        with (
            Ledger(folder.root, config=folder.nbgrader.config) as ledger,
            Pool(min(jobs, len(waiting))) as pool,
        ):
            _ask_first(pool, report, confirm)
            settings = _with_contracts(
                pool, archive, {(s.assignment, s.setting.plan.notebook): s for s in waiting}, report
            )
            for setting in settings.values():
                ledger.enter_plan(setting.plan)
                _warm(setting.plan)
            tasks = (
                Task(
                    n,
                    partial(
                        mark,
                        settings[s.assignment, s.setting.plan.notebook],
                        s.path,
                        folder.step("submitted"),
                        s.result,
                    ),
                )
                for n, s in enumerate(waiting)
            )
            yield from _entered(pool.run(tasks), waiting, ledger, archive)


@dataclass(frozen=True)
class _Submission:
    learner: str
    assignment: str
    setting: Setting
    contract_key: str
    path: Path
    result: Path
    key: str
    handed_in: HandedIn


def _chosen(folder: Folder, choice: Choice) -> list[str]:
    known = folder.assignments()
    for name in choice.assignments:
        if name not in known:
            raise CourseError(
                f"There is no assignment {name!r} in {folder.step('source').name}/.",
                where=str(folder.root),
                then=f"Assignments: {', '.join(known) or 'none yet'}.",
            )
    if choice.student and not (folder.step("submitted") / choice.student).is_dir():
        raise CourseError(
            f"{choice.student} has handed in nothing.",
            where=str(folder.step("submitted")),
            then="Learners are the folders of submitted/; check the name.",
        )
    return [name for name in known if not choice.assignments or name in choice.assignments]


def _changed(
    folder: Folder,
    choice: Choice,
    archive: Archive,
    assignment: str,
    settings: dict[str, Setting],
    files: bytes,
    report: Report,
) -> Iterator[_Submission]:
    """The submissions whose verdict is not in the gradebook yet."""
    plans = {name: setting.plan for name, setting in settings.items()}
    standing = archive.standing(assignment)
    keys = {
        name: key_of(setting.plan, setting.limits, setting.figures, files)
        for name, setting in settings.items()
    }
    gradebook_is_there = _gradebook_holds(folder)
    report.notes += [
        f"{name} · {assignment}: nothing was graded: the folder is a link, and links are not followed."
        for name in folder.linked(assignment)
    ]
    for learner in folder.learners(assignment):
        if choice.student not in ("", learner):
            continue
        found, unknown = archive.notebooks(folder.submitted(learner, assignment), plans)
        chosen = set(found.values())
        report.notes += [
            f"{learner} · {assignment} · {path.name!r}: {'' if path in chosen else 'not graded: '}{why}"
            for path, why in unknown.items()
        ]
        if not found:
            report.notes.append(
                f"{learner} · {assignment}: nothing was graded: no notebook of this assignment was handed in."
            )
        handed_in = handed_in_at(folder.submitted(learner, assignment), believe=folder.believes_timestamps())
        if handed_in.doubt and found:
            report.notes.append(f"{learner} · {assignment}: {handed_in.doubt}")
        for notebook, path in found.items():
            if not fnmatch(notebook, choice.notebook):
                continue
            result = folder.autograded(learner, assignment, notebook)
            key = hashlib.sha256(keys[notebook].encode() + _content(path)).hexdigest()
            if (
                not choice.again
                and gradebook_is_there
                and standing.get((learner, notebook)) == key
                and result.exists()
            ):
                report.same += 1
                continue
            yield _Submission(
                learner, assignment, settings[notebook], keys[notebook], path, result, key, handed_in
            )


def _known(notebook: str) -> dict[str, Exercise]:
    """The exercises whose mistakes this package knows."""
    day = day_of(notebook)
    return exercises_of(day) if day else {}


def _gradebook_holds(folder: Folder) -> bool:
    """Whether the gradebook that verdicts went into is still there. A database server's is taken to be."""
    url = str(folder.nbgrader.config.CourseDirectory.get("db_url", "sqlite:///gradebook.db"))
    name = url.removeprefix("sqlite:///")
    return not url.startswith("sqlite") or (folder.root / name).exists() or Path(name).exists()


def _content(path: Path) -> bytes:
    """A digest of a file that may be anything. What cannot be read has none, and goes through the grader, which says why."""
    with suppress(OSError):
        if path.is_file() and not path.is_symlink() and path.stat().st_size < 64 << 20:
            return hashlib.sha256(path.read_bytes()).digest()
    return os.urandom(8)


def _ask_first(pool: Pool, report: Report, confirm: Callable[[str], bool]) -> None:
    worker = pool.zygotes[0].worker([], Limits())
    pool.zygotes[0].end(worker)
    report.level = worker.level
    if worker.level not in ("strong", "medium") and not confirm(worker.level):
        raise CourseError(
            "Nothing was graded: this computer cannot confine learners' code.",
            then="`log2attn doctor` says what is missing; `--yes` grades all the same.",
        )


def _with_contracts(
    pool: Pool, archive: Archive, wanted: dict[tuple[str, str], _Submission], report: Report
) -> dict[tuple[str, str], Setting]:
    """The settings with what the reference's run shows, remembered or found out now."""
    settings, tasks = {}, []
    for name, submission in wanted.items():
        setting = submission.setting
        contract = archive.contract(submission.contract_key)
        if contract is None:
            tasks.append(Task(name, partial(_learn, setting)))
        else:
            settings[name] = _under(setting, contract)
    for name, said in filter(None, pool.run(tasks)):
        if isinstance(said, Lost):
            raise CourseError(
                f"The reference solution of {name[1]} could not be run: {said.why}",
                where=f"source/{name[0]}/{name[1]}.ipynb",
                then="Does the notebook run from top to bottom?",
            )
        contract = Contract.of_data(said)
        archive.keep_contract(wanted[name].contract_key, contract)
        settings[name] = _under(wanted[name].setting, contract)
    for (assignment, notebook), setting in sorted(settings.items()):
        report.notes += [
            f"{assignment} · {notebook} · {id}: left to a person, since {why}"
            for id, why in setting.contract.wrong.items()
        ]
    return settings


def _learn(setting: Setting, zygote: Zygote, _tell: Tell, _stuck: Any) -> dict:
    return learned(setting, zygote).contract.as_data()


def _under(setting: Setting, contract: Contract) -> Setting:
    return replace(setting, contract=contract, roles=roles_of(setting.plan, frozenset(contract.lent)))


def _warm(plan: Plan) -> None:
    """Import what the tests will import, once, so that each child finds it there."""
    for _, text in roles_of(plan).imports:
        for node in ast.parse(text).body:
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module]
                if isinstance(node, ast.ImportFrom) and node.module
                else []
            )
            for name in names:
                with suppress(Exception):
                    importlib.import_module(name)


def _entered(
    results: Iterable[tuple[int, Any] | None], waiting: list[_Submission], ledger: Any, archive: Archive
) -> Iterator[Graded]:
    """Put results into the gradebook as they come, some at a time; what is in there is remembered, so an interrupted run loses nothing."""
    batch: list[tuple[_Submission, Marked]] = []
    since = time.monotonic()
    try:
        for result in results:
            if batch and (len(batch) >= BATCH or time.monotonic() - since > PATIENCE):
                ready, batch, since = batch, [], time.monotonic()
                yield from _enter(ready, ledger, archive)
            if result is None:
                continue
            n, said = result
            submission = waiting[n]
            if isinstance(said, Lost):
                yield Graded(
                    submission.learner,
                    submission.assignment,
                    submission.setting.plan.notebook,
                    None,
                    f"the grader could not finish: {said.why}",
                )
                continue
            batch.append((submission, marked_from(said)))
    finally:
        done = list(_enter(batch, ledger, archive))
    yield from done


def _enter(batch: list[tuple[_Submission, Marked]], ledger: Any, archive: Archive) -> Iterator[Graded]:
    from log2attn.grading.ledger.ledger import Entry

    entries = [
        Entry(s.learner, s.setting.plan, marked.work, marked.verdict, s.handed_in.at) for s, marked in batch
    ]
    refused = {(entry.learner, entry.notebook): entry.why for entry in ledger.enter_many(entries)}
    for submission, marked in batch:
        archive.keep(submission.key, marked.verdict)
    archive.stands(
        (s.learner, s.assignment, s.setting.plan.notebook, s.key)
        for s, _ in batch
        if (s.learner, s.setting.plan.notebook) not in refused
    )
    for submission, marked in batch:
        notebook = submission.setting.plan.notebook
        if why := refused.get((submission.learner, notebook)):
            yield Graded(
                submission.learner,
                submission.assignment,
                notebook,
                None,
                f"the gradebook did not take the marks: {why}",
            )
        else:
            yield Graded(
                submission.learner,
                submission.assignment,
                notebook,
                marked.verdict,
                trouble_of(marked.verdict),
            )


def as_json(report: Report, done: Iterable[Graded]) -> str:
    """What became of each notebook, for machines."""
    notebooks = [
        {
            "learner": one.learner,
            "assignment": one.assignment,
            "notebook": one.notebook,
            "score": None if one.verdict is None else one.verdict.score,
            "trouble": one.trouble,
            "repairs": [] if one.verdict is None else one.verdict.repairs,
            "seconds": None if one.verdict is None else round(one.verdict.seconds, 3),
            "items": [] if one.verdict is None else [asdict(item) for item in one.verdict.items],
        }
        for one in done
    ]
    return json.dumps(
        {"level": report.level, "unchanged": report.same, "notes": report.notes, "notebooks": notebooks},
        indent=1,
    )
