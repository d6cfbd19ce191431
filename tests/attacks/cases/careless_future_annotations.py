"""Type hints, from __future__, f-strings with umlauts, names in Greek."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.cell(
        "scaler"
    ).source = "from __future__ import annotations\nfrom typing import Callable\n\ndef scaler(low: Nowhere, high: float) -> Callable[[float], float]:\n    λ = high - low\n    return lambda x: (x - low) / λ"
    s.before("größe = 3\nprint(f'{größe=} 😀')")
