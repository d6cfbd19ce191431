"""The report as one page: the whole class, each notebook, each task, and what waits for a person. It loads nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from log2attn.grading.desk import lines
from log2attn.grading.desk.book import Book, Mark, name_of
from log2attn.grading.pages.style import REPORT
from log2attn.grading.pages.template import template

TO_READ, FLAGGED = "+", "*"  # behind a mark
OF_MARKS = {
    lines.NOT_GRADED: "waits for a person as a whole",
    TO_READ: "answers wait to be read, so there may be more points",
    FLAGGED: "a person must look at it",
    "shaded": "less than 40\N{NO-BREAK SPACE}% of the points, darker below 20\N{NO-BREAK SPACE}%",
}
SHADES = ("fewest", "few")  # for the lowest fifths of the points
NAME_AND_TOTALS, CHARACTER, PADDING = 40, 0.65, 0.7  # times the size of the letters
SHORT = 8  # characters; a longer name stands upright above its column


@dataclass(frozen=True)
class _Cell:
    """A mark in the table: what stands there, what it is called where that is a mere sign, and how it looks."""

    text: str
    says: str
    looks: str


def report_page(book: Book, course: str, when: str) -> str:
    """One HTML page.

    course  what the course is called
    when    the day and the time it is written
    """
    learners = list(lines.learner_lines(book))
    cells = {one.learner: list(_groups(book, one)) for one in learners}
    return template("report").render(
        course=course,
        when=when,
        learners=learners,
        cells=cells,
        ems=round(_ems(list(cells.values()))),
        possible=f"{lines.possible(book):g}",
        due=lines.due(book),
        assignments=_assignments(book),
        waits=list(lines.waits(book)),
        all_done=lines.ALL_DONE,
        nobody=lines.NOBODY,
        nothing_graded=lines.NOTHING_GRADED,
        fifths=lines.FIFTHS,
        notebook_head=lines.NOTEBOOK_HEAD,
        task_head=lines.TASK_HEAD,
        of_class=lines.OF_CLASS | OF_MARKS,
        of_notebooks=lines.OF_NOTEBOOKS,
        of_tasks=lines.OF_TASKS,
        style=REPORT,
    )


def _groups(book: Book, one: lines.LearnerLine) -> Iterator[tuple[str, list[_Cell]]]:
    """A learner's row: for each assignment the points, and the marks of its notebooks."""
    for name, days in book.notebooks.items():
        yield one.points[name], [_cell(book.mark(one.learner, name, day)) for day in days]


def _ems(rows: list[list[tuple[str, list[_Cell]]]]) -> float:
    """How many times the size of its letters the large table is wide at the least: on paper the letters are made to fit."""
    texts = [
        [text for points, marks in row for text in (points, *(mark.text for mark in marks))] for row in rows
    ]
    widths = [max(3, *map(len, column)) for column in zip(*texts, strict=True)]
    return NAME_AND_TOTALS + sum(CHARACTER * width + PADDING for width in widths)


def _cell(mark: Mark) -> _Cell:
    text = lines.cell(mark)
    if mark.open:
        return _Cell(text, "waits for a person", "")
    if not mark.counts or mark.score is None:
        return _Cell(text, "not handed in", "none")
    at = lines.fifth(mark.score, mark.possible) if mark.possible > 0 else len(SHADES)
    signs = [
        (TO_READ, "answers to read", bool(mark.to_read)),
        (FLAGGED, "a person must look at it", bool(mark.why)),
    ]
    said = [says for _, says, there in signs if there]
    return _Cell(
        text + "".join(sign for sign, _, there in signs if there),
        ", ".join([text, *said]) if said else "",
        SHADES[at] if at < len(SHADES) else "",
    )


def _assignments(book: Book) -> list[dict[str, object]]:
    """The assignments with their notebooks: a column of the large table, a line, and item analysis each."""
    numbers = count(1)
    return [
        {
            "name": name,
            "possible": f"{book.possible(name):g}",
            "notebooks": [
                {
                    "name": name_of(one.notebook),
                    "tall": len(name_of(one.notebook)) > SHORT,
                    "anchor": f"notebook-{next(numbers)}",
                    "line": one,
                    "possible": f"{one.possible:g}",
                    "fifths": lines.fifths(one.scores, one.possible),
                    "tasks": [(task.name, lines.task_cells(task)) for task in one.tasks],
                    "told": [(n, task.name, says) for task in one.tasks for says, n in task.told.items()],
                }
                for one in lines.notebook_lines(book, name)
            ],
        }
        for name in book.notebooks
    ]
