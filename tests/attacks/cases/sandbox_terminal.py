"""Keystrokes are pushed into the instructor's terminal, and what is on its screen is read."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import fcntl, os
for path in ("/dev/tty", "/dev/pts/0", "/dev/pts/1", "/proc/self/fd/0", "/proc/self/fd/1", "/proc/self/fd/2", "/dev/console"):
    try:
        fd = os.open(path, os.O_RDWR | os.O_NOCTTY)
        for letter in b"touch ~/typed\\n":
            fcntl.ioctl(fd, 0x5412, bytes([letter]))
    except OSError:
        pass
""")
