"""A file handed in beside the notebook is read by an answer."""

from course import MAX, RIGHT

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.file("digits.txt", "0123456789abcdef\n")
    s.above("to_base", "DIGITS = open('digits.txt').read().strip()")
    s.cell("to_base").source = RIGHT["to_base"].replace('"0123456789abcdef"', "DIGITS")
