"""The command line: arguments, words and exit codes. Each verb calls one job."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Column, Table

from log2attn.core.errors import CourseError
from log2attn.core.layout import Layout

# Exit codes: 0 done, 1 something is not as it should be (a check failed, a build is stale), 2 bad input.
app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
out = Console(highlight=False, markup=False, soft_wrap=True)

Days = Annotated[
    list[str] | None,
    typer.Argument(
        help="Days, for example 3 or day-03, also planned ones that have a text; none means all that are written."
    ),
]
_where: dict[str, Path | None] = {"course": None}


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    course: Annotated[
        Path | None, typer.Option(help="The course folder; by default the one you are in.")
    ] = None,
) -> None:
    """log2attn: the mathematics of generative AI, from logarithms to attention. Alone, it says where you are and what comes next."""
    _where["course"] = course
    if context.invoked_subcommand is None:
        where_am_i()


def where_am_i() -> None:
    from log2attn.jobs.progress import standing

    here = standing(_layout())
    out.print(f"Done: {', '.join(f'day {d.number}' for d in here.done) or 'nothing yet'}.")
    if here.begun:
        day, passed, of = here.begun
        out.print(f"Begun: day {day.number}, {passed} of {of} exercises passed.")
    for day, why in here.review:
        out.print(f"Due for review today: day {day.number}, {day.title} ({why}).")
    if not here.review:
        out.print("Due for review today: nothing.")
    if here.next:
        back = f" Its first part looks back at day {_list(here.back)}." if here.back else ""
        out.print(f"Next: day {here.next.number}, {here.next.title}.{back}")
        out.print(
            f"  log2attn take {here.next.number}    makes your copy    ·    make lab    opens it    ·    log2attn check {here.next.number}    checks it"
        )
    else:
        out.print("Every day that is written is done.")


@app.command()
def take(
    day: Annotated[
        str, typer.Argument(help="The day, for example 3; by default the one that comes next.")
    ] = "",
) -> None:
    """Make your own copy of a day, to work in (in my/), and print its path. A copy you already have is left as it is."""
    from log2attn.jobs.progress import take

    path, _new = take(_layout(), day)
    out.print(path)


@app.command()
def check(
    name: Annotated[str, typer.Argument(help="A day (3: your copy in my/) or a notebook file.")],
) -> None:
    """Check a day's notebook from the shell: what check(…) would say, for every exercise."""
    from log2attn.jobs.check import check_file

    open_ = 0
    for card in check_file(_layout(), name):
        out.print(card.as_text() + "\n")
        open_ += card.tone != "passed"
    out.print("All passed." if not open_ else f"{open_} still open.")
    raise typer.Exit(bool(open_))


@app.command()
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

    report = build(_layout(), days or (), check=check, sealed=sealed, private=private)
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


@app.command()
def new(
    day: Annotated[str, typer.Argument(help="A planned day, for example 12.")],
) -> None:
    """Begin a day: make its session and its answers file, ready to fill. They run and prove from the first minute."""
    from log2attn.jobs.new import new

    for path in new(_layout(), day):
        out.print(path)
    out.print(f"Next: fill what says TODO, from the top. log2attn ready {day} says what is still missing.")


@app.command()
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
    for step in ready(_layout(), day, prove, lint):
        left += bool(step.open)
        out.print(f"{'·' if step.open else '✓'} {step.name}")
        shown = step.open if all_ else step.open[:2]
        for sentence in shown:
            out.print(f"    {sentence if all_ else _short(sentence)}")
        if step.open:
            more = len(step.open) - len(shown)
            out.print(f"    {f'and {more} more; ' if more else ''}next: {step.command}")
    return left


@app.command()
def adopt(
    day: Annotated[
        str, typer.Argument(help="The day whose notebook in source/ you edited, for example day-03.")
    ],
) -> None:
    """Bring an edit made in a notebook of source/ back into the lesson's text."""
    from log2attn.jobs.adopt import adopt

    changed = adopt(_layout(), day)
    out.print(
        "Adopted: the lesson's text now says what the notebook says. Next: log2attn prove, log2attn build."
        if changed
        else "Nothing to adopt: the notebook is as it was built."
    )


@app.command()
def prove(
    days: Days = None,
    seed: Annotated[int, typer.Option(help="The course seed to draw the hidden inputs from.")] = 0,
) -> None:
    """Prove that checks accept right answers, catch every mistake, and tell the mistakes apart."""
    from log2attn.jobs.prove import prove_all
    from log2attn.proving.days import read_course, read_days

    layout = _layout()
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


@app.command()
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
            _layout(),
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
            "\nNo check notices these. Sharpen a check, name the mistake, or list the change with equivalent(…) and its reason:"
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


@app.command()
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

    layout, left = _layout(), 0
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


@app.command()
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
        for path in wrap_long_lines(_layout(), days or ()):
            out.print(f"wrapped long lines in {path}")
    count = 0
    for day, found in lint(_layout(), days or ()):
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
    for day, parts, optional in budgets(_layout(), days or ()):
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


@app.command()
def figures(days: Days = None) -> None:
    """Look at every figure: write them as PNGs with a contact sheet into figures/, and say what is wrong with them."""
    from log2attn.jobs.figures import figures
    from log2attn.proving.days import read_course, read_days

    layout = _layout()
    faults = 0
    for day, shown in figures(layout, read_days(layout, read_course(layout), days or ())):
        out.print(f"day {day.number}: {shown.pictures} pictures in {shown.folder}; look at sheet.png")
        for finding in shown.findings:
            out.print(f"· {finding}")
        faults += len(shown.findings)
    out.print("Nothing to mend." if not faults else f"{faults} to mend.")
    raise typer.Exit(bool(faults))


@app.command()
def calibrate(
    days: Days = None,
    colab: Annotated[Path, typer.Option(help="A Python with versions like Colab's.")] = Path(
        ".venv-colab/bin/python"
    ),
) -> None:
    """Try every right answer with twenty course seeds, on this Python and on one like Colab's. Unchanged exercises cost nothing."""
    from log2attn.jobs.calibrate import calibrate

    layout = _layout()
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


@app.command()
def sample(
    days: Annotated[
        list[str] | None,
        typer.Argument(help="Days, for example 3 or day-03; none means the first written day of each week."),
    ] = None,
) -> None:
    """Hand in the notebooks of a small made-up class, to try the grading on."""
    from log2attn.jobs.sample import sample

    out.print(f"Handed in by: {_list(sample(_layout(), days or ()))}.")


Course = Annotated[Path | None, typer.Option(help="The course folder; by default the one you are in.")]


@app.command()
def grade(
    assignments: Annotated[
        list[str] | None, typer.Argument(help="Assignments, for example phase-1-ai; none means all.")
    ] = None,
    student: Annotated[str, typer.Option(help="One learner only.")] = "",
    notebook: Annotated[
        str, typer.Option(help="Only notebooks whose name fits, for example 'day-0*'.")
    ] = "*",
    course: Course = None,
    jobs: Annotated[
        int, typer.Option(help="So many notebooks at a time; by default one for each processor.")
    ] = 0,
    figures: Annotated[
        bool, typer.Option("--figures", help="Draw every figure, not only those a person marks.")
    ] = False,
    again: Annotated[bool, typer.Option("--again", help="Also grade what has not changed since.")] = False,
    protected_only: Annotated[
        bool,
        typer.Option(
            "--protected-only",
            help="Leave to a person what could only be marked in the learner's own process, as stock nbgrader does.",
        ),
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Grade even where this computer cannot confine learners' code.")
    ] = False,
    json: Annotated[
        Path | None, typer.Option(help="Write what became of each notebook to this file, for machines.")
    ] = None,
) -> None:
    """Grade what lies in submitted/ into gradebook.db. Works in any nbgrader course; what has not changed costs nothing."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from log2attn.grading.schedule.folder import Folder
    from log2attn.jobs.grade import Choice, Summary, grade

    folder, found = Folder.find(course or _where["course"]), Summary()
    choice = Choice(
        tuple(assignments or ()), student, notebook, jobs, "all" if figures else "", again, protected_only
    )
    done = []
    # Without a thread of its own: the grader forks.
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=out,
        transient=True,
        auto_refresh=False,
        disable=not out.is_terminal,
    ) as bar:
        task = bar.add_task("getting ready …", total=None)
        bar.refresh()
        for one in grade(folder, choice, found, lambda level: yes or _agreed(level)):
            done.append(one)
            bar.update(
                task,
                description=f"{one.learner} · {one.notebook}",
                completed=len(done),
                total=found.total,
                refresh=True,
            )
            if one.trouble:
                out.print(f"{one}: a person must look at it: {one.trouble}")
    for who, why in found.waiting.items():
        out.print(f"{who}: a person must look at it: {why}")
    for test, why in found.tests.items():
        out.print(f"{test}: {why}")
    for line in (*found.notes, *found.missing):
        out.print(line)
    if json:
        json.write_text(found.as_json(done), encoding="utf-8")
    if found.level:
        out.print(f"Learners' code ran under protection: {found.level} (log2attn doctor says what that is).")
    out.print(found.in_words(done))
    raise typer.Exit(not found.ok(done))


@app.command()
def feedback(
    assignments: Annotated[
        list[str] | None, typer.Argument(help="Assignments, for example phase-1-ai; none means all.")
    ] = None,
    student: Annotated[str, typer.Option(help="One learner only.")] = "",
    course: Course = None,
) -> None:
    """Write a page for each graded notebook into feedback/: points, what to think about next, and what persons wrote. No hidden test is in it."""
    from log2attn.grading.schedule.folder import Folder
    from log2attn.jobs.feedback import feedback

    done = list(feedback(Folder.find(course or _where["course"]), assignments or [], student))
    for page in done:
        if page.trouble:
            out.print(f"{page.learner} · {page.assignment} · {page.notebook}: no page, since {page.trouble}.")
    out.print(f"{sum(not page.trouble for page in done)} pages written to feedback/.")


@app.command()
def doctor() -> None:
    """Attack this computer's own sandbox, harmlessly, and say what held: can learners' code be graded here?"""
    from log2attn.jobs.doctor import examine

    found = examine()
    table = Table("tried", "held", "seen", box=None)
    for canary in found.canaries:
        table.add_row(canary.tried, "yes" if canary.held else "NO", canary.detail)
    out.print(table)
    out.print(
        f"\nObserved: {found.observed} (the sandbox says {found.level.grade}; {len(found.canaries)} things tried, {len(found.escaped)} got out that should not have)."
    )
    for sentence in found.level.unprotected:
        out.print(f"· {sentence}")
    raise typer.Exit(bool(found.escaped))


def _agreed(level: str) -> bool:
    """Ask whether to run learners' code with little protection; without anybody to ask, no."""
    said = {"limits": "limits on time and memory, and nothing else", "none": "nothing"}.get(level, level)
    return sys.stdin.isatty() and typer.confirm(
        f"Learners' code would run here with your rights; what protects this computer is {said}. Grade all the same?"
    )


@app.command()
def report(
    csv: Annotated[
        Path | None,
        typer.Option(
            help="Also write the table to this file; what was not handed in or not graded stays empty."
        ),
    ] = None,
) -> None:
    """Print the class's scores."""
    from log2attn.jobs.report import as_csv, report

    found = report(_layout())
    if not found.rows:
        out.print(
            "The gradebook holds no learners yet. Put notebooks into submitted/LEARNER/PHASE/ and run: log2attn grade"
        )
        return
    table = Table(
        "learner",
        *(Column(f"day {day.number}", justify="right", no_wrap=True) for day in found.days),
        Column("total", justify="right"),
        Column("to read", justify="right"),
        box=None,
    )
    table.add_row(
        "points to be had", *(f"{p:g}" for p in found.possible), f"{sum(found.possible):g}", style="dim"
    )
    for row in found.rows:
        table.add_row(row.learner, *row.cells, f"{row.total:g}", str(row.to_read or ""))
    out.print(table)
    if csv:
        csv.write_text(as_csv(found), encoding="utf-8")
    out.print("\n– not handed in   ? not graded   to read: written answers that a person has yet to grade")
    for trouble in found.troubles:
        out.print(trouble)


def _short(sentence: str, most: int = 150) -> str:
    return sentence if len(sentence) <= most else sentence[: most - 1] + "…"


def _list(items: Iterable[object]) -> str:
    return ", ".join(str(item) for item in items)


def _layout() -> Layout:
    return Layout.find(_where["course"])


def main() -> None:
    """The program ``log2attn``."""
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
