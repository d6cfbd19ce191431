"""Caches that the next process reads are poisoned: matplotlib's settings and fonts, Python's compiled files, __pycache__."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import glob, os, sys
targets = ["~/.config/matplotlib/matplotlibrc", "~/.matplotlib/matplotlibrc", "~/.cache/matplotlib/fontlist-v390.json", os.environ.get("MPLCONFIGDIR", "~/.config/matplotlib") + "/matplotlibrc", "matplotlibrc", "/tmp/matplotlibrc"]
for path in targets:
    try:
        path = os.path.expanduser(path)
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        open(path, "w").write("backend: no_such_backend\\nlines.linewidth: x\\n")
    except OSError:
        pass
    if path.startswith("/") and path != "/tmp/matplotlibrc":
        _mark(path)
for path in glob.glob(os.path.dirname(np.__file__) + "/__pycache__/*.pyc")[:5] + glob.glob(os.path.dirname(os.__file__) + "/__pycache__/random*.pyc"):
    try:
        open(path, "wb").write(b"spoilt")
    except OSError:
        pass
""")
