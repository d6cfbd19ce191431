"""What an author types, from a new day to a published one."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Column, Table

from log2attn.cli.screen import AUTHORS, Days, app, course_layout, out


@app.command(rich_help_panel=AUTHORS)
def build(
    days: Days = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail if anything would change.")
    ] = False,
    sealed: Annotated[
        bool, typer.Option("--sealed", help="Leave the hidden checks out of what learners' check(…) gets.")
    ] = False,
    private: Annotated[
        bool,
        typer.Option(
            "--private",
            help="Build your own course, with the seed and the folder of lessons/course.local.toml.",
        ),
    ] = False,
) -> None:
    """Compile the lessons: source/, release/, the toolbox, and what check(…) needs. What has not changed costs nothing."""
    from log2attn.jobs.build import build

    report = build(course_layout(), days or (), check=check, sealed=sealed, private=private)
    for path in report.written:
        out.print(f"{'stale' if check else 'wrote'}  {path}")
    for path in report.removed:
        out.print(f"{'surplus' if check else 'removed'}  {path}")
    for note in report.notes:
        out.print(f"note: {note}")
    for fault in report.faults:
        out.print(f"cannot be marked: {fault}")
    if report.fresh:
        out.print("Everything is up to date.")
    elif check:
        out.print("Run: log2attn build")
        raise typer.Exit(1)
    raise typer.Exit(bool(report.faults))


@app.command(rich_help_panel=AUTHORS)
def new(
    day: Annotated[str, typer.Argument(help="A planned day, for example 12.")],
) -> None:
    """Begin a day: make its session and its answers file, ready to fill. They run and prove from the first minute."""
    from log2attn.jobs.new import new

    for path in new(course_layout(), day):
        out.print(path)
    out.print("What the day is to teach stands in docs/syllabus.md, how a day is written in CONTRIBUTING.md.")
    out.print(f"Next: fill what says TODO, from the top. log2attn ready {day} says what is still missing.")


@app.command(rich_help_panel=AUTHORS)
def ready(
    days: Annotated[list[str], typer.Argument(help="Days that have a text, for example 12 13.")],
    all_: Annotated[
        bool, typer.Option("--all", help="Every sentence, not the first two of each step.")
    ] = False,
) -> None:
    """What still stands between a day's text and a published day, in the order in which to do it."""
    left = sum([_ready(day, all_, heading=len(days) > 1) for day in days])
    out.print(f"{left} steps to go." if left else "Ready: make test, and publish.")
    raise typer.Exit(bool(left))


def _ready(day: str, all_: bool, *, heading: bool) -> int:
    """Print a day's steps; returns how many are open."""
    from log2attn.jobs.lint import lint
    from log2attn.jobs.prove import prove
    from log2attn.jobs.ready import ready

    left = 0
    if heading:
        out.print(f"Day {day}")
    for step in ready(course_layout(), day, prove, lint):
        left += bool(step.open)
        out.print(f"{'·' if step.open else '✓'} {step.name}")
        shown = step.open if all_ else step.open[:2]
        for sentence in shown:
            out.print(f"    {sentence if all_ else _short(sentence)}")
        if step.open:
            more = len(step.open) - len(shown)
            out.print(f"    {f'and {more} more; ' if more else ''}next: {step.command}")
    return left


@app.command(rich_help_panel=AUTHORS)
def adopt(
    day: Annotated[
        str, typer.Argument(help="The day whose notebook in source/ you edited, for example day-03.")
    ],
) -> None:
    """Bring an edit made in a notebook of source/ back into the lesson's text."""
    from log2attn.jobs.adopt import adopt

    changed = adopt(course_layout(), day)
    out.print(
        "Adopted: the lesson's text now says what the notebook says. Next: log2attn prove, log2attn build."
        if changed
        else "Nothing to adopt: the notebook is as it was built."
    )


@app.command(rich_help_panel=AUTHORS)
def prove(
    days: Days = None,
    seed: Annotated[int, typer.Option(help="The course seed to draw the hidden inputs from.")] = 0,
) -> None:
    """Prove that checks accept right answers, catch every mistake, and tell the mistakes apart."""
    from log2attn.jobs.prove import prove_all
    from log2attn.proving.days import read_course, read_days

    layout = course_layout()
    table = Table("exercise", "right answers pass", "mistakes caught", "diagnosis", "slips told", box=None)
    faults, slips = [], []
    for proof in prove_all(read_days(layout, read_course(layout), days or ()), seed):
        table.add_row(
            proof.exercise,
            f"{proof.right} of {proof.answers}",
            f"{proof.mistakes} of {proof.known}",
            "mixed" if proof.mixed else "identity",
            f"{sum(fate.is_told for fate in proof.slips)} of {len(proof.slips)}",
        )
        faults += [f"{proof.exercise}: {fault}" for fault in proof.faults]
        slips += [f"{proof.exercise}: {fate.in_words}" for fate in proof.slips if not fate.is_told]
    out.print(table)
    for fault in faults:
        out.print(f"· {fault}")
    if slips:
        out.print(
            "\nSlips that a newcomer may make, and no card tells. Is it right after all? Else sharpen a check, or add the mistake:"
        )
    for line in slips:
        out.print(f"· {line}")
    raise typer.Exit(bool(faults))


@app.command(rich_help_panel=AUTHORS)
def tries(
    day: Annotated[str, typer.Argument(help="A day that has a text, for example 12.")],
    file: Annotated[
        Path,
        typer.Argument(
            help="Answers that were tried, written as in an answers file: @mistake with a note, @also_right."
        ),
    ],
) -> None:
    """Try a file of answers on a day's checks, and show what each one's card says: wrong ones must be refused and told, right ones pass."""
    from log2attn.jobs.tries import counted, tries

    found = []
    for one in tries(course_layout(), day, file):
        found.append(one)
        out.print(f"{'·' if one.is_as_hoped else '✗'} {one.exercise} · {one.note} · {one.came}")
        for line in one.says.splitlines():
            out.print(f"    {line}")
    out.print(counted(found))
    raise typer.Exit(not all(one.is_as_hoped for one in found))


@app.command(rich_help_panel=AUTHORS)
def mutate(
    days: Days = None,
    jobs: Annotated[int, typer.Option(help="So many at a time; by default one for each processor.")] = 0,
) -> None:
    """Change the worked solutions in many small ways and tell which changes no check notices. Unchanged exercises cost nothing."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from log2attn.jobs.mutate import mutate

    table = Table("exercise", "mutants", "visible", "hidden", "equivalent", "survived", "named", box=None)
    left, idle = [], []
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=out,
        transient=True,
    ) as bar:
        task = bar.add_task("", total=None)
        for found in mutate(
            course_layout(),
            days or [],
            jobs=jobs or os.cpu_count() or 1,
            tick=lambda id, n, of: bar.update(task, description=id, completed=n, total=of),
        ):
            m = found.result
            table.add_row(
                found.exercise,
                *(
                    str(n)
                    for n in (
                        m.mutants,
                        m.by_visible,
                        m.by_hidden,
                        len(m.equivalent),
                        len(m.survived),
                        m.named,
                    )
                ),
            )
            left += [f"{found.exercise}: {change}" for change in m.survived]
            idle += [f"{found.exercise}: {change}" for change in found.idle]
    out.print(table)
    if left:
        out.print(
            "\nNo check notices these. Sharpen a check, name the mistake, or list the change as it stands here:"
            ' equivalent("d12-…", "… → …", "why it is no mistake").'
        )
    for line in left:
        out.print(f"· {line}")
    if idle:
        out.print(
            "\nListed as equivalent, but caught (or not made any more). Remove them from the answers file:"
        )
    for line in idle:
        out.print(f"· {line}")
    raise typer.Exit(bool(left or idle))


@app.command(rich_help_panel=AUTHORS)
def readings(
    days: Days = None,
    accept: Annotated[
        bool, typer.Option("--accept", help="All that are listed as unread have been read, and are true.")
    ] = False,
    false: Annotated[
        str, typer.Option(help="The numbers, as listed, of those that are false, for example 3,7.")
    ] = "",
) -> None:
    """List each machine-made change that would be shown a mistake's sentence, to be read once: is the sentence true of it?"""
    from log2attn.jobs.readings import ask_for, judge, listed, marked, readings

    layout, left = course_layout(), 0
    for day, found in readings(layout, days or ()):
        for exercise in found.stale:
            out.print(f"{exercise}: its mutants have changed; first run: log2attn mutate {day.day.number}")
        judge(found, accept=accept, false=marked(false, found.unread))
        if sys.stdin.isatty() and not accept and not false:
            ask_for(found, out.print, input)
        else:
            for line in listed(found):
                out.print(line)
        out.print(
            f"day {day.day.number}: {len(found.pairs)} pairs, {len(found.true)} true, {len(found.false)} false, {len(found.unread)} unread"
        )
        left += len(found.unread) + len(found.false) + len(found.stale)
    raise typer.Exit(bool(left))


@app.command(rich_help_panel=AUTHORS)
def lint(
    days: Days = None,
    rules: Annotated[bool, typer.Option("--rules", help="List the rules, one line each.")] = False,
    budget: Annotated[
        bool, typer.Option("--budget", help="Count the minutes of each part, and of what they are made.")
    ] = False,
    wrap: Annotated[
        bool, typer.Option("--wrap", help="Break long strings and comments in the lessons' code first.")
    ] = False,
) -> None:
    """Hold the lessons to the house style, docs/style.md: what, where, and what to do."""
    from log2attn.jobs.lint import lint, named_rules, wrap_long_lines

    if budget:
        _print_budget(days)
        return
    if rules:
        for name, says in named_rules():
            out.print(f"{name:<22}{says}")
        return
    if wrap:
        for path in wrap_long_lines(course_layout(), days or ()):
            out.print(f"wrapped long lines in {path}")
    count = 0
    for day, found in lint(course_layout(), days or ()):
        if found:
            out.print(f"Day {day.number}, {day.title}")
        for finding in found:
            out.print(f"  {finding.path}:{finding.line} {finding.rule}: {finding.what} {finding.then}")
        count += len(found)
    out.print(f"{count} findings." if count else "Nothing to find fault with.")
    raise typer.Exit(bool(count))


def _print_budget(days: list[str] | None) -> None:
    """What each part of the days asks of a learner; fails if a part is over its minutes."""
    from log2attn.jobs.lint import budgets

    heads = ["minutes", "of", "over", "words", "cells", "lines", "figures", "questions", "cards"]
    over = 0
    for day, parts, optional in budgets(course_layout(), days or ()):
        table = Table("part", *(Column(head, justify="right") for head in heads), box=None)
        for p in parts:
            row = [p.minutes, p.limit, p.over, p.words, p.cells, p.lines, p.figures, p.questions]
            table.add_row(p.name, *(f"{n:.0f}" for n in row), str(sum(p.cards.values())))
            over += p.over
        out.print(f"Day {day.number}, {day.title}")
        out.print(table)
        for id, minutes in (card for part in parts for card in part.cards.items()):
            out.print(f"  card {id}: {minutes} minutes")
        total = sum(part.minutes for part in parts)
        out.print(f"  {total:.0f} minutes together; the optional end would take {optional:.0f} more.\n")
    raise typer.Exit(bool(over))


@app.command(rich_help_panel=AUTHORS)
def figures(days: Days = None) -> None:
    """Look at every figure: write them as PNGs with a contact sheet into figures/, and say what is wrong with them."""
    from log2attn.jobs.figures import figures
    from log2attn.proving.days import read_course, read_days

    layout = course_layout()
    faults = 0
    for day, shown in figures(layout, read_days(layout, read_course(layout), days or ())):
        out.print(f"day {day.number}: {shown.pictures} pictures in {shown.folder}; look at sheet.png")
        for finding in shown.findings:
            out.print(f"· {finding}")
        faults += len(shown.findings)
    out.print("Nothing to mend." if not faults else f"{faults} to mend.")
    raise typer.Exit(bool(faults))


@app.command(rich_help_panel=AUTHORS)
def calibrate(
    days: Days = None,
    colab: Annotated[Path, typer.Option(help="A Python with versions like Colab's.")] = Path(
        ".venv-colab/bin/python"
    ),
) -> None:
    """Try every right answer with twenty course seeds, on this Python and on one like Colab's. Unchanged exercises cost nothing."""
    from log2attn.jobs.calibrate import calibrate

    layout = course_layout()
    table = Table("exercise", "right answers", "seeds", "failures", box=None)
    failures = []
    for id, result, new in calibrate(
        layout, days or [], {"lock": Path(sys.executable), "colab": layout.root / colab}
    ):
        table.add_row(
            id,
            str(result.answers),
            str(result.seeds),
            f"{sum(map(len, result.failed.values()))}{'' if new else ' (kept)'}",
        )
        failures += [f"{id} ({name}): {what}" for name, found in result.failed.items() for what in found]
    out.print(table)
    for failure in failures:
        out.print(f"· {failure}")
    raise typer.Exit(bool(failures))


def _short(sentence: str, most: int = 150) -> str:
    return sentence if len(sentence) <= most else sentence[: most - 1] + "…"
