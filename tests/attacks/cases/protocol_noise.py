"""Random bytes are written into every socket and pipe of the process while a test waits for an answer."""

KIND, GROUP = "hostile", "protocol"
DESERVED = 0


def apply(s):
    s.wrong()
    s.wire(
        "def noise():\n    for _ in range(20):\n        for fd in sockets():\n            send(fd, os.urandom(997))"
    )
    for name in ("softmax", "to_base", "pick"):
        s.body(name, "noise()\nreturn 0")
