"""A function ends the process with exit code 0."""

from course import MAX, worth

KIND, GROUP = "hostile", "resource"
DESERVED = MAX - worth("to_base")
LEAST = DESERVED


def apply(s):
    s.right()
    s.body("to_base", "import os\nos._exit(0)")
