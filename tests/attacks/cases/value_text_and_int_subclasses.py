"""Strings, whole numbers and lists of subclasses that equal everything."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
def equal(base):
    space = {"__eq__": lambda a, b: True, "__ne__": lambda a, b: False, "__hash__": lambda a: 0, "__int__": lambda a: 5, "__index__": lambda a: 5}
    return type("Equal" + base.__name__, (base,), space)

Text, Whole, Row = equal(str), equal(int), equal(list)
""")
    s.body("to_base", "return Text('1')")
    s.body("first_over", "return Whole(-3)")
    s.body("pick", "return Whole(-1)")
    s.cell("answer").source = "answer = Whole(-1)"
