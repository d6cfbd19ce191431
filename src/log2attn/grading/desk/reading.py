"""Reading answers that a person marks: one question, everybody's answers beside the model answer, and what is given to each."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from log2attn.core.errors import CourseError
from log2attn.grading.model import Plan, PlanCell

BY_A_PERSON = ("written", "task")
_MARK = re.compile(r"^.*(BEGIN|END) (SOLUTION|MARK SCHEME|HIDDEN TESTS).*\n?", re.MULTILINE)
_OWN_LINE = re.compile(r"[ \t]*(#{1,6} |>|\||[-*+] |\d+[.)] |```|~~~|\$\$)| {4}")
_GIVEN = re.compile(r"(\d+(?:[.,]\d+)?|[.,]\d+)(?:\s+(\S.*))?", re.DOTALL)


@dataclass(frozen=True)
class Question:
    """A cell that a person marks: what was asked, and the author's own answer with the rubric, or the mark scheme."""

    assignment: str
    notebook: str
    cell: str
    points: float
    asked: str
    model: str


@dataclass(frozen=True)
class Answer:
    """One learner's answer. ``score`` and ``comment`` are what a person has given, None and "" if nothing; ``machine`` is what stands else."""

    learner: str
    text: str
    prose: bool
    waits: bool
    score: float | None = None
    comment: str = ""
    machine: float | None = None

    def given(self, score: float, comment: str | None) -> Answer:
        """As it stands once this was given; a comment of None leaves the old one."""
        said = self.comment if comment is None else comment
        return replace(self, waits=False, score=score, comment=said)


def questions(plan: Plan) -> list[Question]:
    """What of a notebook a person marks, in order."""
    return [_question(plan, cell) for cell in plan.cells if cell.kind in BY_A_PERSON]


def _question(plan: Plan, cell: PlanCell) -> Question:
    asked: list[str] = []
    if cell.kind == "task":
        asked = [cell.released]
    else:
        for before in reversed(plan.cells[: cell.index]):
            if before.kind != "given" or before.cell_type != "markdown":
                break
            asked.insert(0, before.released)
            if re.search(r"^#{1,6} ", before.released, flags=re.MULTILINE):
                break
    model = _MARK.sub("", cell.source).strip()
    if cell.kind == "task":
        model = re.sub(re.escape(cell.released.strip()), "", model).strip() or model
    return Question(plan.assignment, plan.notebook, cell.id, cell.points, "\n\n".join(asked).strip(), model)


def answer_in(cells: list[dict[str, Any]], cell: str, known: set[str]) -> tuple[str, bool] | None:
    """The answer in the cells of an autograded notebook, and whether it is prose; None if the cell is not there.

    known  the grade ids of the plan: to a task belongs what the learner wrote below it, up to the next of these
    """
    names = [c.get("metadata", {}).get("nbgrader", {}).get("grade_id", "") for c in cells]
    if cell not in names:
        return None
    at = names.index(cell)
    mine = [cells[at]]
    if cells[at]["metadata"]["nbgrader"].get("task"):
        mine = []
        for name, below in zip(names[at + 1 :], cells[at + 1 :], strict=True):
            if name in known:
                break
            mine.append(below)
    text = "\n\n".join(part for one in mine for part in (_source(one), *_outputs(one)) if part.strip())
    return text, all(one["cell_type"] != "code" for one in mine)


def _source(cell: dict[str, Any]) -> str:
    text = cell["source"]
    pictures = "\n[a picture, which formgrader shows]" if cell.get("attachments") else ""
    return ("".join(text) if isinstance(text, list) else text) + pictures


def _outputs(cell: dict[str, Any]) -> Iterator[str]:
    for output in cell.get("outputs", []):
        data = output.get("data", {})
        said = output.get("text") or data.get("text/plain") or "\n".join(output.get("traceback", []))
        if "image/png" in data:
            yield "[a picture, which formgrader shows]"
        elif said:
            yield "it prints:\n" + ("".join(said) if isinstance(said, list) else said)


def in_order(answers: list[Answer], cell: str, *, anonymous: bool) -> list[Answer]:
    """By name; or, anonymous, in an order that tells nothing of the name and is the same whenever it is asked for."""
    if not anonymous:
        return sorted(answers, key=lambda answer: answer.learner)
    return sorted(answers, key=lambda answer: sha256(f"{cell}\0{answer.learner}".encode()).digest())


def points_and_comment(line: str, most: float) -> tuple[float, str | None]:
    """What was typed: points, and after a blank a comment; None if there is none. Raises CourseError for anything else."""
    found = _GIVEN.fullmatch(line.strip())
    if found is None:
        raise CourseError(
            "That begins with no points.",
            then=f"Type points from 0 to {most:g}, then a comment if you like: {most / 2:g} Say what is added to what.",
        )
    score = float(found[1].replace(",", "."))
    if score > most:
        raise CourseError(
            f"This answer is worth {most:g} points at most.",
            then="Extra credit can be given in formgrader.",
        )
    return score, found[2]


def paragraphs(text: str, width: int, *, prose: bool = True) -> Iterator[str]:
    """Text for the screen: a paragraph of prose set anew at this width; headings, lists, tables and formulas line by line; code as it is."""
    if not prose:
        yield from text.splitlines()
        return
    for block in re.split(r"\n[ \t]*\n", text):
        lines = block.splitlines()
        whole = not any(_OWN_LINE.match(line) for line in lines)
        for line in [" ".join(part.strip() for part in lines)] if whole else lines:
            yield from textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
        yield ""
