"""The file is in UTF-16, as some Windows editors save it."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX
QUEUE = True


def apply(s):
    import json

    s.right()
    s.raw = json.dumps(s.notebook).encode("utf-16")
