"""A test cell was dragged above its exercise."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    cell = s.cell("visible-pick")
    s.cells.remove(cell)
    s.cells.insert(s.at("pick"), cell)
