"""The sandbox: one call, made in a process that is about to run a learner's code, gives up all that the code has no need of.

    skeleton = prepare(readable=[course / "data"])          # once, in the zygote
    if (child := fork()) == 0:
        level = confine(limits, room, keep=[socket.fileno()], skeleton=skeleton)

Layers, each independent of the others: name spaces with a private root, Landlock, seccomp, limits, no capabilities, no inherited descriptors,
an environment without secrets. What the platform lacks is left out and said so in the :class:`Level`. Standard library only.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path

from log2attn.grading.limits import Limits
from log2attn.grading.sandbox import identity, landlock, mounts, namespaces, oldmounts, rlimits, seccomp
from log2attn.grading.sandbox.level import Level
from log2attn.grading.sandbox.namespaces import fork
from log2attn.grading.sandbox.skeleton import DEVICES, Skeleton, prepare
from log2attn.grading.sandbox.syscalls import KNOWN, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS, call

__all__ = ["Level", "Skeleton", "available", "confine", "fork", "prepare"]

BASE = Path("/tmp")  # noqa: S108  (a folder every Linux has, to hang the private root on; nothing is written there)
MARGIN = 256  # processes and threads that others of the same user may start meanwhile, where the kernel counts them together


def confine(
    limits: Limits,
    room: Path,
    keep: Collection[int] = (),
    readable: Sequence[Path] = (),
    *,
    skeleton: Skeleton | None = None,
) -> Level:
    """Confine this process for good. It must have one thread.

    After ``fork`` into name spaces this returns in the same process. After ``os.fork``, or where there are no name spaces, it returns in a grandchild:
    the process that called stays behind as a watcher that ends when and as the confined one ends.

    limits    how much the learner may use
    room      an empty folder of its own, mode 0700; where there is no private root it is the learner's only writable place
    keep      descriptors that stay open
    readable  more trees to read
    skeleton  what ``prepare`` returned in the parent

    Afterwards the room is the working folder, HOME and TMPDIR. Kill the process that called: all inside die with it.
    """
    if not KNOWN:
        return _limited(limits, room, keep)
    skeleton = (skeleton or prepare()).within(readable)
    notes: list[str] = []
    parent = skeleton.watch
    namespaces.die_with_parent(parent if os.getpid() != skeleton.owner else -1)
    inside, uid = namespaces.entered()
    uid, mapped = uid if inside else identity.new_uid(), rlimits.address_space()
    rlimits.first_to_go()
    spaces = inside or _separate(notes)
    if "uts" in spaces:
        call("sethostname", b"room", 4)
    root = "mount" in spaces and _private_root(skeleton, limits, notes)
    here = Path(mounts.ROOM) if root else room
    os.chdir(here)
    others = 0 if spaces else rlimits.processes_of(uid)
    if not (inside and root):
        parent = namespaces.watched(None if root else namespaces.larger_than(room, limits.disk, mounts.FILES))

    null = os.open("/dev/null", os.O_RDWR)
    identity.no_streams(null, keep)
    identity.drop_bounds()
    if root:
        becomes = skeleton.inside
    else:
        becomes = skeleton.outside and identity.open_to_others(room.parent, whole=True)
    if becomes:
        identity.become(uid)
    uid = os.geteuid()
    with suppress(OSError):
        Path("tmp").mkdir(mode=0o700, exist_ok=True)
    identity.scrub_environment(str(here))
    bare = identity.drop_capabilities()
    apart = uid >= identity.OWN_UIDS
    processes: int | None
    if uid == 0:  # the kernel does not count root's
        processes = None
    elif apart:
        processes = limits.processes
    elif "user" in spaces:
        processes = limits.processes + (not inside)
    else:  # the kernel counts all that this user runs, also outside
        processes = others + limits.processes + MARGIN
    held = rlimits.apply(limits, mapped, processes)
    version = _landlock(skeleton, here, notes, root=root)
    namespaces.die_with_parent(parent)
    closed = identity.close_all_but({0, 1, 2, *keep})
    call("prctl", PR_SET_DUMPABLE, 0)
    call("prctl", PR_SET_NO_NEW_PRIVS, 1)
    filtered = _seccomp(notes, root=root)
    return Level(spaces, root, version, filtered, held, uid, apart, bare, closed, tuple(notes))


def available() -> Level:
    """What this computer offers, found by doing it in a throw-away process. ``doctor`` goes further and attacks it."""
    if not hasattr(os, "fork"):
        return Level(notes=(f"{sys.platform}: no way to start a process from this one",))
    with tempfile.TemporaryDirectory(prefix="log2attn-") as folder:
        skeleton = prepare()
        reader, writer = os.pipe()
        child = fork()
        if child == 0:
            try:
                level = confine(Limits(), Path(folder), keep=[writer], skeleton=skeleton)
                os.write(writer, json.dumps(level.as_data()).encode())
            finally:
                os._exit(0)
        os.close(writer)
        with open(reader, "rb") as pipe:  # noqa: PTH123  (a descriptor)
            data = pipe.read()
        os.waitpid(child, 0)
        skeleton.close()
        return (
            Level.of_data(json.loads(data))
            if data
            else Level(notes=("the process that tried it ended early",))
        )


def _separate(notes: list[str]) -> tuple[str, ...]:
    try:
        return namespaces.separate()
    except OSError as error:
        notes.append(f"name spaces: {error.strerror}{namespaces.reason()}")
        return ()


def _private_root(skeleton: Skeleton, limits: Limits, notes: list[str]) -> bool:
    for way in (mounts, oldmounts):
        try:
            way.enter(skeleton, limits, BASE)
        except OSError as error:
            notes.append(f"private root: {error.strerror}")
            with suppress(OSError):
                call("umount2", os.fsencode(BASE), 2)
        else:
            return True
    return False


def _landlock(skeleton: Skeleton, here: Path, notes: list[str], *, root: bool) -> int:
    """Landlock over what is there: all of a private root, else the skeleton's trees where they lie."""
    devices = [path for path in map(Path, DEVICES) if path.exists()]
    try:
        readable, listed = ([Path("/")], []) if root else skeleton.around()
        return landlock.confine(readable, listed, [here], devices)
    except OSError as error:
        notes.append(f"Landlock: {error.strerror or error}")
        return 0


def _seccomp(notes: list[str], *, root: bool) -> bool:
    try:
        seccomp.confine(os.getpid(), own_files=root)
    except OSError as error:
        notes.append(f"seccomp: {error.strerror}")
        return False
    return True


def _limited(limits: Limits, room: Path, keep: Collection[int]) -> Level:
    """Not Linux: what is left."""
    os.chdir(room)
    closed = False
    if os.name == "posix":
        identity.no_streams(os.open(os.devnull, os.O_RDWR), keep)
        closed = identity.close_all_but({0, 1, 2, *keep})
    (room / "tmp").mkdir(mode=0o700, exist_ok=True)
    identity.scrub_environment(str(room))
    held = rlimits.apply(limits, rlimits.address_space(), None)
    return Level(
        limits=held,
        uid=os.geteuid() if hasattr(os, "geteuid") else -1,
        descriptors=closed,
        notes=(f"{sys.platform}: limits only",),
    )
