"""Feedback: a page for each graded notebook, from its verdict and from what persons have written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from log2attn.core.errors import CourseError
from log2attn.grading.desk.book import name_of
from log2attn.grading.ledger.ledger import Ledger
from log2attn.grading.ledger.read import Standing
from log2attn.grading.model import Plan, Refused, Verdict
from log2attn.grading.pages.feedback import PageLink, feedback_page
from log2attn.grading.pages.marked import write
from log2attn.grading.schedule.archive import Archive
from log2attn.grading.schedule.beside import exchange_files
from log2attn.grading.schedule.folder import Folder
from log2attn.grading.schedule.handed import Handed
from log2attn.grading.schedule.marking import chosen
from log2attn.grading.schedule.sources import read_plans
from log2attn.grading.schedule.submission import Submission
from log2attn.grading.schedule.summary import Choice


@dataclass(frozen=True)
class Written:
    """One page; ``trouble`` says why there is none."""

    learner: str
    assignment: str
    notebook: str
    trouble: str = ""


def feedback(folder: Folder, assignments: list[str], student: str = "") -> Iterator[Written]:
    """Write the pages of all that has been graded. Raises CourseError for an assignment or a learner that is not there."""
    with Archive(folder.archive()) as archive, Ledger(folder.root, config=folder.nbgrader.config) as ledger:
        names = chosen(folder, Choice(tuple(assignments)))
        all_plans = {name: read_plans(folder, archive, name).good for name in names}
        tables = {name: Handed(folder, archive, name, plans) for name, plans in all_plans.items()}
        if student and not any(student in table.learners for table in tables.values()):
            raise CourseError(
                f"{student} has handed in nothing.",
                where=str(folder.step("submitted")),
                then="Learners are the folders of submitted/; check the name.",
            )
        for name, table in tables.items():
            learners = [who for who in table.learners if student in ("", who)]
            standings = {notebook: ledger.standings(name, notebook, learners) for notebook in all_plans[name]}
            for who in learners:
                mine = {
                    notebook: _graded(archive, table, who, notebook)
                    for notebook in all_plans[name]
                    if table.has(who, notebook)
                }
                pages = [
                    PageLink(name_of(notebook), folder.feedback(who, name, notebook).name)
                    for notebook, found in mine.items()
                    if isinstance(found, _Graded)
                ]
                for notebook, found in mine.items():
                    if isinstance(found, str):
                        yield Written(who, name, notebook, found)
                        continue
                    page = _page(folder, found, who, standings[notebook].get(who, Standing()), pages)
                    write(folder.feedback(who, name, notebook), page.encode())
                    yield Written(who, name, notebook)
                _for_the_exchange(folder, who, name)


@dataclass(frozen=True)
class _Graded:
    """A notebook that can have a page."""

    plan: Plan
    path: Path
    verdict: Verdict


def _graded(archive: Archive, table: Handed, learner: str, notebook: str) -> _Graded | str:
    """What a page is made from, or why there can be none."""
    entered = table.entered.get((learner, notebook))
    verdict = archive.verdict(entered.key) if entered else None
    if entered is None or verdict is None:
        return "it has not been graded by log2attn grade"
    path = table.files(learner).found.get(notebook)
    if path is None:
        return f"{entered.file} is gone, from which it was graded"
    return _Graded(table.plans[notebook], path, verdict)


def _page(folder: Folder, found: _Graded, learner: str, standing: Standing, pages: list[PageLink]) -> str:
    try:
        work = Submission.read(found.path, folder.step("submitted")).work(found.plan)
    except Refused:
        work = None
    return feedback_page(
        found.plan,
        work,
        found.verdict,
        standing.manual,
        before=standing.before,
        penalty=standing.penalty,
        learner=learner,
        pages=pages,
    )


def _for_the_exchange(folder: Folder, learner: str, assignment: str) -> None:
    """``nbgrader release_feedback`` knows a submission by two small files beside the pages."""
    target = folder.at("feedback", assignment, learner)
    for name, content in exchange_files(folder.submitted(learner, assignment)).items():
        if target.is_dir() and len(content) < 10_000:
            write(target / name, content)
