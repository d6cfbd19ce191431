"""A conversation over a line: each side may ask the other to do something, and while it waits for the answer it answers in turn.

["ask", verb, what, arguments, keywords]            a request; arguments and keywords are values
["gave", value, changes, printed, warned]           its answer: the result, and what changed in place among the arguments
["raised", types, message, values, changes, printed, warned]
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import numpy as np

from log2attn.grading.protocol.changes import Snapshot, refill
from log2attn.grading.protocol.decode import Decoder
from log2attn.grading.protocol.encode import Encoder
from log2attn.grading.protocol.errors import Errors, describe
from log2attn.grading.protocol.line import Line
from log2attn.grading.protocol.values import Tree, WireError

DEEPEST = 40  # questions within questions


class Side(Protocol):
    """What one side brings to a conversation."""

    def export(self, obj: Any) -> Tree:
        """What stands for an object that is not plain data."""

    def adopt(self, tree: list) -> Any:
        """The object that such a tree stands for."""

    def perform(self, verb: str, what: Tree, args: list, kwargs: dict) -> Any:
        """Do what was asked."""

    def said(self) -> tuple[str, list]:
        """What was printed, and [category, message] of each warning, [logger, level, message] of each log record, since the last answer."""

    def hear(self, printed: str, warned: list, changed: int) -> None:
        """The same of the other side, and how many of our objects its answer changed in place."""


class Peer:
    """One end of a conversation."""

    def __init__(self, line: Line, side: Side) -> None:
        self.line, self.side, self.errors = line, side, Errors()
        self.deep = 0
        self.take_changes = True  # whether what the other side changed in place is changed here too, or in copies that only its answer shows

    def ask(self, verb: str, what: Tree, args: Sequence = (), kwargs: Mapping[str, Any] | None = None) -> Any:
        """What the other side gives; an exception it raises is raised here. Raises WireError or LineDead if it breaks the rules or dies."""
        encoder = Encoder(self.side.export)
        if self.deep >= DEEPEST:
            raise RecursionError("calls back and forth are nested too deeply")
        self.line.send(["ask", verb, what, encoder.encode(list(args)), encoder.encode(dict(kwargs or {}))])
        self.deep += 1
        try:
            while True:
                message = self.line.receive()
                kind = message[0] if isinstance(message, list) and message else None
                if kind == "ask":
                    self.answer(message)
                else:
                    return self._take(kind, message, encoder.kept)
        finally:
            self.deep -= 1

    def answer(self, message: Tree) -> None:
        """Do what a request asks and send back what came of it."""
        if (
            not isinstance(message, list)
            or len(message) != 5
            or message[0] != "ask"
            or not isinstance(message[1], str)
            or self.deep >= DEEPEST
        ):
            raise WireError("not a request")
        decoder = Decoder(self.side.adopt)
        args, kwargs = decoder.decode(message[3]), decoder.decode(message[4])
        if (
            not isinstance(args, list)
            or not isinstance(kwargs, dict)
            or not all(isinstance(key, str) for key in kwargs)
        ):
            raise WireError("not a request")
        before = Snapshot(decoder.known)
        encoder = Encoder(self.side.export, decoder.known)
        self.deep += 1
        try:
            value = self.side.perform(message[1], message[2], args, kwargs)
            answer = ["gave", encoder.encode(value)]
        except WireError as error:
            encoder = Encoder(self.side.export, decoder.known)
            answer = ["raised", ["TypeError", []], f"The result {error}.", ["l", ["l"], ["d"]]]
        except BaseException as error:
            answer = ["raised", *describe(error, encoder)]
        finally:
            self.deep -= 1
        self.line.send([*answer, before.changes(encoder), *self.side.said()])

    def _take(self, kind: Any, message: list, kept: list[Any]) -> Any:
        if (kind, len(message)) not in (("gave", 5), ("raised", 7)):
            raise WireError("not an answer")
        if not self.take_changes:
            kept = [_copy(obj) for obj in kept]
        decoder = Decoder(self.side.adopt, kept)
        changes, printed, warned = message[-3:]
        value = decoder.decode(message[1 if kind == "gave" else 3])
        if not isinstance(changes, list) or not isinstance(printed, str) or not isinstance(warned, list):
            raise WireError("not an answer")
        for change in changes:
            if (
                not isinstance(change, list)
                or len(change) != 2
                or type(change[0]) is not int
                or not 0 <= change[0] < len(kept)
            ):
                raise WireError("not a change")
        self.side.hear(printed, warned, len(changes))
        self._refill(decoder, changes, kept)
        if kind == "gave":
            return value
        raise self.errors.rebuild(message[1], message[2], value)

    def _refill(self, decoder: Decoder, changes: list, kept: list[Any]) -> None:
        for n, tree in changes:
            try:
                refill(decoder, kept[n], tree)
            except ValueError as error:
                raise WireError(f"a change that cannot be made: {error}") from error


def _copy(obj: Any) -> Any:
    """A numbered object of our own, as it is now."""
    return copy.deepcopy(obj) if isinstance(obj, np.random.Generator) else copy.copy(obj)
