"""Feedback: a page for each graded notebook, from its verdict and from what persons have written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from log2attn.grading.intake.files import find_notebooks
from log2attn.grading.ledger.ledger import Ledger
from log2attn.grading.ledger.read import Standing
from log2attn.grading.model import Refused
from log2attn.grading.pages.feedback import feedback_page
from log2attn.grading.pages.marked import write
from log2attn.grading.schedule.archive import Archive
from log2attn.grading.schedule.folder import Folder, files_beside
from log2attn.grading.schedule.submission import read_work

EXCHANGE = ("timestamp.txt", "submission_secret.txt")


@dataclass(frozen=True)
class Written:
    """One page; ``trouble`` says why there is none."""

    learner: str
    assignment: str
    notebook: str
    trouble: str = ""


def feedback(folder: Folder, assignments: list[str], student: str = "") -> Iterator[Written]:
    """Write the pages of all that has been graded."""
    with Archive(folder.archive()) as archive, Ledger(folder.root, config=folder.nbgrader.config) as ledger:
        for assignment in [name for name in folder.assignments() if not assignments or name in assignments]:
            plans, graded = folder.plans(assignment), archive.standing(assignment)
            learners = [name for name in folder.learners(assignment) if student in ("", name)]
            standings = {notebook: ledger.standings(assignment, notebook, learners) for notebook in plans}
            for learner in learners:
                found, _ = find_notebooks(folder.submitted(learner, assignment), plans)
                for notebook, path in sorted(found.items()):
                    verdict = archive.verdict(key) if (key := graded.get((learner, notebook))) else None
                    if verdict is None:
                        yield Written(
                            learner, assignment, notebook, "it has not been graded by log2attn grade"
                        )
                        continue
                    try:
                        work = read_work(plans[notebook], path, folder.step("submitted"))
                    except Refused:
                        work = None
                    standing = standings[notebook].get(learner, Standing())
                    page = feedback_page(
                        plans[notebook],
                        work,
                        verdict,
                        standing.manual,
                        before=standing.before,
                        penalty=standing.penalty,
                    )
                    write(folder.feedback(learner, assignment, notebook), page.encode())
                    yield Written(learner, assignment, notebook)
                _for_the_exchange(folder, learner, assignment)


def _for_the_exchange(folder: Folder, learner: str, assignment: str) -> None:
    """``nbgrader release_feedback`` knows a submission by two small files beside the pages."""
    beside = files_beside(folder.submitted(learner, assignment))
    target = folder.step("feedback") / learner / assignment
    for name in EXCHANGE:
        if name in beside and target.is_dir() and len(beside[name]) < 10_000:
            write(target / name, beside[name])
