"""Try things that may never return, or eat all memory, each in a forked child of this warm process."""

from __future__ import annotations

import faulthandler
import os
import pickle
import resource
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from log2attn.core.errors import CourseError

MEMORY = 2 * 2**30  # bytes a child may add to what it was forked with
HOUR = 3600.0  # nothing that an author waits for takes longer

Task = TypeVar("Task")
Result = TypeVar("Result")


def forked(
    tasks: Sequence[Any], work: Callable[[Any], Any], *, jobs: int, seconds: float
) -> Iterator[tuple[int, Any]]:
    """Yield (index, work(task)) as children finish; None in place of a result that a child did not live to give.

    work     returns something that can be pickled
    jobs     so many children at a time
    seconds  a child that takes longer is killed
    """
    if not hasattr(os, "fork"):
        raise CourseError("This needs a Unix system: it forks.", then="On Windows, run it inside WSL.")
    waiting = list(enumerate(tasks))[::-1]
    running: dict[int, tuple[int, int, float, list[bytes]]] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            index, task = waiting.pop()
            pid, pipe = _start(work, task)
            running[pipe] = (pid, index, time.monotonic() + seconds, [])
        first = min(deadline for _, _, deadline, _ in running.values())
        ready, _, _ = select.select(list(running), [], [], max(0.0, first - time.monotonic()))
        for pipe in ready:
            pid, index, _, parts = running[pipe]
            if data := os.read(pipe, 65536):
                parts.append(data)
                continue
            yield index, _finish(pid, pipe, parts)
            del running[pipe]
        for pipe, (pid, index, deadline, _) in list(running.items()):
            if time.monotonic() >= deadline:
                os.kill(pid, signal.SIGKILL)
                _finish(pid, pipe, [])
                del running[pipe]
                yield index, None


def side_by_side(tasks: Sequence[Task], work: Callable[[Task], Result]) -> Iterator[Result]:
    """work(task) for each task, in order, on all processors. Raises what a task raises; a single task runs right here."""
    if len(tasks) < 2 or not hasattr(os, "fork"):
        yield from map(work, tasks)
        return

    def tried(task: Task) -> tuple[Result | None, Exception | None]:
        try:
            return work(task), None
        except CourseError as error:
            return None, error
        except Exception:
            return None, ChildProcessError(traceback.format_exc())

    early: dict[int, tuple[Result | None, Exception | None]] = {}
    following = 0
    for index, came in forked(tasks, tried, jobs=os.cpu_count() or 1, seconds=HOUR):
        early[index] = came or (None, ChildProcessError(f"The process that worked on {tasks[index]} died."))
        while following in early:
            result, error = early.pop(following)
            if error:
                raise error
            following += 1
            yield result  # type: ignore[misc]


def _start(work: Callable[[Any], Any], task: Any) -> tuple[int, int]:
    sys.stdout.flush()
    reader, writer = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writer)
        return pid, reader
    code = 1
    try:
        os.close(reader)
        faulthandler.disable()  # a child's crash is a result, not news
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(null, stream)
        _limit_memory()
        data = pickle.dumps(work(task))
        while data:
            data = data[os.write(writer, data) :]
        code = 0
    finally:
        os._exit(code)  # neither this process's buffers nor its exit handlers are the child's to run


def _finish(pid: int, pipe: int, parts: list[bytes]) -> Any:
    os.close(pipe)
    _, status = os.waitpid(pid, 0)
    try:
        # The child ran the course's own lessons and answers, with the rights of whoever wrote them.
        return pickle.loads(b"".join(parts)) if status == 0 else None  # noqa: S301
    except (pickle.UnpicklingError, EOFError, AttributeError, ImportError, ValueError):
        return None


def _limit_memory() -> None:
    """Cap the address space, where the platform can say how large it is now."""
    try:
        now = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (now + MEMORY, now + MEMORY))
