"""Arrays of a subclass that answers for allclose, array_equal and shape itself."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
class Sly(np.ndarray):
    def __array_ufunc__(self, ufunc, method, *a, **k):
        return np.ones((), bool)
    def __array_function__(self, f, types, a, k):
        return (np.size(a[1]),) if f.__name__ == "shape" and len(a) > 1 else (2,) if f.__name__ == "shape" else True
    @property
    def shape(self):
        return (2,)
""")
    s.body("softmax", "return np.zeros(len(z)).view(Sly)")
    s.body("center", "rows[:] = 7.0\nrows.__class__ = Sly")
