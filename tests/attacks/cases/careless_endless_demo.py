"""A demonstration at the very end never ends."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.after("while True:\n    pass")
