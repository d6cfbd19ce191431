"""Landlock: what a process may open, connect to and signal, given up for good. Needs no privilege, works inside containers."""

from __future__ import annotations

import ctypes
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from log2attn.grading.sandbox.syscalls import PR_SET_NO_NEW_PRIVS, call

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
REMOVE_DIR, REMOVE_FILE, MAKE_DIR, MAKE_REG, MAKE_SYM, REFER, TRUNCATE = (
    1 << 4,
    1 << 5,
    1 << 7,
    1 << 8,
    1 << 12,
    1 << 13,
    1 << 14,
)
READ = READ_FILE | READ_DIR  # never EXECUTE: mapping a library needs READ_FILE alone
WRITE = READ | WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | MAKE_SYM | REFER | TRUNCATE
DEVICE = READ_FILE | WRITE_FILE | TRUNCATE
OF_A_FILE = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE
HANDLED = {
    1: (1 << 13) - 1,
    2: (1 << 14) - 1,
    3: (1 << 15) - 1,
    4: (1 << 15) - 1,
    5: (1 << 16) - 1,
}  # by version; 6 and 7 add none
NEWEST = 7


class Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def version() -> int:
    """What the kernel offers; 0 if nothing."""
    try:
        return call("landlock_create_ruleset", None, 0, 1)
    except OSError:
        return 0


def confine(
    readable: Iterable[Path], listed: Iterable[Path], writable: Iterable[Path], devices: Iterable[Path]
) -> int:
    """Leave only these trees, no TCP, no signals and no abstract sockets outward. Returns the version in force.

    ``listed`` are folders of which only the names can be read, theirs and those of all folders in them.
    """
    offered = version()
    if not offered:
        raise OSError("this kernel has no Landlock")
    known = min(offered, NEWEST)
    handled = HANDLED[min(known, 5)]
    attributes = Ruleset(handled, 0b11 if known >= 4 else 0, 0b11 if known >= 6 else 0)
    size = ctypes.sizeof(attributes)
    if known < 6:  # older kernels know fewer fields
        size = 16 if known >= 4 else 8
    ruleset = call("landlock_create_ruleset", attributes, size, 0)
    try:
        for trees, rights in ((readable, READ), (listed, READ_DIR), (writable, WRITE), (devices, DEVICE)):
            for tree in trees:
                allow(ruleset, tree, rights & handled)
        call("prctl", PR_SET_NO_NEW_PRIVS, 1)
        try:
            call(
                "landlock_restrict_self", ruleset, 0b101 if known >= 7 else 0
            )  # 7: refusals do not fill the system's log
        except OSError:
            call("landlock_restrict_self", ruleset, 0)
    finally:
        os.close(ruleset)
    return known


def allow(ruleset: int, tree: Path, rights: int) -> None:
    descriptor = os.open(tree, os.O_PATH | os.O_CLOEXEC)
    try:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            rights &= OF_A_FILE
        call("landlock_add_rule", ruleset, 1, Beneath(rights, descriptor), 0)
    finally:
        os.close(descriptor)
