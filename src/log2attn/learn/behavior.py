"""Behavior: how an answer did on a check, as plain data; and whether an answer behaves as a known mistake does.

Two things count, both of them in the contract: what the check's calls gave (value, exception, arguments changed), and which of
its asserts failed, on which values. Insides count nowhere: of a class, only what the asserts look at, method by method.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from log2attn.learn.sketch import alike
from log2attn.learn.watch import Look, Watch

SEEN = 8  # of each assert, so many failures of a mistake keep what they saw
Calls = dict[str, list[Any]]


def behavior_of(passed: bool, watch: Watch) -> dict[str, Any]:
    """A behavior, as plain data.

    passed  whether the check passed
    stop    the key of the last call before it failed; "" if it passed, and for a class
    calls   key → outcome (learn/watch.py); empty for a class
    looks   line of an assert → [how often it was evaluated, the occasions on which it failed, what those saw,
            for each occasion the methods that had been called (empty for a function)]
    uses    of a class: method → the methods that were called inside it
    """
    calls = {call.key: call.outcome for call in watch.calls if call.key}
    uses: dict[str, list[str]] = {}
    for call in watch.calls:
        if call.uses:
            uses[call.label] = sorted(call.uses.union(uses.get(call.label, [])))
    return {
        "passed": passed,
        "stop": watch.stop,
        "calls": calls,
        "looks": _looks(watch.looks),
        "uses": uses,
    }


def _looks(looks: list[Look]) -> dict[str, list[Any]]:
    out: dict[str, list[Any]] = {}
    for look in looks:
        entry = out.setdefault(str(look.line), [0, [], [], []])
        if not look.held:
            entry[1].append(entry[0])
            entry[2].append(look.seen)
        entry[3].append(sorted(look.labels - {""}))
        entry[0] += 1
    return out


@dataclass(frozen=True)
class Known:
    """How a known mistake behaves on one check, told by where it differs from right answers.

    passed, stop   as in a behavior
    calls          key → outcome, where no right answer has it
    missing        keys of calls that it never makes
    looks          line → [how often evaluated, occasions that count (None: all), those that failed, what the first of those saw]
    right          key → the outcomes of right answers; several where the contract leaves a choice
    of_methods     whether it is a mistake in methods of a class
    """

    passed: bool
    stop: str
    calls: Calls
    missing: list[str]
    looks: dict[str, list[Any]]
    right: Calls = field(default_factory=dict)
    of_methods: bool = False

    @property
    def shows(self) -> bool:
        """Whether it gives a wrong value somewhere; else all it does is raise."""
        values = any(outcome[0] == "gave" for outcome in self.calls.values())
        return values or any(seen and _is_value(seen) for entry in self.looks.values() for seen in entry[3])


def known_of(behavior: dict[str, Any], right: Calls, methods: list[str] | None = None) -> dict[str, Any]:
    """A mistake's behavior as the fields of a Known, plain data, without what it shares with the others.

    methods   of a class: those that the mistake is about
    """
    calls = behavior["calls"]
    wrong = {
        key: _with_changes(outcome, right.get(key, []))
        for key, outcome in calls.items()
        if (key in right or key == behavior["stop"])
        and not any(same_outcome(outcome, r, messages=True) for r in right.get(key, []))
    }
    looks = {}
    told = any(
        outcome[0] == "gave" for outcome in wrong.values()
    )  # then the asserts need not repeat the values
    about = _is_about if methods and _fails(behavior, methods, _is_about) else _involves
    for line, (n, failed, seen, labels) in behavior["looks"].items():
        counts = None if methods is None else [i for i in range(n) if about(labels[i], methods)]
        kept = [(i, s) for i, s in zip(failed, seen, strict=True) if counts is None or i in counts]
        if kept or counts:
            looks[line] = [n, counts, [i for i, _ in kept], [s for _, s in kept[: 0 if told else SEEN]]]
    return {
        "passed": behavior["passed"],
        "stop": behavior["stop"],
        "calls": wrong,
        "missing": [key for key in right if key not in calls],
        "looks": looks,
    }


def _with_changes(outcome: list[Any], right: list[list[Any]]) -> list[Any]:
    """The outcome; where right answers change an argument, it says so if this one leaves all as they are."""
    left_alone = outcome[0] == "gave" and len(outcome) == 2 and any(len(r) == 3 for r in right)
    return [*outcome, []] if left_alone else outcome


def _is_about(labels: list[str], methods: list[str]) -> bool:
    """Whether an assert judges these methods alone; that an object was made first is no matter."""
    called = [label for label in labels if label != "__init__" or label in methods]
    return bool(called) and set(called) <= set(methods)


def _involves(labels: list[str], methods: list[str]) -> bool:
    return bool(set(labels) & set(methods))


def _fails(
    behavior: dict[str, Any], methods: list[str], about: Callable[[list[str], list[str]], bool]
) -> bool:
    return any(
        about(labels[i], methods) for _, failed, _, labels in behavior["looks"].values() for i in failed
    )


def agree(known: Known, mine: dict[str, Any], *, messages: bool) -> bool:
    """Whether an answer does as the mistake does, in everything that both did.

    messages   whether exceptions have to say the same, too
    """
    if not known.of_methods and (known.passed, known.stop) != (mine["passed"], mine["stop"]):
        return False
    return all(_call_agrees(known, key, outcome, messages) for key, outcome in mine["calls"].items()) and all(
        _look_agrees(known, line, entry, messages) for line, entry in mine["looks"].items()
    )


def evidence(known: Known, mine: dict[str, Any], *, raised: bool) -> bool:
    """Whether the mistake and the answer have both gone wrong somewhere: with a value, or (``raised``) with an exception."""
    calls = any(
        key in mine["calls"] and (outcome[0] == "gave" or raised) for key, outcome in known.calls.items()
    )
    looks = any(
        line in mine["looks"] and i in mine["looks"][line][1] and (raised or (seen and _is_value(seen)))
        for line, (_, _, fails, saw) in known.looks.items()
        for i, seen in zip(fails, saw, strict=False)
    )
    return calls or looks


def _call_agrees(known: Known, key: str, outcome: list[Any], messages: bool) -> bool:
    if key in known.calls:
        return same_outcome(outcome, known.calls[key], messages=messages)
    right = known.right.get(key, [])
    if key in known.missing or not right:
        return True
    if len(right) > 1:  # the contract leaves a choice: any value may be right
        return outcome[0] == right[0][0]
    return same_outcome(outcome, right[0], messages=False)


def _look_agrees(known: Known, line: str, mine: list[Any], messages: bool) -> bool:
    if known.of_methods and line not in known.looks:
        return True
    n, counts, fails, saw = known.looks.get(line, [mine[0], None, [], []])
    shared = set(range(min(n, mine[0]))) & set(range(n) if counts is None else counts)
    if shared & set(fails) != shared & set(mine[1]):
        return False
    seen = dict(zip(mine[1], mine[2], strict=True))
    pairs = [(s, seen[i]) for i, s in zip(fails, saw, strict=False) if i in shared and i in seen]
    return all(_same_seen(a, b, messages) for a, b in pairs)


def same_outcome(mine: list[Any], other: list[Any], *, messages: bool) -> bool:
    """Whether a call came out as the ``other`` did. Changed arguments count where the other changes some."""
    if mine[0] != other[0]:
        return False
    if other[0] == "raised":
        return _same_seen(mine, other, messages)
    changed = mine[2] if len(mine) == 3 else []
    return alike(mine[1], other[1]) and (len(other) == 2 or alike(changed, other[2]))


def _same_seen(a: list[Any], b: list[Any], messages: bool) -> bool:
    if _is_value(a) != _is_value(b):
        return False
    return alike(a, b) if _is_value(a) else a[1] == b[1] and (a[2] == b[2] or not messages)


def _is_value(seen: list[Any]) -> bool:
    return not seen or seen[0] != "raised"
