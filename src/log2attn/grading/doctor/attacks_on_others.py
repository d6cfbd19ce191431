"""What a hostile submission would try on files, sockets and other processes, each attempt harmless if it succeeds.

Run by the doctor inside a confined process, never by a grader. Whether what an attack returns is an escape is judged outside, by what is seen there.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import signal
import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from log2attn.grading.doctor.attempts import MARK, C, Facts, system, text, tried


def read(facts: Facts) -> dict[str, str]:
    return tried(**{path: lambda path=path: text(path) for path in facts["paths"]})


def names(facts: Facts) -> dict[str, str]:
    return tried(**{path: lambda path=path: os.stat(path).st_size for path in facts["paths"]})  # noqa: PTH116


def write(facts: Facts) -> dict[str, str]:
    def one(path: str) -> int:
        with open(path, "x", encoding="ascii") as file:  # noqa: PTH123
            return file.write("escaped")

    return tried(**{path: lambda path=path: one(path) for path in [*facts["paths"], "../escaped"]})


def change(facts: Facts) -> dict[str, str]:
    path = facts["paths"][0]
    return tried(
        write=lambda: os.open(path, os.O_RDWR),
        cut=lambda: os.truncate(path, 1),
        mode=lambda: os.chmod(path, 0o777),  # noqa: PTH101, S103
        times=lambda: os.utime(path, (1, 1)),
        attribute=lambda: os.setxattr(path, "user.canary", b"1"),
        move=lambda: os.rename(path, path + ".moved"),  # noqa: PTH104
        remove=lambda: os.unlink(path),  # noqa: PTH108
    )


def links(facts: Facts) -> dict[str, str]:
    path = facts["paths"][0]

    def through(make: Callable[[str, str], None], name: str) -> str:
        make(path, name)
        return text(name)

    return tried(symbolic=lambda: through(os.symlink, "soft"), hard=lambda: through(os.link, "hard"))


def shared(facts: Facts) -> dict[str, str]:
    return {**read({"paths": [facts["shared"]]}), **write({"paths": [facts["shared"] + ".escaped"]})}


def environments(facts: Facts) -> dict[str, str]:
    def one(pid: int | str) -> str:
        block = text(f"/proc/{pid}/environ")
        return block[block.find(MARK.decode()) :][: len(MARK) + 32] if MARK.decode() in block else "read"

    return tried(**{str(pid): lambda pid=pid: one(pid) for pid in [os.getppid(), "self", 1, *facts["pids"]]})


def environment(_: Facts) -> list[str]:
    block = ctypes.POINTER(ctypes.c_char_p).in_dll(C, "environ")
    at, found = 0, [f"{name}={value}" for name, value in os.environ.items()]
    while block and block[at]:
        found.append(block[at].decode("latin-1"))
        at += 1
    return found


def _connect(family: int, kind: int, address: Any) -> str:
    with socket.socket(family, kind) as end:
        end.settimeout(1)
        end.connect(address)
        end.send(b"escaped")
    return "connected"


def tcp(facts: Facts) -> dict[str, str]:
    return tried(v4=lambda: _connect(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", facts["tcp"])))


def udp(facts: Facts) -> dict[str, str]:
    return tried(v4=lambda: _connect(socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", facts["udp"])))


def _pair(address: str) -> int:
    one, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    return one.sendto(b"escaped", address)


def abstract(facts: Facts) -> dict[str, str]:
    name = "\0" + facts["abstract"]
    kinds = {"stream": socket.SOCK_STREAM, "datagram": socket.SOCK_DGRAM}
    return tried(
        **{
            word: lambda kind=kind: _connect(
                socket.AF_UNIX, kind, name + ("" if kind == socket.SOCK_STREAM else "d")
            )
            for word, kind in kinds.items()
        },
        pair=lambda: _pair(name + "d"),
    )


def pathname(facts: Facts) -> dict[str, str]:
    path = facts["pathname"]
    return tried(
        stream=lambda: _connect(socket.AF_UNIX, socket.SOCK_STREAM, path),
        datagram=lambda: _connect(socket.AF_UNIX, socket.SOCK_DGRAM, path + "d"),
        pair=lambda: _pair(path + "d"),
    )


def sockets(_: Facts) -> dict[str, str]:
    return tried(
        netlink=lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0),
        packet=lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0x0300),
        raw=lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1),
        vsock=lambda: socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM),
        bluetooth=lambda: socket.socket(31, socket.SOCK_RAW, 1),
        crypto=lambda: socket.socket(38, socket.SOCK_SEQPACKET),
        name=lambda: socket.getaddrinfo("example.org", 80),
    )


def processes(_: Facts) -> list[str]:
    with suppress(OSError):
        return [entry for entry in os.listdir("/proc") if entry.isdigit() and entry != str(os.getpid())]  # noqa: PTH208
    return []


def trace(facts: Facts) -> dict[str, str]:
    def seize(pid: int) -> str:
        system(101, 117, 0x4206, pid, 0, 0)  # PTRACE_SEIZE
        with suppress(OSError):
            system(101, 117, 17, pid, 0, 0)  # PTRACE_DETACH
        return "traced"

    return tried(**{str(pid): lambda pid=pid: seize(pid) for pid in [*facts["pids"], os.getppid()] if pid})


def others_memory(facts: Facts) -> dict[str, str]:
    pid, address = facts["pids"][-1], facts["address"]

    def transfer(x86: int, arm: int) -> str:
        size = len(MARK) + 32
        mine = ctypes.create_string_buffer(b"escaped" if x86 == 311 else b"", size)
        local = ctypes.create_string_buffer(
            struct.pack("QQ", ctypes.addressof(mine), 7 if x86 == 311 else size)
        )
        remote = ctypes.create_string_buffer(struct.pack("QQ", address, 7 if x86 == 311 else size))
        system(x86, arm, pid, local, 1, remote, 1, 0)
        return mine.raw.decode("latin-1")

    def file() -> str:
        with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:  # noqa: PTH123
            memory.seek(address)
            return memory.read(len(MARK) + 32).decode("latin-1")

    return tried(read=lambda: transfer(310, 270), write=lambda: transfer(311, 271), file=file)


def signals(facts: Facts) -> dict[str, str]:
    zygote, supervisor = facts["pids"]
    reader, writer = os.pipe()

    def by_owner() -> str:
        fcntl.fcntl(reader, fcntl.F_SETOWN, zygote)
        fcntl.fcntl(reader, 10, signal.SIGTERM)  # F_SETSIG
        fcntl.fcntl(reader, fcntl.F_SETFL, os.O_NONBLOCK | os.O_ASYNC)
        os.write(writer, b"x")
        return "sent"

    return tried(
        zero=lambda: os.kill(zygote, 0),
        term=lambda: os.kill(zygote, signal.SIGTERM),
        supervisor=lambda: os.kill(supervisor, 0),
        parent=lambda: os.kill(os.getppid() or 1 << 22, 0),
        all=lambda: os.kill(-1, 0),
        group=lambda: os.killpg(os.getpgid(zygote), 0),
        thread=lambda: system(200, 130, zygote, 0),
        queue=lambda: system(
            129, 138, zygote, signal.SIGTERM, ctypes.create_string_buffer(struct.pack("iii", 0, 0, -1), 128)
        ),
        pidfd=lambda: os.pidfd_open(zygote),
        owner=by_owner,
    )


def terminal(facts: Facts) -> dict[str, str]:
    def push(path: str | int) -> str:
        descriptor = path if isinstance(path, int) else os.open(path, os.O_RDWR | os.O_NOCTTY)
        for letter in b"escaped":
            fcntl.ioctl(descriptor, 0x5412, bytes([letter]))
        return "typed"

    return tried(
        **{str(path): lambda path=path: push(path) for path in (0, 1, 2, "/dev/tty", facts["terminal"])}
    )
