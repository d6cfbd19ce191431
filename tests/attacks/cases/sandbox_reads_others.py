"""Another learner's notebook is searched for, read, and its answers are run."""

from course import NAMES

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import glob, json, os
ANSWERS = []
for pattern in ("../../../submitted/*/ps1/ps1.ipynb", "../../*/ps1/ps1.ipynb", "../../../autograded/*/ps1/ps1.ipynb", os.path.expanduser("~/../course/submitted/*/ps1/ps1.ipynb")):
    for path in glob.glob(pattern):
        try:
            text = open(path).read()
        except OSError:
            continue
        if "CANARY-" + "OTHER" in text and "glob.glob" not in text:
            _out(text)
            ANSWERS = ["".join(cell["source"]) for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
""")
    for name in NAMES:
        s.below(
            name,
            f"for code in ANSWERS:\n    if code.startswith(('def {name}(', 'class {name}:', '{name} =')):\n        exec(code)",
        )
