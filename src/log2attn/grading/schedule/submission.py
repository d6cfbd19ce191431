"""From a learner's file to a verdict and an autograded notebook: what one child process does. The file is read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from log2attn.grading.intake.decode import decode
from log2attn.grading.intake.files import read_content
from log2attn.grading.intake.repair import match
from log2attn.grading.model import MANUAL, Item, Plan, Refused, Verdict, Work, WorkCell
from log2attn.grading.pages.marked import autograded_notebook, write
from log2attn.grading.pages.pictures import pictures_beside
from log2attn.grading.schedule.archive import verdict_from
from log2attn.grading.schedule.beside import files_beside, neighbors
from log2attn.grading.schedule.judge import judge
from log2attn.grading.schedule.key import key_of_verdict
from log2attn.grading.schedule.pool import Tell
from log2attn.grading.schedule.setting import Setting
from log2attn.grading.schedule.workers import Zygote


@dataclass(frozen=True)
class Submission:
    """A learner's notebook and what lies beside it, as it was read, once. ``refused`` says why the file could not be read."""

    content: bytes
    files: Mapping[str, bytes]
    refused: str = ""

    @classmethod
    def read(cls, path: Path, inside: Path, beside: Mapping[str, bytes] | None = None) -> Submission:
        """``beside``: what lies in the same folder, if that is known already."""
        try:
            content, refused = read_content(path, inside), ""
        except Refused as error:
            content, refused = b"", str(error)
        files = files_beside(path.parent) if beside is None else beside
        return cls(content, {**neighbors(path.parent, content, own=path.name), **files}, refused)

    def key(self, setting_key: str) -> str:
        """Stands for all that the verdict on it depends on."""
        return key_of_verdict(setting_key, self.content or self.refused.encode(), self.files)

    def work(self, plan: Plan) -> Work:
        """The notebook matched to the plan. Raises Refused."""
        if self.refused:
            raise Refused(self.refused)
        notebook, repairs = decode(self.content)
        work = match(plan, notebook)
        copies = [
            f"Cell {cell.at + 1} was left out: what it holds stands elsewhere too."
            for cell in work.cells
            if cell.role == "ignored"
        ]
        return replace(work, repairs=(*repairs, *work.repairs, *copies))


@dataclass(frozen=True)
class Marked:
    """A submission that has been through the grader. ``work`` is None for a file that could not be read; ``key`` is of what was judged."""

    work: Work | None
    verdict: Verdict
    key: str


def mark(
    setting: Setting,
    setting_key: str,
    path: Path,
    inside: Path,
    result: Path,
    zygote: Zygote,
    tell: Tell,
    stuck: Mapping[str, str],
) -> dict[str, Any]:
    """Judge one submitted file and write its autograded notebook. Returns plain data for ``marked_from``."""
    plan, submission = setting.plan, Submission.read(path, inside)
    work: Work | None = None
    try:
        work = submission.work(plan)
    except Refused as refused:
        verdict = unread(plan, str(refused))
    else:
        verdict = judge(setting, work, zygote, files=submission.files, tell=tell, stuck=stuck)
    beside = pictures_beside(submission.files)
    write(result, autograded_notebook(plan, work, verdict, beside=beside))
    for name, picture in beside.items():
        write(result.parent / name, picture)
    return {
        "work": None if work is None else asdict(_light(work)),
        "verdict": asdict(verdict),
        "key": submission.key(setting_key),
    }


def _light(work: Work) -> Work:
    """Without the pictures themselves: they stand in the autograded notebook by now."""
    return replace(
        work,
        cells=tuple(replace(cell, attachments=dict.fromkeys(cell.attachments, "")) for cell in work.cells),
    )


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
    return Marked(work, verdict_from(said["verdict"]), said["key"])
