"""Two notebooks are handed in, one of them twice under names that differ in case."""

from course import MAX

KIND, GROUP = "hostile", "file"
DESERVED = MAX
QUEUE = True


def apply(s):
    import json

    s.wrong()
    s.file("PS1.ipynb", json.dumps(s.notebook))
    s.file("ps2.ipynb", json.dumps(s.notebook))
    s.right()
