"""Where a value is wanted, a generator that never ends is returned."""

from course import MAX, worth

KIND, GROUP = "hostile", "value"
DESERVED = MAX - worth("softmax", "to_base", "first_over")
LEAST = DESERVED


def apply(s):
    s.right()
    s.before("import itertools")
    s.body("softmax", "return itertools.repeat(0.5)")
    s.body("to_base", "while True:\n    yield '1'")
    s.body(
        "first_over",
        "class Long:\n    def __len__(self):\n        return 1 << 40\n    def __getitem__(self, k):\n        return 0\n    def __iter__(self):\n        return itertools.count()\nreturn Long()",
    )
