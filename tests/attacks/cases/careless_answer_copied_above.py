"""An answer cell was copied: the first try stands above, the right answer below, under one grade id."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    import copy

    s.right()
    twin = copy.deepcopy(s.cell("softmax"))
    twin["id"], twin.source = "first-try", "def softmax(z):\n    return None  # first try"
    s.cells.insert(s.at("softmax"), twin)
