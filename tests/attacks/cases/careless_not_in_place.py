"""One answer returns the result and leaves the table as it was."""

from course import MAX, worth

KIND, GROUP = "careless", "careless"
DESERVED = MAX - worth("center")


def apply(s):
    s.right()
    s.body("center", "return rows - rows.mean(axis=0)")
