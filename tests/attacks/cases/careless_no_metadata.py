"""The notebook has no metadata of its own."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.notebook.metadata.clear()
