"""Helpers in cells of the learner's own, a class, a decorator, a generator and a cache."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.below(
        "to_base",
        "import functools\n\ndef traced(f):\n    @functools.wraps(f)\n    def inner(*a, **k):\n        return f(*a, **k)\n    return inner\n\nto_base = traced(functools.lru_cache(to_base))",
    )
    s.above(
        "find_root",
        "class Halving:\n    def __init__(self, f):\n        self.f = f\n    def __call__(self, low, high):\n        sign = self.f(low) < 0\n        for _ in range(80):\n            middle = (low + high) / 2\n            low, high = (middle, high) if (self.f(middle) < 0) == sign else (low, middle)\n        return low",
    )
    s.cell("find_root").source = "def find_root(f, low, high):\n    return Halving(f)(low, high)"
    s.cell(
        "first_over"
    ).source = "def first_over(numbers, bound):\n    return next((n for n in numbers if n > bound), None)"
