"""The last cell never ends."""

from course import MAX

KIND, GROUP = "hostile", "resource"
DESERVED = MAX
LEAST = DESERVED


def apply(s):
    s.right()
    s.after("import itertools\nfor k in itertools.count():\n    pass")
