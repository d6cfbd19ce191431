"""Report: the class, an assignment, a notebook or a learner, the page of it all, and the table for other programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from log2attn.core.errors import CourseError
from log2attn.grading.desk import tables
from log2attn.grading.desk.book import Book, read_book
from log2attn.grading.desk.lines import NOBODY
from log2attn.grading.desk.lms import FORMS, Person, waiting
from log2attn.grading.desk.page import report_page
from log2attn.grading.ledger.ledger import Ledger
from log2attn.grading.schedule.folder import Folder, day_of


def report(folder: Folder) -> Book:
    """The class's marks. Raises CourseError for a course that cannot be read."""
    return read_book(folder)


def in_words(
    book: Book, *, assignment: str = "", day: str = "", learner: str = "", width: int = 80
) -> Iterator[str]:
    """What was asked for, line by line: the class, or the one assignment, notebook or learner that is named."""
    if not book.marks:
        yield NOBODY
    elif day:
        yield from tables.of_notebook(book, *_notebook(book, day, assignment), width)
    elif learner:
        yield from tables.of_learner(book, _known(learner, book.learners, "learner"), width)
    elif assignment:
        yield from tables.of_assignment(book, _known(assignment, list(book.notebooks), "assignment"), width)
    else:
        yield from tables.overview(book, width)


def as_csv(book: Book) -> str:
    """The table as CSV: learner, a column for each notebook, total. What was not handed in or not graded stays empty: neither is a zero."""
    text = io.StringIO()
    write = csv.writer(text, lineterminator="\n").writerow
    places = [(name, day) for name, days in book.notebooks.items() for day in days]
    twice = {day for _, day in places if sum(day == other for _, other in places) > 1}
    write(["learner", *(f"{name}/{day}" if day in twice else day for name, day in places), "total"])
    for who in book.learners:
        marks = [book.mark(who, *place) for place in places]
        scores = [mark.score if mark.counts else None for mark in marks]
        counted = [score for score in scores if score is not None]
        total = f"{sum(counted):g}" if counted else ""
        write([who, *("" if score is None else f"{score:g}" for score in scores), total])
    return text.getvalue()


def as_html(book: Book, course: str, when: datetime) -> str:
    """The report of the whole class as one page that loads and runs nothing."""
    return report_page(book, course, f"{when:%Y-%m-%d %H:%M}")


def for_lms(folder: Folder, book: Book, lms: str) -> tuple[str, str]:
    """The CSV that a learning platform imports, and a sentence on what was left empty; "" if nothing was. Raises CourseError for a platform that is not known."""
    if lms not in FORMS:
        raise CourseError(
            f"{lms!r} is no platform that is known here.", then=f"There is: {', '.join(FORMS)}."
        )
    with Ledger(folder.root, config=folder.nbgrader.config) as ledger:
        people = {learner: Person(**known) for learner, known in ledger.details().items()}
    left = waiting(book)
    return FORMS[lms](book, people), (
        f"{left} score{'s' * (left != 1)} left empty, since something of {'them' if left != 1 else 'it'} waits for a person."
        if left
        else ""
    )


def save(text: str, path: Path) -> None:
    """Write a table or a page, at once or not at all. Raises CourseError where that cannot be done."""
    try:
        new = path.with_name(f".{path.name}.new")
        new.write_text(text, encoding="utf-8")
        new.replace(path)
    except OSError as error:
        raise CourseError(
            f"{path.name} cannot be written: {error.strerror}.",
            where=str(path),
            then="Name a file in a folder that is there.",
        ) from error


def _notebook(book: Book, name: str, assignment: str) -> tuple[str, str]:
    """The assignment and the notebook that a day's number, or a notebook's name, stands for."""
    places = [(a, n) for a, days in book.notebooks.items() for n in days if assignment in ("", a)]
    number = int(name) if name.isdigit() else day_of(name if name.endswith("-") else f"{name}-")
    found = [place for place in places if place[1] == name or (number and day_of(place[1]) == number)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise CourseError(
            f"Nobody has handed in {name!r}.", then=f"Handed in: {', '.join(n for _, n in places)}."
        )
    raise CourseError(
        f"{name!r} stands in several assignments.",
        then=f"Name one of them: log2attn report {found[0][0]} --day {name}",
    )


def _known(name: str, names: list[str], what: str) -> str:
    if name not in names:
        raise CourseError(
            f"There is no {what} {name!r} in what was handed in.", then=f"There is: {', '.join(names)}."
        )
    return name
