"""The reports as plain text, at most so many columns wide. No name is ever shortened: what does not fit goes on in the next line."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from log2attn.grading.desk.book import Book, name_of
from log2attn.grading.desk.items import tasks
from log2attn.grading.desk.lines import (
    ALL_DONE,
    NOT_GRADED,
    NOT_HANDED_IN,
    NOTEBOOK_HEAD,
    NOTHING_GRADED,
    OF_CLASS,
    OF_NOTEBOOKS,
    OF_TASKS,
    TASK_HEAD,
    cell,
    due,
    fifths,
    learner_lines,
    notebook_lines,
    possible,
    task_cells,
    waits,
)

BARS = "▁▂▃▄▅▆▇█"
GAP = "  "


def overview(book: Book, width: int = 80) -> Iterator[str]:
    """A line a learner: points by assignment, notebooks handed in of those that somebody has, answers to read, flags. Then who and what needs somebody."""
    letters = {name: _letter(n) for n, name in enumerate(book.notebooks)}
    head = ["learner", *letters.values(), "total", "handed in", "to read", "flags"]
    points = [f"{book.possible(name):g}" for name in letters]
    rows = [["of", *points, f"{possible(book):g}", f"{due(book)}", "", ""]]
    rows += [
        [
            one.learner,
            *one.points.values(),
            one.total,
            f"{one.handed}",
            f"{one.to_read or ''}",
            f"{one.flags or ''}",
        ]
        for one in learner_lines(book)
    ]
    yield from table(head, rows, width)
    yield ""
    yield from (f"{letter}  {name}" for name, letter in letters.items())
    yield from _explained(OF_CLASS, width)
    waiting = list(waits(book))
    yield from ("", "Waits for a person" if waiting else ALL_DONE)
    for sentence in waiting:
        yield from wrapped(f"· {sentence}", width)


def of_assignment(book: Book, assignment: str, width: int = 80) -> Iterator[str]:
    """A line a notebook: how many handed it in, the median of the points, how they are spread, and the hardest task."""
    everybody = len(book.learners)
    rows = [
        [
            name_of(one.notebook),
            f"{one.handed} of {everybody}",
            one.median,
            f"{one.possible:g}",
            spread(one.scores, one.possible),
            f"{one.to_read or ''}",
            one.hardest,
        ]
        for one in notebook_lines(book, assignment)
    ]
    yield from table(NOTEBOOK_HEAD, rows, width, left=(0, 4, 6))
    yield ""
    yield from _explained(OF_NOTEBOOKS, width)


def of_notebook(book: Book, assignment: str, notebook: str, width: int = 80) -> Iterator[str]:
    """Item analysis: a line a task, and below it the mistakes that were recognized, the most common first."""
    found = tasks(book, assignment, notebook)
    marks = book.of(assignment=assignment, notebook=notebook)
    yield f"{name_of(notebook)} · {assignment} · {sum(m.handed for m in marks)} of {len(marks)} handed in"
    if not found:
        yield NOTHING_GRADED
        return
    yield ""
    yield from table(TASK_HEAD, [[task.name, *task_cells(task)] for task in found], width)
    yield ""
    for task in found:
        if task.told:
            yield task.name
            for says, count in task.told.items():
                yield from wrapped(f"{count:>4} × {says}", width, indent=7)
    yield ""
    yield from _explained(OF_TASKS, width)


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


def spread(scores: Sequence[float], points: float) -> str:
    """How many have which fifth of the points, as five bars; the highest bar is the fullest fifth."""
    counts = fifths(scores, points)
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


def _explained(terms: Mapping[str, str], width: int) -> list[str]:
    """What the words above a table say."""
    return wrapped("  ".join(f"{term}: {says}." for term, says in terms.items()), width)


def _letter(n: int) -> str:
    """A, B, … Z, AA, AB, …"""
    return (_letter(n // 26 - 1) if n >= 26 else "") + chr(ord("A") + n % 26)
