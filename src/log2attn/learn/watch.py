"""Watch a check at work: which calls it makes, what they give, and what each of its asserts looks at.

A check stops at its first failed assert; then little is known of the answer. So its text is softened: an assert or an error
that would end it is noted, and the check goes on with its next statement. The first of them is what the plain check says.
"""

from __future__ import annotations

import ast
import copy
import functools
import hashlib
import json
import sys
import time
import types
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from log2attn.learn.sketch import alike, sketch

HOOK = "__watch__"  # the watch's name inside a softened check
FIELDS = ("body", "orelse", "finalbody")
GOES_ON = 3.0  # seconds of processor time for which a failed check goes on: as far on a busy computer as on a quiet one
MOST = 5000  # so many calls are noted


class TooSlowError(Exception):
    """An answer did not return in time."""


class EnoughError(BaseException):
    """A failed check has gone on for long enough."""


ENDS = (KeyboardInterrupt, TooSlowError, EnoughError)


@dataclass
class Call:
    """One outermost call of the learner's code.

    key       names what was called with which arguments: the same in every run of the check
    label     the method of a class, or the one that made the object; "" for a function
    outcome   ["gave", sketch], or ["gave", sketch, [[argument's place, its new sketch], …]] if arguments were changed,
              or ["raised", type, message]
    given     copies of (args, kwargs) as they were; None if they cannot be copied or nobody asked
    result    a copy of what came back, where ``given`` is kept
    printed   whether something was printed
    uses      of a class: the methods that were called inside
    """

    key: str
    label: str
    outcome: list[Any] = field(default_factory=list)
    given: tuple[tuple, dict] | None = None
    result: Any = None
    printed: bool = False
    uses: set[str] = field(default_factory=set)


@dataclass
class Look:
    """One evaluation of an assert.

    line     of the check's text
    held     whether it held
    labels   the methods called since the asserts before
    seen     if it did not hold: sketches of the operands; ["raised", type, message] if it could not be evaluated
    """

    line: int
    held: bool
    labels: frozenset[str]
    seen: list[Any] = field(default_factory=list)


class Watch:
    """What happened while a check ran.

    calls, looks   in their order
    failure        the first exception that would have ended the check; None if none
    stop           the key of the last call before it
    inside         whether that exception came out of the learner's code
    last           what the last call before it gave
    """

    def __init__(self, keep: bool = False) -> None:
        self.keep = keep
        self.calls: list[Call] = []
        self.looks: list[Look] = []
        self.failure: BaseException | None = None
        self.stop = ""
        self.inside = False
        self.last: Any = None
        self._came_out: BaseException | None = None
        self._names: dict[str, Any] = {}
        self._held: list[Any] = []
        self._inside = False
        self._batch: set[str] = set()
        self._looked = False
        self._made: Counter[str] = Counter()
        self._since = 0.0
        self._refused = False
        self._gone: dict[str, list[Any]] = {}
        self._is_class = False

    # -- what a softened check says

    def see(self, value: Any) -> Any:
        """An operand of an assert; handed on as it is."""
        self._held.append(value)
        return value

    def look(self, line: int, held: Any) -> bool:
        """The assert at this line was evaluated."""
        held = bool(held)
        seen = [] if held else [_seen(value) for value in self._held]
        self.looks.append(Look(line, held, frozenset(self._batch), seen))
        self._held, self._looked, self._refused = [], True, not held
        return held

    def stopped(self, line: int, names: tuple[str, ...], is_assert: bool) -> None:
        """A statement raised. Its names are gone, so that nothing later takes old values for new ones."""
        error = sys.exc_info()[1]
        if isinstance(error, ENDS):
            raise error
        if self.failure is None:
            self.failure, self._since = error, time.process_time()
            self.inside = error is self._came_out
            self.stop = self.calls[-1].key if self.calls else ""
        cause = self._gone.get(getattr(error, "name", None) or "") if isinstance(error, NameError) else None
        cause = cause or ["raised", type(error).__name__, message_of(error)]
        if is_assert and not self._refused:
            self.looks.append(Look(line, False, frozenset(self._batch), cause))
            self._looked = True
        self._held, self._refused = [], False
        for name in names:
            self._names.pop(name, None)
            self._gone[name] = cause
        if time.process_time() - self._since > GOES_ON:
            raise EnoughError

    # -- the learner's code

    @contextmanager
    def watching(self, names: dict[str, Any], name: str) -> Iterator[None]:
        """Note the calls of the function or class that ``names`` has under this name; afterwards it is as it was."""
        self._names = names
        names[HOOK] = self
        target = names.get(name)
        self._is_class = isinstance(target, type)
        if not isinstance(target, type):
            if callable(target):
                names[name] = self.noted(target)
            yield
            return
        own = {k: v for k, v in vars(target).items() if isinstance(v, types.FunctionType)}
        inherited = {
            k: v
            for base in reversed(target.__mro__[1:-1])
            for k, v in vars(base).items()
            if isinstance(v, types.FunctionType) and k not in own
        }
        for key, method in (inherited | own).items():
            setattr(target, key, self.noted(method, key))
        try:
            yield
        finally:
            for key, method in own.items():
                setattr(target, key, method)
            for key in inherited:
                delattr(target, key)

    def noted(self, function: Callable, label: str = "", *, returned: bool = False) -> Callable:
        """The function, and each outermost call of it noted. ``returned``: it is something that an answer returned."""

        @functools.wraps(function)
        def call(*args: Any, **kwargs: Any) -> Any:
            if self._inside:
                self.calls[-1].uses.add(label)
                return function(*args, **kwargs)
            if len(self.calls) >= MOST:
                return function(*args, **kwargs)
            noted, given = self._begin(label, returned, args, kwargs)
            written = _written()
            self._inside = True
            try:
                result = function(*args, **kwargs)
            except BaseException as error:
                noted.outcome = ["raised", type(error).__name__, message_of(error)]
                self._came_out = error
                raise
            finally:
                self._inside = False
                noted.printed = _written() > written
            if self.failure is None:
                self.last = result
            self._end(noted, given, args, result)
            return self._note_result(result, label)

        call.noted_by = self  # type: ignore[attr-defined]
        return call

    def _begin(self, label: str, returned: bool, args: tuple, kwargs: dict) -> tuple[Call, list[Any]]:
        """A call, and the sketches of its arguments as they were."""
        if self._looked:
            self._batch, self._looked = set(), False
        self._batch.add(label)
        if self._is_class:  # known by what the check looks at: its objects' insides are nobody's business
            self.calls.append(Call("", label))
            return self.calls[-1], []
        given = [sketch(a) for a in args]
        key = call_key(given, {k: sketch(v) for k, v in kwargs.items()}, returned=returned, made=self._made)
        self.calls.append(Call(key, label, given=_copied((args, kwargs)) if self.keep else None))
        return self.calls[-1], given

    def _end(self, noted: Call, given: list[Any], args: tuple, result: Any) -> None:
        noted.outcome = ["gave"]
        if self._is_class:
            return
        noted.outcome.append(sketch(result))
        now = [sketch(a) for a in args]
        if changed := [
            [i, n] for i, (n, was) in enumerate(zip(now, given, strict=True)) if not alike(n, was)
        ]:
            noted.outcome.append(changed)
        if noted.given is not None:
            noted.result = _copied(result)

    def _note_result(self, result: Any, label: str) -> Any:
        """A function that the learner's code returns, or puts on an object it returns, is the learner's code too."""
        if isinstance(result, types.FunctionType):
            return self.noted(result, label, returned=True)
        for name, value in list(getattr(result, "__dict__", {}).items()):
            if isinstance(value, types.FunctionType) and getattr(value, "noted_by", None) is not self:
                with suppress(AttributeError, TypeError):
                    setattr(result, name, self.noted(value, label, returned=True))
        return result


def _seen(value: Any) -> Any:
    # What a check looks at, and no further: an object of the learner's has insides that are nobody's business.
    return sketch(value, follow=False)


def message_of(error: BaseException) -> str:
    """What an exception says, as far as it tells one from another."""
    return "" if isinstance(error, RecursionError | AssertionError) else str(error)[:100]


def call_key(given: list[Any], named: dict[str, Any], *, returned: bool, made: Counter[str]) -> str:
    """A name for a call: the same in every run of a check, whoever answers.

    given, named   sketches of its arguments
    returned       whether a function that an answer returned was called, and not the answer itself
    made           how often each such call has been made; this one is counted
    """
    data = json.dumps([returned, given, named], sort_keys=True)
    key = hashlib.blake2s(data.encode(), digest_size=5).hexdigest()
    made[key] += 1
    return key if made[key] == 1 else f"{key}.{made[key]}"


def _written() -> int:
    try:
        return sys.stdout.tell()
    except (OSError, ValueError, AttributeError):
        return 0


class Uncopied:
    """Stands for a result that cannot be copied, such as an array around a generator: it is something, and must not be read as None."""

    def __init__(self, value: Any) -> None:
        self.kind = type(value).__name__

    def __repr__(self) -> str:
        return f"an object of type {self.kind}"


def _copied(value: Any) -> Any:
    try:
        return copy.deepcopy(value)
    except Exception:
        return Uncopied(value)


@functools.lru_cache(maxsize=256)
def softened(source: str) -> types.CodeType:
    """A check's text as a program that goes on after a failed assert or an error, and tells a Watch of each."""
    tree = ast.parse(source)
    tree.body = [_guarded(statement) for statement in tree.body]
    return compile(ast.fix_missing_locations(tree), "<check>", "exec")


def _guarded(statement: ast.stmt) -> ast.stmt:
    if isinstance(statement, ast.FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom):
        return statement
    bound = _bound(statement)
    if isinstance(statement, ast.Assert):
        body = [_look(statement)]
    else:
        if isinstance(statement, ast.For | ast.If | ast.With):
            for name in FIELDS:
                inner = getattr(statement, name, [])
                if inner:
                    setattr(statement, name, [_guarded(s) for s in inner])
        body = [statement]
    note = _hook("stopped", statement.lineno, bound, isinstance(statement, ast.Assert))
    handler = ast.ExceptHandler(ast.Name("BaseException", ast.Load()), None, [ast.Expr(note)])
    return ast.copy_location(ast.Try(body, [handler], [], []), statement)


def _look(statement: ast.Assert) -> ast.stmt:
    """``if not WATCH.look(LINE, TEST): raise AssertionError(MESSAGE)``"""
    held = _hook("look", statement.lineno)
    held.args.append(_operands_seen(statement.test))
    message = [statement.msg] if statement.msg else []
    refused = ast.Raise(ast.Call(ast.Name("AssertionError", ast.Load()), message, []), None)
    return ast.copy_location(ast.If(ast.UnaryOp(ast.Not(), held), [refused], []), statement)


def _operands_seen(test: ast.expr) -> ast.expr:
    if isinstance(test, ast.BoolOp):
        test.values = [_operands_seen(value) for value in test.values]
    elif isinstance(test, ast.UnaryOp):
        test.operand = _operands_seen(test.operand)
    elif isinstance(test, ast.Compare):
        test.left = _see(test.left)
        test.comparators = [_see(value) for value in test.comparators]
    elif isinstance(test, ast.Call):
        test.args = [_see(value) for value in test.args]
        if isinstance(test.func, ast.Attribute) and isinstance(test.func.value, ast.Compare):
            test.func.value = _operands_seen(test.func.value)
    return test


def _see(operand: ast.expr) -> ast.expr:
    plain = ast.Constant | ast.Starred | ast.Lambda | ast.GeneratorExp
    if isinstance(operand, plain):
        return operand
    seen = _hook("see")
    seen.args.append(operand)
    return ast.copy_location(seen, operand)


def _hook(method: str, *values: Any) -> ast.Call:
    function = ast.Attribute(ast.Name(HOOK, ast.Load()), method, ast.Load())
    return ast.Call(function, [_constant(value) for value in values], [])


def _constant(value: Any) -> ast.expr:
    if isinstance(value, tuple):
        return ast.Tuple([ast.Constant(v) for v in value], ast.Load())
    return ast.Constant(value)


def _bound(statement: ast.stmt) -> tuple[str, ...]:
    """The names that a statement binds itself (not those in a body, whose statements have guards of their own)."""
    if isinstance(statement, ast.For):
        parts: list[ast.AST] = [statement.target]
    elif isinstance(statement, ast.With):
        parts = [item.optional_vars for item in statement.items if item.optional_vars]
    elif isinstance(statement, ast.If):
        parts = []
    else:
        parts = [statement]
    return tuple(sorted({name for part in parts for name in stored(part)}))


_APART = (
    ast.FunctionDef,
    ast.ClassDef,
    ast.Lambda,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
)


def stored(node: ast.AST) -> Iterator[str]:
    """The names that some code binds, not those of functions, classes and comprehensions inside it."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    if not isinstance(node, _APART):
        for child in ast.iter_child_nodes(node):
            yield from stored(child)
