"""The notebook has no cells."""

KIND, GROUP = "careless", "careless"
DESERVED = 0
QUEUE = True


def apply(s):
    s.notebook.cells = []
