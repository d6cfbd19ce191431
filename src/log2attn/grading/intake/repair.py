"""A learner's notebook, put right: which cells run, in which order, and what a person must look at. A solution of the source never enters it."""

from __future__ import annotations

from log2attn.doors.notebook import NotebookNode
from log2attn.grading.intake.answers import AnswerCells
from log2attn.grading.intake.given import GivenCells
from log2attn.grading.intake.settled import Settled
from log2attn.grading.intake.who import shares
from log2attn.grading.intake.words import plain
from log2attn.grading.intake.written import settle_words
from log2attn.grading.model import Plan, Work, WorkCell


def match(plan: Plan, notebook: NotebookNode) -> Work:
    """The learner's work. Never raises for a notebook that read_submission gave. Each step settles some of its cells; the next ones leave these alone."""
    work = Settled(plan, notebook)
    answers, given = AnswerCells(work), GivenCells(work)
    for kinds, settle in (
        (("answer",), answers.settle),
        (("given",), given.settle),
        (("written", "task"), lambda cell: settle_words(work, cell)),
    ):
        for cell in plan.cells:
            if cell.kind in kinds:
                settle(cell)
    _own(work)
    _tests(work)
    _whole(work)
    order = [cell for _, _, cell in sorted(work.done, key=lambda item: item[:2])]
    return Work(tuple(order), tuple(dict.fromkeys(work.notes)), work.doubts)


def _own(work: Settled) -> None:
    """All that is the learner's own stays where it is. A stub that was copied would undo the answer."""
    tests = {cell.index for cell in work.plan.cells if cell.kind == "test"}
    stubs = {plain(cell.released) for cell in work.plan.cells if cell.kind == "answer"}
    for cell in work.who.cells:
        if cell.at not in work.settled and cell.plan not in tests:
            work.put(
                cell.at,
                -1,
                cell.work("ignored" if cell.type == "code" and cell.text in stubs else "extra"),
            )


def _tests(work: Settled) -> None:
    """Each runs where it stands, but below the answers it calls; one that is gone or stands too high, where the source has it."""
    said: dict[str, list[str]] = {
        "edited; the originals ran": [],
        "deleted; they were put back": [],
        "above their answers; they ran below": [],
    }
    edited, gone, high = said.values()
    for cell in work.plan.cells:
        if cell.kind != "test":
            continue
        hits = work.who.hits[cell.index]
        floor = max(
            (work.where[n] for n in work.needs(cell) | work.uses(cell) if n in work.where), default=-1.0
        )
        hit = next((hit for hit in hits if hit.at >= floor), hits[0] if hits else None)
        if hit is None:
            gone.append(cell.id)
            place = work.late(cell.index, max(floor, work.above(cell.index)))
        elif hit.at < floor:
            high.append(cell.id)
            place = work.late(cell.index, floor)
        else:
            place = hit.at + 0.25  # an answer may stand in the test's own cell
        if any(not work.who.same(one, cell) for one in hits):
            edited.append(cell.id)
        copies = [one for one in hits if one is not hit and one.at not in work.settled]
        work.put(
            place,
            cell.index,
            WorkCell(hit.at if hit else -1, "test", cell.cell_type, cell.source, cell.index, changed=False),
        )
        for one in copies:
            work.put(one.at, cell.index, one.work("ignored"))
    work.notes += [f"Test cells {what}: {', '.join(ids)}." for what, ids in said.items() if ids]


def _whole(work: Settled) -> None:
    """Whether it is this notebook at all."""
    if not any(cell.source.strip() for cell in work.who.cells):
        work.notes.append("The notebook is empty.")
        return
    ids, texts = shares(
        work.plan, {cell.claim for cell in work.who.cells}, {cell.text for cell in work.who.cells}
    )
    if ids < 0.5 and texts < 0.1 and not any(cell.names for cell in work.who.cells):
        others = sorted({cell.claim[:60] for cell in work.who.cells if cell.claim})[:3]
        about = (
            f"its graded cells are {', '.join(others)}"
            if others
            else "none of its cells is one of this notebook's"
        )
        work.doubts[""] = f"This looks like another notebook: {about}."
