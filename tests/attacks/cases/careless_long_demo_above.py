"""A demonstration above the exercises takes longer than a cell may."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.before("import time\nfor epoch in range(1000):\n    time.sleep(0.05)")
