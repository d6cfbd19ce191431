"""The released notebook is handed in as it was."""

KIND, GROUP = "careless", "careless"
DESERVED = 0


def apply(s):
    pass
