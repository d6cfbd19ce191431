"""The JSON holds NaN, 1e999, numbers of a million digits, and the same key twice."""

from course import MAX

KIND, GROUP = "hostile", "file"
DESERVED = MAX
QUEUE = True


def apply(s):
    import json

    s.right()
    text = json.dumps(s.notebook)[:-1]
    s.raw = (
        text + ', "a": NaN, "b": 1e999, "c": ' + "9" * 1_000_000 + ', "nbformat": 4, "nbformat": 4}'
    ).encode()
