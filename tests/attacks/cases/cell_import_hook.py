"""An import hook serves a numpy of the learner's whenever a test imports one afresh."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
import sys, importlib.abc, importlib.machinery

class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path=None, target=None):
        return importlib.machinery.ModuleSpec(name, self)
    def create_module(self, spec):
        return None
    def exec_module(self, module):
        module.__getattr__ = lambda name: (lambda *a, **k: True)

sys.meta_path.insert(0, Finder())
for name in [n for n in sys.modules if n.split(".")[0] in ("numpy", "itertools", "math")]:
    del sys.modules[name]
""")
