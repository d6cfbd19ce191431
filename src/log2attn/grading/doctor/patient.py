"""The doctor's zygote: as warm and as bare as a grader's, it forks one confined process for each attack and watches it from outside.

It speaks JSON, a line at a time, with the doctor only.
"""

from __future__ import annotations

import json
import os
import select
import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from log2attn.grading.doctor import attacks_on_limits, attacks_on_others
from log2attn.grading.sandbox import confine, fork, prepare
from log2attn.grading.sandbox.level import EXAMINATION
from log2attn.grading.sandbox.skeleton import Skeleton
from log2attn.grading.sandbox.syscalls import call

PATIENCE = 10.0  # seconds for one attack
COUNTED = ("forks", "threads", "survive")  # attacks whose processes are counted while they run
GRACE = 0.5  # seconds for what was killed to be gone
PR_SET_CHILD_SUBREAPER = 36

_terms = 0


def serve() -> None:
    """Read jobs from standard input and answer on standard output until there are no more."""
    global _terms  # noqa: PLW0603  (what a signal handler can reach)
    for number in (signal.SIGTERM, signal.SIGIO, signal.SIGUSR1):
        signal.signal(number, _count)
    with suppress(OSError):
        call("prctl", PR_SET_CHILD_SUBREAPER, 1)  # what leaves its parent comes here, to be counted and ended
    jobs, answers = os.fdopen(os.dup(0), encoding="utf-8"), os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    os.set_inheritable(os.open("/", os.O_RDONLY), True)  # a descriptor that must not be found
    skeleton = prepare()
    for line in jobs:
        job = json.loads(line)
        _terms = 0
        answer = orphan(job, skeleton) if job["attack"] == "orphan" else run(job, skeleton)
        print(json.dumps(answer | {"terms": _terms}), file=answers, flush=True)


def _count(_number: int, _frame: object) -> None:
    global _terms  # noqa: PLW0603
    _terms += 1


def memory_map() -> list[tuple[int, int]]:
    """Where this process, and so each one forked from it, keeps what it can change."""
    ranges = []
    for line in Path("/proc/self/maps").read_text(encoding="utf-8").splitlines():
        span, rights, *_ = line.split()
        if rights.startswith("rw"):
            start, end = span.split("-")
            ranges.append((int(start, 16), int(end, 16)))
    return ranges


def patient(job: dict[str, Any], skeleton: Skeleton, writer: int) -> None:
    """In the forked process: be confined, attack, say what came of it."""

    def say(word: object) -> None:
        with suppress(OSError):
            os.write(writer, json.dumps(word).encode() + b"\n")

    attack = getattr(attacks_on_others, job["attack"], None) or getattr(attacks_on_limits, job["attack"])
    try:
        level = confine(EXAMINATION, Path(job["room"]), keep=[writer], skeleton=skeleton)
        say(level.as_data())
        say(attack(job["facts"] | {"say": say}))
    except BaseException as error:
        say({"error": repr(error)})
    finally:
        os._exit(0)


def orphan(job: dict[str, Any], skeleton: Skeleton) -> dict[str, Any]:
    """A confined process that holds the doctor's pipe; then this one is killed."""
    if fork() == 0:
        patient(job | {"attack": "hang"}, skeleton, job["pipe"])
    return {}


def run(job: dict[str, Any], skeleton: Skeleton) -> dict[str, Any]:
    reader, writer = os.pipe()
    if job["attack"] == "own_memory":
        job["facts"]["maps"] = memory_map()
    child = fork()
    if child == 0:
        patient(job, skeleton, writer)
    os.close(writer)
    text, most, threads, killed, prompt = b"", 0, 0, False, True
    end = time.monotonic() + PATIENCE
    while True:
        if select.select([reader], [], [], 0.02)[0]:
            piece = os.read(reader, 65536)
            text += piece
            if not piece:
                break
        if job["attack"] in COUNTED:
            found = descendants()
            most, threads = max(most, len(found)), max([threads, *found.values()])
        if not killed and (time.monotonic() > end or (job["attack"] == "survive" and text.count(b"\n") > 1)):
            os.kill(child, signal.SIGKILL)
            killed, end = True, time.monotonic() + 1
        elif killed and time.monotonic() > end:
            prompt = False  # somebody inside still holds the pipe
            break
    os.close(reader)
    status = os.waitpid(child, 0)[1]
    left = clean()
    lines = [json.loads(line) for line in text.splitlines()]
    said = lines[1] if len(lines) > 1 else None
    return {
        "level": lines[0] if lines else None,
        "said": said,
        "status": status,
        "descendants": most,
        "threads": threads,
        "killed": killed,
        "prompt": prompt,
        "left": left,
        "kept": writer,
    }


def descendants() -> dict[int, int]:
    """Every living process that came from here, and how many threads it has."""
    parents, threads = {}, {}
    for entry in os.listdir("/proc"):  # noqa: PTH208
        if entry.isdigit():
            with suppress(OSError, ValueError):
                fields = Path("/proc", entry, "stat").read_text(encoding="latin-1").rpartition(")")[2].split()
                if fields[0] not in "ZX":
                    parents[int(entry)], threads[int(entry)] = int(fields[1]), int(fields[17])
    ours, grown = {os.getpid()}, True
    while grown:
        more = {pid for pid, parent in parents.items() if parent in ours} - ours
        ours, grown = ours | more, bool(more)
    return {pid: threads[pid] for pid in ours - {os.getpid()}}


def clean() -> int:
    """Bury what is left, and end it if it does not end in a moment; how many did not. Whatever came from here and lost its parent is a child of this process."""
    living, end = 0, time.monotonic() + GRACE
    with suppress(ChildProcessError):
        while True:
            if os.waitpid(-1, os.WNOHANG)[0]:
                continue
            if time.monotonic() > end:
                found = descendants()
                living = max(living, len(found))
                for pid in found:
                    with suppress(OSError):
                        os.kill(pid, signal.SIGKILL)
            time.sleep(0.005)
    return living
