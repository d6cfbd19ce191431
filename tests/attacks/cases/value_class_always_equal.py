"""The learner's class is equal to everything, has every attribute and does everything it is asked."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.cell("Dual").source = """class Dual:
    def __init__(self, *a):
        pass
    def __getattr__(self, name):
        return self
    def __call__(self, *a, **k):
        return self
    def __eq__(self, other):
        return True
    def __float__(self):
        return 0.5
    __add__ = __mul__ = __radd__ = __rmul__ = __sub__ = __call__
    __hash__ = None"""
