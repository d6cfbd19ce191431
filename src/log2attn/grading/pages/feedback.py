"""The feedback page: what a learner reads of their graded notebook. Made from the verdict; no test, no output and no script of anybody stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from log2attn.grading.ledger.kept import untouched
from log2attn.grading.model import BROKEN, FAILED, MANUAL, PASSED, Item, Plan, PlanCell, Verdict, Work
from log2attn.grading.pages import inert
from log2attn.grading.pages.style import POLICY, STYLE

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
) -> str:
    """One HTML page.

    manual   what persons gave: their points count before the machine's
    before   the machine's marks that are in the gradebook: they stay where the grader broke
    penalty  points taken off for late work
    """
    marks = _marks(plan, work, verdict, manual, before or {})
    exercises = [exercise for exercise in _exercises(plan) if exercise.marked]
    title = (
        _heading(next((cell.released for cell in plan.cells if cell.cell_type == "markdown"), ""))
        or plan.notebook
    )
    body = [_top(title, plan, marks, work, verdict, penalty), "<main>", _table(exercises, marks, penalty)]
    body += [
        _article(n, exercise, marks, plan, work, verdict, manual) for n, exercise in enumerate(exercises, 1)
    ]
    body += ["</main>", _foot()]
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Feedback: {_text(title)}</title>
<style>
{STYLE}</style>
</head>
<body>
{chr(10).join(body)}
</body>
</html>
"""


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
    return RIGHT if points >= possible > 0 else PARTLY if points > 0 else NOT_YET


def _top(
    title: str,
    plan: Plan,
    marks: dict[str, _Mark],
    work: Work | None,
    verdict: Verdict,
    penalty: float | None,
) -> str:
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
        notes.append(f"{penalty:g} {_noun(penalty)} taken off because the work came late.")
    said = "".join(f'<p class="note">{_text(note)}</p>' for note in notes)
    total, possible = _total(marks, penalty), sum(cell.points for cell in plan.marked)
    return f"""<header>
<p class="kicker">Feedback · {_text(plan.assignment)}</p>
<h1>{_text(title)}</h1>
<p class="total"><strong>{total:g}</strong> of {possible:g} points</p>
{said}
</header>"""


def _total(marks: dict[str, _Mark], penalty: float | None) -> float:
    return sum(mark.points or 0.0 for mark in marks.values()) - (penalty or 0.0)


def _table(exercises: list[_Exercise], marks: dict[str, _Mark], penalty: float | None) -> str:
    rows = []
    for n, exercise in enumerate(exercises, 1):
        mine = [marks[cell.id] for cell in exercise.marked]
        rows.append(
            f'<tr><th scope="row"><a href="#exercise-{n}">{_text(exercise.title)}</a></th><td>{_state(_together(mine))}</td><td class="points">{_points(mine)}</td></tr>'
        )
    if penalty:
        rows.append(f'<tr><th scope="row">Late work</th><td></td><td class="points">−{penalty:g}</td></tr>')
    possible = sum(cell.points for exercise in exercises for cell in exercise.marked)
    return f"""<section aria-labelledby="overview">
<h2 id="overview">Overview</h2>
<table>
<caption>Points by exercise</caption>
<thead><tr><th scope="col">Exercise</th><th scope="col">Result</th><th scope="col" class="points">Points</th></tr></thead>
<tbody>
{chr(10).join(rows)}
</tbody>
<tfoot><tr><th scope="row">Total</th><td></td><td class="points">{_total(marks, penalty):g} of {possible:g}</td></tr></tfoot>
</table>
</section>"""


def _together(marks: list[_Mark]) -> tuple[str, str, str]:
    """What an exercise is called whose cells have these marks."""
    states = [mark.state for mark in marks]
    for state in (OURS, WAITS):
        if state in states:
            return state
    if len(set(states)) == 1:
        return states[0]
    return PARTLY if any(mark.state in (RIGHT, PARTLY, READ) for mark in marks) else NOT_YET


def _article(
    n: int,
    exercise: _Exercise,
    marks: dict[str, _Mark],
    plan: Plan,
    work: Work | None,
    verdict: Verdict,
    manual: Given,
) -> str:
    mine = [marks[cell.id] for cell in exercise.marked]
    parts = [
        f'<article aria-labelledby="exercise-{n}">',
        f'<h2 id="exercise-{n}">{_text(exercise.title)}</h2>',
    ]
    parts.append(
        f'<p class="result">{_state(_together(mine))} <span class="points">{_points(mine)} points</span></p>'
    )
    parts += [
        part
        for cell in exercise.answers
        for part in (_answer(cell, plan, work, verdict), _comment((manual.get(cell.id) or (None, None))[1]))
    ]
    parts += [_answer(cell, plan, work, verdict) for cell in exercise.marked if cell.kind == "written"]
    parts += [_said(mark, len(mine) > 1) for mark in mine]
    return "\n".join([*filter(None, parts), "</article>"])


def _answer(cell: PlanCell, plan: Plan, work: Work | None, verdict: Verdict) -> str:
    """The learner's own text, as text, and the pictures it drew, unless a hidden test had run by then: code can draw what it was asked."""
    places = (
        [at for at, mine in enumerate(work.cells) if mine.plan == cell.index and mine.role == cell.kind]
        if work
        else []
    )
    if not places or work is None:
        return (
            "" if work is None else '<p class="missing">Your answer is not in the notebook you handed in.</p>'
        )
    knows = any(
        mine.role == "test" and plan.cells[mine.plan].source != plan.cells[mine.plan].released
        for mine in work.cells[: places[0]]
    )
    text, outputs = (
        inert.source(work.cells[places[0]].source),
        [] if knows else verdict.outputs.get(places[0], []),
    )
    label = "Your answer" if cell.cell_type != "code" else "Your code"
    kind = "prose" if cell.cell_type != "code" else "code"
    shown = (
        f'<h3>{label}</h3>\n<pre class="{kind}" tabindex="0"><code>{escape(text)}</code></pre>'
        if text.strip()
        else f'<h3>{label}</h3>\n<p class="missing">You left this empty.</p>'
    )
    drawn = [
        picture
        for output in outputs
        if isinstance(data := output.get("data"), Mapping) and (picture := inert.png(data.get("image/png")))
    ][:2]
    return shown + "".join(
        f'\n<p><img src="data:image/png;base64,{picture}" alt="What your code drew."></p>'
        for picture in drawn
    )


def _said(mark: _Mark, several: bool) -> str:
    """What a mark says: its state if there are several, its sentence, a person's comment."""
    parts = []
    if several:
        name = (
            ("Hidden check" if mark.cell.source != mark.cell.released else "Visible check")
            if mark.cell.kind == "test"
            else "Answer"
        )
        parts.append(f'<h3>{name} {_state(mark.state)} <span class="points">{_points([mark])}</span></h3>')
    if mark.words:
        parts.append(f'<p class="words">{_text(mark.words)}</p>')
    parts.append(_comment(mark.comment))
    return f'<div class="check">{"".join(parts)}</div>' if any(parts) else ""


def _comment(words: str | None) -> str:
    return f'<div class="comment"><h3>Comment</h3><p>{_text(words)}</p></div>' if words else ""


def _state(state: tuple[str, str, str]) -> str:
    word, sign, kind = state
    return f'<span class="state {kind}"><span aria-hidden="true">{sign}</span>&nbsp;{word}</span>'


def _points(marks: list[_Mark]) -> str:
    known = [mark.points for mark in marks if mark.points is not None]
    return (
        f"{sum(known):g}" * bool(known)
        + "?" * (not known)
        + f" of {sum(mark.cell.points for mark in marks):g}"
    )


def _noun(number: float) -> str:
    return "point was" if number == 1 else "points were"


def _text(words: str) -> str:
    return escape(inert.text(words))


def _foot() -> str:
    return """<footer>
<p>A visible check is one you can run yourself. A hidden check asks the same of other values; what it expects is not shown.</p>
<p>Do you think a mark is wrong? Ask: a person can change it.</p>
</footer>"""
