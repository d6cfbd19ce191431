"""How far a class is: which of the methods that the learner writes work, which do not yet, and which wait for another."""

from __future__ import annotations

from log2attn.learn.shipped import ShippedExercise
from log2attn.learn.trial import Trial

TYPED = {
    "__add__": "a + b",
    "__radd__": "2 + a",
    "__sub__": "a - b",
    "__rsub__": "2 - a",
    "__mul__": "a * b",
    "__rmul__": "2 * a",
    "__truediv__": "a / b",
    "__rtruediv__": "2 / a",
    "__pow__": "a ** n",
    "__matmul__": "a @ b",
    "__neg__": "-a",
    "__getitem__": "a[i]",
    "__len__": "len(a)",
    "__iter__": "for … in a",
    "__call__": "a(…)",
    "__eq__": "a == b",
    "__lt__": "a < b",
}


def as_typed(method: str) -> str:
    """ "__add__ (a + b)": the method, and how one calls it."""
    return f"{method} ({TYPED[method]})" if method in TYPED else method


def standing(wanted: ShippedExercise, trials: list[Trial]) -> dict[str, str]:
    """Method → "works", "wrong", "untouched" (its own stub raised NotImplementedError) or "waits" (for one it calls)."""
    calls = [call for trial in trials for call in trial.watch.calls]
    raised = {c.label for c in calls if c.outcome[:2] == ["raised", "NotImplementedError"]}
    uses = {
        label: set().union(*(c.uses for c in calls if c.label == label)) for label in {c.label for c in calls}
    }
    untouched = {m for m in raised if not uses[m] & raised - {m}}
    out = {}
    for method in wanted.methods:
        bad = method in raised or not _held(method, trials)
        if method in untouched:
            out[method] = "untouched"
        elif bad and uses.get(method, set()) & set(wanted.methods) - {method}:
            out[method] = "leans"
        else:
            out[method] = "wrong" if bad else "works"
    for method, state in out.items():
        if state == "leans":
            below = uses[method] & set(wanted.methods) - {method}
            out[method] = "waits" if any(out[m] != "works" for m in below) else "wrong"
    return out


def _held(method: str, trials: list[Trial]) -> bool:
    """Whether every assert about this method alone held; if there is none, every assert that it had a part in."""
    looks = [look for trial in trials for look in trial.watch.looks]
    alone = [look for look in looks if look.labels - {"__init__", ""} == {method}]
    return all(look.held for look in alone or [look for look in looks if method in look.labels])
