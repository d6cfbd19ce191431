"""One alarm for all who run code that may never end: learners' kernels, the proofs, and the grader's two processes."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def alarm(seconds: float, raises: Callable[[], BaseException], again: float = 0.0) -> Iterator[None]:
    """Raise ``raises()`` in the block after so many seconds, and every ``again`` seconds after that, should code swallow it.

    Only the main thread of a process can be interrupted so, and Windows has no such alarm: elsewhere the block runs on.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_signal: int, _frame: Any) -> None:
        raise raises()

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, again)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before or signal.SIG_DFL)
