"""A private root: Python, read-only; a room of limited size in memory; five harmless devices. No /proc, no /sys, nothing else."""

from __future__ import annotations

import ctypes
import os
import stat
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
    call(
        "mount", None, b"/", None, 0x4000 | 0x40000, None
    )  # MS_REC | MS_PRIVATE: nothing done here is seen outside
    root = tmpfs({"size": str(1 << 20), "nr_inodes": "2048", "mode": "0755"}, NO_SETUID | NO_DEVICES)
    room = tmpfs(
        {"size": str(limits.disk), "nr_inodes": str(FILES), "mode": "0700"},
        NO_SETUID | NO_DEVICES | NO_EXECUTION,
    )
    copies = [(tree, copy(tree, READ_ONLY | NO_SETUID | NO_DEVICES)) for tree in skeleton.trees]
    for device in DEVICES:
        with suppress(OSError):
            copies.append((Path(device), copy(Path(device), READ_ONLY | NO_SETUID | NO_EXECUTION)))
    shown = {
        path: [
            (tree, copy(tree, READ_ONLY | NO_SETUID | NO_DEVICES))
            for tree in skeleton.shown
            if path == tree or path in tree.parents
        ]
        for path in skeleton.hidden
    }
    move(root, HERE, os.fsencode(base))  # from here on what lies under the base is out of sight
    for folder in skeleton.folders:
        os.mkdir(relative(folder), 0o755, dir_fd=root)
    for tree, mount in copies:
        if tree not in skeleton.folders:
            os.close(os.open(relative(tree), os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o444, dir_fd=root))
        move(mount, root, os.fsencode(relative(tree)))
        os.close(mount)
    for link, target in skeleton.links:
        os.symlink(target, relative(link), dir_fd=root)
    for path, again in shown.items():
        cover(root, path, again)
    if Path("/tmp") not in skeleton.folders:  # noqa: S108
        os.symlink(str(Path(ROOM, "tmp")), "tmp", dir_fd=root)
    move(room, root, os.fsencode(relative(Path(ROOM))))
    os.close(room)
    os.fchdir(root)
    call("pivot_root", b".", b".")
    try:
        call("umount2", b".", 2)  # MNT_DETACH: the old root goes
        os.chdir("/")
        restrict(HERE, b"/", READ_ONLY | NO_SETUID | NO_DEVICES | NO_EXECUTION, 0)
        os.chdir(ROOM)
    except OSError:
        os._exit(70)  # neither here nor there: no learner's code may run


def cover(root: int, path: Path, copies: list[tuple[Path, int]]) -> None:
    """Lay an empty folder over one that is hidden, with what is shown all the same in it."""
    if any(tree == path for tree, _ in copies):
        return
    empty = tmpfs({"size": "65536", "nr_inodes": "64", "mode": "0755"}, NO_SETUID | NO_DEVICES)
    move(empty, root, os.fsencode(relative(path)))
    for tree, mount in copies:
        inner, folder = tree.relative_to(path), stat.S_ISDIR(os.fstat(mount).st_mode)
        for step in [*reversed(inner.parents), *([inner] if folder else [])]:
            with suppress(FileExistsError):
                os.mkdir(step, 0o755, dir_fd=empty)
        if not folder:
            os.close(os.open(inner, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o444, dir_fd=empty))
        move(mount, empty, os.fsencode(inner))
        os.close(mount)
    restrict(empty, b"", READ_ONLY, EMPTY_PATH)
    os.close(empty)


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
    call(
        "mount_setattr",
        at,
        path,
        flags,
        ctypes.create_string_buffer(struct.pack("<QQQQ", attributes, 0, 0, 0), 32),
        32,
    )


def move(mount: int, at: int, path: bytes) -> None:
    call("move_mount", mount, b"", at, path, FROM_EMPTY_PATH)


def relative(path: Path) -> str:
    return str(path).lstrip("/") or "."
