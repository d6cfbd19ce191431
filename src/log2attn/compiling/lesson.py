"""A day's text, read into cells and exercises. The door to jupytext."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType

from log2attn.compiling.regions import BEGIN_HIDDEN, BEGIN_SOLUTION, END_HIDDEN, is_whole
from log2attn.core.course import Day
from log2attn.core.errors import CourseError
from log2attn.doors.notebook import NotebookNode, without

# A header's keyword, the kind of cell it stands on, and the role it gives the cell.
ROLES = {
    ("author", "code"): "author",
    ("exercise", "code"): "answer",
    ("visible", "code"): "visible",
    ("hidden", "code"): "hidden",
    ("exercise", "markdown"): "written",
}
ALLOWED = {
    "author": {"author"},
    "answer": {"exercise"},
    "visible": {"visible", "points"},
    "hidden": {"hidden", "points"},
    "written": {"exercise", "points"},
    "code": {"tags"},
    "prose": set(),
}
KEYWORDS = sorted(set().union(*ALLOWED.values()))
# The last core cell of a day ends with STOP; the next cell begins with IF_TIME, and from there to the end of the lesson nothing gives points.
STOP = "*Stop here if the two hours are over: you have what tomorrow needs.*"
IF_TIME = "### If you have time"
POINTS = "Points are whole numbers: at least 1; a visible check may have 0; in the optional end both checks have 0."
HEADERS = 'author=true · exercise="dNN-name" · visible="dNN-name" points=1 · hidden="dNN-name" points=2 · [markdown] exercise="dNN-name" points=2'


@dataclass(frozen=True)
class Cell:
    """One cell of a lesson. ``role`` is author, prose, code, answer, visible, hidden or written; ``line`` is its header's line."""

    role: str
    source: str
    line: int
    exercise: str = ""
    points: int = 0
    gap: int | None = None  # blank lines after the cell, where they are not jupytext's usual ones

    @property
    def is_code(self) -> bool:
        return self.role not in ("prose", "written")


@dataclass(frozen=True)
class Exercise:
    """One autograded exercise: the function or class it asks for, and its three cells."""

    id: str
    name: str
    title: str
    answer: Cell
    visible: Cell
    hidden: Cell

    @property
    def points(self) -> int:
        return self.visible.points + self.hidden.points

    @property
    def optional(self) -> bool:
        """True in the optional end, and only there: checked like any other, and without points."""
        return self.points == 0


@dataclass(frozen=True)
class Lesson:
    """A day's session, as its author wrote it."""

    day: Day
    path: Path
    cells: tuple[Cell, ...]
    exercises: tuple[Exercise, ...]

    @property
    def written_answers(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.role == "written")

    @property
    def graded(self) -> tuple[Exercise, ...]:
        """The autograded exercises that give points: those of the core path."""
        return tuple(exercise for exercise in self.exercises if not exercise.optional)

    @cached_property
    def optional(self) -> tuple[Cell, ...]:
        """The optional end, from its heading on; empty in a day without one."""
        return self.cells[
            next((n for n, cell in enumerate(self.cells) if opens_optional(cell)), len(self.cells)) :
        ]

    def exercise(self, id: str) -> Exercise:
        return next(exercise for exercise in self.exercises if exercise.id == id)

    def fault(self, what: str, line: int, then: str) -> CourseError:
        return fault(self.path, line, what, then)


def fault(path: Path, line: int, what: str, then: str) -> CourseError:
    return CourseError(what, where=f"{path}:{line}", then=then)


def read_lesson(path: Path, day: Day) -> Lesson:
    """Read and check a day's text. Raises CourseError, naming the line, for anything the cell vocabulary does not know."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise CourseError(
            f"Day {day.number} is marked written, and its text is missing.",
            where=str(path),
            then='Write it, or mark the day status = "planned".',
        ) from error
    nodes, lines = from_text(text).cells, _header_lines(text)
    if len(nodes) != len(lines):
        raise fault(
            path,
            1,
            "Something stands before the first cell.",
            "A lesson starts with a cell header, # %% … , and has no front matter.",
        )
    cells = tuple(_cell(node, line, path) for node, line in zip(nodes, lines, strict=True))
    lesson = Lesson(day=day, path=path, cells=cells, exercises=_exercises(cells, path))
    _check(lesson)
    return lesson


def from_text(text: str) -> NotebookNode:
    """A py:percent text as a bare notebook."""
    return _jupytext().reads(text, fmt="py:percent")


def to_text(notebook: NotebookNode) -> str:
    """A bare notebook as py:percent text, ending in one newline."""
    # What reading a text without front matter sets: no front matter is written, and only our headers.
    notebook.metadata["jupytext"] = {
        "main_language": "python",
        "notebook_metadata_filter": "-all",
        "cell_metadata_filter": f"{','.join(KEYWORDS)},-all",
    }
    return _jupytext().writes(notebook, fmt="py:percent").strip("\n") + "\n"


def _jupytext() -> ModuleType:
    """jupytext, without the Jupyter server it would load to serve as a plug-in."""
    with without("tornado"):
        import jupytext
    return jupytext


def opens_optional(cell: Cell) -> bool:
    """Whether the optional end begins with this cell."""
    return cell.role == "prose" and re.match(rf"{IF_TIME}\s*$", cell.source, re.MULTILINE) is not None


def function_of(source: str) -> str:
    """The name of the first function or class that a cell defines; "" if there is none."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return ""
    return next((node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)), "")


def _header_lines(text: str) -> list[int]:
    lines = [n for n, line in enumerate(text.splitlines(), 1) if re.match(r"# %%( |$)", line)]
    before = text.splitlines()[: lines[0] - 1] if lines else text.splitlines()
    return ([1] if any(line.strip() for line in before) else []) + lines


def _role(keywords: list[str], kind: str) -> str:
    """What a cell is for by the one word of its header; "" where no such header is known."""
    if not keywords:
        return "code" if kind == "code" else "prose"
    return ROLES.get((keywords[0], kind), "") if len(keywords) == 1 else ""


def _cell(node: NotebookNode, line: int, path: Path) -> Cell:
    meta = {k: v for k, v in node.metadata.items() if k != "lines_to_next_cell"}
    kind = "code" if node.cell_type == "code" else "markdown"
    keywords = [k for k in ("author", "exercise", "visible", "hidden") if k in meta]
    role = _role(keywords, kind)
    if node.cell_type == "raw" or not role or set(meta) - ALLOWED[role]:
        said = " ".join(f"{k}={v!r}" for k, v in meta.items())
        raise fault(
            path,
            line,
            f"Unknown cell header on a {node.cell_type} cell: {said or 'none'}.",
            f"These headers are known: {HEADERS}.",
        )
    id = "" if role == "author" else str(meta.get(role if role in ("visible", "hidden") else "exercise", ""))
    points = meta.get("points", 0)
    if role in ("visible", "hidden", "written") and (
        "points" not in meta or type(points) is not int or points < (role == "written")
    ):
        raise fault(
            path,
            line,
            f"{id}: points={points!r} is not allowed here.",
            f"{POINTS} They are always stated.",
        )
    return Cell(
        role=role,
        source=node.source,
        line=line,
        exercise=id,
        points=points,
        gap=node.metadata.get("lines_to_next_cell"),
    )


def _exercises(cells: tuple[Cell, ...], path: Path) -> tuple[Exercise, ...]:
    found = []
    for at, cell in enumerate(cells):
        if cell.role in ("visible", "hidden"):
            before = {"visible": "answer", "hidden": "visible"}[cell.role]
            if at == 0 or cells[at - 1].role != before or cells[at - 1].exercise != cell.exercise:
                raise fault(
                    path,
                    cell.line,
                    f"{cell.exercise}: a {cell.role} check stands without its {before} cell before it.",
                    "The order is: card, exercise, visible, hidden.",
                )
        if cell.role != "answer":
            continue
        after = cells[at + 1 : at + 3]
        for role, what in (("visible", after[:1]), ("hidden", after[1:])):
            if not what or what[0].role != role or what[0].exercise != cell.exercise:
                raise fault(
                    path,
                    cell.line,
                    f"{cell.exercise} has no {role} check.",
                    f'After it must come: # %% {role}="{cell.exercise}" points=…',
                )
        card = cells[at - 1] if at else None
        title = None
        if card and card.role == "prose":  # a part's heading may stand above it in the same cell
            title = re.search(r"^### (?:Exercise · )?(.+)", card.source, re.MULTILINE)
        if not title:
            raise fault(
                path,
                cell.line,
                f"{cell.exercise} has no card.",
                "The cell before it is markdown and starts with ### and the exercise's title.",
            )
        found.append(Exercise(cell.exercise, function_of(cell.source), title[1].strip(), cell, *after))
    return tuple(found)


def _check(lesson: Lesson) -> None:
    path, day = lesson.path, lesson.day
    first = next((cell for cell in lesson.cells if cell.role != "author"), None)
    if first is None or first.role != "prose" or not first.source.startswith("# "):
        raise fault(
            path,
            first.line if first else 1,
            "The first cell is not the title.",
            "Start with a markdown cell whose first line is '# ' and the idea of the day.",
        )
    seen: dict[str, int] = {}
    for cell in lesson.cells:
        if cell.role not in ("answer", "written"):
            continue
        if not re.fullmatch(rf"d{day.number:02d}-[A-Za-z]\w*", cell.exercise):
            raise fault(
                path,
                cell.line,
                f"{cell.exercise!r} is no name for an exercise of day {day.number}.",
                f"It is called d{day.number:02d}- and the function it asks for.",
            )
        if cell.exercise in seen:
            raise fault(
                path,
                cell.line,
                f"Two exercises are called {cell.exercise} (the first in line {seen[cell.exercise]}).",
                "Give one of them another name.",
            )
        seen[cell.exercise] = cell.line
    _check_optional(lesson)
    _check_python(lesson)
    for exercise in lesson.exercises:
        prefix, _, name = exercise.id.partition("-")
        wanted = f"review_{prefix[1:]}" if name == "review" else name
        if exercise.name != wanted:
            raise fault(
                path,
                exercise.answer.line,
                f"{exercise.id} defines {exercise.name or 'nothing'}, not {wanted}.",
                f"Name the function or class {wanted}.",
            )
        if not is_whole(exercise.answer.source):
            raise fault(
                path,
                exercise.answer.line,
                f"{exercise.id} has no complete solution region.",
                "Put ### BEGIN SOLUTION and ### END SOLUTION inside the function, around what the learner writes.",
            )
    for cell in lesson.cells:
        if cell.role == "hidden" and "course_rng(" in cell.source and not _imports_np(lesson):
            raise fault(
                path,
                cell.line,
                "A hidden check draws random numbers, and no cell of the notebook imports numpy as np.",
                "Write import numpy as np in a code cell above.",
            )
        for marker in (BEGIN_HIDDEN, END_HIDDEN):
            if marker in cell.source:
                raise fault(
                    path,
                    cell.line,
                    f"A lesson does not write {marker}.",
                    "Build puts it around a hidden check.",
                )
        if cell.role != "answer" and BEGIN_SOLUTION in cell.source:
            raise fault(
                path,
                cell.line,
                "A solution stands outside an exercise.",
                f'Its cell needs the header # %% exercise="d{day.number:02d}-name".',
            )


def _check_python(lesson: Lesson) -> None:
    for cell in lesson.cells:
        if not cell.is_code:
            continue
        try:
            ast.parse(cell.source)
        except SyntaxError as error:
            raise lesson.fault(
                f"Not valid Python: {error.msg}.", cell.line + (error.lineno or 1), "Correct that line."
            ) from None


def _check_optional(lesson: Lesson) -> None:
    """No points in the optional end, and an exercise without points nowhere else."""
    if twice := [cell for cell in lesson.optional[1:] if opens_optional(cell)]:
        raise lesson.fault("The optional end begins twice.", twice[0].line, f"Keep the first {IF_TIME}.")
    for cell in lesson.optional:
        if cell.role == "written":
            raise lesson.fault(
                f"{cell.exercise}: an answer in words stands in the optional end, where nothing gives points.",
                cell.line,
                f"Move it above {IF_TIME}, or make it a question with a folded answer.",
            )
    for exercise in lesson.exercises:
        inside = exercise.answer in lesson.optional
        for cell in (exercise.visible, exercise.hidden):
            if cell.points if inside else cell.role == "hidden" and not cell.points:
                where = "in the optional end" if inside else "outside the optional end"
                raise lesson.fault(
                    f"{exercise.id}: points={cell.points} on a {cell.role} check {where}.", cell.line, POINTS
                )


def _imports_np(lesson: Lesson) -> bool:
    return any(cell.role == "code" and "import numpy as np" in cell.source for cell in lesson.cells)
