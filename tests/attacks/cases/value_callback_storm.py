"""The function asks the test's callback for ever."""

from course import MAX, worth

KIND, GROUP = "hostile", "value"
DESERVED = MAX - worth("find_root")
LEAST = DESERVED


def apply(s):
    s.right()
    s.body("find_root", "while True:\n    f(low)")
