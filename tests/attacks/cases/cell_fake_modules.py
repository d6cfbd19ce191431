"""sys.modules holds stand-ins for numpy, math and itertools that agree with everything."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
import sys, types

class Liar(types.ModuleType):
    def __init__(self, real):
        super().__init__(real.__name__)
        self.__dict__.update(real.__dict__)
        self.isclose = self.allclose = self.array_equal = lambda *a, **k: True

for name in ("numpy", "math", "itertools", "numpy.testing"):
    real = __import__(name)
    sys.modules[name] = Liar(sys.modules[name])
    globals()[name.split(".")[-1]] = sys.modules[name]
np = sys.modules["numpy"]
""")
