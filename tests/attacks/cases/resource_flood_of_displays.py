"""A cell displays five thousand results of 10 kB each."""

from course import MAX

KIND, GROUP = "hostile", "resource"
DESERVED = MAX
LEAST = DESERVED


def apply(s):
    s.right()
    s.after("for k in range(5000):\n    display('x' * 10_000)")
