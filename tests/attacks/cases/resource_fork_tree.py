"""Children start children, eight levels deep, and all of them write and sleep."""

from course import MAX

KIND, GROUP = "hostile", "resource"
DESERVED = MAX


def apply(s):
    s.right()
    s.before(
        "import os, time\n\ndef grow(depth):\n    for _ in range(2):\n        try:\n            if os.fork() == 0:\n                if depth:\n                    grow(depth - 1)\n                time.sleep(60)\n                os._exit(0)\n        except OSError:\n            return\n\ngrow(7)"
    )
