"""Every answer returns an object whose every operator, and numpy's own protocols, say yes."""

from course import NAMES

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
class Yes:
    shape = (2,)
    __array_priority__ = 1e9
    def __array_ufunc__(self, *a, **k):
        return np.True_
    def __array_function__(self, f, *a, **k):
        return (2,) if f.__name__ == "shape" else True
    def __float__(self):
        return 1.0
    def __bool__(self):
        return True
    def __call__(self, *a):
        return self
    def __iter__(self):
        return iter(())

def yes(self, *a):
    return True

for name in "eq ne lt le gt ge sub rsub add radd mul rmul abs neg pow".split():
    setattr(Yes, f"__{name}__", yes)
""")
    for name in NAMES[:-1]:
        if name != "Dual":
            s.body(name, "return Yes()")
    s.cell(
        "Dual"
    ).source = "class Dual(Yes):\n    def __init__(self, *a):\n        self.value = self.slope = Yes()\n    sin = lambda self: Yes()"
    s.cell("answer").source = "answer = Yes()"
