"""list, sum, max and len are the names of the learner's own variables."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.after("list, sum, max, len = [1, 2], 0, 9, 4")
