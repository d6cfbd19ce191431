"""Answers in words, and tasks: as the learner left them, or as they were given."""

from __future__ import annotations

from log2attn.grading.intake.settled import Settled
from log2attn.grading.intake.who import TEXT
from log2attn.grading.intake.words import LOOK, plain
from log2attn.grading.model import PlanCell


def settle_words(work: Settled, cell: PlanCell) -> None:
    """One of them; of several different ones, the last."""
    hits = [hit for hit in work.who.hits[cell.index] if hit.at not in work.settled]
    filled = [
        hit for hit in hits if (hit.text != plain(cell.released) and hit.source.strip()) or hit.attachments
    ]
    if cell.kind == "written" and not filled:
        kinds = ("code",) if cell.cell_type == "code" else TEXT
        filled = [
            own
            for own in work.who.between(cell.index)
            if own.type in kinds and (own.source.strip() or own.attachments) and not own.names
        ][:1]
        if filled and hits:
            work.notes.append(
                f"{cell.id}: the answer stands in cell {filled[0].at + 1}, not in the one given for it."
            )
    if len({hit.text for hit in filled}) > 1:
        work.notes.append(
            f"{cell.id}: there are {len(filled)} different answers in words; the last one counts, the others stay in the notebook."
        )
    if not (filled or hits):
        work.put_back(cell, work.late(cell.index, work.above(cell.index)))
        _no_words(work, cell)
        return
    chosen = (filled or hits[:1])[-1]
    work.where[cell.index] = chosen.at
    if cell.locked and filled:
        work.notes.append(f"{cell.id}: the text of this task was edited; the original stands above it again.")
        work.put_back(cell, chosen.at - 0.25)
    else:
        work.put(
            chosen.at,
            cell.index,
            chosen.work(cell.kind, cell.index, type=cell.cell_type, changed=bool(filled)),
        )
    for hit in hits:
        if hit.at not in work.settled:
            work.put(
                hit.at, cell.index, hit.work("extra" if hit in filled else "ignored", type=cell.cell_type)
            )


def _no_words(work: Settled, cell: PlanCell) -> None:
    own = [
        one
        for one in work.who.free(*TEXT)
        if len(one.source[:LOOK].split()) >= 8 and "colab-badge" not in one.source[:LOOK]
    ]
    if cell.kind == "written" and own:
        work.doubts[cell.id] = (
            f"A person must look: the cell of {cell.id} is missing, and the learner wrote text elsewhere (cell {own[0].at + 1})."
        )
    else:
        work.notes.append(f"{cell.id}: its cell was deleted; it was put back as it was given.")
