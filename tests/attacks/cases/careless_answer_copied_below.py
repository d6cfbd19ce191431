"""An answer cell was copied and the copy, just below, filled in; the original is untouched."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    import copy

    untouched = s.cell("softmax").source
    s.right()
    twin = copy.deepcopy(s.cell("softmax"))
    twin["id"] = "copy"
    s.cell("softmax").source = untouched
    s.cells.insert(s.at("softmax") + 1, twin)
