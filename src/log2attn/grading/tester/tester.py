"""Run test cells in a process that no learner's code ever enters. Names that belong to the learner are questions to the worker.

A test cell is an ordinary nbgrader cell: the same text runs in stock nbgrader, where everything lives in one process.
"""

from __future__ import annotations

import ast
import builtins
import io
import itertools
import math
import numbers
import sys
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager, redirect_stdout, suppress
from dataclasses import dataclass, field
from decimal import Decimal
from types import FunctionType
from typing import Any

import numpy as np

from log2attn.grading.protocol.encode import Encoder
from log2attn.grading.protocol.errors import Stopped
from log2attn.grading.protocol.line import LineDead
from log2attn.grading.protocol.peer import Peer
from log2attn.grading.protocol.values import Tree, WireError, origin_of
from log2attn.grading.tester.beside import Beside
from log2attn.grading.tester.magics import Magics, display
from log2attn.grading.tester.names import as_python, names_of
from log2attn.grading.tester.remote import PLAIN, NotPlainError, Remote, kind_of, stand_in
from log2attn.grading.tester.roles import Roles
from log2attn.learn.alarm import alarm
from log2attn.learn.sketch import alike, sketch
from log2attn.learn.watch import call_key, message_of

LIBRARY = ("fresh_axes", "read_axes")
USUAL_ERRSTATE = np.geterr()
TEST = "<test>"
ALL_NAMES = frozenset({"globals", "locals", "vars", "dir", "eval", "exec"})
BUILT_IN = frozenset(vars(builtins))
UNCHANGING = (
    bool,
    int,
    float,
    complex,
    str,
    bytes,
    type(None),
    FunctionType,
    np.random.Generator,
)  # or, as a generator, always sketched alike
WATCHED = 200  # so many calls of the watched function are noted
PRINTED = 20_000  # characters of a test's output that are kept


class TestTimeout(BaseException):
    """A test ran longer than it may."""

    __test__ = False


@dataclass
class Contract:
    """What the reference's run showed: how its objects were used, what it changed in place, how long it took.

    uses      (item, use, kind) of each use that sent a test's values to an object
    changes   items in which arguments were changed in place
    partial   items whose last line gave a number of points
    seconds   place in the work → wall time of that cell or test
    wrong     item → why the reference itself does not earn the points here: such an item is left to a person
    lent      classes of given cells whose objects the tests hand to learners' functions
    second    item → why the reference does not earn the points as stock nbgrader runs it; "" if it does
    """

    uses: set[tuple[str, str, str]] = field(default_factory=set)
    changes: set[str] = field(default_factory=set)
    partial: set[str] = field(default_factory=set)
    seconds: dict[int, float] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)
    lent: set[str] = field(default_factory=set)
    second: dict[str, str] = field(default_factory=dict)

    def as_data(self) -> dict[str, Any]:
        """As plain data that JSON can say."""
        sets = {name: sorted(getattr(self, name)) for name in ("uses", "changes", "partial", "lent")}
        return {**sets, "seconds": self.seconds, "wrong": self.wrong, "second": self.second}

    @classmethod
    def of_data(cls, said: dict[str, Any]) -> Contract:
        seconds = {int(place): took for place, took in said["seconds"].items()}
        return cls(
            {tuple(use) for use in said["uses"]},
            set(said["changes"]),
            set(said["partial"]),
            seconds,
            said["wrong"],
            set(said["lent"]),
            said["second"],
        )


@dataclass
class Outcome:
    """What one run of a test cell came to.

    credit  what its last line gave, if that is a number
    ours    whether ``message`` is the grader's own, with nothing of a test or of the learner's code in it: names of errors can be forged
    dead    whether the worker is lost: later items need a fresh one
    """

    passed: bool
    error: str = ""
    message: str = ""
    line: int = 0
    detail: str = ""
    printed: str = ""
    credit: float | None = None
    changed: bool = False
    behavior: dict[str, Any] | None = None
    ours: bool = False
    dead: bool = False


class _Shared(MutableMapping):
    """A test's names while it runs at the top level: what it binds or deletes of the learner's names, the learner's code finds bound or gone."""

    def __init__(self, tester: Tester) -> None:
        self.tester, self.names = tester, tester.names
        self.theirs = tester.roles.theirs | tester.roles.shared

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
                Encoder(self.tester.export).encode(value)
                self.tester.ask("bind", name, (value,))

    def __delitem__(self, name: str) -> None:
        del self.names[name]
        if name in self.theirs:
            self.tester.ask("unbind", name)


class Tester:
    """The tests of one submission, one after the other, in names of their own."""

    def __init__(
        self, roles: Roles, contract: Contract, *, recording: bool = False, calls: int = 200_000
    ) -> None:
        self.roles, self.contract, self.recording = roles, contract, recording
        self.names: dict[str, Any] = {"__name__": "__main__", "__builtins__": builtins, "display": display}
        magics = Magics(self.names, lambda text: exec(compile(as_python(text), TEST, "exec"), self.names))
        self.names["get_ipython"] = lambda: magics
        self.peer: Any = None  # a Peer, once there is a worker
        self.beside = Beside(self)
        self.classes: dict[Any, Any] = {}
        self.objects: dict[int, Remote] = {}
        self.trusted: dict[
            str, Any
        ] = {}  # where it comes from → what the source imports: the learner's is the same, and ours is used
        self.answered: set[str] = set()  # names that the answers' imports bind in the source
        self.lent: dict[int, Any] = {}
        self.lent_numbers: dict[int, int] = {}
        self.numbers = itertools.count()
        self.item, self.fault = "", ""
        self.changed = 0
        self.strangers: set[str] = (
            set()
        )  # types of objects that a test tried to hand over and that are no plain data
        self.own: set[str] = set()  # names that tests have bound since the learner's cells last did
        self.inside = 0  # how many functions of the reference are at work for a learner's code
        self.calls, self.most_calls = 0, calls
        self.watched = ""  # the function whose calls are sketched, to recognize a known mistake
        self.calls_seen: list[
            Callable[[Counter[str]], tuple[str, Any]]
        ] = []  # each gives a call's key and outcome

    # -- the conversation

    def talk_to(self, peer: Peer) -> None:
        """From now on, questions go to this worker. Objects of an earlier one are lost."""
        self.peer = peer
        self.objects, self.classes = {}, {}
        self.beside.reset()

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

    # -- cells

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
            self.trusted |= {origin: value for value in names.values() if (origin := origin_of(value))}
            self.answered |= names.keys() - self.names.keys()
        self.run_given(source)

    def _place_library(self) -> None:
        """The course's own drawing functions work on the learner's side."""
        for name in LIBRARY:
            if getattr(self.names.get(name), "__module__", "") == "log2attn.learn.figure":
                self.names[name] = self._in_the_library(name)

    def _in_the_library(self, name: str) -> Callable:
        return lambda *args, **kwargs: self.ask("lib", name, args, kwargs)

    def cell_ran(self, source: str) -> None:
        """One of the notebook's own cells ran: what it binds is no longer what a test bound."""
        self.own -= names_of(source).binds

    @contextmanager
    def watching(self, label: str, args: tuple, kwargs: dict) -> Iterator[Callable[[Any], None]]:
        """Note a call of the watched function as ``check`` does in a notebook (learn/watch.py)."""
        if not self.watched or label.removesuffix("()") != self.watched or len(self.calls_seen) >= WATCHED:
            yield lambda _value: None
            return
        given = [_kept(arg) for arg in args]
        named = {name: _kept(arg) for name, arg in kwargs.items()}
        changes = [_changes(arg) for arg in args]
        outcome: list[Callable[[], Any]] = []

        def said(made: Counter[str]) -> tuple[str, Any]:
            sketches = [was() for was in given], {name: was() for name, was in named.items()}
            return call_key(*sketches, returned=label.endswith("()"), made=made), outcome[0]()

        self.calls_seen.append(said)
        came: list[Any] = []
        try:
            yield came.append
        except BaseException as error:
            name, message = type(error).__name__, message_of(error)
            outcome.append(lambda: ["raised", name, message])
            raise
        changed = [[i, now] for i, change in enumerate(changes) if (now := change()) is not None]
        result = _kept(came[0])
        outcome.append(lambda: ["gave", result(), changed] if changed else ["gave", result()])

    def _behavior(self, passed: bool) -> dict[str, Any]:
        """A behavior (learn/behavior.py) as far as it can be seen from here: the calls until the test failed."""
        made: Counter[str] = Counter()
        calls = [] if passed else [said(made) for said in self.calls_seen]
        stop = calls[-1][0] if calls else ""
        return {"passed": passed, "stop": stop, "calls": dict(calls), "looks": {}}

    def run_test(self, item: str, source: str, seconds: float, watched: str = "") -> Outcome:
        """One test cell; never raises. ``watched`` names the function whose behavior the outcome tells of."""
        self.watched, self.calls_seen = watched, []
        self.item, self.fault, self.changed, self.calls = item, "", 0, 0
        self.peer.line.until = time.monotonic() + seconds
        said = io.StringIO()
        outcome = Outcome(passed=False)
        try:
            with (
                redirect_stdout(said),
                warnings.catch_warnings(),
                alarm(seconds + 0.5, TestTimeout, again=1.0),
                self.beside.test(source),
            ):
                warnings.simplefilter("default")
                warnings.showwarning = lambda *_a, **_k: None
                self._bind(source)
                value = self._run(source)
            outcome.passed = True
            outcome.credit = credit_of(value)
        except BaseException as error:
            outcome = self._explained(error, source)
        self.peer.line.until = None
        if self.fault:
            outcome.passed = False
            outcome.error, outcome.message = outcome.error or "NotPlainError", self._fault_in_words(seconds)
            outcome.ours = self.fault in ("slow", "dead")
            outcome.dead = self.fault in ("slow", "dead") or outcome.error in (
                "WireError",
                "LineDead",
                "TestTimeout",
            )
        if watched:
            outcome.behavior = self._behavior(outcome.passed)
        outcome.printed, outcome.changed = said.getvalue()[:PRINTED], bool(self.changed)
        return outcome

    def _bind(self, source: str) -> None:
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
        answers = self.ask("names", wanted)
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

    def _run(self, source: str) -> Any:
        tree = ast.parse(as_python(source), TEST)
        tail = tree.body[-1] if tree.body and not source.rstrip().endswith(";") else None
        if isinstance(tail, ast.Expr):
            tree.body.pop()
        shared = _Shared(self)
        exec(compile(tree, TEST, "exec"), self.names, shared)
        self._place_library()
        return (
            eval(compile(ast.Expression(tail.value), TEST, "eval"), self.names, shared)  # noqa: S307  (a test of the course's own)
            if isinstance(tail, ast.Expr)
            else None
        )

    def _explained(self, error: BaseException, source: str) -> Outcome:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == TEST]
        line = frames[-1].lineno or 0 if frames else 0
        text = source.splitlines()[line - 1].strip() if 0 < line <= len(source.splitlines()) else ""
        kind = type(error).__name__
        said = str(error)[:2000] if not isinstance(error, LineDead) else ""
        detail = f"line {line}: {text}\n{kind}: {said}" if line else f"{kind}: {said}"
        if isinstance(error, TestTimeout):
            self.fault = self.fault or "slow"
        if isinstance(error, Stopped):
            said = f"Your code left by {said}."
        return Outcome(passed=False, error=kind, message=said, line=line, detail=detail)

    def _fault_in_words(self, seconds: float) -> str:
        if self.fault == "slow":
            return f"This took longer than {seconds:.0f} s and was stopped. Does a loop in it end?"
        if self.fault == "dead":
            return "The process that ran your code ended before it answered (out of memory, a crash, or os._exit)."
        return f"What your code returned cannot be marked: {self.fault}."


def credit_of(value: Any) -> float | None:
    """The points that a test's last value gives: of any real number, whatever its type; not a number is 0 points.

    None for a value that is no number. A truth value is none: stock nbgrader, which reads what is shown, does not take it for one.
    """
    if isinstance(value, np.ndarray) and value.ndim == 0:
        value = value[()]
    if isinstance(value, bool | np.bool_) or not isinstance(value, numbers.Real | Decimal):
        return None
    try:
        credit = float(value)
    except (ValueError, OverflowError, TypeError):
        return None
    return 0.0 if math.isnan(credit) else credit


def _kept(value: Any) -> Callable[[], Any]:
    """What gives, later, the sketch of a value as it is now. Sketches cost more than calls: of most values a copy is enough meanwhile."""
    if type(value) is np.ndarray and value.dtype.kind != "O":
        value = value.copy()
    elif type(value) not in UNCHANGING and not isinstance(value, np.generic):
        said = sketch(value)
        return lambda: said
    return lambda: sketch(value)


def _changes(value: Any) -> Callable[[], Any]:
    """What gives, later, the value's sketch if it is another one than now, else None."""
    if type(value) in UNCHANGING or isinstance(value, np.generic):
        return lambda: None
    content = (
        (value.shape, value.tobytes()) if type(value) is np.ndarray and value.dtype.kind != "O" else None
    )
    was = _kept(value)

    def now() -> Any:
        if content is not None and content == (value.shape, value.tobytes()):
            return None
        return None if alike(said := sketch(value), was()) else said

    return now
