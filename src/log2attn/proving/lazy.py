"""Lazy answers: what somebody hands in who hopes that the hidden check looks at little. None may earn a hidden point."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from log2attn.compiling.lesson import Exercise
from log2attn.core.lazy import LAZY
from log2attn.learn.sketch import alike, sketch
from log2attn.proving.bench import Bench, checks_of


def lazy_answers(bench: Bench, exercise: Exercise) -> dict[str, Any]:
    """Name → a function or class that returns None, zeros, its own argument, or by heart what the visible check asks for."""
    target = bench.names_above(exercise)[exercise.name]
    lazy = {what: eval(text) for what, text in LAZY.items()}  # noqa: S307  (our own text)
    if isinstance(target, type):
        return {what: _lazy_class(target, answer) for what, answer in lazy.items()}
    return lazy | {"the visible answers by heart": _by_heart(bench, exercise, target)}


def _lazy_class(target: type, lazy: Callable) -> type:
    """The class with every method but a given __init__ replaced."""
    methods = {name: lazy for name, value in vars(target).items() if callable(value) and name != "__init__"}
    return type(target.__name__, (target,), methods)


def _by_heart(bench: Bench, exercise: Exercise, reference: Callable) -> Callable:
    """Answers as the reference does to whatever the visible check asks, and with the first of these answers to anything else."""
    known: list[tuple[Any, Any]] = []

    def learn(*args: Any, **kwargs: Any) -> Any:
        asked = sketch([list(args), kwargs])
        result = reference(*args, **kwargs)
        known.append((asked, result))
        return result

    names = bench.names_above(exercise) | {exercise.name: learn}
    bench.stage.run(checks_of(exercise, 0)[0], names, "")

    def answer(*args: Any, **kwargs: Any) -> Any:
        asked = sketch([list(args), kwargs])
        return next(
            (result for before, result in known if alike(before, asked)), known[0][1] if known else None
        )

    return answer
