"""A byte of an answer comes every tenth of a second, for ever."""

from course import MAX, worth

KIND, GROUP = "hostile", "protocol"
DESERVED = MAX - worth("to_base")
LEAST = DESERVED


def apply(s):
    s.right()
    s.wire("import time")
    s.body(
        "to_base",
        "for fd in sockets():\n    send(fd, b'\\x00\\x10\\x00\\x00')\nwhile True:\n    for fd in sockets():\n        send(fd, b'\\xc0')\n    time.sleep(0.1)",
    )
