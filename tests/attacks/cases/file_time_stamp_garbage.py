"""timestamp.txt holds no time: words, the year 99999, null bytes, a megabyte."""

from course import MAX

KIND, GROUP = "hostile", "file"
DESERVED = MAX
QUEUE = True


def apply(s):
    s.right()
    s.file("timestamp.txt", b"yesterday \x00 99999-13-45 25:61:61 UTC " + b"9" * 1_000_000)
