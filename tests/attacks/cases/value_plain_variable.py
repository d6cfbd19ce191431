"""The variable a test reads is an object that claims to be an int and equals every number."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.cell("answer").source = """class Any:
    __class__ = int
    def __eq__(self, other):
        return True
    __hash__ = None

answer = Any()"""
