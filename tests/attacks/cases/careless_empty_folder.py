"""The folder is empty."""

KIND, GROUP = "careless", "careless"
DESERVED = 0
QUEUE = True


def apply(s):
    s.filename = None
