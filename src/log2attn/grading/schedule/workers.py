"""Fresh workers on demand: the grader's end of the zygote."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import log2attn
from log2attn.core.errors import CourseError
from log2attn.grading.limits import Limits
from log2attn.grading.protocol.line import HEAD, Line
from log2attn.grading.protocol.values import pack, unpack

PROGRAM = (
    "import sys; sys.path.insert(0, sys.argv[2]); from log2attn.grading.worker.zygote import main; main()"
)
# What a worker's process starts with; nothing else of the grader's environment reaches it.
ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "MPLBACKEND": "Agg",
    "PYTHONHASHSEED": "0",
    "LANG": "C.UTF-8",
    "PATH": "/usr/bin:/bin",
}
KEPT = (
    "HOME",
    "MPLCONFIGDIR",
    "LD_LIBRARY_PATH",
    "SYSTEMROOT",
    "PYTHONDONTWRITEBYTECODE",
    "OPENBLAS_CORETYPE",
    "OPENBLAS_L2_SIZE",
)


@dataclass
class Worker:
    """A process that runs one submission's cells, and the line to it."""

    line: Line
    pid: int
    level: str


class Zygote:
    """A warm process that forks workers. Started when first needed; closed with everything in it."""

    def __init__(self) -> None:
        here, there = socket.socketpair()
        environment = ENVIRONMENT | {key: os.environ[key] for key in KEPT if key in os.environ}
        source = str(Path(log2attn.__file__).parent.parent)
        self.process = subprocess.Popen(
            [sys.executable, "-s", "-c", PROGRAM, str(there.fileno()), source],
            pass_fds=[there.fileno()],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        there.close()
        self.control = here
        self.is_warm = False

    def worker(self, readable: Sequence[Path], limits: Limits) -> Worker:
        """A fresh worker. ``readable`` are the files and folders it may read beside Python itself."""
        self.until_warm()
        here, there = socket.socketpair()
        self._send(["worker", [str(path) for path in readable], list(astuple(limits))], [there.fileno()])
        there.close()
        _word, pid, level = self._receive()
        if level.startswith("!"):
            raise CourseError(
                f"No process could be started for a learner's code. {level[1:]}",
                then="log2attn doctor says what this computer can do.",
            )
        return Worker(Line(here, limits.reply), pid, level)

    def end(self, worker: Worker) -> None:
        """Kill a worker and all it started. It is gone before the next one starts; nobody waits for it."""
        worker.line.close()
        self._send(["end", worker.pid])

    def close(self) -> None:
        """End the zygote; it ends its workers first."""
        self.control.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(5)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def until_warm(self) -> None:
        """Wait until everything is imported."""
        if not self.is_warm:
            self._receive()
            self.is_warm = True

    def _send(self, tree: list, descriptors: Sequence[int] = ()) -> None:
        data = pack(tree)
        try:
            if descriptors:
                socket.send_fds(self.control, [HEAD.pack(len(data))], list(descriptors))
            else:
                self.control.sendall(HEAD.pack(len(data)))
            self.control.sendall(data)
        except OSError as error:
            raise _gone() from error

    def _receive(self) -> list:
        data = self._exactly(HEAD.unpack(self._exactly(HEAD.size))[0])
        return unpack(data)

    def _exactly(self, length: int) -> bytes:
        data = b""
        while len(data) < length:
            part = self.control.recv(length - len(data))
            if not part:
                raise _gone()
            data += part
        return data


def _gone() -> CourseError:
    return CourseError(
        "The process that starts learners' code has ended.",
        then="Run log2attn grade again; it goes on where it stopped. If it happens again: log2attn doctor",
    )
