"""The toolbox: reference functions of earlier days, taken from the lessons so that they stand in one place only."""

from __future__ import annotations

import ast
import re
import symtable
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from log2attn.compiling.lesson import Lesson, from_text
from log2attn.compiling.regions import solved
from log2attn.compiling.statements import statements
from log2attn.core.course import Course
from log2attn.core.errors import CourseError

MODULE = "log2attn.toolbox"
BUILT = Path(__file__).resolve().parents[1] / "toolbox"  # the one this interpreter imports
INIT = '''"""Reference functions of earlier days: ``from log2attn.toolbox import softmax``. Made by `log2attn build`; do not edit.

A day's functions stand in a module of their own, so that a grader can offer the days before day d and no others.
"""

from importlib import import_module

DAY_OF = {day_of}


def __getattr__(name):
    if name not in DAY_OF:
        raise AttributeError(f"The toolbox has no {{name!r}}. It has: {{', '.join(sorted(DAY_OF))}}.")
    return getattr(import_module(f"log2attn.toolbox.day_{{DAY_OF[name]:02d}}"), name)


def __dir__():
    return sorted(DAY_OF)
'''


def toolbox_files(
    course: Course, lessons: Iterable[Lesson], planned: Path, built: Path | None = None
) -> dict[str, str]:
    """File name → text of every module of the toolbox; with ``built``, a folder built before, of these lessons' modules only.

    Raises CourseError for a function that stands in two places.
    """
    lessons = list(lessons)
    ours = {lesson.day.number for lesson in lessons}
    modules: dict[int, str] = {}
    day_of = {name: day for name, day in _days(built).items() if day not in ours} if built else {}
    for lesson in lessons:
        names = [e.name for e in lesson.exercises if not e.id.endswith("-review")] + given_names(lesson)
        if twice := [name for name in names if name in day_of]:
            raise CourseError(
                f"{twice[0]} stands in day {day_of[twice[0]]} and in day {lesson.day.number}.",
                where=str(lesson.path),
                then="A function has one day; give one of them another name.",
            )
        modules[lesson.day.number] = module_text(lesson, names)
        day_of |= dict.fromkeys(names, lesson.day.number)
    for day, text in _planned(planned).items():
        names = [
            node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef | ast.ClassDef)
        ]
        where = str(planned)
        if course.day(day).written:
            raise CourseError(
                f"Day {day} is written, and {', '.join(names)} still stands here.",
                where=where,
                then="Remove that section; the lesson has the function now.",
            )
        if built:
            continue
        if twice := [name for name in names if name in day_of]:
            raise CourseError(
                f"{twice[0]} stands in day {day_of[twice[0]]} and in day {day}.",
                where=where,
                then="A function has one day. Remove it here.",
            )
        modules[day] = (
            f'"""Day {day}, {course.day(day).title} (planned): reference functions that written days already need."""\n\n{text}'
        )
        day_of |= dict.fromkeys(names, day)
    files = {f"day_{day:02d}.py": text.rstrip("\n") + "\n" for day, text in sorted(modules.items())}
    table = (
        "{\n"
        + "".join(
            f'    "{name}": {day},\n' for name, day in sorted(day_of.items(), key=lambda kv: (kv[1], kv[0]))
        )
        + "}"
    )
    return {"__init__.py": INIT.format(day_of=table), **files}


def names_planned(path: Path) -> dict[str, int]:
    """Function or class → the day that planned.py gives it to."""
    return {
        node.name: day
        for day, text in (_planned(path) if path.exists() else {}).items()
        for node in ast.parse(text).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }


def _planned(path: Path) -> dict[int, str]:
    sections: dict[int, str] = {}
    for cell in from_text(path.read_text(encoding="utf-8")).cells:
        day = cell.metadata.get("day")
        if day is None and (cell.cell_type != "code" or not cell.source.strip().startswith('"""')):
            raise CourseError("A section has no day.", where=str(path), then="Start it with # %% day=39")
        if day is not None:
            if day in sections:
                raise CourseError(f"Two sections for day {day}.", where=str(path), then="Join them.")
            sections[day] = cell.source
    return sections


def given_names(lesson: Lesson) -> list[str]:
    """What a lesson hands to later days beside its exercises, by an author line: # gives: Tensor, relu

    Raises CourseError for a name that no plain cell of the lesson defines at its top level.
    """
    _, given = _surroundings(lesson)
    found: list[str] = []
    for cell in lesson.cells:
        for n, line in enumerate(cell.source.splitlines(), 1):
            said = re.match(r"# gives:(.*)", line) if cell.is_code else None
            if not said:
                continue
            names = [name.strip() for name in said[1].split(",")]
            missing = [name for name in names if name not in given]
            if cell.role != "author" or missing:
                what = (
                    f"no cell defines {missing[0] or 'a name'!r}"
                    if missing
                    else "its line would reach the learner"
                )
                raise lesson.fault(
                    f"This lesson cannot give that: {what}.",
                    cell.line + n,
                    "Write # gives: Tensor, relu in an author cell, with names that plain code cells define.",
                )
            found += names
    return found


def module_text(lesson: Lesson, names: list[str]) -> str:
    """The named references, with the imports and given definitions of the lesson that they need."""
    wanted = {e.name: solved(e.answer.source).strip("\n") for e in lesson.exercises if e.name in names}
    imports, given = _surroundings(lesson)
    need = [*wanted, *names]
    seen: set[str] = set()
    used_imports: set[str] = set()
    pulled: dict[str, str] = {}
    while need:
        name = need.pop()
        if name in seen:
            continue
        seen.add(name)
        text = wanted.get(name) or given.get(name)
        if text is None:
            if name in imports:
                used_imports.add(imports[name])
            continue
        if name not in wanted:
            pulled[name] = text
        need += globals_of(text)
    head = f'"""Day {lesson.day.number}, {lesson.day.title}: the reference functions. Made by `log2attn build`; do not edit."""'
    given_texts = [text for name, text in given.items() if name in pulled]
    return "\n\n\n".join(
        [
            "\n\n".join([head, *(["\n".join(sorted(used_imports))] if used_imports else [])]),
            *given_texts,
            *wanted.values(),
        ]
    )


def globals_of(text: str) -> set[str]:
    """The names a definition takes from around it; its own arguments and variables are none of them."""

    def below(table: symtable.SymbolTable) -> set[str]:
        mine = {
            symbol.get_name()
            for symbol in table.get_symbols()
            if symbol.is_referenced() and symbol.is_global()
        }
        return mine.union(*(below(child) for child in table.get_children()))

    return below(symtable.symtable(text, "<definition>", "exec"))


def _surroundings(lesson: Lesson) -> tuple[dict[str, str], dict[str, str]]:
    """What the lesson's plain cells bind: imported names → the statement, defined names → the definition."""
    imports: dict[str, str] = {}
    given: dict[str, str] = {}
    for cell in lesson.cells:
        if cell.role != "code":
            continue
        for node, text in statements(cell.source):
            if isinstance(node, ast.Import | ast.ImportFrom):
                for alias in node.names:
                    name = f"{alias.name} as {alias.asname}" if alias.asname else alias.name
                    line = (
                        f"import {name}"
                        if isinstance(node, ast.Import)
                        else f"from {node.module} import {name}"
                    )
                    imports[alias.asname or alias.name.split(".")[0]] = line
            elif isinstance(node, ast.FunctionDef | ast.ClassDef):
                given[node.name] = text
            elif (
                isinstance(node, ast.Assign)
                and len(node.targets) == 1
                and isinstance(node.targets[0], ast.Name)
            ):
                given[node.targets[0].id] = text
    return imports, given


def toolbox_texts(sources: Iterable[str], folder: Path = BUILT) -> list[str]:
    """The definitions that these texts import from the toolbox, and all that those rest on; sorted, so that equal lists mean equal code."""
    days = _days(folder)
    need = {name for source in sources for name in _from_toolbox(source, days)}
    seen: set[str] = set()
    found: set[str] = set()
    while need:
        name = need.pop()
        if name in seen or name not in days:
            continue
        seen.add(name)
        texts, further = _resting_on(name, (folder / f"day_{days[name]:02d}.py").read_text(encoding="utf-8"))
        found |= set(texts)
        need |= further
    return sorted(found)


def _days(folder: Path) -> dict[str, int]:
    """Name → day, from the toolbox as built; empty if it is not built."""
    init = folder / "__init__.py"
    tree = ast.parse(init.read_text(encoding="utf-8")) if init.exists() else ast.Module([], [])
    tables = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "DAY_OF"
    ]
    return ast.literal_eval(tables[0]) if tables else {}


def _from_toolbox(source: str, days: dict[str, int]) -> set[str]:
    """The names a text imports from the toolbox; all of them if it imports the toolbox itself."""
    found: set[str] = set()
    if (
        "toolbox" not in source
    ):  # most answers: parsing them all would be half of a build in which nothing changed
        return found
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module == MODULE:
            found |= {alias.name for alias in node.names}
        elif (isinstance(node, ast.Import) and any(alias.name == MODULE for alias in node.names)) or (
            isinstance(node, ast.ImportFrom)
            and node.module == "log2attn"
            and any(alias.name == "toolbox" for alias in node.names)
        ):
            found |= set(days)
    return found


@cache
def _resting_on(name: str, module: str) -> tuple[list[str], set[str]]:
    """A definition of a toolbox module with those it uses there; and the names these use from other days."""
    definitions: dict[str, str] = {}
    elsewhere: dict[str, str] = {}
    for node, text in statements(module):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            definitions[node.name] = text
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            definitions[node.targets[0].id] = text
        elif isinstance(node, ast.ImportFrom) and node.module == MODULE:
            elsewhere |= {alias.asname or alias.name: alias.name for alias in node.names}
    need, seen = [name], set()
    while need:
        if (one := need.pop()) not in seen and one in definitions:
            seen.add(one)
            need += globals_of(definitions[one])
    used = {other for one in seen for other in globals_of(definitions[one])}
    return [definitions[one] for one in seen], {elsewhere[one] for one in used & set(elsewhere)}
