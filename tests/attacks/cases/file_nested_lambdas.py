"""A cell of the learner's own nests nine hundred lambdas: legal Python, deep for whoever reads it."""

from course import MAX

KIND, GROUP = "hostile", "file"
DESERVED = MAX


def apply(s):
    s.right()
    s.before("f = " + "lambda: " * 900 + "0")
    s.before("f = " + "lambda: " * 90 + "0")
    s.before("x = " + "-" * 5000 + "1")
    s.before("x = 1" + " + 1" * 5000)
    s.before("x = f" + ".a" * 20_000)
    s.before("x = " + "(" * 150 + ")" * 150)
