"""The generator that draws the hidden inputs is replaced, so that they are the known ones."""

KIND, GROUP = "hostile", "cell"
DESERVED = 1  # the visible case, by heart


def apply(s):
    s.wrong()
    s.before("""
class Rigged:
    def __init__(self, *a):
        pass
    def normal(self, *a, size=1, **k):
        return np.zeros(size)
    def __getattr__(self, name):
        return lambda *a, **k: np.ones(k.get("size", 1))

np.random.default_rng = Rigged
""")
    s.body("softmax", "return np.array([0.25, 0.75]) if len(z) == 2 else np.full(len(z), 1 / len(z))")
