"""ctypes overwrites numpy's False and the small integers, so that comparisons come out true."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
import ctypes
ctypes.memset(id(np.False_) + 16, 1, 1)
""")
