"""A frame stops in the middle, and the process goes to sleep."""

from course import MAX, worth

KIND, GROUP = "hostile", "protocol"
DESERVED = MAX - worth("to_base")
LEAST = DESERVED


def apply(s):
    s.right()
    s.wire("import time")
    s.body("to_base", "for fd in sockets():\n    send(fd, frame(['gave', 1])[:7])\ntime.sleep(1000)")
