"""The file is empty."""

KIND, GROUP = "careless", "careless"
DESERVED = 0
QUEUE = True


def apply(s):
    s.raw = b""
