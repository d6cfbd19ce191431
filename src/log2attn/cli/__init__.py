"""The command line: arguments, words and exit codes. Each verb calls one job."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

# Importing a person's verbs enters them, in this order.
from log2attn.cli.learner import where_am_i  # isort: skip
from log2attn.cli import instructor, author  # noqa: F401  # isort: skip
from log2attn.cli.screen import app, run, where


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    course: Annotated[
        Path | None, typer.Option(help="The course folder; by default the one you are in.")
    ] = None,
) -> None:
    """log2attn: the mathematics of generative AI, from logarithms to attention. Alone, it says where you are and what comes next."""
    where["course"] = course
    if context.invoked_subcommand is None:
        where_am_i()


def main() -> None:
    """The program ``log2attn``."""
    run()
