"""The process stops itself with SIGSTOP."""

from course import MAX, worth

KIND, GROUP = "hostile", "resource"
DESERVED = MAX - worth("to_base")
LEAST = DESERVED


def apply(s):
    s.right()
    s.body("to_base", "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)\nreturn '1'")
