"""A frame announces 4 GB, and nothing follows."""

KIND, GROUP = "hostile", "protocol"
DESERVED = 0


def apply(s):
    s.wrong()
    s.wire(
        "def claim():\n    for fd in sockets():\n        send(fd, b'\\xff\\xff\\xff\\xff')\n        send(fd, b'\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff')"
    )
    s.body("softmax", "claim()\nreturn 0")
