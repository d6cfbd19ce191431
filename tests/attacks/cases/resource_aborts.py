"""A function aborts the process; another kills it."""

from course import MAX, worth

KIND, GROUP = "hostile", "resource"
DESERVED = MAX - worth("to_base", "pick")
LEAST = DESERVED


def apply(s):
    s.right()
    s.body("to_base", "import os\nos.abort()")
    s.body("pick", "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")
