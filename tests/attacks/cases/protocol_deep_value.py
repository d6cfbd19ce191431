"""The answers are lists in lists and dicts in dicts, a hundred thousand deep."""

from course import MAX, worth

KIND, GROUP = "hostile", "protocol"
DESERVED = MAX - worth("to_base", "pick")
LEAST = DESERVED


def apply(s):
    s.right()
    s.body("to_base", "x = []\nfor _ in range(100_000):\n    x = [x]\nreturn x")
    s.body("pick", "x = {}\nfor _ in range(100_000):\n    x = {'a': (x,)}\nreturn x")
