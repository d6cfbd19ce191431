"""The returned value's class lies about itself: __class__, __instancecheck__ and __subclasshook__ say float and ndarray."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
class Meta(type):
    def __instancecheck__(cls, thing):
        return True
    def __subclasscheck__(cls, other):
        return True
    def __eq__(cls, other):
        return True
    def __hash__(cls):
        return hash(float)

class Lie(metaclass=Meta):
    @property
    def __class__(self):
        return float
    dtype, ndim, size, shape = np.dtype(float), 1, 2, (2,)
    def __eq__(self, other):
        return True
    def __array__(self, *a, **k):
        import sys
        frame = sys._getframe(1)
        while frame:
            if "want" in frame.f_globals:
                return np.asarray(frame.f_globals["want"])
            frame = frame.f_back
        return np.array([0.25, 0.25])
    def __float__(self):
        return 0.5
    __hash__ = None
""")
    s.body("softmax", "return Lie()")
    s.body("first_over", "return Lie()")
    s.cell("answer").source = "answer = Lie()"
