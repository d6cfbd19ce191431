"""A function prints 150 MB."""

from course import MAX, worth

KIND, GROUP = "hostile", "resource"
DESERVED = MAX - worth("to_base")
LEAST = DESERVED


def apply(s):
    s.right()
    s.body("to_base", "for _ in range(150):\n    print('x' * 1_000_000)\nreturn '?'")
