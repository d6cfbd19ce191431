"""The kernel's calls that Python has no name for, by number. Importing this works on any computer; calling works on Linux, x86_64 and aarch64."""

from __future__ import annotations

import ctypes
import os
import platform
import sys
from functools import cache

ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
MACHINE = {"amd64": "x86_64", "arm64": "aarch64"}.get(platform.machine().lower(), platform.machine().lower())
KNOWN = sys.platform == "linux" and MACHINE in ARCHITECTURES and sys.maxsize > 2**32

# name: (x86_64, aarch64). From 424 on both count alike.
NUMBERS = {
    "capset": (126, 91),
    "clone": (56, 220),
    "close_range": (436, 436),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fsopen": (430, 430),
    "landlock_add_rule": (445, 445),
    "landlock_create_ruleset": (444, 444),
    "landlock_restrict_self": (446, 446),
    "mount": (165, 40),
    "mount_setattr": (442, 442),
    "move_mount": (429, 429),
    "open_tree": (428, 428),
    "pivot_root": (155, 41),
    "prctl": (157, 167),
    "seccomp": (317, 277),
    "sethostname": (170, 161),
    "umount2": (166, 39),
    "unshare": (272, 97),
}

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS, PR_CAPBSET_DROP, PR_CAP_AMBIENT, PR_SET_SECUREBITS = (
    1,
    4,
    38,
    24,
    47,
    28,
)


class UnsupportedError(OSError):
    """This platform has no such call."""


@cache
def library() -> ctypes.PyDLL:
    """The C library, called without letting other threads run in between: there are none."""
    return ctypes.PyDLL(None, use_errno=True)


@cache
def _syscall() -> ctypes._NamedFuncPointer:
    function = library().syscall
    function.restype = ctypes.c_long
    function.argtypes = [ctypes.c_long, *[ctypes.c_void_p] * 6]
    return function


def call(name: str, *arguments: int | bytes | ctypes.Array | ctypes.Structure | None) -> int:
    """Make a system call; raise OSError with the kernel's reason where it refuses."""
    if not KNOWN:
        raise UnsupportedError(f"{name}: no such call on {sys.platform}, {MACHINE}")
    words = [ctypes.byref(word) if isinstance(word, ctypes.Structure) else word for word in arguments]
    result = _syscall()(NUMBERS[name][MACHINE == "aarch64"], *words, *[None] * (6 - len(words)))
    if result < 0:
        reason = ctypes.get_errno()
        raise OSError(reason, f"{name}: {os.strerror(reason)}")
    return result
