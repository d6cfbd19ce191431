"""The doctor's side of an examination: planted secrets, listening sockets, files that must not change, and the zygote to attack them from."""

from __future__ import annotations

import ctypes
import json
import os
import pty
import secrets
import select
import socket
import subprocess
import sys
import sysconfig
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from log2attn.grading.doctor.attempts import MARK
from log2attn.grading.sandbox.level import EXAMINATION, Level

PROGRAM = "from log2attn.grading.doctor.patient import serve; serve()"
PASSED_ON = ("PATH", "LANG", "HOME", "MPLCONFIGDIR", "PYTHONPATH", "LD_LIBRARY_PATH")
ENVIRONMENT_SECRET = "LOG2ATTN_CANARY"  # noqa: S105  (a name)


def planted() -> str:
    return MARK.decode() + secrets.token_hex(16)


class World:
    """What a submission must not reach. All of it is made for the examination and goes with it."""

    def __init__(self, folder: Path, program: str = PROGRAM) -> None:
        self.began = time.monotonic()
        self.folder, self.word, self.rooms = folder, secrets.token_hex(8), 0
        folder.chmod(0o755)  # only the sandbox protects what is here
        self.secrets: list[str] = []
        home = Path.home() if os.access(Path.home(), os.W_OK) else folder
        self.files = {
            "home": self.plant(home / f".log2attn-canary-{self.word}"),
            "source": self.plant(folder / "course/source/day/day.ipynb"),
            "gradebook": self.plant(folder / "course/gradebook.db"),
            "submission": self.plant(folder / "course/submitted/ada/day/day.ipynb"),
        }
        (folder / "rooms").mkdir()
        self.book = (self.files["gradebook"].read_bytes(), self._state())
        own = planted()
        self.supervisor_secret = own.removeprefix(MARK.decode())
        self.secrets.append(self.supervisor_secret)
        self.buffer = ctypes.create_string_buffer(own.encode())
        self.shared = Path("/dev/shm", f"log2attn-{self.word}")  # noqa: S108
        with suppress(OSError):
            self.plant(self.shared)
        self.listeners = self._listen()
        self.master, self.slave = self._terminal()
        self.alarm, held = os.pipe()
        self.held = held
        environment = {name: value for name, value in os.environ.items() if name in PASSED_ON}
        environment |= {
            "OPENBLAS_NUM_THREADS": "1",
            "MPLBACKEND": "Agg",
            ENVIRONMENT_SECRET: self.plant_word(),
        }
        self.trouble = (folder / "trouble").open("w+b")
        self.zygote = subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.trouble,
            env=environment,
            pass_fds=[held],
        )
        os.close(held)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.zygote.kill()
        self.zygote.communicate()
        self.trouble.close()
        for sockets in self.listeners.values():
            for end in sockets:
                end.close()
        for descriptor in (self.alarm, self.master, self.slave):
            if descriptor >= 0:
                os.close(descriptor)
        for path in [
            self.files["home"],
            self.shared,
            Path(f"{self.shared}.escaped"),
            *map(Path, self.targets()),
        ]:
            with suppress(OSError):
                path.unlink()

    def plant_word(self) -> str:
        word = planted()
        self.secrets.append(word.removeprefix(MARK.decode()))
        return word

    def plant(self, path: Path) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.plant_word(), encoding="ascii")
        path.chmod(0o644)
        return path

    def _listen(self) -> dict[str, list[socket.socket]]:
        kinds: dict[str, list[tuple[int, int, Any]]] = {
            "tcp": [(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0))],
            "udp": [(socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0))],
        }
        for name, address in (("abstract", f"\0{self.word}"), ("pathname", str(self.folder / "socket"))):
            kinds[name] = [
                (socket.AF_UNIX, socket.SOCK_STREAM, address),
                (socket.AF_UNIX, socket.SOCK_DGRAM, address + "d"),
            ]
        made: dict[str, list[socket.socket]] = {}
        for name, ends in kinds.items():
            for family, kind, place in ends:
                end = socket.socket(family, kind)
                end.bind(place)
                if kind == socket.SOCK_STREAM:
                    end.listen()
                if name == "pathname":
                    Path(address).chmod(0o666)
                made.setdefault(name, []).append(end)
        return made

    def _terminal(self) -> tuple[int, int]:
        try:
            return pty.openpty()
        except OSError:
            return -1, -1

    def _state(self) -> tuple[int, int, int]:
        state = self.files["gradebook"].stat()
        return state.st_mode, state.st_mtime_ns, state.st_size

    # What attacks are told.

    def pids(self) -> dict[str, Any]:
        return {"pids": [self.zygote.pid, os.getpid()], "address": ctypes.addressof(self.buffer)}

    def addresses(self) -> dict[str, Any]:
        port = {name: self.listeners[name][0].getsockname()[1] for name in ("tcp", "udp")}
        return port | {"abstract": self.word, "pathname": str(self.folder / "socket")}

    def terminals(self) -> dict[str, Any]:
        return {"terminal": os.ttyname(self.slave) if self.slave >= 0 else "/dev/pts/0"}

    def shares(self) -> dict[str, Any]:
        return {"shared": str(self.shared)}

    def targets(self) -> list[str]:
        folders = [
            Path.home(),
            self.folder / "course",
            self.folder,
            Path("/tmp"),  # noqa: S108
            Path(sysconfig.get_path("purelib")),
            Path(os.__file__).parent,
        ]
        return [str(folder / f"log2attn-escaped-{self.word}.txt") for folder in folders]

    # What is seen.

    def leaked(self, said: object) -> bool:
        text = json.dumps(said)
        return any(secret in text for secret in self.secrets)

    def written(self) -> list[str]:
        return [
            path
            for path in [*self.targets(), str(self.folder / "rooms" / "escaped")]
            if os.path.exists(path)  # noqa: PTH110  (False, not an error, behind a closed door)
        ]

    def unchanged(self) -> bool:
        with suppress(OSError):
            return self.book == (self.files["gradebook"].read_bytes(), self._state())
        return False

    def heard(self, name: str) -> bool:
        return bool(select.select(self.listeners[name], [], [], 0)[0])

    def intact(self) -> bool:
        return self.buffer.value == MARK + self.supervisor_secret.encode()

    def shared_written(self) -> bool:
        return os.path.exists(f"{self.shared}.escaped")  # noqa: PTH110

    def kept_to_disk(self, answer: dict[str, Any]) -> bool:
        """Stopped at the limit; or, where only a watcher guards the disk, ended soon after."""
        if answer["said"] is not None:
            return 0 < answer["said"] <= EXAMINATION.disk
        return bool(answer["status"]) and answer["bytes"] <= EXAMINATION.disk + (64 << 20)

    # The zygote.

    def run(self, attack: str, facts: dict[str, Any]) -> dict[str, Any]:
        self.rooms += 1
        room = self.folder / "rooms" / str(self.rooms)
        room.mkdir(mode=0o700)
        answer = self._ask({"attack": attack, "facts": facts, "room": str(room)})
        files = [path for path in room.rglob("*") if path.is_file() and not path.is_symlink()]
        return answer | {
            "files": [path.name for path in files],
            "bytes": sum(path.stat().st_size for path in files),
        }

    def _ask(self, job: dict[str, Any]) -> dict[str, Any]:
        try:
            to, of = self.zygote.stdin, self.zygote.stdout
            assert to is not None
            assert of is not None
            to.write(json.dumps(job).encode() + b"\n")
            to.flush()
            line = of.readline()
        except OSError:
            line = b""
        if not line:
            self.trouble.seek(0)
            raise RuntimeError(
                f"the zygote ended during “{job['attack']}”: {self.trouble.read()[-500:].decode(errors='replace')}"
            )
        return json.loads(line)

    def level(self) -> Level:
        data = self.run("hang", {"hold": 0})["level"]
        return (
            Level.of_data(data)
            if data
            else Level(notes=("the confined process ended before it could speak",))
        )

    def orphan_dies(self) -> bool:
        """Kill the zygote: does a confined process that it started let go of this pipe?"""
        room = self.folder / "rooms" / "orphan"
        room.mkdir(mode=0o700)
        self._ask({"attack": "orphan", "facts": {"hold": 20}, "room": str(room), "pipe": self.held})
        if not select.select([self.alarm], [], [], 5)[0] or not os.read(self.alarm, 65536):
            return False
        self.zygote.kill()
        self.zygote.wait()
        return bool(select.select([self.alarm], [], [], 2)[0]) and os.read(self.alarm, 65536) == b""

    def seconds(self) -> float:
        return time.monotonic() - self.began
