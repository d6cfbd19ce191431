"""Another editor stripped nbgrader's data from all cells."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    for cell in s.cells:
        cell.metadata.pop("nbgrader", None)
