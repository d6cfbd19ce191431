"""How long grading takes: stock nbgrader, ours, and the floor, on the same submissions, in one run.

    python benchmarks/grading.py            three notebooks of this course, a made-up class; about a quarter of an hour
    python benchmarks/grading.py --quick    fewer of everything, to see that it runs
    python benchmarks/grading.py --processor    seconds of processor time instead, which other programs on the computer hardly change
    python benchmarks/grading.py --write    also puts the table between the speed markers of docs/grading.md

Everything is compiled to byte code first, and the measured commands run without PYTHONDONTWRITEBYTECODE. Ours runs on a class of two sizes: the
difference is what notebooks cost, the rest is start-up (with figures, on the small class, less this start-up). Stock's start-up is what `nbgrader autograde --version` takes. What is compared is measured turn by turn, so that what else the computer does falls on
both; the table shows medians over the turns. The floor is a warm process that forks for each notebook and runs its cells with exec, with no grader around.
"""

from __future__ import annotations

import argparse
import ast
import compileall
import contextlib
import io
import json
import os
import platform
import re
import resource
import shutil
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from same_marks import COURSE

import log2attn
from log2attn.core.layout import Layout
from log2attn.doors.notebook import grade_id, read_notebook, write_as_found
from log2attn.grading.limits import Limits
from log2attn.grading.protocol.line import LineDead
from log2attn.grading.protocol.peer import Peer
from log2attn.grading.schedule.folder import Folder
from log2attn.grading.schedule.workers import Zygote
from log2attn.grading.tester.contract import Contract
from log2attn.grading.tester.conversation import Conversation
from log2attn.jobs.sample import CLASS
from log2attn.proving.days import read_course, read_days

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
DAYS = ("3", "9", "58")
ASSIGNMENTS = ("phase-1-ai", "phase-4-genai")
# A copied cell (moved-cells) would end stock's run for everybody sorted after.
KINDS = [name for name in CLASS if name != "moved-cells"]
EDITED = "phase-1-ai/day-03-logarithms.ipynb"
MANY = 1000


class Course:
    """A scratch course in which ``learners`` have handed in the three notebooks; each file differs a little from all others."""

    def __init__(self, root: Path, learners: int) -> None:
        self.root, self.learners = root, learners
        self.notebooks = learners * len(DAYS)
        for folder in COURSE:
            shutil.copytree(ROOT / folder, root / folder)
        shutil.copy(ROOT / "nbgrader_config.py", root)
        layout = Layout.find(root)
        days = read_days(layout, read_course(layout), DAYS)
        for source in (root / "source").glob("*/*.ipynb"):
            if source.stem not in {day.day.slug for day in days}:
                source.unlink()
        for day in days:
            for kind in KINDS[:learners]:
                notebook = read_notebook(layout.release(day.day))
                CLASS[kind](day, notebook)
                answer = next(cell for cell in notebook.cells if grade_id(cell) == day.lesson.exercises[0].id)
                text = answer.source
                for n in range(KINDS.index(kind), learners, len(KINDS)):
                    answer.source = f"{text}\n# {n}"
                    path = (
                        Folder(layout.root).submitted(f"learner-{n:04}", day.day.phase)
                        / f"{day.day.slug}.ipynb"
                    )
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(write_as_found(notebook))

    def run(self, *command: str) -> float:
        """Seconds of one command in the course."""
        begun = time.perf_counter()
        done = subprocess.run(
            [str(BIN / command[0]), *command[1:]],
            cwd=self.root,
            check=False,
            capture_output=True,
            text=True,
            env=ENVIRONMENT,
        )
        took = time.perf_counter() - begun
        if done.returncode:
            print(f"  {' '.join(command)} ended with {done.returncode}: {(done.stdout + done.stderr)[-500:]}")
        return took

    def stock(self) -> float:
        """All submissions with stock nbgrader."""
        return sum(self.run("nbgrader", "autograde", assignment, "--force") for assignment in ASSIGNMENTS)

    def ours(self, *options: str) -> float:
        return self.run("log2attn", "grade", *options)


ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | {
    "OPENBLAS_NUM_THREADS": "1",
    "PATH": f"{BIN}:{os.environ['PATH']}",
}


# -- the floor

WITH_FIGURES = {False: "no figures drawn", True: "every figure drawn"}


def floor(course: Course, *, draw: bool) -> float:
    """Seconds per notebook of exec alone: the cells of the autograded notebooks (the learner's cells, the source's tests) in forked children, one at a time."""
    notebooks = [cells_of(path) for path in sorted(course.root.glob("autograded/*/*/*.ipynb"))]
    begun = time.perf_counter()
    for cells in notebooks:
        pid = os.fork()
        if pid == 0:
            with contextlib.suppress(BaseException):
                execute(cells, draw=draw)
            os._exit(0)
        os.waitpid(pid, 0)
    return (time.perf_counter() - begun) / len(notebooks)


def cells_of(path: Path) -> list[str]:
    return [
        "".join(cell["source"])
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]


def execute(cells: list[str], *, draw: bool) -> None:
    """Run cells as a kernel would, and render what they draw, as grading does, to PNG."""
    import matplotlib.pyplot as plt

    from log2attn.learn import figure

    def render(fig: Any, *_more: Any) -> None:
        fig.savefig(io.BytesIO(), format="png", dpi=100)

    def show(*_args: Any, **_kwargs: Any) -> None:
        for number in plt.get_fignums() if draw else ():
            render(plt.figure(number))
        plt.close("all")

    os.environ["NBGRADER_EXECUTION"] = "autograde"
    figure.observers[:] = [render] if draw else []
    plt.show = show
    sys.stdout = sys.stderr = io.StringIO()
    names: dict[str, Any] = {"__name__": "__main__"}
    sys.modules["__main__"].__dict__.update(names)
    for text in cells:
        with contextlib.suppress(Exception):
            tree = ast.parse(text)
            tail = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
            exec(compile(tree, "<cell>", "exec"), names)
            if (
                tail is not None
                and (value := eval(compile(ast.Expression(tail.value), "<cell>", "eval"), names)) is not None  # noqa: S307  (our own sample class)
            ):
                repr(value)
        show()


def warm_up() -> None:
    """Import what the notebooks import, as a warm process has."""
    from log2attn.grading.protocol.libraries import LIBRARIES
    from log2attn.grading.worker.zygote import Warmth

    Warmth(LIBRARIES)


# -- one call, one worker


def call_across(turns: int) -> dict[str, float]:
    """Microseconds of one call of a learner's function from a test, and of what lies below it."""
    zygote = Zygote()
    worker = zygote.worker([Path(log2attn.__file__).parent / "__init__.py"], Limits())
    talk = Conversation(Contract())
    talk.talk_to(Peer(worker.line, talk))
    talk.ask("cell", ["def same(x):\n    return x", 10.0, False, []])
    same = talk.ask("names", ["same"])[0][1]
    object.__setattr__(same, "_r_label", "same")
    small, large, rng = 1.5, np.arange(1000.0), np.random.default_rng(1)
    found = {
        "a number there and back": micro(lambda: same(small), turns),
        "1,000 numbers in an array there and back": micro(lambda: same(large), turns),
        "a seeded generator there and back": micro(lambda: same(rng), turns),
        "for comparison, one byte to another process and back": ping(turns),
    }
    zygote.end(worker)
    zygote.close()
    return found


def micro(call: Callable[[], object], turns: int) -> float:
    times = []
    for _ in range(turns):
        begun = time.perf_counter()
        for _ in range(20):
            call()
        times.append((time.perf_counter() - begun) / 20)
    return 1e6 * median(times)


def ping(turns: int) -> float:
    here, there = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        here.close()
        while data := there.recv(1):
            there.send(data)
        os._exit(0)
    there.close()
    found = micro(lambda: (here.send(b"x"), here.recv(1)), turns)
    here.close()
    os.waitpid(pid, 0)
    return found


def workers(turns: int) -> dict[str, float]:
    """Seconds of a zygote until it is warm; milliseconds of a worker's end and the next one until its first answer."""
    begun = time.perf_counter()
    zygote = Zygote()
    zygote.until_warm()
    warm = time.perf_counter() - begun
    times = []
    for _ in range(turns):
        begun = time.perf_counter()
        worker = zygote.worker([], Limits())
        talk = Conversation(Contract())
        talk.talk_to(Peer(worker.line, talk))
        with contextlib.suppress(LineDead):
            talk.ask("ready", None)
        times.append(time.perf_counter() - begun)
        zygote.end(worker)  # the next one waits for it
    zygote.close()
    return {"zygote": warm, "worker": 1000 * median(times[1:])}


# -- the run


def measure(scratch: Path, *, quick: bool) -> dict[str, Any]:
    turns = 1 if quick else 2
    small, large = (Course(scratch / name, n) for name, n in (("small", 5), ("large", 10 if quick else 20)))
    for assignment in ASSIGNMENTS:
        small.run("nbgrader", "generate_assignment", assignment, "--force")
    first = large.ours("--jobs", "1")  # each reference runs once, and is remembered
    small.ours("--figures")
    small.ours()
    ways: dict[tuple[str, bool], list[tuple[float, float]]] = {
        (jobs, draw): [] for jobs in ("1", "") for draw in (False, True)
    }
    stock, floors, loads = [], {False: [], True: []}, []
    warm_up()
    for turn in range(turns):
        print(f"  turn {turn + 1} of {turns}, {datetime.now(UTC):%H:%M}", flush=True)
        loads.append(os.getloadavg()[0])
        starting = len(ASSIGNMENTS) * small.run("nbgrader", "autograde", "--version")
        stock.append(((small.stock() - starting) / small.notebooks, starting))
        for jobs in ("1", ""):
            options = ["--again", *(["--jobs", jobs] if jobs else [])]
            ways[jobs, False].append(
                line(small.ours(*options), small.notebooks, large.ours(*options), large.notebooks)
            )
            start = ways[jobs, False][-1][1]  # the same with figures
            ways[jobs, True].append(((small.ours(*options, "--figures") - start) / small.notebooks, start))
        for draw, found in floors.items():
            found.append(floor(small, draw=draw))
    large.ours()
    same = median(large.ours() for _ in range(3))
    edit(large.root)
    edited = large.ours()
    print(f"  many, {datetime.now(UTC):%H:%M}", flush=True)
    many = Course(scratch / "many", -(-(60 if quick else MANY) // len(DAYS)))
    bulk = many.ours()
    again = [many.ours() for _ in range(5)]
    return {
        "stock": stock,
        "ways": ways,
        "floors": floors,
        "first": (first, large.notebooks),
        "edited": (edited, same, large.learners, large.notebooks),
        "many": (many.notebooks, bulk, median(again)),
        "imports": median(imported() for _ in range(3)),
        "calls": call_across(50 if quick else 200),
        "workers": workers(10 if quick else 50),
        "load": [*loads, os.getloadavg()[0]],
        "sizes": (small.notebooks, large.notebooks),
    }


def line(less: float, few: int, more: float, many: int) -> tuple[float, float]:
    """(seconds per notebook, seconds of start-up) from two measurements."""
    slope = (more - less) / (many - few)
    return slope, less - slope * few


def edit(root: Path) -> None:
    """Change one hidden test: its seed."""
    path = root / "source" / EDITED
    text = path.read_text(encoding="utf-8")
    new = re.sub(r"(BEGIN HIDDEN TESTS\\n\",\n)", r'\1    "# edited\\n",\n', text, count=1)
    if new == text:
        raise SystemExit(f"No hidden test was found in {EDITED}.")
    path.write_text(new, encoding="utf-8")


def imported() -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import nbgrader.api, nbgrader.apps"], check=True, env=ENVIRONMENT)
    return time.perf_counter() - begun


def table(found: dict[str, Any]) -> str:
    """The page's table."""
    cores = os.cpu_count() or 1
    slopes = {way: median(slope for slope, _ in turns) for way, turns in found["ways"].items()}
    starts = {way: median(start for _, start in turns) for way, turns in found["ways"].items()}
    stock, stock_start = (median(turn[k] for turn in found["stock"]) for k in (0, 1))
    floors = {draw: median(turns) for draw, turns in found["floors"].items()}

    def times(way: tuple[str, bool], of: list[float]) -> float:
        """The median of the ratios within a turn."""
        return median(a / b[0] for a, b in zip(of, found["ways"][way], strict=True))

    per_stock = [slope for slope, _ in found["stock"]]
    names = {"1": "`--jobs 1`", "": f"{cores} cores"}
    rows = [f"| stock `nbgrader autograde` | {stock:.2f} | 1 | – | {stock_start:.1f} |"]
    for (jobs, draw), slope in slopes.items():
        over = 1 / times((jobs, draw), found["floors"][draw]) if jobs else None
        rows.append(
            f"| `log2attn grade` {names[jobs]}{' `--figures`' if draw else ''} | {slope:.3f} | {times((jobs, draw), per_stock):.0f} | {f'{over:.2f}' if over else '–'} | {starts[jobs, draw]:.1f} |"
        )
    rows += [
        f"| the floor, {WITH_FIGURES[draw]} | {seconds:.3f} | {stock / seconds:.0f} | 1 | – |"
        for draw, seconds in floors.items()
    ]
    first, of = found["first"]
    edited, unedited, changed, among = found["edited"]
    many, bulk, again = found["many"]
    small, large = found["sizes"]
    calls = "\n".join(f"| {name} | {microseconds:.0f} µs |" for name, microseconds in found["calls"].items())
    return "\n".join(
        [
            f"Measured on {datetime.now(UTC):%Y-%m-%d} by `benchmarks/grading.py`: {cores} cores of a shared computer, {platform.system()}, Python {platform.python_version()}, all byte code compiled beforehand.",
            f"Days {', '.join(DAYS[:-1])} and {DAYS[-1]} of this course, from learners with right, other, half-finished and wrong answers: {small} notebooks for stock, {small} and {large} for ours.",
            "Ratios are medians of the ratios within a turn, in which all are measured one after the other.",
            f"Load average meanwhile: {min(found['load']):.0f} to {max(found['load']):.0f}.",
            "",
            "| | seconds per notebook | × stock's speed | × the floor's time | start-up, seconds |",
            "|---|---|---|---|---|",
            *rows,
            "",
            "The floor runs the same cells with `exec` in children of one warm process, one after the other, with no grader around.",
            "It runs every given cell; `log2attn grade` leaves out those on which nothing graded depends, unless `--figures` is given.",
            "",
            "| | |",
            "|---|---|",
            f"| {many:,} notebooks, graded for the first time, {cores} cores | {bulk:.0f} s |",
            f"| the same once more, nothing changed | {again:.1f} s |",
            f"| one hidden test edited: {changed} of {among} notebooks are graded again, and the reference's notebook | {edited:.1f} s |",
            f"| of that, the command itself and looking for changes | {unedited:.1f} s |",
            f"| {of} notebooks for the first time, `--jobs 1`, with the three references | {first:.1f} s |",
            f"| a zygote until it is warm; the other cores' are forked from it | {found['workers']['zygote']:.1f} s |",
            f"| importing nbgrader, once a run | {found['imports']:.1f} s |",
            f"| a confined worker ended, and a fresh one until its first answer | {found['workers']['worker']:.0f} ms |",
            calls,
        ]
    )


def processor(scratch: Path) -> str:
    """Seconds of processor time for one notebook, of all processes that each way starts: stock, ours with one job, and the floor."""
    small, large = (Course(scratch / name, n) for name, n in (("small", 5), ("large", 10)))
    for assignment in ASSIGNMENTS:
        small.run("nbgrader", "generate_assignment", assignment, "--force")
    for course in (small, large):
        course.ours("--jobs", "1", "--student", "learner-0000")  # each reference runs once, and is remembered
    warm_up()
    starting = len(ASSIGNMENTS) * used(lambda: small.run("nbgrader", "autograde", "--version"))
    stock = (used(small.stock) - starting) / small.notebooks
    less, more = (used(partial(course.ours, "--again", "--jobs", "1")) for course in (small, large))
    ours, start = line(less, small.notebooks, more, large.notebooks)
    least = used(lambda: floor(small, draw=False)) / small.notebooks
    rows = [
        ("stock `nbgrader autograde`", stock, starting),
        ("`log2attn grade` `--jobs 1`", ours, start),
        ("the floor, no figures drawn", least, 0.0),
    ]
    return "\n".join(
        [
            f"{small.notebooks} notebooks for stock and the floor, {small.notebooks} and {large.notebooks} for ours, {datetime.now(UTC):%Y-%m-%d}.",
            "",
            "| | seconds of processor time for one notebook | × stock's | start-up, seconds |",
            "|---|---|---|---|",
            *(f"| {name} | {each:.2f} | {stock / each:.1f} | {begin:.1f} |" for name, each, begin in rows),
        ]
    )


def used(call: Callable[[], object]) -> float:
    """Seconds of processor time that the processes used which ended during a call."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    call()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--quick", action="store_true")
    asked.add_argument("--write", action="store_true")
    asked.add_argument("--processor", action="store_true")
    options = asked.parse_args()
    compileall.compile_dir(str(ROOT / "src"), quiet=2)
    compileall.compile_dir(sysconfig.get_path("purelib"), quiet=2, workers=0)
    with tempfile.TemporaryDirectory(prefix="grading-") as scratch:
        if options.processor:
            print(processor(Path(scratch)))
            return
        said = table(measure(Path(scratch), quick=options.quick))
    print(said)
    if options.write:
        page = ROOT / "docs" / "grading.md"
        text = page.read_text(encoding="utf-8")
        body = f"<!-- speed -->\n{said}\n<!-- end: speed -->"
        if "<!-- speed -->" not in text:
            text = f"{text.rstrip()}\n\n<!-- speed -->\n<!-- end: speed -->\n"
        page.write_text(
            re.sub(r"<!-- speed -->.*?<!-- end: speed -->", lambda _: body, text, flags=re.DOTALL),
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
