"""A module is written with %%writefile and imported."""

from course import MAX, RIGHT

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.before("%%writefile mytools.py\ndef half(a, b):\n    return (a + b) / 2")
    s.above("find_root", "from mytools import half")
    s.cell("find_root").source = RIGHT["find_root"].replace("(low + high) / 2", "half(low, high)")
