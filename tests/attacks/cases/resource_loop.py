"""A function loops for ever."""

from course import MAX, worth

KIND, GROUP = "hostile", "resource"
DESERVED = MAX - worth("to_base")
LEAST = DESERVED


def apply(s):
    s.right()
    s.body("to_base", "while True:\n    pass")
