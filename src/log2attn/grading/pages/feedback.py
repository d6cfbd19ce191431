"""The feedback page: what a learner reads of their graded notebook. Made from the verdict; no test, no output and no script of anybody stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from log2attn.grading.ledger.kept import untouched
from log2attn.grading.model import BROKEN, FAILED, MANUAL, PASSED, Item, Plan, PlanCell, Verdict, Work
from log2attn.grading.pages import inert
from log2attn.grading.pages.style import FEEDBACK
from log2attn.grading.pages.template import template

Given = Mapping[str, tuple[float | None, str | None]]  # grade id → a person's points and comment

# How a mark is called: a word, a sign beside it, and the class that colors it. Never color alone.
RIGHT, PARTLY, NOT_YET = ("passed", "✓", "right"), ("partly passed", "◐", "partly"), ("not yet", "✗", "wrong")
READ, WAITS, OPEN, OURS = (
    ("read", "✎", "read"),
    ("waits for a person", "…", "waits"),
    ("no answer", "–", "wrong"),
    ("could not be checked", "!", "waits"),
)


@dataclass
class _Exercise:
    """Cells that belong together: answers and the tests that mark them, or one cell that a person marks."""

    title: str
    answers: list[PlanCell] = field(default_factory=list)
    marked: list[PlanCell] = field(default_factory=list)


@dataclass(frozen=True)
class PageLink:
    """Another page of the same learner and assignment: what it is called, and its file beside this one."""

    name: str
    file: str


@dataclass(frozen=True)
class _Mark:
    """One marked cell as the learner sees it; ``points`` is None if nobody knows yet."""

    cell: PlanCell
    state: tuple[str, str, str]
    points: float | None
    words: str
    comment: str


def feedback_page(
    plan: Plan,
    work: Work | None,
    verdict: Verdict,
    manual: Given,
    *,
    before: Mapping[str, float | None] | None = None,
    penalty: float | None = None,
    learner: str = "",
    pages: Sequence[PageLink] = (),
) -> str:
    """One HTML page.

    manual   what persons gave: their points count before the machine's
    before   the machine's marks that are in the gradebook: they stay where the grader broke
    penalty  points taken off for late work
    learner  whose page it is
    pages    the learner's pages of this assignment, in order, this one among them
    """
    marks = _marks(plan, work, verdict, manual, before or {})
    exercises = [exercise for exercise in _exercises(plan) if exercise.marked]
    title = (
        _heading(next((cell.released for cell in plan.cells if cell.cell_type == "markdown"), ""))
        or plan.notebook
    )
    total = sum(mark.points or 0.0 for mark in marks.values()) - (penalty or 0.0)
    return template("feedback").render(
        title=title,
        assignment=plan.assignment,
        learner=learner,
        pages=[
            (page.name, None if page.file == f"{plan.notebook}.html" else quote(page.file)) for page in pages
        ],
        total=f"{total:g}",
        possible=f"{sum(cell.points for cell in plan.marked):g}",
        penalty=f"{penalty:g}" if penalty else "",
        notes=_notes(marks, work, verdict, penalty),
        exercises=[_shown(exercise, marks, plan, work, verdict, manual) for exercise in exercises],
        style=FEEDBACK,
    )


def _exercises(plan: Plan) -> list[_Exercise]:
    """A new one begins with an answer after tests, under a new heading, and with every cell that a person marks."""
    found: list[_Exercise] = []
    heading, fresh = "", True
    for cell in plan.cells:
        if cell.kind == "given" and cell.cell_type == "markdown" and (new := _heading(cell.released)):
            heading, fresh = new, True
        elif cell.kind == "answer":
            if not found or fresh or found[-1].marked:
                found.append(_Exercise(heading or cell.id))
            found[-1].answers.append(cell)
            fresh = False
        elif cell.kind == "test":
            if not found or not (found[-1].answers or all(old.kind == "test" for old in found[-1].marked)):
                found.append(_Exercise(heading or cell.id))
            found[-1].marked.append(cell)
        elif cell.kind in ("written", "task"):
            found.append(
                _Exercise(
                    (cell.kind == "task" and _heading(cell.released)) or heading or cell.id, marked=[cell]
                )
            )
            fresh = True
    return found


def _heading(markdown: str) -> str:
    """The last heading of a cell, without Markdown's signs; "" if it has none."""
    lines = re.findall(
        r"^#{1,6}[ \t]+(.+?)[ \t#]*$",
        re.sub(r"^(`{3,}|~{3,}).*?^\1", "", markdown, flags=re.MULTILINE | re.DOTALL),
        flags=re.MULTILINE,
    )
    return re.sub(r"[*`]|(?<!\w)_|_(?!\w)", "", lines[-1]).strip() if lines else ""


def _marks(
    plan: Plan, work: Work | None, verdict: Verdict, manual: Given, before: Mapping[str, float | None]
) -> dict[str, _Mark]:
    items = {item.id: item for item in verdict.items}
    left = untouched(plan, work) if work else set()
    marks = {}
    for cell in plan.marked:
        item = items.get(cell.id) or Item(cell.id, MANUAL, None, cell.points)
        points, comment = manual.get(cell.id, (None, None))
        if points is not None:
            state, words = (
                (READ, "")
                if cell.kind != "test"
                else (_passed(points, cell.points), "A person gave these points.")
            )
        elif item.outcome == BROKEN:
            points, state = before.get(cell.id), OURS
            words = "The grader broke here. This is our fault, not yours; " + (
                "the mark you had stays." if points is not None else "a person will look at it."
            )
        elif cell.kind == "written" and cell.id in left and not verdict.queue:
            points, state, words = 0.0, OPEN, "This answer was left as it was given out."
        elif item.outcome in (PASSED, FAILED) and item.score is not None:
            points, state, words = (
                item.score,
                _passed(item.score, cell.points) if item.outcome == FAILED else RIGHT,
                item.message,
            )
        else:
            state, words = WAITS, item.message
        marks[cell.id] = _Mark(cell, state, points, words, comment or "")
    return marks


def _passed(points: float, possible: float) -> tuple[str, str, str]:
    if points >= possible > 0:
        return RIGHT
    return PARTLY if points > 0 else NOT_YET


def _notes(marks: dict[str, _Mark], work: Work | None, verdict: Verdict, penalty: float | None) -> list[str]:
    waiting = sum(mark.points is None for mark in marks.values())
    notes = []
    if work is None:
        notes.append("This file could not be read as a notebook. A person will look at it.")
    elif verdict.queue:
        notes.append("A person will look at this notebook; points may still change.")
    elif waiting:
        notes.append(
            "One answer waits for a person." if waiting == 1 else f"{waiting} answers wait for a person."
        )
    if penalty:
        were = "point was" if penalty == 1 else "points were"
        notes.append(f"{penalty:g} {were} taken off because the work came late.")
    return notes


def _together(marks: list[_Mark]) -> tuple[str, str, str]:
    """What an exercise is called whose cells have these marks."""
    states = [mark.state for mark in marks]
    for state in (OURS, WAITS):
        if state in states:
            return state
    if len(set(states)) == 1:
        return states[0]
    return PARTLY if any(mark.state in (RIGHT, PARTLY, READ) for mark in marks) else NOT_YET


def _shown(
    exercise: _Exercise,
    marks: dict[str, _Mark],
    plan: Plan,
    work: Work | None,
    verdict: Verdict,
    manual: Given,
) -> dict[str, Any]:
    """An exercise as the page has it."""
    mine = [marks[cell.id] for cell in exercise.marked]
    cells = [*exercise.answers, *(cell for cell in exercise.marked if cell.kind == "written")]
    comments = {cell.id: (manual.get(cell.id) or (None, None))[1] for cell in exercise.answers}
    return {
        "title": exercise.title,
        "state": _together(mine),
        "points": _points(mine),
        "points_in_words": _points(mine, " points"),
        "answers": [
            _answer(cell, plan, work, verdict) | {"comment": comments.get(cell.id)}
            for cell in cells
            if work is not None
        ],
        "marks": [
            {
                "name": _name(mark) if len(mine) > 1 else "",
                "state": mark.state,
                "points": _points([mark]),
                "words": mark.words,
                "asks": "" if mark.state == RIGHT else asks(mark.cell),
                "comment": mark.comment,
            }
            for mark in mine
        ],
    }


def _answer(cell: PlanCell, plan: Plan, work: Work, verdict: Verdict) -> dict[str, Any]:
    """The learner's own text, and the pictures it drew, unless a hidden test had run by then: code can draw what it was asked."""
    place = next(
        (at for at, mine in enumerate(work.cells) if mine.plan == cell.index and mine.role == cell.kind), None
    )
    if place is None:
        return {"missing": True, "drawn": []}
    knows = any(
        mine.role == "test" and plan.of(mine).source != plan.of(mine).released for mine in work.cells[:place]
    )
    drawn = [
        picture
        for output in ([] if knows else verdict.outputs.get(place, []))
        if isinstance(data := output.get("data"), Mapping) and (picture := inert.png(data.get("image/png")))
    ]
    prose = cell.cell_type != "code"
    return {
        "missing": False,
        "label": "Your answer" if prose else "Your code",
        "kind": "prose" if prose else "code",
        "text": inert.source(work.cells[place].source),
        "drawn": drawn[:2],
    }


def _name(mark: _Mark) -> str:
    if mark.cell.kind != "test":
        return "Answer"
    return "Hidden check" if mark.cell.source != mark.cell.released else "Visible check"


def asks(cell: PlanCell) -> str:
    """What the author says of a check of which learners were given nothing but that: its comment."""
    lines = [line.strip() for line in cell.released.splitlines() if line.strip()]
    if cell.kind != "test" or cell.source == cell.released or not all(line.startswith("#") for line in lines):
        return ""
    return " ".join(line.strip("# \t") for line in lines).strip()


def _points(marks: list[_Mark], unit: str = "") -> str:
    """Points as the page has them; an exercise of the optional end has none to give."""
    possible = sum(mark.cell.points for mark in marks)
    known = [mark.points for mark in marks if mark.points is not None]
    if not possible and not sum(known):
        return "no points"
    return f"{f'{sum(known):g}' if known else '?'} of {possible:g}{unit}"
