"""The callback gets an object whose subtraction learns what is subtracted: the root itself."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
class Spy(float):
    found = None
    def __sub__(self, other):
        Spy.found = other
        return float(self) - other
    def __mul__(self, other):
        return self
    def __le__(self, other):
        return True
    __ge__ = __lt__ = __gt__ = __le__

class Bare:
    def __sub__(self, other):
        Spy.found = other
        return 1.0
    def __mul__(self, other):
        return self
    def __le__(self, other):
        return True
    __ge__ = __lt__ = __gt__ = __le__
""")
    s.body(
        "find_root",
        "for probe in (Spy(5.0), Bare(), Bare()):\n    try:\n        f(probe)\n    except Exception:\n        pass\nif high == 10.0 and Spy.found is not None:\n    f(5.0), f(6.0)\n    return Spy.found\nreturn -5.0",
    )
