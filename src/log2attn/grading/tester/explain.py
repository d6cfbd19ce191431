"""What is said of an outcome: to the learner, never a hidden test's expected value; to the instructor, all of it."""

from __future__ import annotations

import ast
import base64
import re

from log2attn.grading.model import PlanCell
from log2attn.grading.tester.tester import Outcome

LONGEST = 1500
LONGEST_TEXT = 100_000
LARGEST_PICTURE = 3 << 20
MOST_OUTPUTS = 200
PNG = b"\x89PNG\r\n\x1a\n"
OURS = (
    "NotPlainError",
    "LineDead",
    "TestTimeout",
    "Stopped",
    "TimeoutError",
    "WireError",
)  # said by the grader, so safe to repeat


def for_learner(cell: PlanCell, outcome: Outcome) -> str:
    """A sentence for the feedback page.

    A visible test may be quoted: the learner has its text. Of a hidden one only what its author wrote as plain words is said, and only
    if it holds no digit: a number in it may be the expected value.
    """
    visible = _visible(cell, outcome)
    if outcome.error == "NotImplementedError":
        return "Not started yet: the function still raises NotImplementedError."
    if outcome.error in ("NameError", "UnboundLocalError") and "is not defined" in outcome.message:
        return f"{outcome.message}. Does the cell that defines it stand in the notebook, and does it run?"[
            :LONGEST
        ]
    if outcome.error in OURS:
        return outcome.message[:LONGEST] or "Your code was stopped."
    if outcome.error != "AssertionError":
        return (
            f"{outcome.error}: {outcome.message}"
            if visible and outcome.message
            else f"Your code raised {outcome.error}."
        )[:LONGEST]
    if visible:
        return (outcome.message or "A check does not hold.")[:LONGEST]
    return _plain_words(cell, outcome) or "A hidden check does not hold."


def for_instructor(outcome: Outcome) -> str:
    """The failing line, the error and its words."""
    return "\n".join(
        part
        for part in (outcome.detail, outcome.message if outcome.message not in outcome.detail else "")
        if part
    )[:4000]


def _visible(cell: PlanCell, outcome: Outcome) -> bool:
    """Whether the failing line is one that learners were given."""
    lines = cell.source.splitlines()
    return 0 < outcome.line <= len(lines) and lines[outcome.line - 1].strip() in {
        line.strip() for line in cell.released.splitlines()
    }


def _plain_words(cell: PlanCell, outcome: Outcome) -> str:
    try:
        tree = ast.parse(cell.source)
    except SyntaxError:
        return ""
    found = [
        node.msg
        for node in ast.walk(tree)
        if isinstance(node, ast.Assert)
        and node.msg is not None
        and node.lineno <= outcome.line <= (node.end_lineno or 0)
    ]
    if not found:
        return ""
    parts = found[0].values if isinstance(found[0], ast.JoinedStr) else [found[0]]
    words = "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in parts)
    return "" if re.search(r"\d", words) or not words.strip("… ") else words[:LONGEST]


def safe_output(shown: object) -> list[dict]:
    """A worker's outputs as a notebook's, checked one by one: plain text and PNG pictures; anything else is left out."""
    kept: list[dict] = []
    for entry in shown if isinstance(shown, list) else []:
        if not isinstance(entry, list) or len(entry) < 2 or len(kept) >= MOST_OUTPUTS:
            continue
        kind, first, *rest = entry
        if kind in ("stdout", "stderr") and isinstance(first, str):
            kept.append({"output_type": "stream", "name": kind, "text": first[:LONGEST_TEXT]})
        elif kind == "result" and isinstance(first, str):
            kept.append(
                {
                    "output_type": "execute_result",
                    "execution_count": None,
                    "metadata": {},
                    "data": {"text/plain": first[:LONGEST_TEXT]},
                }
            )
        elif kind == "text" and isinstance(first, str):
            kept.append(
                {"output_type": "display_data", "metadata": {}, "data": {"text/plain": first[:LONGEST_TEXT]}}
            )
        elif (
            kind == "error"
            and isinstance(first, str)
            and len(rest) == 2
            and all(isinstance(part, str) for part in rest)
        ):
            kept.append(error_output(first[:200], rest[0][:2000], rest[1][:8000]))
        elif (
            kind == "png"
            and isinstance(first, bytes)
            and first.startswith(PNG)
            and len(first) <= LARGEST_PICTURE
        ):
            alt = rest[0][:500] if rest and isinstance(rest[0], str) else ""
            kept.append(
                {
                    "output_type": "display_data",
                    "metadata": {},
                    "data": {
                        "image/png": base64.b64encode(first).decode(),
                        "text/plain": f"[figure: {alt}]" if alt else "[figure]",
                    },
                }
            )
    return kept


def error_output(name: str, said: str, trace: str = "") -> dict:
    """An error as a notebook shows it."""
    return {
        "output_type": "error",
        "ename": name,
        "evalue": said,
        "traceback": (trace or f"{name}: {said}").splitlines(),
    }


def test_output(outcome: Outcome) -> list[dict]:
    """What a person sees below a test in the autograded notebook."""
    shown = [{"output_type": "stream", "name": "stdout", "text": outcome.printed}] if outcome.printed else []
    return (
        shown
        if outcome.passed
        else [*shown, error_output(outcome.error or "Failed", outcome.message, for_instructor(outcome))]
    )
