"""The upload broke off: the JSON ends in the middle."""

KIND, GROUP = "careless", "careless"
DESERVED = 0
QUEUE = True


def apply(s):
    import json

    s.right()
    s.raw = json.dumps(s.notebook, indent=1).encode()[:-400]
