"""The file is called "ps1 (1).ipynb", as browsers name a second download."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX
QUEUE = True


def apply(s):
    s.right()
    s.filename = "ps1 (1).ipynb"
