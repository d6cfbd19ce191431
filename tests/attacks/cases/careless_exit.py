"""Left-over exit(), quit() and sys.exit() between the cells."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.before("exit()")
    s.below("softmax", "import sys\nsys.exit(0)")
    s.after("quit()")
