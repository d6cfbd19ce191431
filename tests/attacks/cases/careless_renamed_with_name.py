"""The file is called "Copy of ps1 Smith.ipynb"."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX
QUEUE = True


def apply(s):
    s.right()
    s.filename = "Copy of ps1 Smith.ipynb"
