"""A lesson becomes an nbgrader notebook. The same text always becomes the same bytes.

What every notebook shares is added here, so that no lesson repeats it: the block below the title, the set-up cell,
a check("…") cell at each exercise, and the footer.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from log2attn.compiling.lesson import Cell, Lesson, function_of
from log2attn.compiling.regions import BEGIN_HIDDEN, END_HIDDEN
from log2attn.core.course import Course, Day
from log2attn.doors.notebook import NotebookNode, make_cell, make_notebook
from log2attn.learn.seed import seed_words

CHECK_SUFFIX, VISIBLE_SUFFIX, HIDDEN_SUFFIX = "-check", "-visible", "-hidden"
ADDED = (
    "about",
    "set-up",
    "footer",
)  # ids of cells that no lesson writes; so are those that end in CHECK_SUFFIX
GOES_ON = "raises-exception"  # nbclient's tag: Run All continues after this cell's exception


@dataclass(frozen=True)
class Piece:
    """One notebook cell, and the lesson cell it was made from (None for the cells every notebook shares)."""

    cell: NotebookNode
    made_from: Cell | None


def compile_lesson(course: Course, lesson: Lesson) -> NotebookNode:
    """The day's source notebook, for nbgrader: with solutions and hidden checks."""
    return make_notebook([piece.cell for piece in pieces(course, lesson)], day=lesson.day.number)


def pieces(course: Course, lesson: Lesson) -> list[Piece]:
    """The cells of the day's notebook in their order."""
    out: list[Piece] = []
    goes_on = _needs_an_exercise(lesson)
    names = _Names()
    cells = [cell for cell in lesson.cells if cell.role != "author"]
    for at, cell in enumerate(cells):
        out.append(Piece(_cell(cell, names.next(cell), cell in goes_on, course.seed), cell))
        if at == 0:
            out.append(Piece(make_cell("markdown", "about", _about(course, lesson)), None))
            out.append(Piece(make_cell("code", "set-up", _set_up(course)), None))
        if cell.role == "answer":
            out.append(Piece(make_cell("code", cell.exercise + CHECK_SUFFIX, _check(cell.exercise)), None))
    out.append(Piece(make_cell("markdown", "footer", _footer(course, lesson.day)), None))
    return out


def _cell(cell: Cell, id: str, goes_on: bool, seed: int) -> NotebookNode:
    tags = (GOES_ON,) if goes_on else ()
    if cell.role in ("prose", "code"):
        return make_cell("code" if cell.is_code else "markdown", id, cell.source, tags=tags)
    kind = "markdown" if cell.role == "written" else "code"
    graded = cell.role != "answer"
    locked = cell.role in ("visible", "hidden")
    grade = {
        "grade_id": id,
        "grade": graded,
        "solution": cell.role in ("answer", "written"),
        "locked": locked,
    }
    if graded:
        grade["points"] = cell.points
    return make_cell(kind, id, check_source(cell, seed), tags=tags, grade=grade, folded=locked)


def check_source(cell: Cell, seed: int) -> str:
    """A graded cell's text as it stands in the notebook: the hidden region marked, the seed's numbers in place."""
    source = cell.source
    if cell.role == "hidden":
        lines = source.splitlines()
        shown = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
        body = seeded("\n".join(lines[shown:]), seed)
        source = "\n".join([*lines[:shown], BEGIN_HIDDEN, body.strip("\n"), END_HIDDEN])
    return source


def seeded(source: str, seed: int) -> str:
    """course_rng("d03-log_base") → np.random.default_rng([0, 3, 1234567890])."""
    return re.sub(
        r'course_rng\("([^"]+)"\)', lambda m: f"np.random.default_rng({seed_words(m[1], seed)})", source
    )


def _needs_an_exercise(lesson: Lesson) -> set[Cell]:
    """The cells that cannot work before some exercise is solved: its checks, and cells that use its name, directly or not."""
    unsure: set[str] = set()
    found: set[Cell] = set()
    for cell in lesson.cells:
        if cell.role == "answer":
            unsure.add(function_of(cell.source))
        elif cell.role in ("visible", "hidden"):
            found.add(cell)
        elif cell.role == "code":
            tree = ast.parse(cell.source)
            used = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}
            made = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
            made |= {n.name for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)}
            if used & unsure:
                found.add(cell)
                unsure |= made
            else:
                unsure -= made
    return found


class _Names:
    """Cell ids: the grade id, or the nearest heading and a counter."""

    def __init__(self) -> None:
        self.heading = "start"
        self.seen: dict[str, int] = {}

    def next(self, cell: Cell) -> str:
        if cell.exercise:
            return cell.exercise + {"visible": VISIBLE_SUFFIX, "hidden": HIDDEN_SUFFIX}.get(cell.role, "")
        if not cell.is_code and (heading := re.match(r"#+ (.+)", cell.source)):
            self.heading = re.sub(r"[^a-z0-9]+", "-", heading[1].lower()).strip("-")[:48] or "start"
        self.seen[self.heading] = self.seen.get(self.heading, 0) + 1
        return f"{self.heading}-{self.seen[self.heading]}"


def _about(course: Course, lesson: Lesson) -> str:
    day, phase = lesson.day, course.phase_of(lesson.day)
    lines = [f"Day {day.number} of {len(course.days)} · {phase.title} · two hours"]
    if course.repository:
        path = course.repository.split("://", 1)[-1].split("/", 1)[-1]
        colab = f"https://colab.research.google.com/github/{path}/blob/{course.branch}/release/{day.phase}/{day.slug}.ipynb"
        lines += [
            "",
            f"[![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)]({colab})",
        ]
    if day.needs:
        lines += ["", "Needs " + ", ".join(_link(day, course.day(n)) for n in day.needs) + "."]
    minutes = course.minutes
    lines += [
        "",
        "| part | " + " | ".join(f"{n} {name.capitalize()}" for n, name in enumerate(minutes, 1)) + " |",
    ]
    lines += [
        "|---|" + "---|" * len(minutes),
        "| minutes | " + " | ".join(str(m) for m in minutes.values()) + " |",
    ]
    return "\n".join(lines)


def _check(exercise: str) -> str:
    """check("…"); in a kernel that was restarted, the one sentence that says what to run first."""
    return "\n".join(
        [
            'if "check" in globals():',
            f'    check("{exercise}")  # stuck? hint("{exercise}")',
            "else:",
            '    print("First run the cells above, beginning with the set-up cell at the top.")',
        ]
    )


def _set_up(course: Course) -> str:
    """Imports the helper package; installs it on Colab, where nothing else may be touched; elsewhere names the one line to type."""
    if course.repository:
        address = f"log2attn @ git+{course.repository}@{course.branch}"
        advice = f"In Colab, run this cell again. Elsewhere, in a terminal, type: pip install --no-deps '{address}'"
    else:
        advice = "In the course folder, type: pip install --no-deps -e ."
    lines = [
        "# Set-up: run this cell first. The helper package is small and pure Python;",
        "# nothing else is installed or changed.",
        "import importlib.util",
    ]
    if course.repository:
        lines += [
            "import subprocess",
            "import sys",
            "",
            'if "google.colab" in sys.modules and importlib.util.find_spec("log2attn") is None:',
            '    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]',
            f'    address = "{address}"',
            "    subprocess.run([*install, address], check=False)",
            "    importlib.invalidate_caches()",
        ]
    lines += [
        "",
        'if importlib.util.find_spec("log2attn") is None:',
        "    raise ImportError(",
        '        "The course\'s helper package is missing. "',
        f'        "{advice}"',
        "    )",
        "",
        "from log2attn import check, hint",
    ]
    return "\n".join(lines)


def _footer(course: Course, day: Day) -> str:
    ends = [("Yesterday", day.number - 1), ("Tomorrow", day.number + 1)]
    links = [f"{word}: {_link(day, course.day(n))}" for word, n in ends if 1 <= n <= len(course.days)]
    return "---\n\n" + " · ".join(links)


def _link(here: Day, there: Day) -> str:
    name = f"day {there.number}, {there.title}"
    if not there.written:
        return f"{name} (planned)"
    folder = "" if here.phase == there.phase else f"../{there.phase}/"
    return f"[{name}]({folder}{there.slug}.ipynb)"
