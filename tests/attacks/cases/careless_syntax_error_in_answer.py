"""One answer is no Python."""

from course import MAX, worth

KIND, GROUP = "careless", "careless"
DESERVED = MAX - worth("softmax")


def apply(s):
    s.right()
    s.cell("softmax").source = "def softmax(z)\n    return z"
