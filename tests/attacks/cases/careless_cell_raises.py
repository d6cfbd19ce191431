"""Cells of the learner's own raise errors."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.before("1 / 0")
    s.below("softmax", "undefined_name")
    s.below("pick", "raise KeyboardInterrupt")
