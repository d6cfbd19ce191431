"""A kernel called python3 is installed in the home folder, which the next learner's notebook would run in."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import json, os
folder = os.path.expanduser("~/.local/share/jupyter/kernels/python3")
os.makedirs(folder, exist_ok=True)
json.dump({"argv": ["/bin/false", "{connection_file}"], "display_name": "Python 3", "language": "python"}, open(folder + "/kernel.json", "w"))
""")
