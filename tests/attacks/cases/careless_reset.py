"""%reset -f stands in a cell at the end."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.after("%reset -f")
