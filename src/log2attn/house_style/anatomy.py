"""Rules on the build of a day: its four parts, its look back, and the length and order of its cells."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from log2attn.house_style.findings import Found, Page, rule
from log2attn.house_style.text import FENCE, all_words, code_lines, erase, shown_words

TWO_HOURS = 120
SHORTEST, LONGEST, LONGEST_CARD = 30, 110, 150
WIDTH = 88  # columns; JupyterLab cuts longer lines
LINES = {"code": 12, "answer": 25, "visible": 35, "hidden": 60}
FIRST_REVIEW = 8  # from this day on there is a day d-7


@rule(
    "parts",
    "Four parts, headed ## 1 · Revise · 15 minutes and so on; together two hours; no heading deeper than ###.",
)
def parts(page: Page) -> Iterator[Found]:
    minutes = page.course.minutes
    wanted = [f"## {n} · {name.capitalize()} · {m} minutes" for n, (name, m) in enumerate(minutes.items(), 1)]
    lines = [
        (cell, n, line)
        for cell in page.prose
        for n, line in enumerate(erase(FENCE, cell.source).splitlines(), 1)
    ]
    heads = [(cell, n, line) for cell, n, line in lines if re.match(r"##(?!#)|####", line)]
    title = page.cells[0]
    if sum(minutes.values()) != TWO_HOURS:
        yield Found(
            title,
            f"The parts take {sum(minutes.values())} minutes together.",
            f"Let the minutes of course.toml sum to {TWO_HOURS}.",
        )
    for cell, n, line in heads:
        if line.rstrip() not in wanted:
            then = (
                "Use ### at the deepest."
                if line.startswith("####")
                else f"The four are: {'; '.join(wanted)}."
            )
            yield Found(cell, f'"{line}" is no heading of a part.', then, n)
    have = [line.rstrip() for _, _, line in heads if line.rstrip() in wanted]
    if have != wanted and set(have) <= set(wanted):
        missing = [line for line in wanted if have.count(line) != 1]
        yield Found(
            title,
            f"The day has not each part once and in order: {', '.join(missing) or 'the order is another'}.",
            "Give it the four headings.",
        )


@rule("review-days", "Part 1 asks about yesterday, the day a week ago and one further back, and names each.")
def review_days(page: Page) -> Iterator[Found]:
    revise, today = page.part(1), page.lesson.day.number
    if not revise:
        return
    text = "\n".join(cell.source for cell in revise if not cell.is_code).lower()
    for day in page.course.looks_back(page.lesson.day):
        names = (
            [rf"\bday {day}\b"]
            + [r"\byesterday\b"] * (day == today - 1)
            + [r"\ba week ago\b"] * (day == today - 7)
        )
        if not any(re.search(name, text) for name in names):
            yield Found(
                revise[0],
                f"Part 1 does not look back at day {day}.",
                f'Ask a question on it and name it there: "(day {day})".',
            )


@rule(
    "review-exercise",
    "From day 8 on, part 1 holds the graded dNN-review on day d−7, visible 0 points and hidden 1.",
)
def review_exercise(page: Page) -> Iterator[Found]:
    today, revise = page.lesson.day.number, page.part(1)
    review = next((e for e in page.lesson.exercises if e.id.endswith("-review")), None)
    if today < FIRST_REVIEW:
        return
    if review is None:
        yield Found(
            page.cells[0],
            "The day has no graded warm-up.",
            f'Add exercise="d{today:02d}-review" to part 1, on day {today - 7} with fresh numbers.',
        )
        return
    if review.answer not in revise:
        yield Found(review.answer, f"{review.id} stands outside part 1.", "Move it to the end of part 1.")
    if (review.visible.points, review.hidden.points) != (0, 1):
        yield Found(
            review.visible,
            f"{review.id} gives {review.visible.points} + {review.hidden.points} points.",
            "Write points=0 on the visible check and points=1 on the hidden one.",
        )
    if not re.search(rf"\bday {today - 7}\b", page.card_of(review).source):
        yield Found(
            page.card_of(review),
            f"The card of {review.id} does not name day {today - 7}.",
            f'Write "needs … (day {today - 7})" in its line of points.',
        )


@rule("prose-length", f"A prose cell has {SHORTEST} to {LONGEST} words, a card up to {LONGEST_CARD}.")
def prose_length(page: Page) -> Iterator[Found]:
    cards = [card for card, _ in page.cards]
    for cell in page.prose:
        most = LONGEST_CARD if cell in cards else LONGEST
        shown, everything = shown_words(cell.source), all_words(cell.source)
        if shown > most:
            yield Found(
                cell,
                f"{shown} words, {most} are enough.",
                "Cut, or split it where the second thought begins.",
            )
        elif everything < SHORTEST and cell is not page.cells[0]:
            yield Found(
                cell,
                f"{everything} words, {SHORTEST} are the least.",
                "Join it to a neighbor, or say what to look for.",
            )


@rule("code-length", "Code has at most 12 lines, 25 in an answer, 35 in a visible check, 60 in a hidden one.")
def code_length(page: Page) -> Iterator[Found]:
    for cell in page.cells:
        lines = code_lines(cell.source)
        if cell.is_code and lines > LINES[cell.role]:
            then = {
                "hidden": "Drop what repeats another check.",
                "visible": "Keep the cases one can do by hand.",
            }.get(cell.role, "Split it with a sentence between, or shorten it.")
            yield Found(
                cell, f"{lines} lines, {LINES[cell.role]} are the most for {_called(cell.role)}.", then
            )


@rule("width", f"Code that a learner reads, visible checks too, stays within {WIDTH} columns.")
def width(page: Page) -> Iterator[Found]:
    for cell in page.cells:
        if not cell.is_code:
            continue
        lines = cell.source.splitlines()
        if cell.role == "hidden":  # of which the learner reads the first comments
            lines = list(itertools.takewhile(lambda line: line.startswith("#"), lines))
        for n, line in enumerate(lines, 1):
            if len(line) > WIDTH:
                then = "Break it; a string goes on in the next line's quotes."
                yield Found(cell, f"{len(line)} columns, {WIDTH} are the most.", then, n)


@rule("code-touches-code", "Between two code cells stands a sentence.")
def code_touches_code(page: Page) -> Iterator[Found]:
    for before, cell in zip(page.cells, page.cells[1:], strict=False):
        if cell.role == "code" and before.is_code:
            yield Found(
                cell,
                "This code cell follows another without a word between them.",
                "Say what comes next, or what was seen.",
            )


def _called(role: str) -> str:
    return {
        "code": "a code cell",
        "answer": "an answer cell",
        "visible": "a visible check",
        "hidden": "a hidden check",
    }[role]
