"""A given demonstration was edited and raises; nothing graded needs it."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.cell("demo").source = "plt.plot([1, 2, 3]\nplt.show()"
