"""The private root once more, by mount(2) alone: for kernels before 5.12, and containers that refuse the newer calls."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from log2attn.grading.limits import Limits
from log2attn.grading.sandbox.mounts import FILES, NO_DEVICES, NO_EXECUTION, NO_SETUID, READ_ONLY, ROOM
from log2attn.grading.sandbox.skeleton import DEVICES, Skeleton
from log2attn.grading.sandbox.syscalls import call

REMOUNT, BIND, RECURSIVE, PRIVATE, NO_TIMES, NO_FOLDER_TIMES, RELATIVE_TIMES = (
    0x20,
    0x1000,
    0x4000,
    0x40000,
    0x400,
    0x800,
    0x200000,
)


def enter(skeleton: Skeleton, limits: Limits, base: Path) -> None:
    """In a mount name space of one's own: build the root over ``base``, move in, and let go of the rest."""
    points = _mount_points()
    call("mount", None, b"/", None, RECURSIVE | PRIVATE, None)
    _tmpfs(base, "mode=0755", NO_SETUID | NO_DEVICES)
    for name in ("old", "new"):
        (base / name).mkdir()
    os.chdir(base)
    call("pivot_root", b".", b"old")
    try:
        os.chdir("/")
        _furnish(skeleton, limits, points)
        os.chdir("/new")
        call("pivot_root", b".", b".")
        call("umount2", b".", 2)  # MNT_DETACH: all that was before goes
        os.chdir("/")
        _restrict("/", NO_EXECUTION)
        os.chdir(ROOM)
    except OSError:
        os._exit(70)  # neither here nor there: no learner's code may run


def _furnish(skeleton: Skeleton, limits: Limits, points: list[Path]) -> None:
    new = Path("/new")
    _tmpfs(new, "size=1048576,nr_inodes=2048,mode=0755", NO_SETUID | NO_DEVICES)
    for folder in skeleton.folders:
        Path(f"{new}{folder}").mkdir(mode=0o755)
    for tree in skeleton.trees:
        _bind(tree, NO_DEVICES)
        for point in points:
            if tree in point.parents:
                with suppress(OSError):
                    _restrict(f"{new}{point}", NO_DEVICES)
    for device in map(Path, DEVICES):
        with suppress(OSError):
            _bind(device, NO_EXECUTION)
    for link, target in skeleton.links:
        Path(f"{new}{link}").symlink_to(target)
    for path in skeleton.hidden:
        if path not in skeleton.shown:
            _tmpfs(Path(f"{new}{path}"), "size=65536,nr_inodes=64,mode=0755", NO_SETUID | NO_DEVICES)
            for tree in skeleton.shown:
                if path in tree.parents:
                    Path(f"{new}{tree}").parent.mkdir(parents=True, exist_ok=True)
                    _bind(tree, NO_DEVICES)
            _restrict(f"{new}{path}", NO_DEVICES)
    if Path("/tmp") not in skeleton.folders:  # noqa: S108
        (new / "tmp").symlink_to(Path(ROOM, "tmp"))
    _tmpfs(
        Path(f"{new}{ROOM}"),
        f"size={limits.disk},nr_inodes={FILES},mode=0700",
        NO_SETUID | NO_DEVICES | NO_EXECUTION,
    )


def _mount_points() -> list[Path]:
    lines = Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines()
    return [Path(line.split()[4].encode().decode("unicode_escape")) for line in lines]


def _tmpfs(where: Path, options: str, flags: int) -> None:
    call("mount", b"tmpfs", os.fsencode(where), b"tmpfs", flags, options.encode())


def _bind(path: Path, flags: int) -> None:
    """The same tree or file in the new root, read-only."""
    old, new = Path(f"/old{path}"), Path(f"/new{path}")
    if old.is_dir():
        new.mkdir(exist_ok=True)
    else:
        new.touch()
    call("mount", os.fsencode(old), os.fsencode(new), None, BIND | RECURSIVE, None)
    _restrict(str(new), flags)


def _restrict(where: str, flags: int) -> None:
    """Fewer rights; those that are missing already stay so, which a user name space insists on."""
    has = os.statvfs(where).f_flag
    kept = has & (READ_ONLY | NO_SETUID | NO_DEVICES | NO_EXECUTION | NO_TIMES | NO_FOLDER_TIMES)
    times = RELATIVE_TIMES if has & 0x1000 else 0
    call(
        "mount",
        None,
        where.encode(),
        None,
        REMOUNT | BIND | READ_ONLY | NO_SETUID | kept | times | flags,
        None,
    )
