"""Floats of a subclass whose differences are nought and whose comparisons hold."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
class Near(float):
    def __sub__(self, other):
        return 0.0
    __rsub__ = __sub__
    def __eq__(self, other):
        return True
    def __lt__(self, other):
        return True
    __le__ = __gt__ = __ge__ = __lt__
    def __abs__(self):
        return 0.0
    __hash__ = float.__hash__
""")
    s.body("find_root", "f(low), f(high)\nreturn Near(-5.0)")
    s.body("scaler", "return lambda x: Near(-9.0)")
    s.cell(
        "Dual"
    ).source = "class Dual:\n    def __init__(self, *a):\n        self.value = self.slope = Near(-7.0)\n    __add__ = __mul__ = __rmul__ = lambda self, other: self\n    sin = lambda self: self"
