"""The learner's own class replaces the worker's handle for a borrowed function, and hands back others."""

KIND, GROUP = "hostile", "protocol"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
import gc

def swap(f):
    kind = type(f)
    for number in range(-5, 50):
        try:
            kind(getattr(f, "_ask"), number)(1.0)
        except BaseException:
            pass
    try:
        kind.__call__ = lambda self, *a: 0.0
        object.__setattr__(f, "_number", 0)
    except Exception:
        pass
    return f
""")
    s.body("find_root", "return swap(f)")
    s.body("first_over", "return swap(numbers)")
