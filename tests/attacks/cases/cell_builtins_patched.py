"""The built-in functions the tests use are replaced for the whole process."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
import builtins

class Yes(float):
    def __eq__(self, other):
        return True
    def __lt__(self, other):
        return True
    __le__ = __gt__ = __ge__ = __lt__
    __hash__ = float.__hash__

for name in ("abs", "format", "int", "float", "next", "len", "all"):
    setattr(builtins, name, lambda *a, **k: Yes(1.0))
""")
