"""Who a confined process is and what it has from its parent: user, capabilities, descriptors, environment."""

from __future__ import annotations

import ctypes
import itertools
import os
import struct
import sys
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from log2attn.grading.sandbox.syscalls import (
    KNOWN,
    PR_CAP_AMBIENT,
    PR_CAPBSET_DROP,
    PR_SET_SECUREBITS,
    call,
    library,
)

ENVIRONMENT = frozenset(
    {
        "LANG",
        "LC_ALL",
        "LC_CTYPE",
        "TZ",
        "MPLBACKEND",
        "OPENBLAS_NUM_THREADS",
        "OMP_NUM_THREADS",
        "MKL_NUM_THREADS",
        "PYTHONHASHSEED",
    }
)
OWN_UIDS = 0x40000000  # above what any computer gives its people
NOBODY = 65534
VERSION_3 = 0x20080522

_counter = itertools.count()
_Strings = ctypes.POINTER(ctypes.c_void_p)


def new_uid() -> int:
    """The user to become: one that nobody else is, if this is root. Asked before the fork into a new pid name space, where all are number 1."""
    return (
        OWN_UIDS + (os.getpid() << 8) % OWN_UIDS + next(_counter) % 256 if os.geteuid() == 0 else os.geteuid()
    )


def become(uid: int) -> None:
    """Be this user, or nobody, if root; the working folder comes along. Where that is not allowed nothing changes."""
    if os.geteuid() != 0:
        return
    for choice in (uid, NOBODY):
        with suppress(OSError):
            os.chown(".", choice, choice)
            os.setgroups([])
            os.setresgid(choice, choice, choice)
            os.setresuid(choice, choice, choice)
            return
    with suppress(OSError):
        os.chown(".", 0, 0)


def open_to_others(path: Path, *, whole: bool) -> bool:
    """Can any user read this? ``whole`` asks about the folders above it too."""
    try:
        wanted = 0o5 if path.is_dir() else 0o4
        above = path.resolve().parents if whole else ()
        return path.stat().st_mode & wanted == wanted and all(folder.stat().st_mode & 0o1 for folder in above)
    except OSError:
        return False


def drop_bounds() -> None:
    """No capability may come back, from no program. Before the user changes, for it needs a capability itself."""
    control = library().prctl
    control(PR_CAP_AMBIENT, 4, 0, 0, 0)  # PR_CAP_AMBIENT_CLEAR_ALL
    for number in range(64):
        if control(PR_CAPBSET_DROP, number, 0, 0, 0):
            break  # not allowed to, or there are no more
    control(PR_SET_SECUREBITS, 0b11101111, 0, 0, 0)  # root is nobody special; all locked


def drop_capabilities() -> bool:
    """Give up every capability."""
    header = ctypes.create_string_buffer(struct.pack("<Ii", VERSION_3, 0), 8)
    try:
        call("capset", header, ctypes.create_string_buffer(24))
    except OSError:
        return False
    return True


def close_all_but(keep: Collection[int]) -> bool:
    """Close every descriptor that is not to be kept."""
    at = 0
    for descriptor in [*sorted(keep), 1 << 20]:
        if descriptor > at:
            if KNOWN:
                try:
                    call("close_range", at, descriptor - 1 if descriptor < 1 << 20 else 0xFFFFFFFF, 0)
                except OSError:
                    _close(range(at, descriptor))
            else:
                _close(range(at, descriptor))
        at = descriptor + 1
    return True


def _close(wanted: range) -> None:
    folder = Path("/proc/self/fd") if Path("/proc/self/fd").is_dir() else Path("/dev/fd")
    try:
        found: Iterable[int] = sorted(int(entry.name) for entry in folder.iterdir())
    except OSError:
        os.closerange(wanted.start, min(wanted.stop, 1 << 16))
        return
    for descriptor in found:
        if descriptor in wanted:
            with suppress(OSError):
                os.close(descriptor)


def no_streams(null: int, keep: Collection[int]) -> None:
    """Standard input, output and error lead nowhere."""
    for stream in {0, 1, 2} - set(keep):
        os.dup2(null, stream, inheritable=True)


def scrub_environment(room: str) -> None:
    """Keep a few harmless variables; overwrite the rest in memory, where a learner could find them."""
    kept = {name: value for name, value in os.environ.items() if name in ENVIRONMENT}
    if KNOWN:
        _overwrite({name.encode() for name in kept})
    os.environ.clear()
    temporary = str(Path(room, "tmp"))
    os.environ.update(kept)
    os.environ.update(
        {
            "HOME": room,
            "TMPDIR": temporary,
            "MPLCONFIGDIR": temporary,
            "MPLBACKEND": kept.get("MPLBACKEND", "Agg"),
            "USER": "learner",
            "PATH": "/nowhere",
        }
    )
    if "tempfile" in sys.modules:
        sys.modules["tempfile"].__dict__["tempdir"] = temporary  # it may have looked already


def _overwrite(kept: set[bytes]) -> None:
    block = _Strings.in_dll(library(), "environ")
    at = 0
    while block and block[at]:
        text = ctypes.string_at(block[at])
        name, _, value = text.partition(b"=")
        if name not in kept:
            ctypes.memset(block[at] + len(text) - len(value), 0, len(value))
        at += 1
