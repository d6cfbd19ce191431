"""The warm process: imports what notebooks import, holds nothing else, and forks a worker for each submission.

It is started afresh (never forked from the grader), so that no test, no other submission and no key can lie in its memory.
Where several are needed, one imports, and the others are forked from it before any of them has met a submission.

    [number of bytes][msgpack]  over the socket it is given: ["warm", pid] once it is, then requests:
    ["worker", readable paths, limits, libraries]  with one descriptor attached: fork a worker that talks over it; answers ["pid", pid, level]
    ["end", pid]                        kill a worker and everything in it; no answer: nobody waits, and the next request is heard when it is done
    ["twin"]                            with one descriptor attached: fork another warm process, which is asked over it
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import io
import os
import shutil
import signal
import socket
import sys
import tempfile
import traceback
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import matplotlib as mpl

from log2attn.grading import sandbox
from log2attn.grading.limits import Limits
from log2attn.grading.protocol.line import HEAD, Line, LineDead
from log2attn.grading.protocol.peer import Peer
from log2attn.grading.protocol.values import WireError, pack, unpack
from log2attn.grading.worker.stash import Stash
from log2attn.learn.style import HOUSE

WARM = (
    "numpy", "matplotlib.pyplot", "IPython.display", "math", "collections", "itertools", "functools", "typing", "fractions", "decimal", "random", "dataclasses", "statistics", "re", "json", "getpass", "contourpy", "log2attn",
    "log2attn.grading.worker.cells", "log2attn.grading.worker.serve", "log2attn.grading.sandbox",
)  # fmt: skip

SCIPY = ("scipy", "scipy.special", "scipy.stats", "scipy.optimize", "scipy.linalg")
MODULES = {
    "scipy": SCIPY,
    "sympy": ("sympy",),
    "pandas": ("pandas",),
    "seaborn": (*SCIPY, "pandas", "seaborn"),
}
HELD = [name for name in (*WARM, *SCIPY) if "." in name and not name.startswith(("log2attn.", "IPython."))]


class Warmth:
    """What is imported for everybody. Nothing is bound: a learner's missing import still fails."""

    def __init__(self, libraries: Iterable[str] = ()) -> None:
        os.environ.setdefault("MPLBACKEND", "Agg")
        self.stash, self.libraries = Stash(), set(libraries)
        _import([*WARM, *(name for library in libraries for name in MODULES[library])])
        _first_figure()
        # Importing this package gives figures the house style: not before somebody's cell imports it.
        settings: Any = mpl.rcParams
        original: Any = mpl.rcParamsOrig
        settings.update({key: original[key] for key in HOUSE})
        self.stash.put_away(HELD)
        self.stash.put_away_package("log2attn", "log2attn.learn", lambda: settings.update(HOUSE))
        _keep()

    def with_(self, libraries: Iterable[str]) -> None:
        """Import these too, if they are not there yet."""
        if more := set(libraries) - self.libraries:
            self.libraries |= more
            self.stash.bring_back(HELD)
            _import(name for library in sorted(more) for name in MODULES[library])
            self.stash.put_away(HELD)
            _keep()


def _import(names: Iterable[str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in names:
            with contextlib.suppress(ImportError):
                importlib.import_module(name)


def _first_figure() -> None:
    """It costs most: fonts are found, layouts compiled."""
    import matplotlib.pyplot as plt

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        figure, axes = plt.subplots()
        axes.plot([1, 2])
        figure.savefig(io.BytesIO(), format="png")
        plt.close(figure)


def _keep() -> None:
    """What is here now is shared with the workers, and not looked through again."""
    gc.collect()
    gc.freeze()


def serve(control: socket.socket, warmth: Warmth) -> None:
    """Fork and end workers until the other end hangs up."""
    skeletons: dict[tuple[str, ...], Any] = {}
    living: dict[int, tuple[int, Path]] = {}
    twins: set[int] = set()
    _answer(control, ["warm", os.getpid()])
    while True:
        request, descriptors = _request(control)
        if request is None:
            break
        if request[0] == "worker":
            warmth.with_(request[3])
            readable = tuple(request[1])
            if not skeletons:  # it knows the process that made it
                skeletons[()] = sandbox.prepare()
            if readable not in skeletons:
                skeletons[readable] = skeletons[()].within([Path(path) for path in readable])
            _answer(control, _fork(control, Limits(*request[2]), descriptors, skeletons[readable], living))
        elif request[0] == "end":
            _end(request[1], living)
        elif request[0] == "twin":
            twins = {twin for twin in twins if os.waitpid(twin, os.WNOHANG)[0] == 0}
            twins.add(_twin(control, descriptors[0], warmth))
    for pid in list(living):
        _end(pid, living)
    for twin in twins:
        os.waitpid(twin, 0)


def _twin(control: socket.socket, descriptor: int, warmth: Warmth) -> int:
    """Fork a process that serves whoever holds the descriptor's other end, and knows nothing of this one's."""
    if (pid := os.fork()) == 0:
        try:
            os.setsid()
            control.close()
            serve(socket.socket(fileno=descriptor), warmth)
        finally:
            os._exit(0)
    os.close(descriptor)
    return pid


def _request(control: socket.socket) -> tuple[list | None, list[int]]:
    try:
        head, descriptors, _flags, _address = socket.recv_fds(control, HEAD.size, 1)
    except ConnectionError:
        head, descriptors = b"", []
    if len(head) < HEAD.size:
        return None, []
    (length,) = HEAD.unpack(head)
    data = b""
    while len(data) < length:
        data += control.recv(length - len(data))
    return unpack(data), list(descriptors)


def _answer(control: socket.socket, tree: list) -> None:
    data = pack(tree)
    control.sendall(HEAD.pack(len(data)) + data)


def _fork(
    control: socket.socket,
    limits: Limits,
    descriptors: list[int],
    skeleton: Any,
    living: dict[int, tuple[int, Path]],
) -> list:
    ready, tell = os.pipe()
    room = Path(tempfile.mkdtemp(prefix="log2attn-room-"))
    pid = sandbox.fork()
    if pid == 0:
        try:
            os.close(ready)
            control.close()
            _become_worker(descriptors[0], tell, room, limits, skeleton)
        except BaseException:
            os.write(tell, f"!{traceback.format_exc()[-3000:]}".encode())
        finally:
            os._exit(0)
    os.close(tell)
    for descriptor in descriptors:
        os.close(descriptor)
    living[pid] = ready, room
    level = os.read(ready, 4000).decode() or "!the process ended at once"
    return ["pid", pid, level]


def _become_worker(descriptor: int, tell: int, room: Path, limits: Limits, skeleton: Any) -> None:
    """Lock this process in, then answer the tester until it hangs up. Never returns to the zygote's loop."""
    level = sandbox.confine(limits, room, keep={descriptor, tell}, skeleton=skeleton)
    from log2attn.grading.worker.cells import Cells
    from log2attn.grading.worker.serve import Desk

    os.environ["NBGRADER_EXECUTION"] = "autograde"
    sys.path[:] = ["", *[p for p in sys.path if p]]
    line = Line(socket.socket(fileno=descriptor), limits.reply)
    desk = Desk(Cells(limits.output), lambda side: Peer(line, side))
    warnings.simplefilter(
        "always"
    )  # a test that listens for warnings hears each of them, not the first of each line
    os.write(tell, level.grade.encode())
    os.close(tell)
    while True:
        try:
            desk.peer.answer(line.receive())
        except (LineDead, WireError):
            return
        except BaseException:  # noqa: S112  (an alarm that a learner left behind must not end the conversation)
            continue


def _end(pid: int, living: dict[int, tuple[int, Path]]) -> None:
    if pid not in living:
        return
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    ready, room = living.pop(pid)
    os.close(ready)
    shutil.rmtree(room, ignore_errors=True)


def main() -> None:
    """``python -c PROGRAM DESCRIPTOR SOURCE LIBRARY…``"""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the grader decides when to stop
    serve(socket.socket(fileno=int(sys.argv[1])), Warmth(sys.argv[3:]))


if __name__ == "__main__":
    main()
