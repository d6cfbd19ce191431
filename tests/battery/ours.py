"""How our grader marks an idiom's three answers, and under which protection."""

from __future__ import annotations

from idioms import UNTOUCHED, Idiom

from log2attn.grading.limits import Limits
from log2attn.grading.model import Item, Plan, PlanCell, Work, WorkCell
from log2attn.grading.schedule.judge import judge
from log2attn.grading.schedule.learn import learned
from log2attn.grading.schedule.run import Setting
from log2attn.grading.schedule.workers import Zygote


def marked(idiom: Idiom, zygote: Zygote) -> tuple[Setting, list[Item]]:
    """The setting, with what the reference showed, and the test's verdict for each answer."""
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
    return setting, items
