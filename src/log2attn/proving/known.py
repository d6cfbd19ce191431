"""What learners' kernels get of an exercise: its texts, and how right answers and known mistakes behave on its checks."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from log2attn.compiling.answers import Mistake
from log2attn.compiling.lesson import Exercise
from log2attn.compiling.regions import solution_lines
from log2attn.learn.behavior import Calls, Known, known_of, same_outcome
from log2attn.learn.diagnose import diagnose
from log2attn.learn.shipped import ShippedExercise, exercise_of
from log2attn.proving import bench as bench_room
from log2attn.proving import newcomer
from log2attn.proving.bench import Bench, Tried
from log2attn.proving.days import WrittenDay
from log2attn.proving.newcomer import SAYS, slips
from log2attn.proving.proofs import texts_of
from log2attn.proving.texts import texts

FIRST, MORE = 12, 20  # of a check's calls, so many from the start are told, and so many others
PARTS = ("visible", "hidden")
LEARN = Path(__file__).resolve().parents[1] / "learn"
# Modules of learn that speak to a learner and take no part in running an answer. A module that is not listed counts.
SPEAKING = tuple(
    f"{name}.py"
    for name in (
        *("card", "cases", "check", "diagnose", "errors", "leftovers", "methods", "progress", "references"),
        *("shipped", "slips", "why_not", "words"),
    )
)


@dataclass(frozen=True)
class Recognizer:
    """Tells which of an exercise's mistakes an answer is known for, exactly as a learner's kernel does."""

    exercise: ShippedExercise

    def recognized(self, tried: Tried) -> list[int]:
        """The numbers (from 1) of the mistakes whose sentences the learner reads; none for a right answer."""
        says = [mistake.says for mistake in diagnose(self.exercise, tried.visible, tried.hidden)]
        return [n for n, mistake in enumerate(self.exercise.mistakes, 1) if mistake.says in says]

    def alike(self, n: int) -> list[int]:
        """The numbers of the mistakes that share the sentence of mistake ``n``: ways to make the same one."""
        says = self.exercise.mistakes[n - 1].says
        return [m for m, mistake in enumerate(self.exercise.mistakes, 1) if mistake.says == says]

    def only_raises(self, n: int, tried: Tried) -> bool:
        """Whether all that mistake ``n`` does is raise: it gives no value anywhere, right or wrong."""
        known = self.exercise.mistakes[n - 1]
        if known.methods:
            entries = [
                entry for part in (known.visible, known.hidden) if part for entry in part.looks.values()
            ]
            held = any(
                len(fails) < len(range(n) if counts is None else counts) for n, counts, fails, _ in entries
            )
            return not held and not any(part.shows for part in (known.visible, known.hidden) if part)
        calls = tried.visible.watch.calls + tried.hidden.watch.calls
        return all(call.outcome[0] == "raised" for call in calls)


def recognizer(bench: Bench, exercise: Exercise, mistakes: Sequence[Tried] | None = None) -> Recognizer:
    """The recognizer of an exercise. ``mistakes``: what came of its known mistakes, if it is at hand."""
    return Recognizer(exercise_of(shipped_exercise(bench, exercise, mistakes), bench.lesson.day.number))


def shipped_exercise(
    bench: Bench, exercise: Exercise, mistakes: Sequence[Tried] | None = None, *, sealed: bool = False
) -> dict[str, Any]:
    """An exercise as build ships it, plain data. A sealed course keeps to itself what concerns the hidden check."""
    answers, found = bench.answers_to(exercise), behaviors(bench, exercise, mistakes)
    for mistake, behavior in zip(answers.mistakes, found["mistakes"], strict=True):
        behavior["says"] = mistake.says
    said = {"methods": methods_of(exercise), "hints": answers.hints, "why": answers.why}
    out = texts(bench.lesson, exercise) | said | found
    if sealed:
        for part in ("hidden", "reference"):
            out.pop(part, None)
        for entry in (out["right"], *out["mistakes"], *out["slips"]):
            entry.pop("hidden", None)
    return out


def behaviors(bench: Bench, exercise: Exercise, mistakes: Sequence[Tried] | None = None) -> dict[str, Any]:
    """How right answers and known mistakes behave on the checks.

    right      part → key of a call → the outcomes that right answers have; empty for a class
    mistakes   for each, in their order, a Known for each part (learn/behavior.py), and for a class the methods it is about
    slips      the same for newcomer's slips made by machine, with their sentences
    """
    answers, methods = bench.answers_to(exercise), methods_of(exercise)
    tried = mistakes or [bench.trial(exercise, mistake.source) for mistake in answers.mistakes]
    designs = [bench.trial(exercise, answer) for answer in (None, *answers.also_right)]
    right = {part: right_calls([getattr(design, part).behavior for design in designs]) for part in PARTS}
    known = [_known(m, came, right, methods) for m, came in zip(answers.mistakes, tried, strict=True)]
    slipped = []
    for slip in slips(exercise.answer.source):
        if slip.what in SAYS and not (came := bench.trial(exercise, slip.source)).passed:
            made = {part: known_of(getattr(came, part).behavior, right[part]) for part in PARTS}
            if any(Known(**behavior).shows for behavior in made.values()):
                slipped.append({"says": SAYS[slip.what], **made})
    return {"right": right, "mistakes": known, "slips": slipped}


def _known(mistake: Mistake, came: Tried, right: dict[str, Calls], methods: list[str]) -> dict[str, Any]:
    about = methods_about(mistake.source, methods) if methods else None
    known = {part: known_of(getattr(came, part).behavior, right[part], about) for part in PARTS}
    return {"methods": about, **known} if about else known


def right_calls(behaviors: list[dict[str, Any]]) -> Calls:
    """The outcomes of right answers on the calls that all of them make; more than one where they differ."""
    calls: Calls = {}
    for key, outcome in behaviors[0]["calls"].items():
        others = [b["calls"].get(key) for b in behaviors[1:]]
        if None not in others:
            calls[key] = [outcome]
            for other in others:
                if not any(same_outcome(other, known, messages=False) for known in calls[key]):
                    calls[key].append(other)
    kept = [*list(calls)[:FIRST], *sorted(list(calls)[FIRST:])[:MORE]]
    return {key: calls[key] for key in calls if key in kept}


def methods_of(exercise: Exercise) -> list[str]:
    """The methods of a class that the learner writes; none for a function."""
    own = set(solution_lines(exercise.answer.source))
    return [
        node.name
        for top in ast.parse(exercise.answer.source).body
        if isinstance(top, ast.ClassDef)
        for node in top.body
        if isinstance(node, ast.FunctionDef) and own & set(range(node.lineno, (node.end_lineno or 0) + 1))
    ]


def methods_about(source: str, methods: list[str]) -> list[str]:
    """The methods a wrong class is about: those it defines over the reference, or all of a class that stands alone."""
    wrong = next(node for node in ast.parse(source).body if isinstance(node, ast.ClassDef))
    defined = [node.name for node in wrong.body if isinstance(node, ast.FunctionDef)]
    return defined if is_change(source) else list(dict.fromkeys([*methods, *defined]))


def is_change(source: str) -> bool:
    """Whether an answer is a class that changes some methods of the class before it: ``class Value(Value)``."""
    wrong = next((node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)), None)
    return wrong is not None and any(isinstance(b, ast.Name) and b.id == wrong.name for b in wrong.bases)


def made_from(day: WrittenDay, exercise: Exercise, *, sealed: bool) -> str:
    """The digest of all that decides what ``shipped_exercise`` finds by running: texts, answers, and the program that runs them."""
    mistakes = [mistake.source for mistake in day.answers.of[exercise.id].mistakes]
    parts = [exercise.id, str(sealed), *texts_of(day, exercise), *mistakes, _machine()]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


@cache
def _machine() -> str:
    """The code that runs an answer and tells what it did, as Python reads it: comments, docstrings and layout do not count."""
    learn = [path for path in sorted(LEARN.glob("*.py")) if path.name not in SPEAKING]
    return "\0".join(
        code_of(path.read_text(encoding="utf-8"))
        for path in [*learn, Path(bench_room.__file__), Path(newcomer.__file__), Path(__file__)]
    )


def code_of(text: str) -> str:
    """A module's syntax tree without its docstrings."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and ast.get_docstring(node) is not None
        ):
            del node.body[0]
    return ast.dump(tree)
