"""JSON for files that people compare: one item a line down to a depth, and whatever lies deeper on one line."""

from __future__ import annotations

import json
from typing import Any


def json_lines(value: Any, depth: int) -> str:
    """The value as JSON that ends in a newline. Containers less than ``depth`` deep are broken, one item a line."""
    return _broken(value, depth, "\n") + "\n"


def _broken(value: Any, depth: int, margin: str) -> str:
    if depth <= 0 or not value or not isinstance(value, dict | list | tuple):
        return json.dumps(value, ensure_ascii=False)
    inner = margin + " "
    if isinstance(value, dict):
        items = [
            f"{json.dumps(str(key), ensure_ascii=False)}: {_broken(item, depth - 1, inner)}"
            for key, item in value.items()
        ]
        return "{" + inner + ("," + inner).join(items) + margin + "}"
    return "[" + inner + ("," + inner).join(_broken(item, depth - 1, inner) for item in value) + margin + "]"
