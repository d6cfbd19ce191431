"""Every descriptor of the process is closed, and /dev/null put in its place."""

from course import MAX, worth

KIND, GROUP = "hostile", "protocol"
DESERVED = MAX - worth("to_base")
LEAST = DESERVED


def apply(s):
    s.right()
    s.wire("")
    s.body(
        "to_base",
        "null = os.open('/dev/null', os.O_RDWR)\nfor fd in range(3, 64):\n    if fd != null:\n        try:\n            os.dup2(null, fd)\n        except OSError:\n            pass\nos.closerange(0, 64)\nreturn '1'",
    )
