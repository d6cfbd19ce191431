"""The notebook lies in a folder within the folder."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX
QUEUE = True


def apply(s):
    s.right()
    s.filename = "homework/ps1.ipynb"
