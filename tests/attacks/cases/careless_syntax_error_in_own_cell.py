"""A cell of the learner's own is no Python."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.before("def (:\n  this is a note to myself")
