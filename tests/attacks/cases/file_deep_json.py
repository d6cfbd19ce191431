"""The JSON is nested a hundred thousand deep."""

from course import MAX

KIND, GROUP = "hostile", "file"
DESERVED = MAX
QUEUE = True


def apply(s):
    import json

    s.right()
    s.raw = (json.dumps(s.notebook)[:-1] + ', "x": ' + "[" * 100_000 + "]" * 100_000 + "}").encode()
