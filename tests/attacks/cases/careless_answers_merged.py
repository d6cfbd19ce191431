"""Two answers were written into one cell, the other cell deleted."""

from course import MAX, RIGHT

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.cell("softmax").source = RIGHT["softmax"] + "\n\n" + RIGHT["to_base"]
    s.cells.remove(s.cell("to_base"))
