"""What is said of an outcome: to the learner, never a hidden test's expected value; to the instructor, all of it."""

from __future__ import annotations

import ast
import base64
import builtins
import re

from log2attn.grading.model import PlanCell
from log2attn.grading.tester.outcome import Outcome

LONGEST = 1500
LONGEST_TEXT = 100_000
LARGEST_PICTURE = 3 << 20
MOST_OUTPUTS = 200
_WORD = re.compile(r"\w+")
_VALUE = "\0"  # stands for a value in a sentence
_VALUE_OR_NUMBER = re.compile(r"[\0\d]")
_SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+(?=[A-Z\0])")
PNG = b"\x89PNG\r\n\x1a\n"
HIDDEN = "A hidden check does not hold."


def for_learner(cell: PlanCell, outcome: Outcome, *, open_: bool) -> str:
    """A sentence for the feedback page.

    open_  nothing hidden had run when this outcome came about: the learner sees the same in their own notebook, so it may be quoted.
           Else an error's words, its name and a test's values may carry out what only hidden lines know, and only plain words are said.
    """
    if outcome.error == "NotImplementedError":
        return "Not started yet: the function still raises NotImplementedError."
    if outcome.ours:
        return outcome.message[:LONGEST]
    return (_quoted(outcome) if open_ else _plain(cell, outcome))[:LONGEST]


def _quoted(outcome: Outcome) -> str:
    if outcome.error in ("NameError", "UnboundLocalError") and "is not defined" in outcome.message:
        return f"{outcome.message}. Does the cell that defines it stand in the notebook, and does it run?"
    if outcome.error in ("NotPlainError", "Stopped", "WireError"):  # said by the grader
        return outcome.message or "Your code was stopped."
    if outcome.error == "AssertionError":
        return outcome.message or "A check does not hold."
    return f"{outcome.error}: {outcome.message}" if outcome.message else f"Your code raised {outcome.error}."


def _plain(cell: PlanCell, outcome: Outcome) -> str:
    if outcome.error == "AssertionError":
        return _plain_words(cell, outcome) or HIDDEN
    if outcome.error in ("NotPlainError", "WireError"):
        return "What your code returned cannot be marked."
    if outcome.error == "Stopped":
        return "Your code left the program."
    # A learner may name an error of their own after what it was asked.
    known = isinstance(getattr(builtins, outcome.error, None), type)
    return f"Your code raised {outcome.error}." if known else "Your code raised an error."


# What of a failing line points to a limit of testing across two processes, and the limit in words.
LIMITS = {
    r"\btype\(.*\bis\b|\bis\b.*\btype\(": "the type of a stand-in is not the learner's class",
    r"\bissubclass\(|\bclass \w+\(": "a learner's class has a stand-in here, which is no class",
    r"globals\(|locals\(|\bdir\(|\bvars\(": "the names that a test can list are its own",
    r"patch|[Mm]ock|sys\.std|redirect|capture|input|print": "what a test replaces, it replaces in its own process",
    r"getsource|__code__|inspect\.": "the text and the code of a function stay with the learner",
    r"open\(|Path\(|exists\(|read_csv|loadtxt": "files pass only within the folder, of kinds that nothing runs, and where the test runs none",
    r"seed|random": "global random generators are shared only where the test's own text sets a seed",
    r"plt\.|gca\(|gcf\(|fignums": "figures live in the process that draws them",
    r"\bpd\.|DataFrame|Series|frame_equal|\.loc|\.iloc": "a table of pandas with objects, time zones or intervals in it stays with the learner",
    r"\bsp\.|sympy|simplify": "of sympy, only formulas, equations, plain sets and matrices cross",
    r"==|!=|<|>": "objects of the learner's cannot be compared here; their attributes can",
    r"\bis\b": "a value is copied on its way here, so it is not the same object",
}


def why_not_across(outcome: Outcome, source: str) -> str:
    """Why a test that passes elsewhere fails across the boundary, for the instructor: the failing line, what it raised, the likely limit."""
    lines = source.splitlines()
    line = lines[outcome.line - 1].strip() if 0 < outcome.line <= len(lines) else ""
    said = f"{outcome.error}: {outcome.message}" if outcome.message else outcome.error
    limit = next((words for sign, words in LIMITS.items() if line and re.search(sign, line)), "")
    where = f"line {outcome.line}, `{line[:200]}`: " if line else ""
    return f"{where}{said}" + (
        f"; a likely reason: {limit}" if limit and outcome.error != "NameError" else ""
    )


def for_instructor(outcome: Outcome) -> str:
    """The failing line, the error and its words."""
    return "\n".join(
        part
        for part in (outcome.detail, outcome.message if outcome.message not in outcome.detail else "")
        if part
    )[:4000]


def _plain_words(cell: PlanCell, outcome: Outcome) -> str:
    """What the author wrote beside the failing assert, sentence by sentence: those without a value, a number, or a word of a text that only hidden lines hold.

    A sentence with its values cut out says nothing that can be read, so it is left out whole.
    """
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
    words = "".join(str(part.value) if isinstance(part, ast.Constant) else _VALUE for part in parts)
    secrets = _secrets(tree, cell)
    said = (_without_values(sentence) for sentence in _SENTENCE_ENDS.split(words))
    return " ".join(sentence for sentence in said if sentence and not set(_WORD.findall(sentence)) & secrets)


def _without_values(sentence: str) -> str:
    """The sentence, if no value and no number is in it; else the question it ends with, after a colon; "" if neither is there."""
    question = sentence.rpartition(": ")[2] if sentence.endswith("?") else ""
    whole = next((part for part in (sentence.strip(), question) if not _VALUE_OR_NUMBER.search(part)), "")
    return whole[:1].upper() + whole[1:]


def _secrets(tree: ast.Module, cell: PlanCell) -> set[str]:
    """The words of a test's texts that do not stand in what learners were given. What is said when an assert fails is no such text."""
    messages = [node.msg for node in ast.walk(tree) if isinstance(node, ast.Assert) and node.msg]
    said = {id(part) for message in messages for part in ast.walk(message)}
    texts = [
        node.value if isinstance(node.value, str) else node.value.decode("latin-1")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes) and id(node) not in said
    ]
    return {word for text in texts for word in _WORD.findall(text)} - set(_WORD.findall(cell.released))


def safe_output(shown: object, *, pictures: bool = False) -> list[dict]:
    """A worker's outputs as a notebook's, checked one by one: plain text, and PNG where pictures were asked for; anything else is left out."""
    kept: list[dict] = []
    for entry in shown if isinstance(shown, list) else []:
        if not isinstance(entry, list) or len(entry) < 2 or len(kept) >= MOST_OUTPUTS:
            continue
        kind, first, *rest = entry
        if not isinstance(kind, str):
            continue
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
            pictures
            and kind == "png"
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
