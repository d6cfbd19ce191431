"""The answer stands in a new cell below; the stub was left as it was."""

from course import MAX, RIGHT

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    untouched = s.cell("scaler").source
    s.right()
    s.cell("scaler").source = untouched
    s.below("scaler", RIGHT["scaler"])
