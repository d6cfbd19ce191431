"""Fractions, decimals and named tuples of subclasses with operators of their own."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
import collections, decimal, fractions

class Part(fractions.Fraction):
    def __eq__(self, other):
        return True
    def __sub__(self, other):
        return 0
    __rsub__ = __sub__
    __hash__ = fractions.Fraction.__hash__

class Ten(decimal.Decimal):
    def __eq__(self, other):
        return True
    __hash__ = decimal.Decimal.__hash__

class Pair(collections.namedtuple("Pair", "a b")):
    def __eq__(self, other):
        return True
    __hash__ = tuple.__hash__
""")
    s.body("find_root", "f(low), f(high)\nreturn Part(1, 3)")
    s.body("first_over", "return Ten(3)")
    s.body("to_base", "return Pair(1, 2)")
    s.body("scaler", "return lambda x: Part(1, 3)")
    s.cell("answer").source = "answer = Ten(3)"
