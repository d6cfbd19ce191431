"""The attributes of the learner's class equal everything they are compared with."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.cell("Dual").source = """class Yes(float):
    def __eq__(self, other):
        return True
    __hash__ = float.__hash__

class Dual:
    def __init__(self, *a):
        self.value = self.slope = Yes(-7.0)
    __add__ = __mul__ = __radd__ = __rmul__ = lambda self, other: self
    sin = lambda self: self"""
