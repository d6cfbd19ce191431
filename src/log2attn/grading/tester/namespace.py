"""The names that tests run in: the course's own, the learner's as questions to the worker, and what tests bind."""

from __future__ import annotations

import ast
import builtins
import io
import warnings
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import redirect_stdout, suppress
from typing import Any

from log2attn.grading.protocol.encode import Encoder
from log2attn.grading.protocol.values import WireError, origin_of
from log2attn.grading.tester.conversation import Conversation
from log2attn.grading.tester.magics import Magics, display
from log2attn.grading.tester.names import as_python, names_of
from log2attn.grading.tester.remote import Remote
from log2attn.grading.tester.roles import Roles

LIBRARY = ("fresh_axes", "read_axes")
TEST = "<test>"  # the file that a test's lines are of, in a traceback
ALL_NAMES = frozenset({"globals", "locals", "vars", "dir", "eval", "exec"})
BUILT_IN = frozenset(vars(builtins))


class _Shared(MutableMapping):
    """A test's names while it runs at the top level: what it binds or deletes of the learner's names, the learner's code finds bound or gone."""

    def __init__(self, names: dict[str, Any], theirs: frozenset[str], conversation: Conversation) -> None:
        self.names, self.theirs, self.conversation = names, theirs, conversation

    def __getitem__(self, name: str) -> Any:
        return self.names[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def __setitem__(self, name: str, value: Any) -> None:
        self.names[name] = value
        if name in self.theirs:
            with suppress(WireError):  # what cannot cross stays here
                Encoder(self.conversation.export).encode(value)
                self.conversation.ask("bind", name, (value,))

    def __delitem__(self, name: str) -> None:
        del self.names[name]
        if name in self.theirs:
            self.conversation.ask("unbind", name)


class Namespace:
    """The names of one submission's tests, which all share them.

    own       names that tests have bound since the learner's cells last did
    answered  names that the answers' imports bind in the source
    """

    def __init__(self, roles: Roles, conversation: Conversation) -> None:
        self.roles, self.conversation = roles, conversation
        self.names: dict[str, Any] = {"__name__": "__main__", "__builtins__": builtins, "display": display}
        magics = Magics(self.names, lambda text: exec(compile(as_python(text), TEST, "exec"), self.names))
        self.names["get_ipython"] = lambda: magics
        self.own: set[str] = set()
        self.answered: set[str] = set()

    def run_given(self, source: str) -> None:
        """A given cell of the source: the author's own text."""
        with redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(as_python(source), "<given>", "exec"), self.names)
        self._place_library()

    def run_imports(self, source: str, *, answered: bool) -> None:
        """The imports of a cell of the source. What an answer imports is ours only if the learner's name means the same thing."""
        if answered:
            names: dict[str, Any] = {"__name__": "__main__"}
            with suppress(Exception):
                exec(compile(source, "<imports>", "exec"), names)
            self.conversation.trusted |= {
                origin: value for value in names.values() if (origin := origin_of(value))
            }
            self.answered |= names.keys() - self.names.keys()
        self.run_given(source)

    def _place_library(self) -> None:
        """The course's own drawing functions work on the learner's side."""
        for name in LIBRARY:
            if getattr(self.names.get(name), "__module__", "") == "log2attn.learn.figure":
                self.names[name] = self._in_the_library(name)

    def _in_the_library(self, name: str) -> Callable:
        return lambda *args, **kwargs: self.conversation.ask("lib", name, args, kwargs)

    def cell_ran(self, source: str) -> None:
        """One of the notebook's own cells ran: what it binds is no longer what a test bound."""
        self.own -= names_of(source).binds

    def bind(self, source: str) -> None:
        """Give the test the learner's names that it uses, as they are now."""
        found = names_of(source)
        # What nobody binds that can be read (``%run``, a star import, exec) is looked for at the learner's.
        unknown = found.loads - self.roles.known - self.names.keys() - BUILT_IN
        theirs = self.roles.theirs | self.answered
        # A test that looks at all names at once sees all of the learner's.
        seen = theirs if found.loads & ALL_NAMES else found.loads & theirs
        wanted = sorted((seen | unknown) - self.own)
        self.own |= found.binds
        if not wanted:
            return
        answers = self.conversation.ask("names", wanted)
        if not isinstance(answers, list) or len(answers) != len(wanted):
            raise WireError("not an answer")
        for name, answer in zip(wanted, answers, strict=True):
            known, value = answer if isinstance(answer, list) and len(answer) == 2 else (False, None)
            if known is not True:
                self.names.pop(name, None)
                continue
            if isinstance(value, Remote):
                object.__setattr__(value, "_r_label", name)
            self.names[name] = value

    def run(self, source: str) -> Any:
        """Run a test; returns the value of its last line, None if that is no expression."""
        tree = ast.parse(as_python(source), TEST)
        tail = tree.body[-1] if tree.body and not source.rstrip().endswith(";") else None
        if isinstance(tail, ast.Expr):
            tree.body.pop()
        shared = _Shared(self.names, self.roles.theirs | self.roles.shared, self.conversation)
        exec(compile(tree, TEST, "exec"), self.names, shared)
        self._place_library()
        return (
            eval(compile(ast.Expression(tail.value), TEST, "eval"), self.names, shared)  # noqa: S307  (a test of the course's own)
            if isinstance(tail, ast.Expr)
            else None
        )
