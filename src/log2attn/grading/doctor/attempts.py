"""How an attack speaks: what came of each attempt, in few words. An attack gets facts (paths, ports, process numbers; no secrets)."""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Callable
from typing import Any

Facts = dict[str, Any]
MARK = b"planted-canary-"  # what secrets begin with; 32 hexadecimal digits follow

C = ctypes.CDLL(None, use_errno=True)
C.syscall.restype = ctypes.c_long
X86 = os.uname().machine == "x86_64"


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
    result = C.syscall(ctypes.c_long(x86 if X86 else arm), *words)
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


def text(path: str, limit: int = 65536) -> str:
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read(limit).decode("latin-1")
