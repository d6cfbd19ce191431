"""Help by question marks, shell lines and variables from shell lines."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.before("np.exp?")
    s.before("?np.log\nfiles = !ls\nprint(len(files))")
    s.before("!ls -la")
