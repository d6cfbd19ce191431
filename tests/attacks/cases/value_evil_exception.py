"""A function raises an exception whose text never ends, raises, or is 100 MB long."""

from course import MAX, worth

KIND, GROUP = "hostile", "value"
DESERVED = MAX - worth("softmax", "to_base", "pick")
LEAST = DESERVED


def apply(s):
    s.right()
    s.before("""
class Endless(Exception):
    def __str__(self):
        while True:
            pass
    __repr__ = __str__

class Worse(Exception):
    def __str__(self):
        raise self
    __repr__ = __str__
    __class__ = property(lambda self: 1 / 0)
""")
    s.body("softmax", "raise Worse")
    s.body("to_base", "raise ValueError('x' * 100_000_000)")
    s.body("pick", "raise Endless")
