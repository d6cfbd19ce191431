"""What an instructor types: grade a class, read what came of it, and try the machine."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from log2attn.cli.screen import INSTRUCTORS, app, course_layout, joined, out, where
from log2attn.core.errors import CourseError

Course = Annotated[Path | None, typer.Option(help="The course folder; by default the one you are in.")]


@app.command(rich_help_panel=INSTRUCTORS)
def sample(
    days: Annotated[
        list[str] | None,
        typer.Argument(help="Days, for example 3 or day-03; none means the first written day of each week."),
    ] = None,
) -> None:
    """Hand in the notebooks of a small made-up class, to try the grading on."""
    from log2attn.jobs.sample import sample

    out.print(f"Handed in by: {joined(sample(course_layout(), days or ()))}.")


@app.command(rich_help_panel=INSTRUCTORS)
def collect(
    assignment: Annotated[str, typer.Argument(help="The assignment, for example phase-1-ai.")],
    folder: Annotated[
        Path | None,
        typer.Argument(help="The folder of downloads; by default downloaded/ASSIGNMENT/archive."),
    ] = None,
    course: Course = None,
) -> None:
    """Bring downloads from a learning platform or Colab into submitted/: archives, folders and files. Each file that is skipped is named with its reason."""
    from log2attn.grading.schedule.folder import Folder
    from log2attn.jobs.collect import collect, told

    found = collect(Folder.find(course or where["course"]), assignment, folder)
    for line in told(found):
        out.print(line)
    raise typer.Exit(not found.ok)


@app.command(rich_help_panel=INSTRUCTORS)
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

    folder, found = Folder.find(course or where["course"]), Summary()
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
    for line in found.troubles(done):
        out.print(line)
    if json:
        json.write_text(found.as_json(done), encoding="utf-8")
    if found.level:
        out.print(f"Learners' code ran under protection: {found.level} (log2attn doctor says what that is).")
    out.print(found.in_words(done))
    raise typer.Exit(not found.ok(done))


@app.command(rich_help_panel=INSTRUCTORS)
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

    done = list(feedback(Folder.find(course or where["course"]), assignments or [], student))
    for page in done:
        if page.trouble:
            out.print(f"{page.learner} · {page.assignment} · {page.notebook}: no page, since {page.trouble}.")
    out.print(f"{sum(not page.trouble for page in done)} pages written to feedback/.")


@app.command(rich_help_panel=INSTRUCTORS)
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


@app.command(rich_help_panel=INSTRUCTORS)
def report(
    assignment: Annotated[
        str, typer.Argument(help="An assignment, for example phase-2-ml: a line for each of its notebooks.")
    ] = "",
    day: Annotated[
        str,
        typer.Option(help="A day, or a notebook's name: what each of its tasks showed, and the mistakes."),
    ] = "",
    learner: Annotated[str, typer.Option(help="One learner: a line for each notebook.")] = "",
    csv: Annotated[
        Path | None,
        typer.Option(
            help="Also write the whole table to this file; what was not handed in or not graded stays empty."
        ),
    ] = None,
    lms: Annotated[
        str, typer.Option(help="Write that file as a learning platform imports it: canvas or moodle.")
    ] = "",
    html: Annotated[
        Path | None,
        typer.Option(
            help="Also write a page of the whole class to this file: every mark, each day's points, each exercise."
        ),
    ] = None,
    course: Course = None,
) -> None:
    """Tell who needs what: the class, or one assignment, day or learner. Works in any nbgrader course."""
    from log2attn.grading.schedule.folder import Folder
    from log2attn.jobs.report import as_csv, as_html, for_lms, in_words, report, save

    folder = Folder.find(course or where["course"])
    if lms and not csv:
        raise CourseError(
            "There is no file to write.", then=f"Name one: log2attn report --csv {lms}.csv --lms {lms}"
        )
    book = report(folder)
    text, left = for_lms(folder, book, lms) if lms else (as_csv(book), "")
    for line in in_words(book, assignment=assignment, day=day, learner=learner, width=out.width):
        out.print(line)
    if csv:
        save(text, csv)
    if html:
        save(as_html(book, folder.root.name, datetime.now().astimezone()), html)
    if left:
        out.print(f"{csv}: {left}")


@app.command(rich_help_panel=INSTRUCTORS)
def read(
    cell: Annotated[
        str, typer.Argument(help="The answer's name, for example d03-why; none lists what waits.")
    ] = "",
    assignment: Annotated[str, typer.Option(help="Of this assignment, if the name stands in several.")] = "",
    all_: Annotated[bool, typer.Option("--all", help="Also answers that were read already.")] = False,
    anonymous: Annotated[bool, typer.Option("--anonymous", help="Show no names.")] = False,
    course: Course = None,
) -> None:
    """Read everybody's answers to one question, beside the model answer, and give points and comments. Works in any nbgrader course."""
    from contextlib import suppress

    from log2attn.grading.desk.session import Session
    from log2attn.grading.schedule.folder import Folder
    from log2attn.jobs.read import ReadingDesk, listed, place, told

    with suppress(ImportError):
        import readline  # noqa: F401  (a line that is typed can then be edited)
    with ReadingDesk(Folder.find(course or where["course"])) as desk:
        if not cell:
            for line in listed(desk, out.width):
                out.print(line)
            return
        question = desk.question(cell, assignment)
        answers, lost = desk.answers(question, all_=all_, anonymous=anonymous)
        if answers:
            out.print(f"{place(question)} · {question.points:g} points · {len(answers)} to read")
        given = (
            Session(
                question,
                answers,
                lambda answer, score, comment: desk.give(question, answer.learner, score, comment),
                input,
                out.print,
                width=min(out.width, 100),
                anonymous=anonymous,
            ).run()
            if answers
            else 0
        )
        for line in told(desk, question, given, lost):
            out.print(line)
