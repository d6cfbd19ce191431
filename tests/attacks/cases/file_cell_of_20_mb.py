"""One cell of the learner's own has four million lines of legal Python."""

from course import MAX

KIND, GROUP = "hostile", "file"

DESERVED = MAX
QUEUE = True


def apply(s):
    s.right()
    s.after("a=1\n" * 4_000_000)
