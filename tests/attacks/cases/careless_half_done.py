"""Three exercises are done, the others untouched."""

from course import worth

KIND, GROUP = "careless", "careless"
DESERVED = worth("softmax", "Dual", "answer")


def apply(s):
    s.right("softmax", "Dual", "answer")
