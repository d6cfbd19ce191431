"""Runs cases against a grading command inside a throw-away container, and reads afterwards what they gained and whom they hurt.

A case is a file in cases/. Its docstring is the story; KIND, GROUP and DESERVED stand beside a function apply(submission), and may be joined by

LEAST     the least it may get: by default DESERVED for a careless case, 0 for a hostile one
QUEUE     True if it may stand in the queue for a person instead
ALONE     True if it is graded in a run of its own: it would hold up many others
FEEDBACK  True if the stock grader's feedback pages are looked at too (they take seconds)
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import os
import re
import runpy
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from course import CANARIES, MAX, WRITTEN, build, hand_in  # noqa: E402
from submission import Submission, Unfit  # noqa: E402

BIN = Path(sys.executable).parent
STOCK = [f"{BIN}/nbgrader", "autograde", "ps1"]
OURS = [
    f"{BIN}/log2attn",
    "grade",
    "ps1",
    "--course",
    "{course}",
    "--json",
    "{work}/grade.json",
    "--jobs",
    "{jobs}",
]
FEEDBACK_STOCK = [f"{BIN}/nbgrader", "generate_feedback", "ps1"]
FEEDBACK_OURS = [f"{BIN}/log2attn", "feedback", "ps1", "--course", "{course}"]
EPSILON = 1e-6


@dataclass(frozen=True)
class Case:
    name: str
    story: str
    kind: str
    group: str
    deserved: float
    least: float
    queue: bool
    feedback: bool
    alone: bool
    apply: Callable[[Submission], None]


@dataclass
class Result:
    """What became of one case.

    outcome   full, partial (unearned), lost, none (no score), queue (a person will mark it), right
    stopped   why the run did not go on to its end for the others; "" if it did
    others    whose marks or files were touched
    secrets   which canaries got out of the learner's process
    escaped   where it left a mark or was heard: outside its own folder, on the network, as a script on a reader's page
    left      processes that outlived the run
    """

    case: str
    score: float | None = None
    outcome: str = "none"
    stopped: str = ""
    others: list[str] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    escaped: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    seconds: float = 0.0
    words: str = ""


def cases(pattern: str = ".") -> list[Case]:
    found = []
    for path in sorted((HERE / "cases").glob("*.py")):
        if not re.search(pattern, path.stem):
            continue
        space = runpy.run_path(str(path))
        kind, deserved = space["KIND"], float(space["DESERVED"])
        story = " ".join(space["__doc__"].split())
        least = float(space.get("LEAST", deserved if kind == "careless" else 0.0))
        found.append(
            Case(
                path.stem,
                story,
                kind,
                space["GROUP"],
                deserved,
                least,
                space.get("QUEUE", False),
                space.get("FEEDBACK", False),
                space.get("ALONE", False),
                space["apply"],
            )
        )
    return found


def isolated() -> bool:
    """Whether cases can be run here without harm: bubblewrap works."""
    if not shutil.which("bwrap"):
        return False
    words = [
        "bwrap",
        "--ro-bind",
        "/",
        "/",
        "--dev",
        "/dev",
        "--proc",
        "/proc",
        "--unshare-pid",
        "--unshare-net",
        "--unshare-ipc",
        "true",
    ]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


def prepare(
    work: Path, template: Path, chosen: Iterable[Case], *, honest: Callable[[str], str | None]
) -> tuple[Path, dict[str, str]]:
    """A copy of the course with one learner for each case and, where ``honest`` names one, an honest learner after it. Returns it and the unfit cases."""
    shutil.rmtree(work, ignore_errors=True)
    course = work / "course"
    shutil.copytree(template, course, symlinks=True)
    for folder in ("home", "tmp"):
        (work / folder).mkdir()
    (work / "home" / ".course_secret").write_text(CANARIES["home"])
    (work / "home" / ".bashrc").write_text("# mine\n")
    unfit = {}
    for case in chosen:
        submission = Submission(course, case.name)
        try:
            case.apply(submission)
            submission.save()
        except Unfit as why:
            shutil.rmtree(submission.folder.parent)
            unfit[case.name] = str(why)
        if after := honest(case.name):
            hand_in(course, after)
    return course, unfit


def jail(
    work: Path, command: list[str], *, wall: float, nested: bool, said: str = "log.txt", processes: int = 600
) -> dict:
    """Runs the command with a read-only machine, its own processes, network and temporary folders. ``nested``: it may make such rooms itself."""
    home = work / "home"
    words = [
        "prlimit",
        "--as=8000000000",
        "--fsize=400000000",
        "--core=0",
        "--",
        "bwrap",
        "--ro-bind",
        "/",
        "/",
        "--dev",
        "/dev",
        "--proc",
        "/proc",
    ]
    words += ["--size", "600000000", "--tmpfs", "/tmp", "--size", "600000000", "--tmpfs", "/dev/shm"]
    words += [
        "--ro-bind",
        sys.prefix,
        sys.prefix,
        "--ro-bind",
        str(HERE.parents[1]),
        str(HERE.parents[1]),
        "--bind",
        str(work),
        str(work),
    ]
    words += ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--die-with-parent", "--chdir", str(work)]
    words += [] if nested else ["--cap-drop", "ALL"]
    environment = {
        key: value
        for key, value in os.environ.items()
        if key in ("LANG", "LC_ALL", "TZ", "VIRTUAL_ENV", "LD_LIBRARY_PATH")
    } | {
        "PATH": f"{BIN}:{os.environ['PATH']}",
        "HOME": str(home),
        "TMPDIR": "/tmp",
        "COURSE_API_TOKEN": CANARIES["environment"],
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MPLBACKEND": "Agg",
        "PYTHONUNBUFFERED": "1",
        "LOG2ATTN_HOME": str(home / "progress"),
    }

    def few_processes() -> None:
        with contextlib.suppress(OSError):
            group = Path("/sys/fs/cgroup/pids/attacks")
            group.mkdir(exist_ok=True)
            (group / "pids.max").write_text(str(processes))
            (group / "cgroup.procs").write_text(str(os.getpid()))
        os.nice(2)

    (work / "jail.json").unlink(missing_ok=True)
    words += [sys.executable, "-I", str(HERE / "jail.py"), str(work), str(wall), said, *command]
    with (work / "bwrap.txt").open("ab") as log:
        container = subprocess.Popen(
            words, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, preexec_fn=few_processes
        )
        try:
            container.wait(wall + 30)
        except subprocess.TimeoutExpired:
            container.kill()
            container.wait()
    try:
        return json.loads((work / "jail.json").read_text())
    except (OSError, ValueError):
        return {"code": None, "hung": False, "seconds": 0.0, "left": [], "marks": [], "dead": True}


def marks(course: Path) -> dict[str, dict[str, tuple[float | None, bool]]]:
    """Learner → cell → (score, whether a person must look), as nbgrader's gradebook says."""
    found: dict[str, dict[str, tuple[float | None, bool]]] = {}
    query = """select sa.student_id, b.name, g.auto_score, g.manual_score, g.extra_credit, g.needs_manual_grade
        from grade g join submitted_notebook sn on g.notebook_id = sn.id join submitted_assignment sa on sn.assignment_id = sa.id
        join base_cell b on b.id = g.cell_id"""
    with (
        contextlib.suppress(sqlite3.Error),
        contextlib.closing(sqlite3.connect(f"file:{course / 'gradebook.db'}?mode=ro", uri=True)) as book,
    ):
        for learner, cell, auto, manual, extra, person in book.execute(query):
            score = manual if manual is not None else auto
            if extra:
                score = (score or 0.0) + extra
            found.setdefault(learner, {})[cell] = (score, bool(person))
    return found


def score_of(grades: dict[str, tuple[float | None, bool]] | None) -> tuple[float | None, list[str]]:
    """The sum, None if nothing was marked; and the cells a person must mark, the written one aside."""
    if not grades:
        return None, []
    person = [cell for cell, (score, _) in grades.items() if score is None and cell != WRITTEN]
    scores = [score for score, _ in grades.values() if score is not None]
    marked = any(score is not None for cell, (score, _) in grades.items() if cell != WRITTEN)
    return (sum(scores) if marked else None), person


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _texts(work: Path, skip: Path) -> Iterable[tuple[Path, bytes]]:
    for folder, below, names in os.walk(work):
        here = Path(folder)
        if here == skip:
            below.clear()
            continue
        for name in names:
            path = here / name
            with contextlib.suppress(OSError):
                if path.is_file() and not path.is_symlink() and path.stat().st_size < 60_000_000:
                    yield path, path.read_bytes()


def loot(work: Path) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Case → the secrets it got out; case → where it left a mark or was heard."""
    secrets: dict[str, set[str]] = {}
    escaped: dict[str, set[str]] = {}
    for path, text in _texts(work, work / "course" / "submitted"):
        for who, code in re.findall(rb"LOOT\[([\w.-]{1,60}):([A-Za-z0-9+/=]*)", text):
            name = who.decode("utf8", "replace")
            with contextlib.suppress(ValueError):
                plain = base64.b64decode(code[: len(code) // 4 * 4])
                secrets.setdefault(name, set()).update(
                    kind for kind, canary in CANARIES.items() if canary.encode() in plain
                )
            if path.name == "sink.bin":
                escaped.setdefault(name, set()).add("network")
        for who in re.findall(rb"ESCAPED\[([\w.-]{1,60})\]", text):
            name = who.decode("utf8", "replace")
            where = path.relative_to(work)
            own = where.parts[0] == "course" and len(where.parts) > 2 and where.parts[2] == name
            if not own and where.name not in ("log.txt", "feedback.txt", "grade.json"):
                escaped.setdefault(name, set()).add("network" if path.name == "sink.bin" else str(where))
    return secrets, escaped


SCRIPT = re.compile(
    r"<script[^>]*>\s*window\.STOLEN|<img[^>]+onerror\s*=\s*['\"]?window\.STOLEN|href\s*=\s*['\"]?javascript:window\.STOLEN",
    re.IGNORECASE,
)


def scripts(course: Path, who: str) -> list[str]:
    """Pages and notebooks that a person opens, in which the learner's script would run."""
    found = [
        str(path.relative_to(course))
        for path in course.glob(f"feedback/{who}/ps1/*.html")
        if SCRIPT.search(path.read_text(errors="replace"))
    ]
    for path in course.glob(f"autograded/{who}/ps1/*.ipynb"):
        with contextlib.suppress(ValueError, OSError):
            for cell in json.loads(path.read_text(errors="replace"))["cells"]:
                for output in cell.get("outputs", []):
                    kinds = set(output.get("data", {}))
                    if kinds & {
                        "text/html",
                        "application/javascript",
                        "image/svg+xml",
                    } and "STOLEN" in json.dumps(output):
                        found.append(f"{path.relative_to(course)} ({', '.join(sorted(kinds))})")
    return found


def hidden_shown(course: Path, who: str) -> bool:
    """Whether the learner's feedback shows a hidden test."""
    return any(
        CANARIES["hidden test"] in path.read_text(errors="replace")
        for path in course.glob(f"feedback/{who}/ps1/*.html")
    )


def judge(
    case: Case, grades: dict[str, tuple[float | None, bool]] | None, *, named: bool
) -> tuple[float | None, str]:
    """The score and what it is, beside the deserved one. ``named``: the grader's report names the learner, with a reason for a person."""
    score, person = score_of(grades)
    if score is not None and score > case.deserved + EPSILON:
        return score, "full" if score >= MAX - EPSILON else "partial"
    if case.queue and score is not None and person:
        return score, "queue"
    if score is None:
        return None, "queue" if named else "none"
    return score, "lost" if score < case.deserved - EPSILON else "right"


def queued(work: Path) -> set[str]:
    """Whom the grader's own report names, with a reason why a person must look."""
    try:
        told = json.loads((work / "grade.json").read_text())
        return {row["learner"] for row in told["notebooks"] if row["trouble"]} | {
            note.split(" · ")[0] for note in (*told["notes"], *told["missing"])
        }
    except (OSError, ValueError, KeyError):
        return set()


def run_alone(
    case: Case, template: Path, work: Path, *, ours: bool, wall: float = 60.0, keep: bool = False
) -> Result | None:
    """alice (graded already), mallory (the case, under its own name) and zoe (honest, graded after it). None if the case is unfit for this machine."""
    course, unfit = prepare(work, template, [case], honest=lambda _: "zoe")
    if unfit:
        return None
    watched = [
        course / part
        for part in (
            "source/ps1/ps1.ipynb",
            "submitted/alice/ps1/ps1.ipynb",
            "submitted/zoe/ps1/ps1.ipynb",
            "nbgrader_config.py",
        )
    ]
    before = [digest(path) for path in watched]
    command = [word.format(course=course, work=work, jobs=1) for word in (OURS if ours else STOCK)]
    told = jail(work, command, wall=wall, nested=ours)
    if (case.feedback or ours) and not told.get("dead"):
        jail(
            work,
            [
                *(word.format(course=course) for word in (FEEDBACK_OURS if ours else FEEDBACK_STOCK)),
                "--student",
                case.name,
            ],
            wall=wall,
            nested=ours,
            said="feedback.txt",
        )
    all_marks = marks(course)
    result = Result(case.name, seconds=told["seconds"])
    result.score, result.outcome = judge(case, all_marks.get(case.name), named=case.name in queued(work))
    if told.get("dead"):
        result.stopped = "killed"
    elif told["hung"]:
        result.stopped = "never ended"
    elif score_of(all_marks.get("zoe"))[0] is None:
        result.stopped = "the next learner was not graded"
    elif told["code"] is not None and told["code"] < 0:
        result.stopped = f"killed by signal {-told['code']}"
    result.others = [
        str(path.relative_to(course))
        for path, old in zip(watched, before, strict=True)
        if digest(path) != old
    ]
    for who in ("alice", "zoe"):
        score = score_of(all_marks.get(who))[0]
        if score != MAX and not (who == "zoe" and result.stopped):
            result.others.append(f"{who}: {score}")
    secrets, escaped = loot(work)
    result.secrets = sorted(secrets.get(case.name, set()))
    result.escaped = sorted(
        escaped.get(case.name, set()) | ({"temporary files"} if case.name in told["marks"] else set())
    ) + scripts(course, case.name)
    if hidden_shown(course, case.name):
        result.secrets.append("hidden test, in the feedback")
    result.left = [] if told["hung"] else told["left"][:4]
    log = (
        (work / "log.txt").read_text(errors="replace").strip().splitlines()
        if (work / "log.txt").exists()
        else []
    )
    result.words = (f"exit {told['code']}; " if told["code"] else "") + (log[-1][-160:] if log else "")
    if not keep:
        shutil.rmtree(work, ignore_errors=True)
    return result


@dataclass
class Batch:
    """Many cases as learners of one course, with honest learners between them."""

    work: Path
    results: dict[str, Result]
    unfit: dict[str, str]
    code: int | None
    stopped: str
    honest: dict[str, float | None]
    touched: list[str]
    left: list[str]
    strays: list[str]  # marks and loot under no case's name
    seconds: float
    log: str
    feedback: int | None  # exit code of writing the pages
    pageless: list[str]  # honest learners without a page

    @property
    def clean(self) -> bool:
        """Whether nobody but the cases themselves was affected."""
        honest = all(score == MAX for score in self.honest.values())
        return honest and not (
            self.stopped or self.touched or self.left or self.strays or self.feedback or self.pageless
        )


def run_batch(
    chosen: list[Case], template: Path, work: Path, *, jobs: int = 2, every: int = 8, wall: float = 240.0
) -> Batch:
    """Against ours only: stock stops at the first of several cases."""
    pairs = {
        case.name: f"{case.name}-and-honest"
        for k, case in enumerate(chosen)
        if k % every == every - 1 or k == len(chosen) - 1
    }
    course, unfit = prepare(work, template, chosen, honest=pairs.get)
    honest = ["alice", *pairs.values()]
    watched = [
        course / "source/ps1/ps1.ipynb",
        course / "nbgrader_config.py",
        *(course / "submitted" / who / "ps1" / "ps1.ipynb" for who in honest),
    ]
    before = [digest(path) for path in watched]
    told = jail(
        work, [word.format(course=course, work=work, jobs=jobs) for word in OURS], wall=wall, nested=True
    )
    pages = jail(
        work,
        [word.format(course=course) for word in FEEDBACK_OURS],
        wall=wall,
        nested=True,
        said="feedback.txt",
    )
    all_marks, (secrets, escaped) = marks(course), loot(work)
    in_queue = queued(work)
    results = {}
    for case in chosen:
        if case.name in unfit:
            continue
        result = Result(case.name)
        result.score, result.outcome = judge(case, all_marks.get(case.name), named=case.name in in_queue)
        result.secrets = sorted(secrets.get(case.name, set())) + (
            ["hidden test, in the feedback"] if hidden_shown(course, case.name) else []
        )
        result.escaped = sorted(
            escaped.get(case.name, set()) | ({"temporary files"} if case.name in told["marks"] else set())
        ) + scripts(course, case.name)
        results[case.name] = result
    stopped = (
        "killed"
        if told.get("dead")
        else "never ended"
        if told["hung"]
        else f"killed by signal {-told['code']}"
        if told["code"] and told["code"] < 0
        else ""
    )
    log = (work / "log.txt").read_text(errors="replace") if (work / "log.txt").exists() else ""
    touched = [
        str(path.relative_to(course))
        for path, old in zip(watched, before, strict=True)
        if digest(path) != old
    ]
    names = {case.name for case in chosen}
    strays = sorted((set(escaped) | set(told["marks"]) | set(secrets)) - names)
    scores = {who: score_of(all_marks.get(who))[0] for who in honest}
    return Batch(
        work,
        results,
        unfit,
        told["code"],
        stopped,
        scores,
        touched,
        told["left"],
        strays,
        told["seconds"],
        log,
        pages["code"],
        [who for who in honest if not (course / "feedback" / who / "ps1" / "ps1.html").exists()],
    )


def template_in(folder: Path) -> Path:
    """The built course, made once in this folder, whoever asks first."""
    import fcntl

    template = folder / "attacks-template"
    with (folder / "attacks-template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (template / "built").exists():
            build(template)
            (template / "built").write_text("")
    return template
