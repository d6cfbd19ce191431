"""One function leaves traps in numpy that turn the other functions' arguments into liars."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
real = np.asarray, np.array

class Soft(np.ndarray):
    def __array_function__(self, f, types, a, k):
        return True

def soft(*a, **k):
    return real[1](*a, **k).view(Soft)

np.asarray = np.array = np.zeros = np.ones = soft
""")
    s.body("softmax", "return np.array([0.0, 0.0])")
    s.body("center", "rows[:] = 7.0\nnp.array_repr = np.copyto = None")
