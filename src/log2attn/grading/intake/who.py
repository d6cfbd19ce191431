"""Which submitted cell is which cell of the plan: by grade id, then by text, by the name an answer defines, by place.

Nothing here runs learners' code, and every step is linear in its length or bounded: ten thousand cells take a fraction of a second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from log2attn.doors.notebook import NotebookNode
from log2attn.grading.intake.plan import asked
from log2attn.grading.intake.words import LOOK, alike, defined, functions, plain
from log2attn.grading.model import Plan, PlanCell, WorkCell

ALIKE = 0.6  # share of words in common from which two cells are the same cell, edited
CLOSE_LOOKS = 100  # how many of a learner's own cells are compared word by word
SEARCHED = 4_000_000  # characters of a notebook that are searched for the asked names
READ = 300_000  # characters of a notebook in which definitions are told from mere words
NEAR = 1000  # how many cells between two others are looked at
A_CELL = 200  # what a look at a cell costs beyond its length, in characters
TEXT = ("markdown", "raw")


@dataclass(eq=False)
class SubmittedCell:
    """A submitted cell while it is matched.

    text   by which it equals other cells: its source, line ends and trailing blanks aside
    names  the asked names it defines
    """

    at: int
    type: str
    source: str
    text: str
    claim: str = ""
    plan: int | None = None
    names: frozenset[str] = field(default_factory=frozenset)
    attachments: dict[str, str] = field(default_factory=dict)

    def work(
        self,
        role: str,
        plan: int | None = None,
        *,
        type: str = "",
        source: str | None = None,
        changed: bool = True,
    ) -> WorkCell:
        return WorkCell(
            self.at,
            role,
            type or self.type,
            self.source if source is None else source,
            plan,
            changed,
            {} if source is not None else self.attachments,
        )


class Matching:
    """One notebook's cells, and which of them stand for each cell of the plan (``hits``): none, one, or several copies."""

    def __init__(self, plan: Plan, notebook: NotebookNode) -> None:
        self.plan, self.asked = plan, asked(plan)
        self.texts = {cell.index: texts(cell) for cell in plan.cells}
        longest = (
            2 * max((len(text) for both in self.texts.values() for text in both), default=0) + 1000
        )  # a longer cell equals none of the plan's
        self.cells = [
            SubmittedCell(
                at,
                cell.cell_type,
                cell.source,
                plain(cell.source) if len(cell.source) < longest else cell.source,
                claim(cell),
                attachments={
                    file: next(iter(forms.values())) for file, forms in cell.get("attachments", {}).items()
                },
            )
            for at, cell in enumerate(notebook.cells)
        ]
        self.hits: dict[int, list[SubmittedCell]] = {cell.index: [] for cell in plan.cells}
        self.by_grade_id()
        self.by_text()
        self.by_name()
        self.by_place()

    def take(self, index: int, cell: SubmittedCell) -> None:
        cell.plan = index
        self.hits[index].append(cell)

    def free(self, *kinds: str) -> list[SubmittedCell]:
        """The cells that are nobody's yet."""
        return [cell for cell in self.cells if cell.plan is None and cell.type in kinds]

    def open(self, *kinds: str) -> list[PlanCell]:
        """The plan's cells that nothing stands for yet."""
        return [
            cell
            for cell in self.plan.cells
            if not self.hits[cell.index] and (not kinds or cell.kind in kinds)
        ]

    def same(self, cell: SubmittedCell, other: PlanCell) -> bool:
        """Whether a submitted cell has the plan cell's text: the released one, or the source's."""
        return cell.text in self.texts[other.index]

    def gap(self, index: int) -> tuple[int, int]:
        """The places of the nearest matched neighbours of a plan cell, above and below."""
        before = next((self.hits[n][0].at for n in range(index - 1, -1, -1) if self.hits[n]), -1)
        after = next(
            (self.hits[n][0].at for n in range(index + 1, len(self.plan.cells)) if self.hits[n]),
            len(self.cells),
        )
        return before, after

    def between(self, index: int) -> list[SubmittedCell]:
        """The cells that are nobody's and stand between these neighbours."""
        before, after = self.gap(index)
        return list(
            islice((self.cells[at] for at in range(before + 1, after) if self.cells[at].plan is None), NEAR)
        )

    def by_grade_id(self) -> None:
        """A grade id says whose cell it is, unless the cell plainly holds another exercise's answer: then it was copied and overwritten."""
        ids = {cell.id: cell.index for cell in self.plan.cells if cell.id}
        wanted = {name for names in self.asked.values() for name in names}
        search = (
            re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(wanted))) + r")\b").search
            if wanted
            else None
        )
        to_search, to_read = SEARCHED, READ
        for cell in self.cells:
            to_search -= min(len(cell.source), LOOK)
            if search and to_search > 0 and to_read > 0 and search(cell.source, 0, LOOK):
                to_read -= min(len(cell.source), LOOK) + A_CELL
                cell.names = frozenset(defined(cell.source) & wanted)
            index = ids.get(cell.claim)
            mine = self.asked.get(index, set()) if index is not None else set()
            overwritten = (
                mine and cell.names and not cell.names & mine and functions(cell.source) & cell.names
            )
            if index is not None and not overwritten:
                self.take(index, cell)

    def by_text(self) -> None:
        """The same text is the same cell. A text that several cells have (a bare stub) tells nothing unless their places or numbers agree."""
        mine: dict[str, list[SubmittedCell]] = {}
        theirs: dict[str, list[PlanCell]] = {}
        for cell in self.open():
            for text in self.texts[cell.index]:
                theirs.setdefault(text, []).append(cell)
        for one in self.free("code", *TEXT):
            if one.text in theirs:
                mine.setdefault(one.text, []).append(one)
        for text, cells in mine.items():
            if len(theirs[text]) == 1:
                self.take(theirs[text][0].index, cells[0])
        for text, cells in mine.items():
            given, among = theirs[text], set(cells)
            for n, cell in enumerate(given if len(given) > 1 else []):
                here = (
                    [cells[n]]
                    if len(given) == len(cells)
                    else [one for one in self.between(cell.index) if one in among]
                )
                if here and not self.hits[cell.index]:
                    self.take(cell.index, here[0])

    def by_name(self) -> None:
        """An answer without a cell is where its name is defined, in a cell that is nobody's: in its place if it is defined there, else anywhere."""
        for answer in self.open("answer"):
            mine = self.asked[answer.index]
            cells = [cell for cell in self.free("code") if cell.names & mine]
            cells = [
                cell for cell in cells if cell.names <= mine
            ] or cells  # rather than one that holds other answers too
            here = [cell for cell in self.between(answer.index) if cell.names & mine]
            among = set(cells)
            for cell in [cell for cell in here if cell in among] or cells or here:
                self.take(answer.index, cell)

    def by_place(self) -> None:
        """What stands between a missing cell's neighbours and is nobody's is that cell: surely if it is an answer in words, else if it is like it."""
        looks = CLOSE_LOOKS
        for cell in self.open():
            kinds = ("code",) if cell.cell_type == "code" else TEXT
            here = [
                one
                for one in self.between(cell.index)
                if one.type in kinds and not one.names and one.source.strip()
            ]
            if not here:
                continue
            if cell.kind == "written":
                self.take(cell.index, max(here, key=lambda one: len(one.source)))
            elif cell.kind == "answer" and not self.asked[cell.index]:
                self.take(cell.index, here[0])
            elif cell.kind in ("given", "test") and not (cell.kind == "given" and cell.locked) and looks > 0:
                looks -= len(here)
                likeness, _, best = max(
                    (alike(cell.released, one.source), -one.at, one) for one in here[:CLOSE_LOOKS]
                )
                if likeness >= ALIKE:
                    self.take(cell.index, best)


@lru_cache(maxsize=5000)
def texts(cell: PlanCell) -> tuple[str, ...]:
    """The texts by which a submitted cell is this one: the released one and the source's."""
    return tuple(dict.fromkeys((plain(cell.released), plain(cell.source))))


def claim(cell: NotebookNode) -> str:
    """The grade id that a submitted cell says it has."""
    grading = cell.metadata.get("nbgrader")
    id = grading.get("grade_id") if isinstance(grading, dict) else ""
    return id if isinstance(id, str) else ""


def seen(notebook: NotebookNode) -> tuple[set[str], set[str]]:
    """The grade ids and the texts of a notebook."""
    return {claim(cell) for cell in notebook.cells}, {plain(cell.source[:LOOK]) for cell in notebook.cells}


def shares(plan: Plan, claims: set[str], found: set[str]) -> tuple[float, float]:
    """The share of the plan's grade ids, and of its texts, that a notebook has."""
    ids, given = _marks(plan)
    return len(ids & claims) / max(1, len(ids)), len(given & found) / max(1, len(given))


def touched(plan: Plan, found: set[str]) -> bool:
    """Whether a learner wrote anything: whether there is a text that was not given."""
    return not found <= _given(plan) | {""}


@lru_cache(maxsize=200)
def _given(plan: Plan) -> frozenset[str]:
    return frozenset(text for cell in plan.cells for text in texts(cell))


@lru_cache(maxsize=200)
def _marks(plan: Plan) -> tuple[frozenset[str], frozenset[str]]:
    given = {plain(cell.released) for cell in plan.cells}
    return frozenset(cell.id for cell in plan.cells if cell.id), frozenset(
        text for text in given if len(text) >= 40
    ) or frozenset(given)
