"""What a learner has passed, and when: one small file in the home folder, so that reviews can come due. Nothing leaves the machine."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
from pathlib import Path


def progress_file() -> Path:
    """$LOG2ATTN_HOME/progress.json, by default ~/.log2attn/progress.json."""
    return Path(os.environ.get("LOG2ATTN_HOME") or Path.home() / ".log2attn") / "progress.json"


def read_progress() -> dict[str, str]:
    """Exercise → the date (ISO) it was first passed. A missing or damaged file reads as empty."""
    try:
        found = json.loads(progress_file().read_text(encoding="utf-8"))
        return {str(k): str(v) for k, v in found.items() if dt.date.fromisoformat(str(v))}
    except (OSError, ValueError, AttributeError):
        return {}


def note_passed(exercise: str, today: dt.date | None = None) -> None:
    """Remember that an exercise was passed. Where the file cannot be written, nothing happens: a check never fails over this."""
    passed = read_progress()
    if exercise in passed:
        return
    passed[exercise] = (today or dt.date.today()).isoformat()
    with contextlib.suppress(OSError):
        path = progress_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_suffix(".new").write_text(json.dumps(passed, indent=1, sort_keys=True), encoding="utf-8")
        path.with_suffix(".new").replace(path)
