"""Named tuples with fields called __class__, _replace and _fields, and thousands of their types."""

KIND, GROUP = "hostile", "protocol"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
def odd(n=0):
    kind = type(f"T{n}", (tuple,), {"_fields": ("__class__", "_fields", "__eq__", "def"), "_replace": None, "__eq__": lambda a, b: True, "__hash__": None})
    return kind((1, 2, 3, 4))
""")
    s.body("to_base", "return odd()")
    s.body("pick", "return [odd(k) for k in range(20_000)]")
    s.body("first_over", "class N(tuple):\n    _fields = ()\n    __slots__ = ()\nreturn N((3,))")
