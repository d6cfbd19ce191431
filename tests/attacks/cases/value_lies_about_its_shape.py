"""Right numbers in the wrong shape: an object whose shape says one thing and whose array another."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
class Lie:
    def __init__(self, values, shape):
        self.values, self.shape = values, shape
    def __array__(self, *a, **k):
        return np.asarray(self.values)
""")
    s.body("softmax", "return Lie([[0.25], [0.75]], (2,)) if len(z) == 2 else Lie(0.5, (len(z),))")
