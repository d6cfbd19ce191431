"""Commands as one would type them, each in a process of its own, without loading everybody's libraries anew each time.

A process that has imported what other people's libraries nbgrader and the course's own program load, and nothing of ours, forks one child for
each command. The child runs the program's own file with its words, folder and environment, and ends as any interpreter ends.

    forked.run([program, *words] or ["-m", module, *words], cwd=…, env=…, timeout=…)     like subprocess.run, texts captured
"""

from __future__ import annotations

import atexit
import contextlib
import importlib
import json
import os
import runpy
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path

# Some start threads when they are used, none when it is imported: a process that forks must have one.
LIBRARIES = (
    "numpy",
    "matplotlib.pyplot",
    "IPython",
    "rich.console",
    "typer",
    "pydantic.types",
    "nbformat",
    "sqlalchemy.dialects.postgresql",
    "sqlalchemy.dialects.sqlite",
    "nbgrader.apps.nbgraderapp",
)
SLOW = "rfc3987_syntax"  # a grammar that takes seconds, for a format that no notebook's schema has; jsonschema does without
# What they may find in the environment when they are imported: no settings of whoever runs the tests.
KEPT = (
    "PATH",
    "LANG",
    "LC_ALL",
    "TMPDIR",
    "LD_LIBRARY_PATH",
    "VIRTUAL_ENV",
    "PYTHONDONTWRITEBYTECODE",
    "MPLBACKEND",
    "MPLCONFIGDIR",
    "OPENBLAS_NUM_THREADS",
)


def run(
    words: list[str], *, cwd: Path, env: dict[str, str], timeout: float = 300.0
) -> subprocess.CompletedProcess[str]:
    """Run the command to its end. Raises subprocess.TimeoutExpired, and nothing of it is left running."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        asked = json.dumps({"words": [str(word) for word in words], "cwd": str(cwd), "env": env}).encode()
        here, there = socket.socketpair()
        with here:
            with there:
                socket.send_fds(_server(), [b"."], [there.fileno(), out.fileno(), err.fileno()])
            here.sendall(asked)
            here.shutdown(socket.SHUT_WR)
            pid, code = _news(here, timeout)
            if code is None:
                os.kill(pid, signal.SIGKILL)
                raise subprocess.TimeoutExpired(words, timeout)
        texts = []
        for file in (out, err):
            file.seek(0)
            texts.append(file.read().decode())
    return subprocess.CompletedProcess(words, code, *texts)


def _news(line: socket.socket, timeout: float) -> tuple[int, int | None]:
    """The child's number, and how it ended; None if it has not yet."""
    told, until = b"", time.monotonic() + timeout
    while told.count(b"\n") < 2:
        ready, _, _ = select.select([line], [], [], max(0.0, until - time.monotonic()))
        part = line.recv(100) if ready else b""
        if ready and not part:
            raise RuntimeError("the process that forks commands has ended")
        told += part
        if not ready:
            break
    numbers = [int(number) for number in told.split()]
    return numbers[0], numbers[1] if len(numbers) > 1 else None


@cache
def _server() -> socket.socket:
    """The line to the process that forks; begun by the first command of each of pytest's workers."""
    here, there = socket.socketpair()
    home = tempfile.mkdtemp(prefix="log2attn-home-")
    process = subprocess.Popen(
        [sys.executable, __file__, str(there.fileno())],
        pass_fds=[there.fileno()],
        stdin=subprocess.DEVNULL,
        env={name: os.environ[name] for name in KEPT if name in os.environ} | {"HOME": home},
    )
    there.close()

    def end() -> None:
        here.close()
        process.wait(10)
        shutil.rmtree(home, ignore_errors=True)

    atexit.register(end)
    return here


def _serve(control: socket.socket) -> list[str]:
    """Fork a child for each request until nobody asks any more. Returns, in a child alone, the words of its command."""
    while True:
        _, descriptors, _, _ = socket.recv_fds(control, 1, 3)
        if not descriptors:
            sys.exit()
        line = socket.socket(fileno=descriptors[0])
        pid = os.fork()
        if pid == 0:
            control.close()
            return _become(line, *descriptors[1:])
        for descriptor in descriptors[1:]:
            os.close(descriptor)
        with contextlib.suppress(BrokenPipeError), line:  # whoever asked may have given up
            line.sendall(b"%d\n" % pid)
            _, status = os.waitpid(pid, 0)
            line.sendall(b"%d\n" % os.waitstatus_to_exitcode(status))


def _become(line: socket.socket, out: int, err: int) -> list[str]:
    """Take on the folder, the environment and the streams of the command."""
    asked = b""
    while part := line.recv(1 << 16):
        asked += part
    line.close()
    told = json.loads(asked)
    for stream, descriptor in ((1, out), (2, err)):
        os.dup2(descriptor, stream)
        os.close(descriptor)
    os.chdir(told["cwd"])
    os.environ.clear()
    os.environ.update(told["env"])
    time.tzset()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    return told["words"]


def _main() -> None:
    control = socket.socket(fileno=int(sys.argv[1]))
    sys.modules[SLOW] = None  # type: ignore[assignment]
    for name in LIBRARIES:
        importlib.import_module(name)
    del sys.modules[SLOW]
    words = _serve(control)
    if words[0] == "-m":
        sys.argv, sys.path[0] = words[1:], str(Path.cwd())
        runpy.run_module(words[1], run_name="__main__", alter_sys=True)
    else:
        sys.argv, sys.path[0] = words, str(Path(words[0]).parent)
        runpy.run_path(words[0], run_name="__main__")


if __name__ == "__main__":
    _main()
