"""What a hostile submission would try on its limits, on its own chains and on the kernel, each attempt harmless if it succeeds.

Run by the doctor inside a confined process, never by a grader. Whether what an attack returns is an escape is judged outside, by what is seen there.
"""

from __future__ import annotations

import ctypes
import fcntl
import gc
import os
import resource
import signal
import struct
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from log2attn.grading.doctor.attempts import MARK, X86, C, Facts, reached, system, tried


def forks(facts: Facts) -> int:
    made = 0
    for turn in range(50):
        with suppress(OSError):
            ways = (
                os.fork,
                lambda: system(56, 220, signal.SIGCHLD, 0, 0, 0, 0),
                lambda: system(57, 220, signal.SIGCHLD, 0, 0, 0, 0),
            )
            if ways[turn % 3]() == 0:
                time.sleep(facts["hold"])
                os._exit(0)
            made += 1
    time.sleep(0.3 if made else 0)
    return made


def threads(facts: Facts) -> int:
    made, done = 0, threading.Event()
    with suppress(RuntimeError, MemoryError):
        for _ in range(1000):
            threading.Thread(target=done.wait, daemon=True).start()
            made += 1
    time.sleep(facts["hold"])
    done.set()
    return made


def memory(facts: Facts) -> int:
    held: list[bytearray] = []
    size = 8 << 20
    with suppress(MemoryError):
        while len(held) * size < facts["memory"] + (200 << 20):
            held.append(bytearray(size))
            held[-1][::4096] = b"x" * (size // 4096)
    return len(held) * size


def other_memory(_: Facts) -> dict[str, str]:
    def gone(made: int, x86: int, arm: int, *how: int) -> str:
        system(x86, arm, made, *how)
        return "made"

    return tried(
        memfd=lambda: os.memfd_create("x"),
        segment=lambda: gone(system(29, 194, 0, 1 << 20, 0o1600), 31, 195, 0, 0),  # shmget, and away again
        queue=lambda: (
            system(240, 180, b"log2attn", os.O_CREAT | os.O_RDWR, 0o600, None)
            and system(241, 181, b"log2attn")
        ),
        semaphore=lambda: gone(system(64, 190, 0, 1, 0o1600), 66, 191, 0, 0),
        pipe=lambda: fcntl.fcntl(os.pipe()[1], 1031, 1 << 20),
    )


def disk(facts: Facts) -> int:
    total, block = 0, b"x" * (1 << 20)
    Path("deep").mkdir()
    with suppress(OSError):
        for number in range((facts["disk"] >> 20) + 100):
            with open(f"deep/{number}", "wb", buffering=0) as file:  # noqa: PTH123
                total += file.write(block)
            time.sleep(0.002)
    time.sleep(0.2)
    return total


def big_file(facts: Facts) -> dict[str, str]:
    def grow() -> str:
        with open("big", "wb", buffering=0) as file:  # noqa: PTH123
            file.seek(facts["disk"] * 2)
            file.write(b"x")
        return "written"

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    return tried(
        write=grow,
        allocate=lambda: os.posix_fallocate(os.open("more", os.O_CREAT | os.O_RDWR), 0, facts["disk"] * 2),
    )


def core(_: Facts) -> None:
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    os.abort()


def limits(_: Facts) -> dict[str, str]:
    kinds = ("RLIMIT_AS", "RLIMIT_FSIZE", "RLIMIT_NOFILE", "RLIMIT_CORE", "RLIMIT_CPU")

    def lift(kind: int) -> str:
        resource.setrlimit(kind, (resource.getrlimit(kind)[1] + 1,) * 2)
        return "lifted"

    return tried(**{kind: lambda kind=kind: lift(getattr(resource, kind)) for kind in kinds})


def survive(facts: Facts) -> dict[str, str]:
    def leave() -> str:
        if os.fork() == 0:
            with suppress(OSError):
                os.setsid()
            if os.fork():
                os._exit(0)
            time.sleep(facts["hold"])
            os._exit(0)
        return "left"

    def undo() -> str:
        if C.prctl(1, 0, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "refused")
        return "undone"

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    result = tried(fork=leave, session=os.setsid, parent=undo)
    facts["say"](result)
    time.sleep(facts["hold"])
    return result


def descriptors(_: Facts) -> list[int]:
    found = []
    for number in range(4096):
        with suppress(OSError):
            fcntl.fcntl(number, fcntl.F_GETFD)
            found.append(number)
    return found


def own_memory(facts: Facts) -> list[str]:
    """Everything in this process's memory that looks like a planted secret."""
    gc.collect()
    found = set()
    for start, end in facts["maps"]:
        at = start
        while at < end:
            size = min(end - at, 16 << 20)
            block = _readable(at, size)
            place = block.find(MARK)
            while place >= 0:
                found.add(block[place + len(MARK) : place + len(MARK) + 32].decode("latin-1"))
                place = block.find(MARK, place + 1)
            at += size
    return [
        text
        for text in sorted(found)
        if len(text) == 32 and all(letter in "0123456789abcdef" for letter in text)
    ]


def _readable(at: int, size: int) -> bytes:
    """Through a pipe, so that an address that is gone is an error and not the end."""
    pages = []
    reader, writer = os.pipe()
    for place in range(at, at + size, 65536):
        wrote = C.write(writer, ctypes.c_void_p(place), min(65536, at + size - place))
        pages.append(os.read(reader, wrote) if wrote > 0 else b"")
    os.close(reader)
    os.close(writer)
    return b"".join(pages)


def run_by_c(command: bytes) -> str:
    if C.system(command) != 0:
        raise OSError("refused")
    return "ran"


def programs(_: Facts) -> dict[str, str]:
    def run(program: str) -> str:
        import subprocess

        return subprocess.run(
            [program, "--version"], capture_output=True, check=True, timeout=5
        ).stdout.decode()

    return tried(
        true=lambda: run("/bin/true"),
        python=lambda: run(sys.executable),
        spawn=lambda: os.posix_spawn("/bin/true", ["true"], {}),
        fork=lambda: run_by_c(b"true"),
        descriptor=lambda: reached(322, 281, 2**64 - 100, b"nowhere", None, None, 0),
        replace=lambda: reached(59, 221, b"nowhere", None, None),
    )


def spaces(_: Facts) -> dict[str, str]:
    def mount() -> str:
        system(165, 40, b"none", b".", b"tmpfs", 0, None)
        system(166, 39, b".", 2)
        return "mounted"

    flags = os.statvfs("/").f_flag & 0xF  # to remount with what is there changes nothing
    return tried(
        user=lambda: system(272, 97, 0x10000000),
        mount_space=lambda: system(272, 97, 0x00020000),
        mount=mount,
        remount=lambda: system(165, 40, None, b"/", None, 0x201020 | flags, None),
        unmount=lambda: reached(166, 39, b"/nowhere", 2),
        root=lambda: os.chroot("."),
        pivot=lambda: reached(155, 41, b"nowhere", b"nowhere"),
        enter=lambda: reached(308, 268, os.open(".", os.O_RDONLY), 0),
        tree=lambda: system(428, 428, 2**64 - 100, b"/", 1),
        handle=lambda: reached(304, 265, os.open(".", os.O_RDONLY), ctypes.create_string_buffer(64), 0),
        new_process=lambda: system(56, 220, 0x10000000 | signal.SIGCHLD, 0, 0, 0, 0) or os._exit(0),
        device=lambda: os.mknod("null", 0o20666, os.makedev(1, 3)),
    )


def user(_: Facts) -> dict[str, Any]:
    before = os.getresuid(), os.getresgid()
    for identity in (0, 65534, 1000):
        for action in (os.setuid, os.setgid):
            with suppress(OSError):
                action(identity)
    capabilities = ctypes.create_string_buffer(24)
    header = ctypes.create_string_buffer(struct.pack("<Ii", 0x20080522, 0), 8)
    system(125, 90, header, capabilities)
    return {
        "before": before,
        "after": (os.getresuid(), os.getresgid()),
        "capabilities": capabilities.raw.strip(b"\0").hex(),
    }


def priority(facts: Facts) -> dict[str, str]:
    zygote = facts["pids"][0]
    return tried(
        nice=lambda: os.nice(-5),
        other=lambda: os.setpriority(os.PRIO_PROCESS, zygote, 5),
        real_time=lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1)),
        limits=lambda: resource.prlimit(zygote, resource.RLIMIT_NOFILE, (64, 64)),
        processor=lambda: os.sched_setaffinity(zygote, {0}),
        disk=lambda: system(251, 30, 1, zygote, 3 << 13),
    )


def ring(_: Facts) -> dict[str, str]:
    return tried(
        setup=lambda: system(425, 425, 4, ctypes.create_string_buffer(256)),
        aio=lambda: system(206, 0, 4, ctypes.create_string_buffer(8)),
    )


def kernel(_: Facts) -> dict[str, str]:
    zero = ctypes.create_string_buffer(256)
    calls = {
        "bpf": (321, 280, 0, zero, 64),
        "perf": (298, 241, zero, 0, 2**64 - 1, 2**64 - 1, 0),
        "fault": (323, 282, 1),
        "log": (103, 116, 10, None, 0),
        "compare": (312, 272, 1, 1, 1, 0, 0),
    }
    return tried(
        **{name: lambda call=call: reached(*call) for name, call in calls.items()},
        personality=lambda: system(135, 92, 0x0040000),
    )


def other_tables(_: Facts) -> dict[str, str]:
    """The call tables of x32 and of 32-bit programs, which a careless filter forgets."""
    if not X86:
        return {}
    return tried(
        x32=lambda: system(0x40000000 + 41, 0, 1, 1, 0), x32_kill=lambda: system(0x40000000 + 62, 0, 1, 0)
    )


def keys(_: Facts) -> dict[str, str]:
    return tried(
        add=lambda: system(248, 217, b"user", b"escaped", b"x", 1, 2**32 - 1),
        find=lambda: reached(250, 219, 10, 2**32 - 1, b"user", b"canary", 0),
        join=lambda: system(250, 219, 1, b"canary"),
    )


def hang(facts: Facts) -> None:
    time.sleep(facts["hold"])
