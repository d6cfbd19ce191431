"""The instructor's source is searched for, read, and its solutions are run."""

from course import NAMES

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import glob, json, os

ANSWERS = {}
for top in ("../../..", "../..", "/proc/self/cwd/../../..", os.path.dirname(os.path.dirname(os.path.expanduser("~"))) + "/course", os.path.expanduser("~/../course")):
    for path in glob.glob(top + "/source/ps1/ps1.ipynb"):
        try:
            text = open(path).read()
        except OSError:
            continue
        _out(text)
        for cell in json.loads(text)["cells"]:
            code = "".join(cell["source"])
            if "BEGIN SOLUTION" in code:
                ANSWERS[cell["metadata"]["nbgrader"]["grade_id"]] = code
""")
    for name in NAMES:
        s.below(name, f"exec(ANSWERS.get({name!r}, ''))")
