"""From a learner's file to a verdict and an autograded notebook: what one child process does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from log2attn.grading.intake.files import read_submission
from log2attn.grading.intake.repair import match
from log2attn.grading.model import MANUAL, Item, Plan, Refused, Verdict, Work, WorkCell
from log2attn.grading.pages.marked import autograded_notebook, write
from log2attn.grading.schedule.archive import verdict_from
from log2attn.grading.schedule.folder import files_beside
from log2attn.grading.schedule.pool import Tell
from log2attn.grading.schedule.run import Setting, judge
from log2attn.grading.schedule.workers import Zygote


@dataclass(frozen=True)
class Marked:
    """A submission that has been through the grader. ``work`` is None for a file that could not be read."""

    work: Work | None
    verdict: Verdict


def read_work(plan: Plan, path: Path, inside: Path) -> Work:
    """A learner's notebook matched to the plan. Raises Refused."""
    notebook, repairs = read_submission(path, inside)
    work = match(plan, notebook)
    copies = [
        f"Cell {cell.at + 1} was left out: what it holds stands elsewhere too."
        for cell in work.cells
        if cell.role == "ignored"
    ]
    return replace(work, repairs=(*repairs, *work.repairs, *copies))


def mark(
    setting: Setting,
    path: Path,
    inside: Path,
    result: Path,
    zygote: Zygote,
    tell: Tell,
    stuck: Mapping[str, str],
) -> dict[str, Any]:
    """Judge one submitted file and write its autograded notebook. Returns plain data for ``marked_from``."""
    plan = setting.plan
    try:
        work = read_work(plan, path, inside)
    except Refused as refused:
        work, verdict = None, unread(plan, str(refused))
    else:
        verdict = judge(setting, work, zygote, files=files_beside(path.parent), tell=tell, stuck=stuck)
    write(result, autograded_notebook(plan, work, verdict))
    return {"work": None if work is None else asdict(work), "verdict": asdict(verdict)}


def unread(plan: Plan, why: str) -> Verdict:
    """The verdict on a file that cannot be read as a notebook: a person looks at it, and nothing is entered as zero."""
    return Verdict(
        [
            Item(cell.id, MANUAL, None, cell.points, "A person will look at this.", why)
            for cell in plan.marked
        ],
        queue=why,
    )


def marked_from(said: dict[str, Any]) -> Marked:
    """What ``mark`` returned, after its way through JSON."""
    work = said["work"]
    if work is not None:
        work = Work(tuple(WorkCell(**cell) for cell in work["cells"]), tuple(work["repairs"]), work["doubts"])
    return Marked(work, verdict_from(said["verdict"]))
