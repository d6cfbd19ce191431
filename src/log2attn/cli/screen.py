"""The screen: the program's frame, what its verbs share, and how errors are told."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from typer.core import TyperGroup

from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout

LEARNERS, INSTRUCTORS, AUTHORS = "Learners", "Instructors", "Authors"


class Verbs(TyperGroup):
    """The verbs in --help, by person, each with its whole first sentence."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        verbs = [self.commands[name] for name in self.list_commands(ctx)]
        for person, group in groupby(verbs, lambda verb: getattr(verb, "rich_help_panel", None)):
            with formatter.section(str(person)):
                formatter.write_dl([(verb.name or "", _first_sentence(verb.help or "")) for verb in group])


def _first_sentence(text: str) -> str:
    first = text.partition(". ")[0]
    return first if first.endswith((".", "?")) else f"{first}."


# Exit codes: 0 done, 1 something is not as it should be (a check failed, a build is stale), 2 bad input.
app = typer.Typer(cls=Verbs, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
out = Console(highlight=False, markup=False, soft_wrap=True)

Days = Annotated[
    list[str] | None,
    typer.Argument(
        help="Days, for example 3 or day-03, also planned ones that have a text; none means all that are written."
    ),
]
where: dict[str, Path | None] = {"course": None}


def course_layout() -> Layout:
    return Layout.find(where["course"])


def joined(items: Iterable[object]) -> str:
    return ", ".join(str(item) for item in items)


def run() -> None:
    """Run the verb that was typed. Errors end with exit code 2 and say what is wrong, where, and what comes next."""
    # nbgrader calls alembic by name: the environment's own programs must be found first.
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    try:
        app()
    except CourseError as error:
        err = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
        err.print(f"Not done. {error.what}")
        for label, text in (("where", error.where), ("next", error.then)):
            if text:
                err.print(f"  {label}: {text}")
        sys.exit(2)
