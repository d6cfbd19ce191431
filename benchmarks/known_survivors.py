"""Wrong answers that published courses' own tests let through, in our words, against our checks.

    python benchmarks/known_survivors.py

Measured elsewhere on small changes of reference solutions: Deep-ML's tests notice 77.8 % of 1,995, ARENA's 83 % of 54,
DeepLearning.AI's 88.6 % of 140. Among what they let through are the answers below. Prints a table; exits with 1 if one passes here.
"""

import sys
from dataclasses import replace
from pathlib import Path

from log2attn.compiling.answers import read_answers
from log2attn.compiling.lesson import read_lesson
from log2attn.core.layout import Layout
from log2attn.proving.days import WrittenDay, read_course, read_days

HERE = Path(__file__).resolve().parent

# (what passes elsewhere, exercise, the wrong answer in our words)
SURVIVORS = [
    (
        "negation whose backward step lost its minus: tested as −(−x), where two errors cancel",
        "d12-negative_back",
        "def negative_back(g, x):\n    return g",
    ),
    (
        "negation that forgets the upstream gradient: tested with gradients of all ones",
        "d12-negative_back",
        "def negative_back(g, x):\n    return -np.ones_like(x)",
    ),
    (
        "an affine layer that subtracts its bias: tested with b = 0",
        "d12-affine",
        "def affine(X, W, b):\n    return X @ W - b",
    ),
    (
        "a difference whose second gradient lost its minus",
        "d34-Value",
        "class Value(Value):\n    def __sub__(self, other):\n        other = self.lift(other)\n        return Value(self.data - other.data, (self, other), lambda g: (g, g))",
    ),
    (
        "an exponential that forgets the upstream gradient",
        "d34-Value",
        "class Value(Value):\n    def exp(self):\n        out = math.exp(self.data)\n        return Value(out, (self,), lambda g: (out,))",
    ),
    (
        "an exponential that divides by the upstream gradient: the same where it is 1",
        "d34-Value",
        "class Value(Value):\n    def exp(self):\n        out = math.exp(self.data)\n        return Value(out, (self,), lambda g: (out / g,))",
    ),
    (
        "attention scaled by 1/d instead of 1/√d",
        "d58-attention",
        "def attention(Q, K, V):\n    A = softmax(Q @ np.swapaxes(K, -1, -2) / Q.shape[-1], axis=-1)\n    return A @ V, A",
    ),
    (
        "attention without any scale",
        "d58-attention",
        "def attention(Q, K, V):\n    A = softmax(Q @ np.swapaxes(K, -1, -2), axis=-1)\n    return A @ V, A",
    ),
]


def days() -> dict[str, WrittenDay]:
    """Exercise → its day: the course's, and the small lesson beside this file for exercises of days not yet written."""
    layout = Layout.find(HERE)
    course = read_course(layout)
    lesson = read_lesson(HERE / "survivors_lesson.py", replace(course.day(12), status="written"))
    extra = WrittenDay(lesson, read_answers(HERE / "survivors_lesson.answers.py", lesson))
    return {e.id: day for day in [*read_days(layout, course), extra] for e in day.lesson.exercises}


def caught() -> list[tuple[str, str]]:
    """(what passes elsewhere, the check that catches it here; "" if none does)."""
    by = days()
    return [
        (what, by[id].bench.trial(by[id].lesson.exercise(id), answer).caught_by)
        for what, id, answer in SURVIVORS
    ]


if __name__ == "__main__":
    found = caught()
    for what, check in found:
        print(f"{check or 'NOT CAUGHT':8s}  {what}")
    sys.exit(any(not check for _, check in found))
