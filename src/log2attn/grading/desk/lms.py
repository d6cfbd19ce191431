"""Points by assignment as learning platforms take them: a CSV for Canvas's gradebook and one for Moodle's grade import."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

from log2attn.grading.desk.book import Book


@dataclass(frozen=True)
class Person:
    """What nbgrader's gradebook knows of a learner beside the id; "" for what it does not (``nbgrader db student add``)."""

    first: str = ""
    last: str = ""
    email: str = ""
    lms: str = ""  # the platform's own number

    @property
    def name(self) -> str:
        """Last name first, as both platforms sort."""
        return ", ".join(part for part in (self.last, self.first) if part)


def points(book: Book, learner: str, assignment: str) -> str:
    """A learner's points for an assignment. Empty while any of it waits for a person, and where nothing was handed in: neither is a number yet."""
    mine = book.of(learner=learner, assignment=assignment)
    if any(mark.open or mark.to_read for mark in mine) or not any(mark.counts for mark in mine):
        return ""
    return f"{sum(mark.score or 0 for mark in mine if mark.counts):.10g}"


def waiting(book: Book) -> int:
    """How many learners' assignments are left empty since something of them waits for a person."""
    return sum(
        any(mark.open or mark.to_read for mark in book.of(learner=who, assignment=name))
        for who in book.learners
        for name in book.notebooks
    )


def canvas(book: Book, people: Mapping[str, Person]) -> str:
    """For Canvas: Gradebook ▸ Import, as its importer reads a header (instructure/canvas-lms, lib/gradebook_importer.rb).

    The columns before the assignments are Student, ID, SIS User ID, SIS Login ID and Section, in this order; a row whose first cell holds
    "Points Possible" tells what an assignment is worth. A learner is found by ID (the platform's number), else by the SIS login, else by the name.
    """
    rows = [["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *book.notebooks]]
    rows += [["Points Possible", "", "", "", "", *(f"{book.possible(name):.10g}" for name in book.notebooks)]]
    for who in book.learners:
        one = people.get(who, Person())
        known = [one.name or who, one.lms, "", who, ""]
        rows.append([*known, *(points(book, who, name) for name in book.notebooks)])
    return _text(rows)


def moodle(book: Book, people: Mapping[str, Person]) -> str:
    """For Moodle: Grades ▸ Import ▸ CSV file (docs.moodle.org, "Grade import").

    Moodle asks there by which column to find learners ("Map from": username, email address or ID number) and which grade item each column is.
    """
    rows = [["Username", "Email address", "ID number", "First name", "Last name", *book.notebooks]]
    for who in book.learners:
        one = people.get(who, Person())
        known = [who, one.email, one.lms, one.first, one.last]
        rows.append([*known, *(points(book, who, name) for name in book.notebooks)])
    return _text(rows)


FORMS = {"canvas": canvas, "moodle": moodle}


def _text(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
