"""How much work a lesson does: all of it for a learner, a little where only its checks are tried."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

VARIABLE, TINY = "LOG2ATTN_EFFORT", "tiny"


def full() -> bool:
    """True where a learner runs the lesson; False where tools run it to try answers (LOG2ATTN_EFFORT=tiny).

    A training cell writes ``steps = 1200 if full() else 20``. No check and no answer may depend on it.
    """
    return os.environ.get(VARIABLE) != TINY


@contextmanager
def tiny() -> Iterator[None]:
    """Within this block, and in the programs it starts, lessons do as little as they can."""
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = TINY
    try:
        yield
    finally:
        if before is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = before
