"""Many tasks, a few at a time: each in a child process of its own with a warm zygote at hand, watched from outside.

A child that hangs or dies costs its own task one attempt: it is begun again without the test it was at, which counts as failed.
"""

from __future__ import annotations

import gc
import json
import os
import selectors
import signal
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from log2attn.grading.schedule.workers import Zygote

START = 120.0  # seconds a child has before it names its first cell
GRACE = 15.0  # seconds beyond what a cell or test may take
ATTEMPTS = 12
TICK = 1.0
MEMORY = (
    4 << 30
)  # bytes a child may take beyond what it was forked with: a test's own, and what learners' code returns
Tell = Callable[[str, float], None]
Job = Callable[[Zygote, Tell, Mapping[str, str]], Any]


@dataclass
class Task:
    """Something to do: ``job(zygote, tell, stuck)`` returns plain data. ``stuck`` names tests that are not to be run, and why."""

    name: Any
    job: Job
    stuck: dict[str, str] = field(default_factory=dict)
    attempts: int = 0


@dataclass(frozen=True)
class Lost:
    """A task that came to nothing, and why: the grader's fault."""

    why: str


def _bounded() -> None:
    """What a child asks for beyond its share it does not get: one test fails with a MemoryError, and the computer goes on."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text().split()[0])
        resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + MEMORY,) * 2)
    except (ImportError, OSError, ValueError):  # not Linux
        return


@dataclass
class _Child:
    task: Task
    pid: int
    slot: int
    pipe: int
    until: float
    at: str = ""
    said: bytes = b""


class Pool:
    """``with Pool(jobs) as pool: for name, result in pool.run(tasks): …``; results come as they are ready."""

    def __init__(self, jobs: int, libraries: Iterable[str] = ()) -> None:
        """``libraries`` of ``LIBRARIES`` are imported once for all jobs; the others by each that needs them."""
        self.jobs, self.libraries = max(1, jobs), tuple(libraries)
        self.zygotes: list[Zygote] = []
        self.children: dict[int, _Child] = {}

    def __enter__(self) -> Self:
        self.first = Zygote(self.libraries)
        self.zygotes = [self.first.twin() for _ in range(self.jobs)]
        return self

    def __exit__(self, *_: object) -> None:
        for child in list(self.children.values()):
            self._kill(child)
        for zygote in self.zygotes:
            zygote.close()
        self.first.close()

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Any, Any] | None]:
        """Do the tasks; yields (name, result), a ``Lost`` where there is none; and None every second or more often, while there is nothing new."""
        source, again = iter(tasks), deque[Task]()
        free = list(range(self.jobs))
        selector = selectors.DefaultSelector()
        gc.collect()
        gc.freeze()  # children share what is here now
        while True:
            while free and (task := again.popleft() if again else next(source, None)) is not None:
                child = self._start(task, free.pop())
                selector.register(child.pipe, selectors.EVENT_READ, child)
            if not self.children:
                return
            now = time.monotonic()
            wait = max(0.0, min(child.until for child in self.children.values()) - now)
            yield None  # the caller may have something to do meanwhile
            for key, _ in selector.select(min(wait, TICK) + 0.01):
                child = key.data
                part = os.read(child.pipe, 1 << 20)
                child.said += part
                self._listen(child)
                if not part:
                    selector.unregister(child.pipe)
                    result = self._finish(child, again)
                    free.append(child.slot)
                    if result is not None:
                        yield child.task.name, result[0]
            for child in [c for c in self.children.values() if time.monotonic() > c.until]:
                selector.unregister(child.pipe)
                self._kill(child)
                self._begin_again(child, again, "it did not end in time")
                self._another_zygote(child.slot)
                free.append(child.slot)
                if child.task.attempts >= ATTEMPTS:
                    again.remove(child.task)
                    yield child.task.name, Lost("it did not end in time, again and again")

    def _start(self, task: Task, slot: int) -> _Child:
        self.zygotes[slot].until_warm()  # here, not in the child: the news comes once
        ours, theirs = os.pipe()
        sys.stdout.flush()
        pid = os.fork()
        if pid == 0:
            os.close(ours)
            self._in_child(task, slot, theirs)
        os.close(theirs)
        task.attempts += 1
        self.children[pid] = _Child(task, pid, slot, ours, time.monotonic() + START)
        return self.children[pid]

    def _in_child(self, task: Task, slot: int, pipe: int) -> None:
        """Never returns."""
        code = 1
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            _bounded()
            self.first.control.close()
            for other, zygote in enumerate(self.zygotes):
                if other != slot:
                    zygote.control.close()

            def say(message: dict) -> None:
                data = memoryview(json.dumps(message).encode() + b"\n")
                while data:
                    data = data[os.write(pipe, data) :]

            try:
                done = {
                    "done": task.job(
                        self.zygotes[slot],
                        lambda at, seconds: say({"at": at, "seconds": seconds}),
                        task.stuck,
                    )
                }
            except BaseException:
                done = {"wrong": traceback.format_exc()[-6000:]}
            say(done)
            code = 0
        finally:
            os._exit(code)

    def _listen(self, child: _Child) -> None:
        *lines, rest = child.said.split(b"\n")
        for line in lines:
            if line.startswith(b'{"at"'):
                heard = json.loads(line)
                child.at, child.until = heard["at"], time.monotonic() + heard["seconds"] + GRACE
        child.said = b"\n".join([line for line in lines if not line.startswith(b'{"at"')] + [rest])

    def _finish(self, child: _Child, again: deque[Task]) -> tuple[Any] | None:
        """The result of a child that has hung up, in a tuple; None if its task is begun again."""
        os.close(child.pipe)
        del self.children[child.pid]
        os.waitpid(child.pid, 0)
        try:
            said = json.loads(child.said)
        except ValueError:
            said = {}
        if "done" in said:
            return (said["done"],)
        self._another_zygote(child.slot)
        if "wrong" in said:
            return (Lost(said["wrong"]),)
        if child.task.attempts >= ATTEMPTS or not child.at:
            return (Lost("the process that marks it ended"),)
        self._begin_again(child, again, "the process that marks it ended")
        return None

    def _another_zygote(self, slot: int) -> None:
        """A worker of a lost child may still live in the old one."""
        self.zygotes[slot].close()
        self.zygotes[slot] = self.first.twin()

    def _begin_again(self, child: _Child, again: deque[Task], why: str) -> None:
        if child.at:
            child.task.stuck[child.at] = (
                f"This test could not be finished with what your code returned: {why}."
            )
        again.append(child.task)

    def _kill(self, child: _Child) -> None:
        with suppress(ProcessLookupError):
            os.kill(child.pid, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(child.pid, 0)
        with suppress(OSError):
            os.close(child.pipe)
        self.children.pop(child.pid, None)
