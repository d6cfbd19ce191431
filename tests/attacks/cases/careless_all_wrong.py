"""Every answer is wrong."""

KIND, GROUP = "careless", "careless"
DESERVED = 0


def apply(s):
    s.wrong()
