"""The reports as plain text, at most so many columns wide. No name is ever shortened: what does not fit goes on in the next line."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from statistics import median

from log2attn.grading.desk.book import Book, Mark, name_of
from log2attn.grading.desk.items import Task, tasks

NOT_HANDED_IN, NOT_GRADED = "–", "?"
BARS = "▁▂▃▄▅▆▇█"
BINS = 5
LOW = 0.2  # discrimination below this tells little about who can do it
GAP = "  "


def overview(book: Book, width: int = 80) -> Iterator[str]:
    """A line a learner: points by assignment, notebooks handed in of those that somebody has, answers to read, flags. Then who and what needs somebody."""
    letters = {name: _letter(n) for n, name in enumerate(book.notebooks)}
    due = sum(map(len, book.notebooks.values()))
    head = ["learner", *letters.values(), "total", "handed in", "to read", "flags"]
    rows = [
        ["of", *(f"{book.possible(name):g}" for name in letters), f"{_possible(book):g}", f"{due}", "", ""]
    ]
    for who in book.learners:
        mine = book.of(learner=who)
        points = [_points([mark for mark in mine if mark.assignment == name]) for name in letters]
        to_read = sum(mark.to_read for mark in mine)
        flags = sum(bool(mark.why) for mark in mine)
        handed = sum(mark.handed for mark in mine)
        total = sum(mark.score or 0 for mark in mine if mark.counts)
        rows.append([who, *points, f"{total:g}", f"{handed}", f"{to_read or ''}", f"{flags or ''}"])
    yield from table(head, rows, width)
    yield ""
    yield from (f"{letter}  {name}" for name, letter in letters.items())
    yield from wrapped(
        "– nothing handed in; that is no zero.  handed in: of the notebooks that somebody has handed in.  "
        "to read: answers that a person has yet to grade.  flags: notebooks that a person must look at, named below.",
        width,
    )
    yield from _to_do(book, width)


def _to_do(book: Book, width: int) -> Iterator[str]:
    waiting = {
        (name, day): sum(mark.to_read for mark in book.of(assignment=name, notebook=day))
        for name, days in book.notebooks.items()
        for day in days
    }
    flagged = [mark for mark in book.marks if mark.why]
    if not (flagged or any(waiting.values()) or book.notes):
        yield from ("", "Nothing waits for a person.")
        return
    yield from ("", "Waits for a person")
    for (name, day), count in waiting.items():
        if count:
            yield from wrapped(
                f"· {name} · {name_of(day)}: {count} answer{'s' * (count != 1)} to read", width
            )
    for mark in flagged:
        yield from wrapped(
            f"· {mark.learner} · {mark.assignment} · {name_of(mark.notebook)}: {mark.why}", width
        )
    for note in book.notes:
        yield from wrapped(f"· {note}", width)


def of_assignment(book: Book, assignment: str, width: int = 80) -> Iterator[str]:
    """A line a notebook: how many handed it in, the median of the points, how they are spread, and the hardest task."""
    head = ["notebook", "handed in", "median", "of", "spread", "to read", "hardest task"]
    rows = []
    everybody = len(book.learners)
    for day in book.notebooks[assignment]:
        marks = book.of(assignment=assignment, notebook=day)
        scores = [mark.score for mark in marks if mark.counts and mark.score is not None]
        possible = marks[0].possible
        hardest = min(
            (task for task in tasks(book, assignment, day) if task.share is not None),
            key=lambda task: task.share or 0.0,
            default=None,
        )
        rows.append(
            [
                name_of(day),
                f"{sum(mark.handed for mark in marks)} of {everybody}",
                f"{median(scores):g}" if scores else "",
                f"{possible:g}",
                spread(scores, possible),
                f"{sum(mark.to_read for mark in marks) or ''}",
                f"{hardest.name} {hardest.share:.0%}" if hardest and hardest.share is not None else "",
            ]
        )
    yield from table(head, rows, width, left=(0, 4, 6))
    yield ""
    yield from wrapped(
        "spread: how many have 0 to 20 %, 20 to 40 %, … 80 to 100 % of the points, from left to right.  "
        "hardest task: the one with the smallest share of its points.",
        width,
    )


def of_notebook(book: Book, assignment: str, notebook: str, width: int = 80) -> Iterator[str]:
    """Item analysis: a line a task, and below it the mistakes that were recognized, the most common first."""
    found = tasks(book, assignment, notebook)
    marks = book.of(assignment=assignment, notebook=notebook)
    yield f"{name_of(notebook)} · {assignment} · {sum(m.handed for m in marks)} of {len(marks)} handed in"
    if not found:
        yield "Nothing of it was graded yet: log2attn grade"
        return
    yield ""
    head = ["task", "points", "visible", "hidden", "untouched", "unexplained", "tells"]
    rows = [_row(task) for task in found]
    yield from table(head, rows, width)
    yield ""
    for task in found:
        if task.told:
            yield task.name
            for says, count in task.told.items():
                yield from wrapped(f"{count:>4} × {says}", width, indent=7)
    yield ""
    yield from wrapped(
        "visible, hidden: share that passed the check.  untouched: left as given out.  unexplained: wrong, and no known mistake fits.  "
        f"tells: correlation with the rest of the points, from five learners on; below {LOW} (marked !) look at the task.  "
        "Answers in words are a person's.",
        width,
    )


def _row(task: Task) -> list[str]:
    def share(value: float | None) -> str:
        return "" if value is None else f"{value:.0%}"

    if task.share is None and task.visible is None and task.hidden is None:
        return [task.name, f"{task.points:g}", "by a person", "", "", "", ""]
    tells = task.discrimination
    said = "" if tells is None else f"{'! ' if tells < LOW else ''}{tells:.2f}"
    return [
        task.name,
        f"{task.points:g}",
        share(task.visible),
        share(task.hidden),
        share(task.untouched or None),
        share(task.untold or None),
        said,
    ]


def of_learner(book: Book, learner: str, width: int = 80) -> Iterator[str]:
    """A line a notebook of one learner."""
    mine = book.of(learner=learner)
    head = ["notebook", "points", "of", "to read", "assignment"]
    rows = [
        [name_of(m.notebook), cell(m), f"{m.possible:g}", f"{m.to_read or ''}", m.assignment] for m in mine
    ]
    yield learner
    yield ""
    yield from table(head, rows, width, left=(0, 4))
    yield ""
    yield f"{NOT_HANDED_IN} not handed in   {NOT_GRADED} not graded"
    for mark in mine:
        if mark.why:
            yield from wrapped(f"· {name_of(mark.notebook)}: {mark.why}", width)


def cell(mark: Mark) -> str:
    """A mark in a table."""
    if mark.open:
        return NOT_GRADED
    return NOT_HANDED_IN if mark.score is None else f"{mark.score:g}"


def spread(scores: Sequence[float], possible: float) -> str:
    """How many have which fifth of the points, as five bars; the highest bar is the fullest fifth."""
    if not scores or possible <= 0:
        return ""
    counts = [0] * BINS
    for score in scores:
        counts[min(BINS - 1, max(0, int(BINS * score / possible)))] += 1
    return "".join(
        " " if not count else BARS[round(count / max(counts) * (len(BARS) - 1))] for count in counts
    )


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], width: int, left: Sequence[int] = (0,)
) -> Iterator[str]:
    """Rows below a head, aligned. What is wider than the page is set in several blocks, each with the first column; a long name has a line of its own."""
    widths = [max(len(row[n]) for row in (head, *rows)) for n in range(len(head))]
    longest = max(width // 3, 8)
    widths[0] = max(len(row[0]) for row in (head, *rows) if len(row[0]) <= longest)
    for n, columns in enumerate(_blocks(widths, width)):
        if n:
            yield ""
        for row in (head, *rows):
            name = row[0]
            if len(name) > longest:
                yield name
                name = ""
            cells = [name.ljust(widths[0])]
            cells += [row[c].ljust(widths[c]) if c in left else row[c].rjust(widths[c]) for c in columns]
            yield GAP.join(cells).rstrip()


def _blocks(widths: Sequence[int], width: int) -> list[list[int]]:
    """Columns, without the first, in as many blocks as are needed for each to fit beside the first."""
    blocks: list[list[int]] = [[]]
    used = widths[0]
    for n in range(1, len(widths)):
        if blocks[-1] and used + len(GAP) + widths[n] > width:
            blocks.append([])
            used = widths[0]
        blocks[-1].append(n)
        used += len(GAP) + widths[n]
    return blocks


def wrapped(text: str, width: int, indent: int = 2) -> list[str]:
    """A paragraph, broken at spaces; words are left whole, however long."""
    return textwrap.wrap(
        text, width, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False
    )


def _points(marks: Sequence[Mark]) -> str:
    counted = [mark.score for mark in marks if mark.counts and mark.score is not None]
    if counted:
        return f"{sum(counted):g}"
    return NOT_GRADED if any(mark.open for mark in marks) else NOT_HANDED_IN


def _possible(book: Book) -> float:
    return sum(book.possible(name) for name in book.notebooks)


def _letter(n: int) -> str:
    """A, B, … Z, AA, AB, …"""
    return (_letter(n // 26 - 1) if n >= 26 else "") + chr(ord("A") + n % 26)
