"""All cells have one and the same cell id."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    for cell in s.cells:
        cell["id"] = "same"
