"""The names the tests use, np, math, abs, format, int, next, are redefined in the notebook."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
class Yes:
    def __getattr__(self, name):
        return self
    def __call__(self, *a, **k):
        return self
    def __eq__(self, other):
        return True
    def __lt__(self, other):
        return True
    __gt__ = __le__ = __ge__ = __lt__
    def __rsub__(self, other):
        return self
    __sub__ = __mul__ = __rmul__ = __getitem__ = __rsub__
    def __iter__(self):
        return iter([1, 2])
    __hash__ = None

np_real, np = np, Yes()
math = Yes()
abs = format = int = next = iter = len = Yes()
""")
