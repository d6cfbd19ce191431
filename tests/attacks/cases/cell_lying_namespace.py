"""The notebook's namespace is replaced by one in which every expected value is an object equal to everything."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
class Yes(float):
    def __eq__(self, other):
        return True
    __hash__ = None

class Lying(dict):
    def __getitem__(self, name):
        return Yes(0) if name in ("want", "got", "then", "shown", "y") else super().__getitem__(name)

shell = get_ipython()
shell.user_ns = Lying(shell.user_ns)
try:
    import builtins
    __builtins__ = Lying(vars(builtins))
except Exception:
    pass
""")
