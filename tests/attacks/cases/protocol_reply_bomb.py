"""A reply of 60 MB is one list of sixty million empty lists: gigabytes for whoever unpacks it."""

from course import MAX, worth

KIND, GROUP = "hostile", "protocol"

DESERVED = MAX - worth("to_base")
LEAST = DESERVED


def apply(s):
    s.right()
    s.wire("import struct")
    s.body(
        "to_base",
        "many = 60_000_000\ndata = b'\\xdd' + struct.pack('>I', many) + b'\\x90' * many\nfor fd in sockets():\n    send(fd, struct.pack('>I', len(data)) + data)\nreturn '1'",
    )
