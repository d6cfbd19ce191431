"""While one exercise is checked, every other of its day stands in the notebook as the reference: no exercise hangs on another's answer."""

from __future__ import annotations

import types
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from log2attn.learn.shipped import ShippedExercise, exercises_of


def reference_of(exercise: ShippedExercise) -> Any:
    """The worked solution of an exercise, a function or class; None where the package has none."""
    if exercise.reference:
        names: dict[str, Any] = {}
        exec(exercise.reference, names)
        return names.get(exercise.name)
    try:
        # Made by build, and not there before the first: so it is no import of this module's.
        return getattr(import_module("log2attn.toolbox"), exercise.name)
    except (ImportError, AttributeError):
        return None


@contextmanager
def others_stand(wanted: ShippedExercise, names: dict[str, Any]) -> Iterator[None]:
    """In the block, the day's other exercises are the references wherever the answer finds them; afterwards all is as it was.

    That is: under their names among ``names`` and among the globals of the answer, under any other name there (an alias, a
    ``from mine import covariance as cov``), and where the answer holds them itself, in defaults and closures.
    """
    target = names.get(wanted.name)
    others = [e for e in exercises_of(wanted.day).values() if e.name != wanted.name]
    stand = {e.name: reference for e in others if (reference := reference_of(e)) is not None}
    undo: list[tuple[Any, ...]] = []
    try:
        # By identity, before any is replaced: what the learner's own are.
        theirs = {id(names[name]): stand[name] for name in stand if name in names}
        for space in _spaces(target, names):
            for name, value in list(space.items()):
                if name in stand or (id(value) in theirs and name != wanted.name):
                    undo.append((space, name, value))
                    space[name] = stand.get(name, theirs.get(id(value)))
        for name in stand.keys() - names.keys():
            undo.append((names, name))
            names[name] = stand[name]
        for function in functions_of(target):
            _replace_held(function, theirs, undo)
        yield
    finally:
        for what, *was in reversed(undo):
            _put_back(what, was)


def functions_of(target: Any) -> list[types.FunctionType]:
    """The function itself, or the functions that a class defines."""
    if isinstance(target, type):
        found = [getattr(value, "__func__", value) for value in vars(target).values()]
        return [value for value in found if isinstance(value, types.FunctionType)]
    return [target] if isinstance(target, types.FunctionType) else []


def _spaces(target: Any, names: dict[str, Any]) -> list[dict[str, Any]]:
    spaces = [names]
    for function in functions_of(target):
        inner = function.__globals__
        # A library's function may have been given as the answer; its module is nobody's notebook.
        if all(inner is not space for space in spaces) and "site-packages" not in str(
            inner.get("__file__", "")
        ):
            spaces.append(inner)
    return spaces


def _replace_held(function: types.FunctionType, theirs: dict[int, Any], undo: list[tuple[Any, ...]]) -> None:
    if any(id(value) in theirs for value in function.__defaults__ or ()):
        undo.append((function, "__defaults__", function.__defaults__))
        function.__defaults__ = tuple(theirs.get(id(v), v) for v in function.__defaults__ or ())
    if any(id(value) in theirs for value in (function.__kwdefaults__ or {}).values()):
        undo.append((function, "__kwdefaults__", function.__kwdefaults__))
        function.__kwdefaults__ = {
            k: theirs.get(id(v), v) for k, v in (function.__kwdefaults__ or {}).items()
        }
    for cell in function.__closure__ or ():
        try:
            held = cell.cell_contents
        except ValueError:  # not yet filled
            continue
        if id(held) in theirs:
            undo.append((cell, "cell_contents", held))
            cell.cell_contents = theirs[id(held)]


def _put_back(what: Any, was: list[Any]) -> None:
    if isinstance(what, dict) and len(was) == 1:
        what.pop(was[0], None)
    elif isinstance(what, dict):
        what[was[0]] = was[1]
    else:
        setattr(what, was[0], was[1])
