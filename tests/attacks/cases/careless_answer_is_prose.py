"""An answer cell was turned into Markdown; the answer in it is right."""

from course import MAX, worth

KIND, GROUP = "careless", "careless"
DESERVED = MAX
LEAST = MAX - worth("first_over")
QUEUE = True


def apply(s):
    s.right()
    cell = s.cell("first_over")
    cell["cell_type"] = "markdown"
    cell.pop("outputs", None)
    cell.pop("execution_count", None)
