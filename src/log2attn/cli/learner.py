"""What a learner types: where am I, take a day, check it."""

from __future__ import annotations

from typing import Annotated

import typer

from log2attn.cli.screen import LEARNERS, app, course_layout, joined, out


def where_am_i() -> None:
    from log2attn.jobs.progress import standing

    here = standing(course_layout())
    out.print(f"Done: {', '.join(f'day {d.number}' for d in here.done) or 'nothing yet'}.")
    if here.begun:
        day, passed, of = here.begun
        out.print(f"Begun: day {day.number}, {passed} of {of} exercises passed.")
    for day, why in here.review:
        out.print(f"Due for review today: day {day.number}, {day.title} ({why}).")
    if not here.review:
        out.print("Due for review today: nothing.")
    if here.next:
        back = f" Its first part looks back at day {joined(here.back)}." if here.back else ""
        out.print(f"Next: day {here.next.number}, {here.next.title}.{back}")
        n = here.next.number
        if not here.taken:
            out.print(f"  log2attn take {n}     makes your copy")
        out.print("  make lab            opens it")
        out.print(f"  log2attn check {n}    checks it")
    else:
        out.print("Every day that is written is done.")


@app.command(rich_help_panel=LEARNERS)
def take(
    day: Annotated[
        str, typer.Argument(help="The day, for example 3; by default the one that comes next.")
    ] = "",
) -> None:
    """Make your own copy of a day, to work in (in my/), and print its path. The days it links to come along; what you have worked in is left as it is."""
    from log2attn.jobs.progress import take

    path, _new = take(course_layout(), day)
    out.print(path)


@app.command(rich_help_panel=LEARNERS)
def check(
    name: Annotated[str, typer.Argument(help="A day (3: your copy in my/) or a notebook file.")],
) -> None:
    """Check a day's notebook from the shell: what check(…) would say, for every exercise."""
    from log2attn.jobs.check import check_file

    open_ = 0
    for card in check_file(course_layout(), name):
        out.print(card.as_text() + "\n")
        open_ += card.tone != "passed"
    out.print("All passed." if not open_ else f"{open_} still open.")
    raise typer.Exit(bool(open_))


@app.command(rich_help_panel=LEARNERS)
def hint(
    exercise: Annotated[str, typer.Argument(help="An exercise, for example d03-log_base.")],
    number: Annotated[int, typer.Argument(help="So many of its hints.")] = 1,
) -> None:
    """Show the first hint for an exercise, or the first two or three: each says more than the one before."""
    from log2attn.jobs.hint import hints

    out.print(hints(exercise, number).as_text())
