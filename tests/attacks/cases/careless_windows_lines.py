"""The sources of the cells hold Windows line ends."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    for cell in s.cells:
        cell.source = cell.source.replace("\n", "\r\n")
