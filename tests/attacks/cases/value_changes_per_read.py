"""An attribute gives another value at each read: first what a check of its type wants, then something that passes."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.cell("Dual").source = """import itertools
reads = itertools.count()

class Late:
    def __eq__(self, other):
        return True
    def __float__(self):
        return 12.0
    __hash__ = None

class Dual:
    def __init__(self, *a):
        pass
    @property
    def value(self):
        return -7.0 if next(reads) % 2 == 0 else Late()
    slope = value
    __add__ = __mul__ = __radd__ = __rmul__ = lambda self, other: self
    sin = lambda self: self"""
