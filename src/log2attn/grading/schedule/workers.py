"""Fresh workers on demand: the grader's end of the zygote."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterable, Sequence
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
PATIENCE = 5.0  # seconds that a warm process has to end by itself
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
    """A warm process that forks workers; started afresh, and closed with everything in it.

    libraries   those of ``LIBRARIES`` that are imported at once; the others when a worker needs them
    """

    pid: int  # known once it is warm

    def __init__(self, libraries: Iterable[str] = ()) -> None:
        here, there = socket.socketpair()
        self.control, self.is_warm = here, False
        environment = ENVIRONMENT | {key: os.environ[key] for key in KEPT if key in os.environ}
        source = str(Path(log2attn.__file__).parent.parent)
        self.process = subprocess.Popen(
            [sys.executable, "-s", "-c", PROGRAM, str(there.fileno()), source, *libraries],
            pass_fds=[there.fileno()],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        there.close()

    def worker(self, readable: Sequence[Path], limits: Limits, libraries: Iterable[str] = ()) -> Worker:
        """A fresh worker.

        readable   the files and folders it may read beside Python itself
        libraries  those of ``LIBRARIES`` that its cells may import: it finds them warm
        """
        self.until_warm()
        here, there = socket.socketpair()
        asked = ["worker", [str(path) for path in readable], list(astuple(limits)), list(libraries)]
        self._send(asked, [there.fileno()])
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

    def twin(self) -> Twin:
        """Another warm process, forked from this one: it has nothing to import. Close it before this one, and ask this one for no workers."""
        here, there = socket.socketpair()
        self._send(["twin"], [there.fileno()])
        there.close()
        return Twin(here)

    def close(self) -> None:
        """End the zygote; it ends its workers first."""
        self.control.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(PATIENCE)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def until_warm(self) -> None:
        """Wait until what everybody needs is imported."""
        if not self.is_warm:
            _word, self.pid = self._receive()
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


class Twin(Zygote):
    """A warm process that another has forked, which waits for its end."""

    def __init__(self, control: socket.socket) -> None:
        self.control, self.is_warm = control, False

    def close(self) -> None:
        """End it; it ends its workers first. One that was not warm yet ends when it is."""
        if self.is_warm:
            with contextlib.suppress(OSError):
                self.control.shutdown(socket.SHUT_WR)
            if not self._has_hung_up():
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(self.pid, signal.SIGKILL)
        self.control.close()

    def _has_hung_up(self) -> bool:
        self.control.settimeout(PATIENCE)
        try:
            while self.control.recv(1 << 16):
                pass
        except TimeoutError:
            return False
        except OSError:
            return True
        return True


def _gone() -> CourseError:
    return CourseError(
        "The process that starts learners' code has ended.",
        then="Run log2attn grade again; it goes on where it stopped. If it happens again: log2attn doctor",
    )
