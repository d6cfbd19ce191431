"""timestamp.txt says that it was handed in in 2001."""

KIND, GROUP = "hostile", "file"
DESERVED = 0


def apply(s):
    s.wrong()
    s.file("timestamp.txt", "2001-01-01 00:00:00 UTC")
