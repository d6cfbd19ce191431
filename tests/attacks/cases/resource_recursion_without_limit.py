"""The limit on recursion is lifted, and the stack runs over."""

from course import MAX, worth

KIND, GROUP = "hostile", "resource"
DESERVED = MAX - worth("to_base")
LEAST = DESERVED


def apply(s):
    s.right()
    s.body(
        "to_base",
        "import sys\nsys.setrecursionlimit(10**9)\nclass Deep:\n    def __getattr__(self, name):\n        return [repr(getattr(self, name + 'x'))]\nx = []\nfor _ in range(10**6):\n    x = [x]\nreturn repr(x) + Deep().a",
    )
