"""Everything is imported from math and numpy, over the built-in names."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.cells.insert(s.at("imports"), s.new("from math import *\nfrom numpy import *"))
