"""The tester's side of the conversation with a worker: what it asks and answers, what crosses as a handle, and the rules for objects."""

from __future__ import annotations

import builtins
import itertools
import sys
import time
import warnings
from collections.abc import Callable
from contextlib import AbstractContextManager
from types import FunctionType
from typing import Any

import numpy as np

from log2attn.grading.protocol.errors import Stopped
from log2attn.grading.protocol.line import LineDead
from log2attn.grading.protocol.peer import Peer
from log2attn.grading.protocol.values import Tree, WireError
from log2attn.grading.tester.beside import Beside
from log2attn.grading.tester.calls import Calls
from log2attn.grading.tester.contract import Contract
from log2attn.grading.tester.remote import PLAIN, NotPlainError, Remote, kind_of, stand_in

USUAL_ERRSTATE = np.geterr()
PRINTED = 20_000  # characters of a test's output that are kept


class Conversation:
    """What the tests of one submission ask of the learner's code, and what that code may ask of them.

    item       the test that runs
    fault      why it fails, whatever else it finds; "" while all is well, "slow" or "dead" of the worker
    changed    how many of its arguments were changed in place
    trusted    where it comes from → what the source imports: the learner's is the same, and ours is used
    strangers  types of objects that a test tried to hand over and that are no plain data
    """

    def __init__(self, contract: Contract, *, recording: bool = False, calls: int = 200_000) -> None:
        self.contract, self.recording = contract, recording
        self.peer: Any = None  # a Peer, once there is a worker
        self.beside = Beside(self)
        self.classes: dict[Any, Any] = {}
        self.objects: dict[int, Remote] = {}
        self.trusted: dict[str, Any] = {}
        self.lent: dict[int, Any] = {}
        self.lent_numbers: dict[int, int] = {}
        self.numbers = itertools.count()
        self.item, self.fault = "", ""
        self.changed = 0
        self.strangers: set[str] = set()
        self.inside = 0  # how many functions of the reference are at work for a learner's code
        self.calls, self.most_calls = 0, calls
        self.watched = Calls()

    def talk_to(self, peer: Peer) -> None:
        """From now on, questions go to this worker. Objects of an earlier one are lost."""
        self.peer = peer
        self.objects, self.classes = {}, {}
        self.beside.reset()

    def begin(self, item: str, seconds: float, watched: Calls) -> None:
        """A test begins, which may take so long."""
        self.item, self.fault, self.changed, self.calls = item, "", 0, 0
        self.watched = watched
        self.peer.line.until = time.monotonic() + seconds

    def ask(self, verb: str, what: Any, args: tuple = (), kwargs: dict | None = None) -> Any:
        if self.fault:
            raise NotPlainError(self.fault)
        try:
            return self.beside.around(lambda: self.peer.ask(verb, what, args, kwargs))
        except LineDead as error:
            self.fault = "slow" if error.slow else "dead"
            raise
        except WireError as error:
            self.fault = f"{error}"
            raise

    def ask_plainly(self, verb: str, what: Any, args: tuple = ()) -> Any:
        """A question about what stands beside the values (tester/beside.py). What the learner's code raises there is no answer."""
        try:
            return self.peer.ask(verb, what, args)
        except (Exception, Stopped) as error:
            raise error if isinstance(error, WireError) else WireError(f"not an answer: {error}") from error

    def as_reference(self, use: str) -> bool:
        """Whether the reference did this in the same test; in the reference's own run it is noted."""
        if self.recording:
            self.contract.uses.add((self.item, use, PLAIN))
        return (self.item, use, PLAIN) in self.contract.uses

    def export(self, obj: Any) -> Tree:
        if isinstance(obj, Remote):
            return ["h", obj._r_number]
        if isinstance(obj, type) and obj in self.classes:
            return ["h", self.classes[obj]]
        tag = "K" if hasattr(obj, "__next__") else "k"
        # A model that can be called is more than a function: its attributes are wanted too, so its class has to live with the learner.
        model = type(obj).__module__ == "__main__" or type(obj).__module__.startswith("log2attn.toolbox")
        if tag == "k" and (model or not callable(obj)):
            self.strangers.add(type(obj).__name__)
            raise WireError(
                f"an object of type {type(obj).__name__} cannot be handed to a learner's function"
            )
        number = self.lent_numbers.get(id(obj))
        if number is None:
            number = next(self.numbers)
            self.lent[number], self.lent_numbers[id(obj)] = obj, number
        if isinstance(obj, FunctionType):
            return [tag, number, obj.__name__[:200], (obj.__doc__ or "")[:10_000]]
        return [tag, number]

    def adopt(self, tree: list) -> Any:
        if tree[0] == "h" and list(map(type, tree[1:])) == [int, str, int, str]:
            _tag, number, type_name, special, origin = tree
            if origin in self.trusted:
                return self.trusted[origin]
            if number not in self.objects:
                self.objects[number] = stand_in(self, number, type_name[:100], special)
            return self.objects[number]
        if tree[0] == "x" and len(tree) == 3 and type(tree[1]) is int:
            kind = self.peer.errors.class_of(tree[2]) or Exception
            self.classes[kind] = tree[1]
            return kind
        if tree[0] == "k" and len(tree) == 2 and type(tree[1]) is int and tree[1] in self.lent:
            return self.lent[tree[1]]
        raise WireError("not a value")

    def perform(self, verb: str, what: Tree, args: list, kwargs: dict) -> Any:
        """What the learner's code may ask: to call a function it was handed, or the next value of an iterator."""
        self.calls += 1
        if self.calls > self.most_calls:
            self.fault = f"the function that was handed in was called more than {self.most_calls:,} times"
            raise NotPlainError(self.fault)
        if type(what) is not int or what not in self.lent:
            raise WireError("not something that was handed in")
        if verb == "call":
            return self.lent[what](*args, **kwargs)
        if verb == "next" and hasattr(self.lent[what], "__next__"):
            return next(self.lent[what])
        raise WireError("not something that can be asked")

    def said(self) -> tuple[str, list]:
        return "", []

    def hear(self, printed: str, warned: list, changed: int) -> None:
        if printed:
            sys.stdout.write(printed[:PRINTED])
        for entry in warned[:100]:
            if isinstance(entry, list) and len(entry) == 2 and all(isinstance(part, str) for part in entry):
                kind = getattr(builtins, entry[0], None)
                warnings.warn(
                    entry[1],
                    kind if isinstance(kind, type) and issubclass(kind, Warning) else UserWarning,
                    stacklevel=1,
                )
            else:
                self.beside.logs.take(entry)
        self.changed += changed

    # -- the rules for objects

    def watching(
        self, label: str, args: tuple, kwargs: dict
    ) -> AbstractContextManager[Callable[[Any], None]]:
        return self.watched.noting(label, args, kwargs)

    def own_function(self, function: Callable) -> Callable:
        """A function of the reference's, for a learner's code to call back. It may use the learner's objects as it likes: what it gives goes only there."""

        def stands_in(*args: Any, **kwargs: Any) -> Any:
            self.inside += 1
            try:
                return function(*args, **kwargs)
            finally:
                self.inside -= 1

        return stands_in

    def allow(self, use: str, value: Any, *, exact: bool) -> None:
        if self.inside:
            return
        kind = kind_of(value)
        if self.recording:
            self.contract.uses.add((self.item, use, kind))
        elif (self.item, use, kind) not in self.contract.uses and (
            exact or (self.item, use, "object") not in self.contract.uses
        ):
            self.forbid(f"an object stands where a plain value is needed ({use})")

    def forbid(self, reason: str) -> None:
        if not self.inside:
            self.fault = reason
        raise NotPlainError(reason)

    def errstate(self) -> list[str] | None:
        now = np.geterr()
        return None if now == USUAL_ERRSTATE else [now["divide"], now["over"], now["under"], now["invalid"]]
