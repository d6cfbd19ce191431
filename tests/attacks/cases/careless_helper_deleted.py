"""The given helper was deleted."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.cells.remove(s.cell("helper"))
