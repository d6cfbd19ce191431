"""Libraries that take long to import. A worker has them warm where a text of its notebook names them; nobody waits for the others."""

from __future__ import annotations

from collections.abc import Iterable

LIBRARIES = ("scipy", "sympy", "pandas", "seaborn")


def named_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Those whose names stand anywhere in the texts. One that is imported under a made-up name is cold, and takes its second."""
    texts = list(texts)
    return tuple(name for name in LIBRARIES if any(name in text for text in texts))
