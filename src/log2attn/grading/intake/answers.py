"""Which of a learner's cells is the answer to each exercise: edited, split, moved, copied, turned into text, or gone."""

from __future__ import annotations

import re
import textwrap
from difflib import get_close_matches
from functools import cached_property

from log2attn.grading.intake.settled import Settled
from log2attn.grading.intake.who import ALIKE, CLOSE_LOOKS, SubmittedCell, texts
from log2attn.grading.intake.words import LOOK, alike, defined, is_python, plain, says, without_asserts
from log2attn.grading.model import PlanCell

QUICK = 4000  # characters of a cell that are enough to see whether it says anything
PARSED = 100_000  # characters of a notebook that are parsed, to see whether a text is code


class AnswerCells:
    """The answers of one notebook, settled one after the other."""

    def __init__(self, work: Settled) -> None:
        self.work = work
        self.parsed = 0

    def settle(self, answer: PlanCell) -> None:
        """The filled-in cell that defines what was asked. If there are several, all run and the last one counts, as in Python."""
        mine, hits = (
            self.work.asked[answer.index],
            [cell for cell in self.work.who.hits[answer.index] if cell.at not in self.work.settled],
        )
        claimed = self.joined(
            [code for cell in sorted(hits, key=lambda cell: cell.at) if (code := self.as_code(cell, answer))],
            answer,
        )
        filled = [cell for cell in claimed if self.filled(cell, answer)]
        good = [cell for cell in filled if not mine or cell.names & mine]
        if not good and (good := self.elsewhere(answer)) and claimed:
            self.work.notes.append(
                f"{answer.id}: the answer stands in cell {good[-1].at + 1}, not in the one given for it."
            )
        if not good and (
            text := [cell for cell in hits if cell.type != "code" and self.filled(cell, answer)]
        ):
            self.work.doubt(
                answer,
                f"the cell of {answer.id} (cell {text[-1].at + 1}) was turned into {_kind(text[-1])}, and it is not Python as it stands",
            )
        elif not (good or claimed):
            self.missing(answer)
        if good or claimed:
            self.choose(answer, good, filled, claimed)

    def choose(
        self,
        answer: PlanCell,
        good: list[SubmittedCell],
        filled: list[SubmittedCell],
        claimed: list[SubmittedCell],
    ) -> None:
        """Which of the cells is the answer, which ones run beside it, and which do not."""
        chosen = (good or filled or claimed[:1])[-1]
        if good and all(cell.text == chosen.text for cell in good):
            chosen = good[0]
        elif good:
            self.work.notes.append(
                f"{answer.id}: there are {len(good)} different answers; all of them ran in their order, so the last one counts."
            )
        self.work.where[answer.index] = chosen.at
        if chosen.plan in (
            None,
            answer.index,
        ):  # else it is a cell of the plan in its own right, and is put there
            self.work.put(
                chosen.at,
                answer.index,
                chosen.work(
                    "answer", answer.index, type="code", changed=chosen.text != plain(answer.released)
                ),
            )
        given = frozenset().union(*(cell.names for cell in good))
        written = {cell.at for cell in [*filled, *good]}
        for cell in [*claimed, *good]:
            if cell.at in self.work.settled or cell.plan not in (None, answer.index):
                continue
            idle = cell.text == chosen.text or (cell.at not in written and cell.names <= given)
            # A stub below the answer would undo it. If it gives other names too, it runs above.
            place = cell.at if idle or cell.at in written else min(cell.at, chosen.at - 0.5)
            self.work.put(place, answer.index, cell.work("ignored" if idle else "extra", type="code"))

    def filled(self, cell: SubmittedCell, answer: PlanCell) -> bool:
        """Whether it says anything beyond the stub; if the stub stands in it whole, whether it defines what was asked once more."""
        stub, mine = plain(answer.released), self.work.asked[answer.index]
        if stub and mine and stub in cell.text[:LOOK]:
            return bool(defined(cell.text.replace(stub, "", 1)) & mine)
        return bool(says(cell.source[:QUICK]).strip())

    def as_code(self, cell: SubmittedCell, answer: PlanCell) -> SubmittedCell | None:
        """An answer's cell that was turned into text is code if it reads as code."""
        if cell.type == "code":
            return cell
        text = re.sub(r"\A\s*```\w*\n(.*?)\n?```\s*\Z", r"\1", cell.source[:LOOK], flags=re.DOTALL)
        names, mine = (
            frozenset(defined(text)) if self.parsed < PARSED else frozenset(),
            self.work.asked[answer.index],
        )
        if self.python(text) and (not mine or names & mine):
            self.work.notes.append(
                f"{answer.id}: its cell had been turned into {_kind(cell)}; it ran as code."
            )
            return SubmittedCell(cell.at, "code", text, plain(text), cell.claim, answer.index, names)
        cell.plan = None
        return None

    def python(self, text: str) -> bool:
        self.parsed += len(text)
        return self.parsed <= PARSED and is_python(text)

    def joined(self, cells: list[SubmittedCell], answer: PlanCell) -> list[SubmittedCell]:
        """Two halves of an answer's cell, split in the middle of a function, are one again: if the second one is the next cell, or has the answer's id."""
        whole: list[SubmittedCell] = []
        for n, cell in enumerate(cells):
            if cell.at in self.work.settled:
                continue
            for tail in (
                [*self.work.who.cells[cell.at + 1 : cell.at + 2], *cells[n + 1 : n + 4]]
                if self.filled(cell, answer)
                else []
            ):
                both = f"{cell.source.rstrip()}\n{tail.source}"
                if (
                    tail.plan in (None, answer.index)
                    and tail.type == "code"
                    and tail.at not in self.work.settled
                    and self.is_tail(tail.source, cell)
                    and self.python(both)
                ):
                    self.work.notes.append(
                        f"{answer.id}: the cell had been split in two; its halves were joined."
                    )
                    self.work.put(tail.at, 0, tail.work("ignored"))
                    whole.append(
                        SubmittedCell(cell.at, "code", both, both, cell.claim, answer.index, cell.names)
                    )
                    break
            else:
                whole.append(cell)
        return whole

    def is_tail(self, text: str, head: SubmittedCell) -> bool:
        """Whether a text begins in the middle of a block, and means nothing without its head, or the head without it."""
        first = re.search(r"^[ \t]*[^\s#]", text[:QUICK], re.MULTILINE)
        if first is None or first[0][0] not in " \t":
            return False
        inner = re.search(r"^\s*(?:return|yield)\b", text[:QUICK], re.MULTILINE) and not defined(text)
        return bool(inner) or not self.python(head.source) or not self.python(textwrap.dedent(text))

    def elsewhere(self, answer: PlanCell) -> list[SubmittedCell]:
        """Filled-in definitions of the asked names that stand anywhere but in the answer's own cell; rather in nobody's cells than in others'."""
        mine, own, guests = self.work.asked[answer.index], [], []
        for cell in self.work.who.cells:
            if (
                cell.type != "code"
                or not cell.names & mine
                or cell.plan == answer.index
                or cell.text == plain(answer.released)
            ):
                continue
            home = None if cell.plan is None else self.work.plan.cells[cell.plan]
            if home is None:
                own.append(cell)
            elif self.work.who.same(cell, home) or defined(home.released) & mine:
                continue  # as it was given
            elif (
                home.kind == "test"
            ):  # the test's own text comes back, so the learner's part of it is a cell more
                self.work.notes.append(
                    f"{answer.id}: the answer stood in the cell {home.id}; it ran without what was given there."
                )
                text = _without(cell.source[:LOOK], home)
                own.append(SubmittedCell(cell.at, "code", text, text, names=cell.names))
            else:
                guests.append(cell)
        return own or guests

    def missing(self, answer: PlanCell) -> None:
        """Nothing defines what was asked. If the learner has something like it, a person looks."""
        mine = sorted(self.work.asked[answer.index])
        what = ", ".join(mine) or answer.id
        before, after = self.work.who.gap(answer.index)
        close = [name for asked_for in mine for name in get_close_matches(asked_for, self.own_names, 1, 0.7)]
        for cell in self.own_code:
            if cell.at in self.work.settled:
                continue
            why = ""
            if close and self.own_names[close[0]] is cell:
                why = f"defines {close[0]}, which may be meant as {what}"
            elif not close and before < cell.at < after:
                why = f"stands in its place without defining {what}"
            elif not close and alike(answer.released, cell.source) >= ALIKE:
                why = f"is like it without defining {what}"
            if why:
                self.work.doubt(answer, f"the cell of {answer.id} is missing, and cell {cell.at + 1} {why}")
                return
        self.work.notes.append(f"{answer.id}: its cell was deleted, and no other cell defines {what}.")

    @cached_property
    def own_code(self) -> list[SubmittedCell]:
        """The first cells with code of the learner's own."""
        return [
            cell
            for cell in self.work.who.free("code")[: 2 * CLOSE_LOOKS]
            if says(cell.source[:QUICK]).strip()
        ][:CLOSE_LOOKS]

    @cached_property
    def own_names(self) -> dict[str, SubmittedCell]:
        """What these cells define."""
        return {name: cell for cell in self.own_code for name in sorted(defined(cell.source[:QUICK]))[:3]}


def _kind(cell: SubmittedCell) -> str:
    return "text" if cell.type == "markdown" else "a raw cell"


def _without(text: str, home: PlanCell) -> str:
    """A learner's text without what was given in the same cell, or at least without its checks."""
    text = plain(text)
    for given in texts(home):
        if given and given in text:
            return text.replace(given, "")
    return without_asserts(text)
