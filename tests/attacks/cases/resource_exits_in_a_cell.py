"""A cell at the top ends the process."""

from course import MAX

KIND, GROUP = "hostile", "resource"
DESERVED = MAX


def apply(s):
    s.right()
    s.before("import os\nos._exit(0)")
