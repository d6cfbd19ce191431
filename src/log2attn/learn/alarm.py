"""One alarm for all who run code that may never end: learners' kernels, the proofs, and the grader's two processes."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

LOOK = 0.5  # seconds between two looks at the memory
GROWN = 2**30  # bytes: no answer of the course needs a tenth of them


@contextmanager
def alarm(
    seconds: float, raises: Callable[[], BaseException], again: float = 0.0, grown: int = 0
) -> Iterator[None]:
    """Raise ``raises()`` in the block after so many seconds, and every ``again`` seconds after that, should code swallow it.

    With ``grown`` it rings early if the process holds so many bytes more than at the start: a list that grows without end would
    fill the memory before its time is over, and Python that has none left may hang for good. Linux alone tells what is held.

    Only the main thread of a process can be interrupted so, and Windows has no such alarm: elsewhere the block runs on.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    end, most = time.monotonic() + seconds, held() + grown

    def ring(_signal: int, _frame: Any) -> None:
        left = end - time.monotonic()
        if grown and left > 0 and held() <= most:
            signal.setitimer(signal.ITIMER_REAL, min(LOOK, left))
        else:
            signal.setitimer(signal.ITIMER_REAL, again, again)
            raise raises()

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, min(LOOK, seconds) if grown else seconds, again)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before or signal.SIG_DFL)


def held() -> int:
    """Bytes of memory that this process has now; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
