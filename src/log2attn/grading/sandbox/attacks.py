"""What a hostile submission would try, each attempt harmless if it succeeds. Run by the doctor inside a confined process; never by a grader.

An attack gets facts (paths, ports, process numbers; no secrets) and returns what it got hold of, as plain data.
Whether that is an escape is judged outside, by what is seen there.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import gc
import os
import resource
import signal
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

Facts = dict[str, Any]
MARK = b"planted-canary-"  # what secrets begin with; 32 hexadecimal digits follow

_C = ctypes.CDLL(None, use_errno=True)
_C.syscall.restype = ctypes.c_long
_X86 = os.uname().machine == "x86_64"


def attempt(action: Callable[[], Any]) -> str:
    """What came of it, in words that are short; "" if it was refused."""
    try:
        return f"{action()!r:.300}" or "done"
    except (OSError, ValueError, RuntimeError, MemoryError, ImportError, AttributeError):
        return ""


def tried(**actions: Callable[[], Any]) -> dict[str, str]:
    """Those of the actions that were not refused."""
    results = {name: attempt(action) for name, action in actions.items()}
    return {name: result for name, result in results.items() if result}


def system(x86: int, arm: int, *arguments: int | bytes | ctypes.Array | None) -> int:
    words = [ctypes.c_void_p(word) if isinstance(word, int) else word for word in arguments]
    result = _C.syscall(ctypes.c_long(x86 if _X86 else arm), *words)
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


def reached(x86: int, arm: int, *arguments: int | bytes | ctypes.Array | None) -> str:
    """A call that is nonsense but gets as far as being found so."""
    try:
        return f"returned {system(x86, arm, *arguments)}"
    except OSError as error:
        if error.errno in (errno.EPERM, errno.EACCES, errno.ENOSYS):
            raise
        return f"reached: {error.strerror}"


def _text(path: str, limit: int = 65536) -> str:
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read(limit).decode("latin-1")


def read(facts: Facts) -> dict[str, str]:
    return tried(**{path: lambda path=path: _text(path) for path in facts["paths"]})


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
        return _text(name)

    return tried(symbolic=lambda: through(os.symlink, "soft"), hard=lambda: through(os.link, "hard"))


def environments(facts: Facts) -> dict[str, str]:
    def one(pid: int | str) -> str:
        text = _text(f"/proc/{pid}/environ")
        return text[text.find(MARK.decode()) :][: len(MARK) + 32] if MARK.decode() in text else "read"

    return tried(**{str(pid): lambda pid=pid: one(pid) for pid in [os.getppid(), "self", 1, *facts["pids"]]})


def environment(_: Facts) -> list[str]:
    block = ctypes.POINTER(ctypes.c_char_p).in_dll(_C, "environ")
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
        **{word: lambda kind=kind: _connect(socket.AF_UNIX, kind, name + ("" if kind == socket.SOCK_STREAM else "d")) for word, kind in kinds.items()},
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
        local = ctypes.create_string_buffer(struct.pack("QQ", ctypes.addressof(mine), 7 if x86 == 311 else size))
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
        queue=lambda: system(129, 138, zygote, signal.SIGTERM, ctypes.create_string_buffer(struct.pack("iii", 0, 0, -1), 128)),
        pidfd=lambda: os.pidfd_open(zygote),
        owner=by_owner,
    )


def forks(facts: Facts) -> int:
    made = 0
    for turn in range(50):
        with suppress(OSError):
            ways = (os.fork, lambda: system(56, 220, signal.SIGCHLD, 0, 0, 0, 0), lambda: system(57, 220, signal.SIGCHLD, 0, 0, 0, 0))
            if ways[turn % 3]() == 0:
                time.sleep(facts["hold"])
                os._exit(0)
            made += 1
    time.sleep(facts["hold"] if made else 0)
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
    held, size = [], 8 << 20
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
        queue=lambda: system(240, 180, b"log2attn", os.O_CREAT | os.O_RDWR, 0o600, None) and system(241, 181, b"log2attn"),
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
    return tried(write=grow, allocate=lambda: os.posix_fallocate(os.open("more", os.O_CREAT | os.O_RDWR), 0, facts["disk"] * 2))


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
        if _C.prctl(1, 0, 0, 0, 0):
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
    return [text for text in sorted(found) if len(text) == 32 and all(letter in "0123456789abcdef" for letter in text)]


def _readable(at: int, size: int) -> bytes:
    """Through a pipe, so that an address that is gone is an error and not the end."""
    pages = []
    reader, writer = os.pipe()
    for place in range(at, at + size, 65536):
        wrote = _C.write(writer, ctypes.c_void_p(place), min(65536, at + size - place))
        pages.append(os.read(reader, wrote) if wrote > 0 else b"")
    os.close(reader)
    os.close(writer)
    return b"".join(pages)


def run_by_c(command: bytes) -> str:
    if _C.system(command) != 0:
        raise OSError("refused")
    return "ran"


def programs(_: Facts) -> dict[str, str]:
    def run(program: str) -> str:
        import subprocess

        return subprocess.run([program, "--version"], capture_output=True, check=True, timeout=5).stdout.decode()

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
    return {"before": before, "after": (os.getresuid(), os.getresgid()), "capabilities": capabilities.raw.strip(b"\0").hex()}


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
    return tried(setup=lambda: system(425, 425, 4, ctypes.create_string_buffer(256)), aio=lambda: system(206, 0, 4, ctypes.create_string_buffer(8)))


def kernel(_: Facts) -> dict[str, str]:
    zero = ctypes.create_string_buffer(256)
    calls = {
        "bpf": (321, 280, 0, zero, 64),
        "perf": (298, 241, zero, 0, 2**64 - 1, 2**64 - 1, 0),
        "fault": (323, 282, 1),
        "log": (103, 116, 10, None, 0),
        "compare": (312, 272, 1, 1, 1, 0, 0),
    }
    return tried(**{name: lambda call=call: reached(*call) for name, call in calls.items()}, personality=lambda: system(135, 92, 0x0040000))


def other_tables(_: Facts) -> dict[str, str]:
    """The call tables of x32 and of 32-bit programs, which a careless filter forgets."""
    if not _X86:
        return {}
    return tried(x32=lambda: system(0x40000000 + 41, 0, 1, 1, 0), x32_kill=lambda: system(0x40000000 + 62, 0, 1, 0))


def keys(_: Facts) -> dict[str, str]:
    return tried(
        add=lambda: system(248, 217, b"user", b"escaped", b"x", 1, 2**32 - 1),
        find=lambda: reached(250, 219, 10, 2**32 - 1, b"user", b"canary", 0),
        join=lambda: system(250, 219, 1, b"canary"),
    )


def terminal(facts: Facts) -> dict[str, str]:
    def push(path: str | int) -> str:
        descriptor = path if isinstance(path, int) else os.open(path, os.O_RDWR | os.O_NOCTTY)
        for letter in b"escaped":
            fcntl.ioctl(descriptor, 0x5412, bytes([letter]))
        return "typed"

    return tried(**{str(path): lambda path=path: push(path) for path in (0, 1, 2, "/dev/tty", facts["terminal"])})


def shared(facts: Facts) -> dict[str, str]:
    return {**read({"paths": [facts["shared"]]}), **write({"paths": [facts["shared"] + ".escaped"]})}


def hang(facts: Facts) -> None:
    time.sleep(facts["hold"])
