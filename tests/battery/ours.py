"""How our grader marks an idiom's three answers, and under which protection."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from idioms import UNTOUCHED, Idiom

from log2attn.grading.limits import Limits
from log2attn.grading.model import Item, Plan, PlanCell, Work, WorkCell
from log2attn.grading.schedule.judge import judge
from log2attn.grading.schedule.learn import learned
from log2attn.grading.schedule.pool import Pool, Task
from log2attn.grading.schedule.setting import Setting
from log2attn.grading.schedule.workers import Zygote


@dataclass(frozen=True)
class Marked:
    """An idiom's three verdicts, and what the reference showed: why it does not pass across, and as stock runs it."""

    items: list[Item]
    wrong: dict[str, str]
    second: dict[str, str]


def marked(idiom: Idiom, pool: Pool) -> Marked:
    """The test's verdict for each answer, in a child process as `log2attn grade` has it: what a test leaves behind, it leaves there."""
    task = Task(idiom.name, lambda zygote, _tell, _stuck: _judged(idiom, zygote))
    ((_name, said),) = filter(None, pool.run([task]))
    assert isinstance(said, dict), said
    return Marked([Item(**item) for item in said["items"]], said["wrong"], said["second"])


def _judged(idiom: Idiom, zygote: Zygote) -> dict[str, Any]:
    texts = (("given", idiom.given or "pass"), ("answer", idiom.right), ("test", idiom.test))
    cells = tuple(
        PlanCell(n, kind, "code", kind, text, UNTOUCHED if kind == "answer" else text, float(kind == "test"))
        for n, (kind, text) in enumerate(texts)
    )
    setting = learned(Setting(Plan("a", "n", cells, "d"), Limits(), witness=True), zygote)
    items = []
    for answer in idiom.answers.values():
        work = tuple(
            WorkCell(
                c.index,
                c.kind,
                "code",
                answer if c.kind == "answer" else c.source,
                c.index,
                changed=c.kind == "answer",
            )
            for c in cells
        )
        items += judge(setting, Work(work), zygote).items
    return {
        "items": [asdict(item) for item in items],
        "wrong": setting.contract.wrong,
        "second": setting.contract.second,
    }
