"""An object's __array__ and __float__ give whatever the frames above expect at the moment they are asked."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
import sys

def wanted(default):
    frame = sys._getframe(2)
    while frame:
        if "want" in frame.f_globals:
            return frame.f_globals["want"]
        frame = frame.f_back
    return default

class Lazy:
    def __init__(self, n):
        self.shape = (n,)
    def __array__(self, *a, **k):
        return np.asarray(wanted([0.0] * self.shape[0]), dtype=float)
    def __len__(self):
        return self.shape[0]
    def __getitem__(self, k):
        return wanted([0.0] * self.shape[0])[k]
""")
    s.body("softmax", "return Lazy(len(z))")
