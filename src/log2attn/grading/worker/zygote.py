"""The warm process: imports what notebooks import, holds nothing else, and forks a worker for each submission.

It is started afresh (never forked from the grader), so that no test, no other submission and no key can lie in its memory.

    [number of bytes][msgpack]  requests over the socket it is given:
    ["worker", readable paths, limits]  with one descriptor attached: fork a worker that talks over it; answers ["pid", pid, level]
    ["end", pid]                        kill a worker and everything in it; no answer: nobody waits, and the next request is heard when it is done
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
    "numpy", "scipy", "scipy.special", "scipy.stats", "scipy.optimize", "scipy.linalg", "sympy", "matplotlib.pyplot", "seaborn", "pandas",
    "IPython.display", "math", "collections", "itertools", "functools", "typing", "fractions", "decimal", "random", "dataclasses", "statistics", "re", "json", "getpass", "contourpy", "log2attn",
    "log2attn.grading.worker.cells", "log2attn.grading.worker.serve", "log2attn.grading.sandbox",
)  # fmt: skip


def warm() -> None:
    """Import what notebooks import. Nothing is bound: a learner's missing import still fails."""
    os.environ.setdefault("MPLBACKEND", "Agg")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in WARM:
            with contextlib.suppress(ImportError):
                importlib.import_module(name)
        import matplotlib.pyplot as plt

        # The first figure costs most: fonts are found, layouts compiled.
        figure, axes = plt.subplots()
        axes.plot([1, 2])
        figure.savefig(io.BytesIO(), format="png")
        plt.close(figure)
    stash = Stash()
    stash.put_away(name for name in WARM if "." in name and not name.startswith(("log2attn.", "IPython.")))
    # Importing this package gives figures the house style: not before somebody's cell imports it.
    settings: Any = mpl.rcParams
    original: Any = mpl.rcParamsOrig
    settings.update({key: original[key] for key in HOUSE})
    stash.put_away_package("log2attn", "log2attn.learn", lambda: settings.update(HOUSE))
    gc.collect()
    gc.freeze()


def serve(control: socket.socket) -> None:
    """Fork and end workers until the other end hangs up."""
    skeletons = {(): sandbox.prepare()}
    living: dict[int, tuple[int, Path]] = {}
    while True:
        request, descriptors = _request(control)
        if request is None:
            break
        if request[0] == "worker":
            readable = tuple(request[1])
            if readable not in skeletons:
                skeletons[readable] = skeletons[()].within([Path(path) for path in readable])
            _answer(control, _fork(control, Limits(*request[2]), descriptors, skeletons[readable], living))
        elif request[0] == "end":
            _end(request[1], living)
    for pid in list(living):
        _end(pid, living)


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
    """``python -m log2attn.grading.worker.zygote DESCRIPTOR``"""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the grader decides when to stop
    control = socket.socket(fileno=int(sys.argv[1]))
    warm()
    _answer(control, ["warm"])
    serve(control)


if __name__ == "__main__":
    main()
