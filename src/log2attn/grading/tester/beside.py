"""What a test and a learner's code have in common beside values when they run in one process: the global random generators, the files
of their folder, and the functions that a test puts in the place of known ones. It is carried over before and after each question.
"""

from __future__ import annotations

import builtins
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from log2attn.grading.protocol.streams import checked, follows, set_state, state_now
from log2attn.grading.protocol.values import WireError
from log2attn.grading.tester.files import Files, Partner
from log2attn.grading.tester.logs import Logs

SEEDS = re.compile(r"\b(?:seed|set_?state)\(")
DREW = "drew from the global generators"
MODULES = {"builtins": builtins, "random": random, "numpy.random": np.random, "time": time}
FUNCTIONS = {
    "builtins": ("input", "print"),
    "random": ("random", "randint", "randrange", "choice", "choices", "shuffle", "sample", "uniform", "gauss"),
    "numpy.random": ("rand", "randn", "randint", "random", "choice", "normal", "uniform", "shuffle", "permutation"),
    "time": ("sleep", "time"),
}  # fmt: skip
ASK = builtins.input
REPLACEABLE = frozenset(f"{module}.{name}" for module, names in FUNCTIONS.items() for name in names)


class Replaced:
    """Functions that a test has put in the place of known ones: the learner's code finds them there too, and calls them back."""

    def __init__(self, partner: Partner) -> None:
        self.partner = partner
        self.usual = [
            (f"{module}.{name}", vars(MODULES[module]), name, vars(MODULES[module])[name])
            for module, names in FUNCTIONS.items()
            for name in names
        ]
        self.stdin = sys.stdin
        self.reset()

    def reset(self) -> None:
        """A fresh worker has everything as usual."""
        self.told: dict[str, Any] = {}

    def before(self) -> None:
        now = self._now()
        if not now and not self.told:
            return
        if now.keys() == self.told.keys() and all(now[place] is self.told[place] for place in now):
            return
        news: dict[str, Any] = {place: _calling(function) for place, function in now.items()}
        news |= dict.fromkeys(self.told.keys() - now.keys())
        self.told = now
        self.partner.ask_plainly("replace", None, (news,))

    def _now(self) -> dict[str, Any]:
        now = {
            place: function
            for place, names, name, usual in self.usual
            if (function := names.get(name, usual)) is not usual and callable(function)
        }
        if sys.stdin is not self.stdin:
            now.setdefault("builtins.input", ASK)  # which reads there
        return now


def _calling(function: Callable) -> Callable:
    """A function that calls another object, which may be more than a function."""
    return lambda *args, **kwargs: function(*args, **kwargs)  # noqa: PLW0108


class Streams:
    """One stream of random numbers for both sides, in tests that set its state.

    A state that comes back is taken only if the reference drew in this test too, and if drawing alone leads to it: an answer can draw
    numbers, and not choose those that a test draws afterward.
    """

    def __init__(self, partner: Partner) -> None:
        self.partner, self.on = partner, False
        self.told: Any = None
        self.reset()

    def reset(self) -> None:
        """A fresh worker has a stream of its own."""
        self.one = False  # whether both sides have had the same state, and the learner's has only drawn since

    def begin(self, source: str) -> None:
        self.on = bool(SEEDS.search(source))
        if self.on and (now := state_now()) != self.told:
            self.told, self.one = now, False

    def before(self) -> None:
        if self.on and (now := state_now()) != self.told:
            self.partner.ask_plainly("streams", now)
            self.told, self.one = now, True

    def after(self) -> None:
        if not self.on or not self.one or (ours := state_now()) != self.told:
            return
        came = checked(self.partner.ask_plainly("streams", None))
        if [one[:2] for one in came] == [one[:2] for one in ours]:
            return
        self.one = all(map(follows, came, ours))
        if self.one and self.partner.as_reference(DREW):
            # The normal draw that waits is the one number that could be made up: it stays with the learner.
            set_state([[*one[:2], None] for one in came])
            self.told = state_now()


class Beside:
    """All of this, around the questions of one test after the other."""

    def __init__(self, partner: Partner) -> None:
        self.replaced, self.streams, self.files = Replaced(partner), Streams(partner), Files(partner)
        self.logs = Logs()
        self.at_work = False

    def reset(self) -> None:
        """There is a fresh worker."""
        self.replaced.reset()
        self.streams.reset()
        self.files.reset()

    @contextmanager
    def test(self, source: str) -> Iterator[None]:
        """While a test runs."""
        self.streams.begin(source)
        self.logs.begin()
        try:
            self.files.begin(source)
            yield
        finally:
            self.streams.on = self.files.on = False

    def around(self, question: Callable[[], Any]) -> Any:
        """Ask a question, with what comes before and after it; a question within another, or of this module's own, is asked alone."""
        if self.at_work:
            return question()
        self.at_work = True
        try:
            self.replaced.before()
            self.streams.before()
            self.files.before()
            try:
                given = question()
            except WireError:
                raise
            except Exception:  # the learner's own, which a test may expect
                self._after()
                raise
            self._after()
            return given
        finally:
            self.at_work = False

    def _after(self) -> None:
        self.streams.after()
        self.files.after()
