"""A cell of the learner's own asks for input."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.before("name = input('Your name? ')\nprint('Hello', name)")
