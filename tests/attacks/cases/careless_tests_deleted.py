"""All test cells were deleted by accident."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    tests = s.tests()
    s.notebook.cells = [cell for cell in s.cells if cell not in tests]
