"""Well-formed requests are sent as fast as the socket takes them, for ever."""

from course import MAX, worth

KIND, GROUP = "hostile", "protocol"
DESERVED = MAX - worth("to_base")
LEAST = DESERVED


def apply(s):
    s.right()
    s.wire("data = frame(['ask', 'call', 0, ['l'], ['d']]) * 1000")
    s.body("to_base", "while True:\n    for fd in sockets():\n        send(fd, data)")
