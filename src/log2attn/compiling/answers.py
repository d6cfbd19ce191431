"""A day's right and wrong answers, read from its answers file without running it."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from pathlib import Path

from log2attn.compiling.lesson import Lesson, fault
from log2attn.compiling.statements import statements
from log2attn.core.errors import CourseError

CAUGHT_BY = ("visible", "hidden")
FEWEST_MISTAKES = 3


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that people give. ``caught_by`` names the check that must fail first."""

    source: str
    says: str
    caught_by: str
    line: int


@dataclass
class AnswerSet:
    """What the answers file says of one exercise."""

    also_right: list[str] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    hints: tuple[str, ...] = ()
    why: str = ""
    equivalent: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Answers:
    """A day's answers. ``preamble`` is what they share: imports and helper functions."""

    path: Path
    preamble: str
    of: dict[str, AnswerSet]


def read_answers(path: Path, lesson: Lesson) -> Answers:
    """Read and check an answers file. Raises CourseError, naming the line, for what is missing or unknown."""
    answers = _read(path, lesson, "The answers file of this day is missing.")
    for exercise in lesson.exercises:
        for mistake in answers.of[exercise.id].mistakes:
            if mistake.caught_by not in CAUGHT_BY:
                raise fault(
                    path,
                    mistake.line,
                    f"A mistake of {exercise.id} has caught_by={mistake.caught_by!r}.",
                    'Write caught_by="visible" or caught_by="hidden".',
                )
    _check(answers, lesson)
    return answers


def read_tries(path: Path, lesson: Lesson) -> Answers:
    """Read what somebody tried: an answers file of @mistake and @also_right, where a mistake's sentence is a note and who catches it is open."""
    return _read(path, lesson, "There is no such file.")


def _read(path: Path, lesson: Lesson, missing: str) -> Answers:
    try:
        found = list(statements(path.read_text(encoding="utf-8"), str(path)))
    except FileNotFoundError as error:
        raise CourseError(
            missing,
            where=str(path),
            then="CONTRIBUTING.md shows what belongs in it.",
        ) from error
    except SyntaxError as error:
        raise fault(
            path, error.lineno or 1, f"Not valid Python: {error.msg}.", "Correct that line."
        ) from error
    reader = _Reader(path, lesson)
    for node, text in found:
        reader.read(node, text)
    return Answers(path=path, preamble="\n".join(reader.preamble), of=reader.of)


WORDS = {"also_right", "mistake", "hints", "why", "equivalent"}  # of log2attn.authoring


class _Reader:
    def __init__(self, path: Path, lesson: Lesson) -> None:
        self.path = path
        self.names = {exercise.id: exercise.name for exercise in lesson.exercises}
        self.preamble: list[str] = []
        self.of = {id: AnswerSet() for id in self.names}

    def read(self, node: ast.stmt, text: str) -> None:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.decorator_list:
            self._answer(node, text)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            self._note(node.value)
        elif isinstance(node, ast.ImportFrom) and node.module == "log2attn.authoring":
            pass
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            pass  # the file's docstring
        elif words := {n.id for n in ast.walk(node) if isinstance(n, ast.Name)} & WORDS:
            raise fault(
                self.path,
                node.lineno,
                f"{words.pop()}(…) stands inside another statement.",
                "Write it as a statement of its own, once for each: answers are read, not run.",
            )
        else:
            self.preamble.append(text)

    def _answer(self, node: ast.FunctionDef | ast.ClassDef, source: str) -> None:
        call = node.decorator_list[0]
        word, args, kw = self._call(call, ("also_right", "mistake"))
        answers = self._set(args, node.lineno)
        if node.name != self.names[args[0]]:
            raise fault(
                self.path,
                node.lineno,
                f"An answer to {args[0]} defines {node.name}.",
                f"Name it {self.names[args[0]]}.",
            )
        if word == "also_right":
            answers.also_right.append(source)
            return
        says = args[1] if len(args) > 1 else kw.get("says", "")
        if not isinstance(says, str) or not says.strip():
            raise fault(
                self.path,
                node.lineno,
                f"A mistake of {args[0]} says nothing.",
                "Give the sentence the learner should read.",
            )
        answers.mistakes.append(Mistake(source, says, kw.get("caught_by", ""), node.lineno))

    def _note(self, call: ast.Call) -> None:
        word, args, kw = self._call(call, ("hints", "why", "equivalent"))
        answers = self._set(args, call.lineno)
        texts = (*args[1:], *kw.values())
        if (
            not all(isinstance(text, str) and text.strip() for text in texts)
            or len(texts) != {"hints": 3, "why": 1, "equivalent": 2}[word]
        ):
            raise fault(
                self.path,
                call.lineno,
                f"{word}({args[0]!r}, …) has {len(texts)} texts.",
                "hints takes three sentences, why takes one, equivalent takes the change and its reason.",
            )
        if word == "hints":
            answers.hints = texts
        elif word == "why":
            answers.why = texts[0]
        else:
            answers.equivalent.append(texts)

    def _call(self, call: ast.expr, words: tuple[str, ...]) -> tuple[str, list, dict]:
        word = call.func.id if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) else ""
        if not isinstance(call, ast.Call) or word not in words:
            raise fault(
                self.path,
                call.lineno,
                f"Unknown word here: {ast.unparse(call)[:60]}",
                f"Known here: {', '.join(words)}.",
            )
        try:
            return (
                word,
                [ast.literal_eval(a) for a in call.args],
                {k.arg: ast.literal_eval(k.value) for k in call.keywords},
            )
        except ValueError as error:
            raise fault(
                self.path,
                call.lineno,
                f"{word} takes plain strings.",
                "No names, no f-strings: this file is read without being run.",
            ) from error

    def _set(self, args: list, line: int) -> AnswerSet:
        if not args or args[0] not in self.of:
            raise fault(
                self.path,
                line,
                f"The lesson has no autograded exercise {args[0] if args else ''!r}.",
                f"It has: {', '.join(self.of)}.",
            )
        return self.of[args[0]]


def _check(answers: Answers, lesson: Lesson) -> None:
    for exercise in lesson.exercises:
        have = answers.of[exercise.id]
        if len(have.mistakes) < FEWEST_MISTAKES:
            raise fault(
                answers.path,
                1,
                f"{exercise.id} has {len(have.mistakes)} mistakes.",
                f"Write at least {FEWEST_MISTAKES} that people make, each with @mistake and its sentence.",
            )
        if not have.hints:
            raise fault(
                answers.path,
                1,
                f"{exercise.id} has no hints.",
                f'Write hints("{exercise.id}", "…", "…", "…"), in rising order.',
            )
        if not have.why:
            raise fault(
                answers.path,
                1,
                f"{exercise.id} has no why.",
                f'Write why("{exercise.id}", "…"): what the reader learns from the worked solution.',
            )
