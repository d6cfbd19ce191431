"""A frame holds lists in lists, a million deep."""

from course import MAX, worth

KIND, GROUP = "hostile", "protocol"
DESERVED = MAX - worth("to_base")
LEAST = DESERVED


def apply(s):
    s.right()
    s.wire("import struct")
    s.body(
        "to_base",
        "data = b'\\x91' * 1_000_000 + b'\\xc0'\nfor fd in sockets():\n    send(fd, struct.pack('>I', len(data)) + data)\nreturn '1'",
    )
