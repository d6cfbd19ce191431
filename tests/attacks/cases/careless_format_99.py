"""The file says that its format is number 99."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX
QUEUE = True


def apply(s):
    s.right()
    s.dump(s.data() | {"nbformat": 99})
