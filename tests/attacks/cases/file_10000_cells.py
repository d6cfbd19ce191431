"""Ten thousand cells of the learner's own stand at the end."""

from course import MAX

KIND, GROUP = "hostile", "file"
DESERVED = MAX
QUEUE = True


def apply(s):
    s.right()
    for _ in range(10_000):
        s.after("1")
