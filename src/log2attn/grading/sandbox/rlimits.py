"""The kernel's limits on one process."""

from __future__ import annotations

import mmap
import os
from contextlib import suppress
from pathlib import Path

from log2attn.grading.limits import Limits

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

DESCRIPTORS = 256


def address_space() -> int:
    """Bytes this process has mapped; 0 where the system does not say."""
    try:
        descriptor = os.open("/proc/self/statm", os.O_RDONLY)
    except OSError:
        return 0
    try:
        return int(os.read(descriptor, 64).split()[0]) * mmap.PAGESIZE
    finally:
        os.close(descriptor)


def first_to_go() -> None:
    """If the computer runs out of memory, this process is the one to end."""
    with suppress(OSError):
        descriptor = os.open("/proc/self/oom_score_adj", os.O_WRONLY)
        try:
            os.write(descriptor, b"1000")
        finally:
            os.close(descriptor)


def apply(limits: Limits, mapped: int, processes: int | None) -> tuple[str, ...]:
    """Set them for good, soft and hard alike; return those that are set. ``processes`` is None where the kernel would count others' too."""
    if resource is None:
        return ()
    cpu = int(limits.total) * 2 + 10
    wanted = [
        ("memory", "RLIMIT_AS", mapped + limits.memory if mapped else None),
        ("file size", "RLIMIT_FSIZE", limits.disk),
        ("files", "RLIMIT_NOFILE", DESCRIPTORS),
        ("core", "RLIMIT_CORE", 0),
        ("cpu", "RLIMIT_CPU", cpu),
        ("processes", "RLIMIT_NPROC", processes),
        ("locked memory", "RLIMIT_MEMLOCK", 0),
        ("queues", "RLIMIT_MSGQUEUE", 0),
        ("priority", "RLIMIT_NICE", 0),
        ("real time", "RLIMIT_RTPRIO", 0),
        ("signals", "RLIMIT_SIGPENDING", 1024),
    ]
    held = []
    for name, constant, value in wanted:
        if value is None or not hasattr(resource, constant):
            continue
        kind = getattr(resource, constant)
        try:
            _, hard = resource.getrlimit(kind)
            value = value if hard == resource.RLIM_INFINITY else min(value, hard)  # noqa: PLW2901
            resource.setrlimit(kind, (value, value))
        except (OSError, ValueError):
            continue
        held.append(name)
    return tuple(held)


def processes_of(uid: int) -> int:
    """How many processes and threads a user has now."""
    count = 0
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if entry.stat().st_uid == uid:
                    count += sum(1 for _ in (entry / "task").iterdir())
            except OSError:
                continue
    return count
