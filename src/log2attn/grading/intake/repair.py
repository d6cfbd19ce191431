"""A learner's notebook, put right: which cells run, in which order, and what a person must look at. A solution of the source never enters it."""

from __future__ import annotations

import re
import textwrap
from difflib import get_close_matches
from functools import cached_property

from log2attn.doors.notebook import NotebookNode
from log2attn.grading.intake.settled import Settled, wording
from log2attn.grading.intake.who import A_CELL, ALIKE, CLOSE_LOOKS, READ, TEXT, Cell, shares, texts
from log2attn.grading.intake.words import LOOK, alike, defined, is_python, plain, says, without_asserts
from log2attn.grading.model import Plan, PlanCell, Work, WorkCell

QUICK = 4000  # characters of a cell that are enough to see whether it says anything
PARSED = 100_000  # characters of a notebook that are parsed, to see whether a text is code


def match(plan: Plan, notebook: NotebookNode) -> Work:
    """The learner's work. Never raises for a notebook that read_submission gave."""
    repair = _Repair(plan, notebook)
    for cell in plan.cells:
        if cell.kind == "answer":
            repair.answer(cell)
    for kinds, settle in (({"given"}, repair.given), ({"written", "task"}, repair.written)):
        for cell in plan.cells:
            if cell.kind in kinds:
                settle(cell)
    repair.own()
    repair.tests()
    repair.whole()
    order = [cell for _, _, cell in sorted(repair.done, key=lambda item: item[:2])]
    return Work(tuple(order), tuple(dict.fromkeys(repair.notes)), repair.doubts)


class _Repair(Settled):
    """The steps of putting a notebook right. Each settles some of its cells; the next ones leave these alone."""

    # Answers

    def answer(self, answer: PlanCell) -> None:
        """The filled-in cell that defines what was asked. If there are several, all run and the last one counts, as in Python."""
        mine, hits = (
            self.asked[answer.index],
            [cell for cell in self.who.hits[answer.index] if cell.at not in self.settled],
        )
        claimed = self.joined(
            [code for cell in sorted(hits, key=lambda cell: cell.at) if (code := self.as_code(cell, answer))],
            answer,
        )
        filled = [cell for cell in claimed if self.filled(cell, answer)]
        good = [cell for cell in filled if not mine or cell.names & mine]
        if not good and (good := self.elsewhere(answer)) and claimed:
            self.notes.append(
                f"{answer.id}: the answer stands in cell {good[-1].at + 1}, not in the one given for it."
            )
        if not good and (
            text := [cell for cell in hits if cell.type != "code" and self.filled(cell, answer)]
        ):
            self.doubt(
                answer,
                f"the cell of {answer.id} (cell {text[-1].at + 1}) was turned into {_kind(text[-1])}, and it is not Python as it stands",
            )
        elif not (good or claimed):
            self.missing(answer)
        if good or claimed:
            self.choose(answer, good, filled, claimed)

    def choose(self, answer: PlanCell, good: list[Cell], filled: list[Cell], claimed: list[Cell]) -> None:
        """Which of the cells is the answer, which ones run beside it, and which do not."""
        chosen = (good or filled or claimed[:1])[-1]
        if good and all(cell.text == chosen.text for cell in good):
            chosen = good[0]
        elif good:
            self.notes.append(
                f"{answer.id}: there are {len(good)} different answers; all of them ran in their order, so the last one counts."
            )
        self.where[answer.index] = chosen.at
        if chosen.plan in (
            None,
            answer.index,
        ):  # else it is a cell of the plan in its own right, and is put there
            self.put(
                chosen.at,
                answer.index,
                chosen.work(
                    "answer", answer.index, type="code", changed=chosen.text != plain(answer.released)
                ),
            )
        given = frozenset().union(*(cell.names for cell in good))
        written = {cell.at for cell in [*filled, *good]}
        for cell in [*claimed, *good]:
            if cell.at in self.settled or cell.plan not in (None, answer.index):
                continue
            idle = cell.text == chosen.text or (cell.at not in written and cell.names <= given)
            # A stub below the answer would undo it. If it gives other names too, it runs above.
            place = cell.at if idle or cell.at in written else min(cell.at, chosen.at - 0.5)
            self.put(place, answer.index, cell.work("ignored" if idle else "extra", type="code"))

    def filled(self, cell: Cell, answer: PlanCell) -> bool:
        """Whether it says anything beyond the stub; if the stub stands in it whole, whether it defines what was asked once more."""
        stub, mine = plain(answer.released), self.asked[answer.index]
        if stub and mine and stub in cell.text[:LOOK]:
            return bool(defined(cell.text.replace(stub, "", 1)) & mine)
        return bool(says(cell.source[:QUICK]).strip())

    def as_code(self, cell: Cell, answer: PlanCell) -> Cell | None:
        """An answer's cell that was turned into text is code if it reads as code."""
        if cell.type == "code":
            return cell
        text = re.sub(r"\A\s*```\w*\n(.*?)\n?```\s*\Z", r"\1", cell.source[:LOOK], flags=re.DOTALL)
        names, mine = (
            frozenset(defined(text)) if self.parsed < PARSED else frozenset(),
            self.asked[answer.index],
        )
        if self.python(text) and (not mine or names & mine):
            self.notes.append(f"{answer.id}: its cell had been turned into {_kind(cell)}; it ran as code.")
            return Cell(cell.at, "code", text, plain(text), cell.claim, answer.index, names)
        cell.plan = None
        return None

    def python(self, text: str) -> bool:
        self.parsed += len(text)
        return self.parsed <= PARSED and is_python(text)

    def joined(self, cells: list[Cell], answer: PlanCell) -> list[Cell]:
        """Two halves of an answer's cell, split in the middle of a function, are one again: if the second one is the next cell, or has the answer's id."""
        whole: list[Cell] = []
        for n, cell in enumerate(cells):
            if cell.at in self.settled:
                continue
            for tail in (
                [*self.who.cells[cell.at + 1 : cell.at + 2], *cells[n + 1 : n + 4]]
                if self.filled(cell, answer)
                else []
            ):
                both = f"{cell.source.rstrip()}\n{tail.source}"
                if (
                    tail.plan in (None, answer.index)
                    and tail.type == "code"
                    and tail.at not in self.settled
                    and self.is_tail(tail.source, cell)
                    and self.python(both)
                ):
                    self.notes.append(f"{answer.id}: the cell had been split in two; its halves were joined.")
                    self.put(tail.at, 0, tail.work("ignored"))
                    whole.append(Cell(cell.at, "code", both, both, cell.claim, answer.index, cell.names))
                    break
            else:
                whole.append(cell)
        return whole

    def is_tail(self, text: str, head: Cell) -> bool:
        """Whether a text begins in the middle of a block, and means nothing without its head, or the head without it."""
        first = re.search(r"^[ \t]*[^\s#]", text[:QUICK], re.MULTILINE)
        if first is None or first[0][0] not in " \t":
            return False
        inner = re.search(r"^\s*(?:return|yield)\b", text[:QUICK], re.MULTILINE) and not defined(text)
        return bool(inner) or not self.python(head.source) or not self.python(textwrap.dedent(text))

    def elsewhere(self, answer: PlanCell) -> list[Cell]:
        """Filled-in definitions of the asked names that stand anywhere but in the answer's own cell; rather in nobody's cells than in others'."""
        mine, own, guests = self.asked[answer.index], [], []
        for cell in self.who.cells:
            if (
                cell.type != "code"
                or not cell.names & mine
                or cell.plan == answer.index
                or cell.text == plain(answer.released)
            ):
                continue
            home = None if cell.plan is None else self.plan.cells[cell.plan]
            if home is None:
                own.append(cell)
            elif self.who.same(cell, home) or defined(home.released) & mine:
                continue  # as it was given
            elif (
                home.kind == "test"
            ):  # the test's own text comes back, so the learner's part of it is a cell more
                self.notes.append(
                    f"{answer.id}: the answer stood in the cell {home.id}; it ran without what was given there."
                )
                text = _without(cell.source[:LOOK], home)
                own.append(Cell(cell.at, "code", text, text, names=cell.names))
            else:
                guests.append(cell)
        return own or guests

    def missing(self, answer: PlanCell) -> None:
        """Nothing defines what was asked. If the learner has something like it, a person looks."""
        mine = sorted(self.asked[answer.index])
        what = ", ".join(mine) or answer.id
        before, after = self.who.gap(answer.index)
        close = [name for asked_for in mine for name in get_close_matches(asked_for, self.own_names, 1, 0.7)]
        for cell in self.own_code:
            if cell.at in self.settled:
                continue
            why = ""
            if close and self.own_names[close[0]] is cell:
                why = f"defines {close[0]}, which may be meant as {what}"
            elif not close and before < cell.at < after:
                why = f"stands in its place without defining {what}"
            elif not close and alike(answer.released, cell.source) >= ALIKE:
                why = f"is like it without defining {what}"
            if why:
                self.doubt(answer, f"the cell of {answer.id} is missing, and cell {cell.at + 1} {why}")
                return
        self.notes.append(f"{answer.id}: its cell was deleted, and no other cell defines {what}.")

    @cached_property
    def own_code(self) -> list[Cell]:
        """The first cells with code of the learner's own."""
        return [
            cell for cell in self.who.free("code")[: 2 * CLOSE_LOOKS] if says(cell.source[:QUICK]).strip()
        ][:CLOSE_LOOKS]

    @cached_property
    def own_names(self) -> dict[str, Cell]:
        """What these cells define."""
        return {name: cell for cell in self.own_code for name in sorted(defined(cell.source[:QUICK]))[:3]}

    # What was given, and answers in words

    def given(self, cell: PlanCell) -> None:
        """It runs as the learner left it; a locked one, also as the source has it. A deleted one comes back if what it defines is needed and nothing else defines it."""
        hits = [
            hit
            for hit in self.who.hits[cell.index]
            if hit.at not in self.settled and (hit.type == "code" or cell.cell_type != "code")
        ]
        if hits:
            hit, changed = hits[0], not self.who.same(hits[0], cell)
            if (
                restored := cell.locked and changed
            ):  # what was added to it is the learner's, and runs above it
                self.notes.append(f"{cell.id}: this locked cell was edited; the original ran below it.")
                self.put(hit.at - 0.25, cell.index, hit.work("extra"))
            self.where[cell.index] = hit.at
            self.put(
                hit.at,
                cell.index,
                hit.work(
                    "given",
                    cell.index,
                    type=cell.cell_type,
                    source=cell.released if restored else None,
                    changed=changed and not restored,
                ),
            )
            for copy in hits[1:]:
                self.put(copy.at, cell.index, copy.work("ignored" if cell.locked else "extra"))
        elif cell.locked or (cell.cell_type == "code" and self.gives[cell.index] & self.wanted - self.bound):
            self.notes.append(
                f"{cell.id or f'Cell {cell.index + 1} of the original'}: this given cell was gone; it was put back."
            )
            self.where[cell.index] = self.above(cell.index) + 0.25
            self.put_back(cell, self.where[cell.index])

    @cached_property
    def wanted(self) -> frozenset[str]:
        return frozenset().union(
            *(
                wording(cell) - defined(cell.source)
                for cell in self.plan.cells
                if cell.kind in ("test", "answer")
            )
        )

    @cached_property
    def bound(self) -> set[str]:
        """What the learner's cells define or import."""
        found: set[str] = set()
        to_read = READ
        for cell in self.who.cells:
            if cell.type == "code" and to_read > 0:
                to_read -= min(len(cell.source), LOOK) + A_CELL
                found |= defined(cell.source, imports=True)
        return found if to_read > 0 else found | self.wanted  # too much to read: nothing is put back

    def written(self, cell: PlanCell) -> None:
        """An answer in words or a task: as the learner left it, or as it was given."""
        hits = [hit for hit in self.who.hits[cell.index] if hit.at not in self.settled]
        filled = [
            hit
            for hit in hits
            if (hit.text != plain(cell.released) and hit.source.strip()) or hit.attachments
        ]
        if cell.kind == "written" and not filled:
            kinds = ("code",) if cell.cell_type == "code" else TEXT
            filled = [
                own
                for own in self.who.between(cell.index)
                if own.type in kinds and (own.source.strip() or own.attachments) and not own.names
            ][:1]
            if filled and hits:
                self.notes.append(
                    f"{cell.id}: the answer stands in cell {filled[0].at + 1}, not in the one given for it."
                )
        if len({hit.text for hit in filled}) > 1:
            self.notes.append(
                f"{cell.id}: there are {len(filled)} different answers in words; the last one counts, the others stay in the notebook."
            )
        if not (filled or hits):
            self.put_back(cell, self.late(cell.index, self.above(cell.index)))
            self.no_words(cell)
            return
        chosen = (filled or hits[:1])[-1]
        self.where[cell.index] = chosen.at
        if cell.locked and filled:
            self.notes.append(
                f"{cell.id}: the text of this task was edited; the original stands above it again."
            )
            self.put_back(cell, chosen.at - 0.25)
        else:
            self.put(
                chosen.at,
                cell.index,
                chosen.work(cell.kind, cell.index, type=cell.cell_type, changed=bool(filled)),
            )
        for hit in hits:
            if hit.at not in self.settled:
                self.put(
                    hit.at, cell.index, hit.work("extra" if hit in filled else "ignored", type=cell.cell_type)
                )

    def no_words(self, cell: PlanCell) -> None:
        own = [
            one
            for one in self.who.free(*TEXT)
            if len(one.source[:LOOK].split()) >= 8 and "colab-badge" not in one.source[:LOOK]
        ]
        if cell.kind == "written" and own:
            self.doubts[cell.id] = (
                f"A person must look: the cell of {cell.id} is missing, and the learner wrote text elsewhere (cell {own[0].at + 1})."
            )
        else:
            self.notes.append(f"{cell.id}: its cell was deleted; it was put back as it was given.")

    def own(self) -> None:
        """All that is the learner's own stays where it is. A stub that was copied would undo the answer."""
        tests = {cell.index for cell in self.plan.cells if cell.kind == "test"}
        stubs = {plain(cell.released) for cell in self.plan.cells if cell.kind == "answer"}
        for cell in self.who.cells:
            if cell.at not in self.settled and cell.plan not in tests:
                self.put(
                    cell.at,
                    -1,
                    cell.work("ignored" if cell.type == "code" and cell.text in stubs else "extra"),
                )

    # Tests

    def tests(self) -> None:
        """Each runs where it stands, but below the answers it calls; one that is gone or stands too high, where the source has it."""
        said: dict[str, list[str]] = {
            "edited; the originals ran": [],
            "deleted; they were put back": [],
            "above their answers; they ran below": [],
        }
        edited, gone, high = said.values()
        for cell in self.plan.cells:
            if cell.kind != "test":
                continue
            hits = self.who.hits[cell.index]
            floor = max(
                (self.where[n] for n in self.needs(cell) | self.uses(cell) if n in self.where), default=-1.0
            )
            hit = next((hit for hit in hits if hit.at >= floor), hits[0] if hits else None)
            if hit is None:
                gone.append(cell.id)
                place = self.late(cell.index, max(floor, self.above(cell.index)))
            elif hit.at < floor:
                high.append(cell.id)
                place = self.late(cell.index, floor)
            else:
                place = hit.at + 0.25  # an answer may stand in the test's own cell
            if any(not self.who.same(one, cell) for one in hits):
                edited.append(cell.id)
            copies = [one for one in hits if one is not hit and one.at not in self.settled]
            self.put(
                place,
                cell.index,
                WorkCell(
                    hit.at if hit else -1, "test", cell.cell_type, cell.source, cell.index, changed=False
                ),
            )
            for one in copies:
                self.put(one.at, cell.index, one.work("ignored"))
        self.notes += [f"Test cells {what}: {', '.join(ids)}." for what, ids in said.items() if ids]

    def whole(self) -> None:
        """Whether it is this notebook at all."""
        if not any(cell.source.strip() for cell in self.who.cells):
            self.notes.append("The notebook is empty.")
            return
        ids, texts = shares(
            self.plan, {cell.claim for cell in self.who.cells}, {cell.text for cell in self.who.cells}
        )
        if ids < 0.5 and texts < 0.1 and not any(cell.names for cell in self.who.cells):
            others = sorted({cell.claim[:60] for cell in self.who.cells if cell.claim})[:3]
            about = (
                f"its graded cells are {', '.join(others)}"
                if others
                else "none of its cells is one of this notebook's"
            )
            self.doubts[""] = f"This looks like another notebook: {about}."


def _kind(cell: Cell) -> str:
    return "text" if cell.type == "markdown" else "a raw cell"


def _without(text: str, home: PlanCell) -> str:
    """A learner's text without what was given in the same cell, or at least without its checks."""
    text = plain(text)
    for given in texts(home):
        if given and given in text:
            return text.replace(given, "")
    return without_asserts(text)
