"""Hundreds of forged answers are sent before any question is asked."""

KIND, GROUP = "hostile", "protocol"
DESERVED = 0


def apply(s):
    s.wrong()
    s.wire("""
forged = [["gave", value, [], "", []] for value in (True, 1, 1.0, "1010", 5, 0.5, 1024, None, ["h", 1, "Dual", False], "passed")]
for _ in range(60):
    for tree in forged:
        for fd in sockets():
            send(fd, frame(tree))
""")
