"""An object learns the expected value from the other side of the comparison, and becomes it."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
class Mirror:
    def __init__(self):
        self.seen = 0.0
    def __eq__(self, other):
        self.seen = other
        _out("operand " + repr(other))
        return self.seen == other
    def __sub__(self, other):
        self.seen = other
        return self.seen - other
    def __rsub__(self, other):
        return other - other
    def __float__(self):
        return float(self.seen)
    def __array_ufunc__(self, ufunc, method, *a, **k):
        other = next(x for x in a if x is not self)
        return getattr(ufunc, method)(*[other if x is self else x for x in a], **k)
    def __array_function__(self, f, types, a, k):
        other = next(x for x in a if x is not self)
        return f(*[other if x is self else x for x in a], **k)
    __hash__ = None
""")
    s.body("softmax", "m = Mirror()\nm.shape = np.shape(z)\nreturn m")
    for name in ("to_base", "find_root", "first_over", "pick"):
        s.body(name, "return Mirror()" if name != "find_root" else "f(low), f(high)\nreturn Mirror()")
    s.body("scaler", "return lambda x: Mirror()")
    s.cell(
        "Dual"
    ).source = "class Dual:\n    def __init__(self, *a):\n        self.value, self.slope = Mirror(), Mirror()\n    __add__ = __mul__ = __radd__ = __rmul__ = lambda self, other: self\n    sin = lambda self: self"
    s.cell("answer").source = "answer = Mirror()"
