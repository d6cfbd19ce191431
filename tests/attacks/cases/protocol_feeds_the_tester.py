"""The callback, which keeps what it is asked, is fed arguments of 40 MB each."""

from course import MAX, worth

KIND, GROUP = "hostile", "protocol"
DESERVED = MAX - worth("find_root")
LEAST = DESERVED


def apply(s):
    s.right()
    s.body(
        "find_root",
        "for _ in range(120):\n    try:\n        f(bytes(40_000_000))\n    except Exception:\n        pass\nreturn -5.0",
    )
