"""An answer cell was split in two, both halves under one grade id."""

from course import MAX, RIGHT

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    import copy

    s.right()
    twin = copy.deepcopy(s.cell("to_base"))
    s.cell("to_base").source = 'DIGITS = "0123456789abcdef"'
    twin["id"] = "half"
    twin.source = RIGHT["to_base"].replace('"0123456789abcdef"', "DIGITS")
    s.cells.insert(s.at("to_base") + 1, twin)
