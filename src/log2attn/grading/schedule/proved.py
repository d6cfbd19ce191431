"""Whether a build has proved that a notebook's tests can be marked across the boundary: then no second witness is asked."""

from __future__ import annotations

import json
from pathlib import Path

from log2attn.grading.model import Plan
from log2attn.grading.schedule.folder import day_of

PROOFS = Path("docs", "proofs")  # log2attn build keeps there what it found out


def proved(root: Path, plan: Plan) -> bool:
    """Whether the course's own proofs say so of this very text: the reference earns all its points across, and stubs earn none."""
    day = day_of(plan.notebook)
    if day is None:
        return False
    try:
        found = json.loads((root / PROOFS / f"day-{day:02}.json").read_text(encoding="utf-8"))["marking"]
        return found["content"] == plan.digest and found["faults"] == []
    except (OSError, ValueError, KeyError, TypeError):
        return False
