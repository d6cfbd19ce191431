"""A private root: Python, read-only; a room of limited size in memory; five harmless devices. No /proc, no /sys, nothing else."""

from __future__ import annotations

import ctypes
import os
import struct
from contextlib import suppress
from pathlib import Path

from log2attn.grading.limits import Limits
from log2attn.grading.sandbox.skeleton import DEVICES, Skeleton
from log2attn.grading.sandbox.syscalls import call

ROOM = "/room"
HERE = 2**64 - 100  # AT_FDCWD
EMPTY_PATH, RECURSIVE, CLONE, CLOEXEC = 0x1000, 0x8000, 1, os.O_CLOEXEC
FROM_EMPTY_PATH = 0x4
READ_ONLY, NO_SETUID, NO_DEVICES, NO_EXECUTION = 1, 2, 4, 8
FILES = 4096  # how many files a room may hold


def enter(skeleton: Skeleton, limits: Limits, base: Path) -> None:
    """In a mount name space of one's own: build the root over ``base``, move in, and let go of the rest."""
    call("mount", None, b"/", None, 0x4000 | 0x40000, None)  # MS_REC | MS_PRIVATE: nothing done here is seen outside
    root = tmpfs({"size": str(1 << 20), "nr_inodes": "2048", "mode": "0755"}, NO_SETUID | NO_DEVICES)
    room = tmpfs({"size": str(limits.disk), "nr_inodes": str(FILES), "mode": "0700"}, NO_SETUID | NO_DEVICES | NO_EXECUTION)
    copies = [(tree, copy(tree, READ_ONLY | NO_SETUID | NO_DEVICES)) for tree in skeleton.trees]
    for device in DEVICES:
        with suppress(OSError):
            copies.append((Path(device), copy(Path(device), READ_ONLY | NO_SETUID | NO_EXECUTION)))
    move(root, HERE, os.fsencode(base))
    for tree, mount in copies:
        place(root, tree, mount)
    for link, target in skeleton.links:
        make(root, link.parent, folder=True)
        with suppress(FileExistsError):
            os.symlink(target, relative(link), dir_fd=root)
    for path in skeleton.hidden:
        with suppress(FileNotFoundError):
            move(tmpfs({"size": "4096", "nr_inodes": "2", "mode": "0755"}, READ_ONLY), root, relative(path).encode())
    fill(root)
    place(root, Path(ROOM), room, folder=True)
    os.fchdir(root)
    call("pivot_root", b".", b".")
    call("umount2", b".", 2)  # MNT_DETACH: the old root goes
    os.chdir("/")
    restrict(HERE, b"/", READ_ONLY | NO_SETUID | NO_DEVICES | NO_EXECUTION, 0)
    os.chdir(ROOM)


def fill(root: int) -> None:
    """What programs expect of a computer."""
    os.symlink(str(Path(ROOM, "tmp")), "tmp", dir_fd=root)


def tmpfs(options: dict[str, str], attributes: int) -> int:
    """A new file system in memory, not yet anywhere."""
    context = call("fsopen", b"tmpfs", 1)
    try:
        for key, value in options.items():
            call("fsconfig", context, 1, key.encode(), value.encode(), 0)
        call("fsconfig", context, 6, None, None, 0)
        return call("fsmount", context, 1, attributes)
    finally:
        os.close(context)


def copy(tree: Path, attributes: int) -> int:
    """The same tree once more, with fewer rights, all that is mounted inside it included."""
    mount = call("open_tree", HERE, os.fsencode(tree), CLONE | CLOEXEC | RECURSIVE)
    try:
        restrict(mount, b"", attributes, EMPTY_PATH | RECURSIVE)
    except OSError:
        os.close(mount)
        raise
    return mount


def restrict(at: int, path: bytes, attributes: int, flags: int) -> None:
    call("mount_setattr", at, path, flags, ctypes.create_string_buffer(struct.pack("<QQQQ", attributes, 0, 0, 0), 32), 32)


def move(mount: int, at: int, path: bytes) -> None:
    call("move_mount", mount, b"", at, path, FROM_EMPTY_PATH)


def place(root: int, where: Path, mount: int, *, folder: bool | None = None) -> None:
    make(root, where, folder=(os.fstat(mount).st_mode & 0o170000 == 0o040000) if folder is None else folder)
    move(mount, root, relative(where).encode())
    os.close(mount)


def make(root: int, where: Path, *, folder: bool) -> None:
    """An empty folder or file to mount on, and the folders above it."""
    steps = relative(where).split("/")
    for last in range(1, len(steps) + folder):
        with suppress(FileExistsError):
            os.mkdir("/".join(steps[:last]), 0o755, dir_fd=root)
    if not folder:
        os.close(os.open(relative(where), os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o444, dir_fd=root))


def relative(path: Path) -> str:
    return str(path).lstrip("/") or "."
