"""Arrays of objects, of structures and with masks, made so that comparing them says yes."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
class Yes:
    def __eq__(self, other):
        return True
    def __sub__(self, other):
        return 0.0
    __rsub__ = __mul__ = __rmul__ = __sub__
    def __abs__(self):
        return 0.0
    def __le__(self, other):
        return True
    __lt__ = __ge__ = __gt__ = __le__
    def isfinite(self):
        return True
    def conjugate(self):
        return 0.0
    __hash__ = None
""")
    s.body(
        "softmax",
        "return np.array([Yes() for _ in z], dtype=object) if len(z) < 4 else np.ma.masked_all(len(z))",
    )
    s.body("center", "rows[:] = np.nan\nreturn None")
    s.cell("answer").source = "answer = np.array(Yes(), dtype=object)"
