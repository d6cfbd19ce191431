"""Twelve children take 150 MB each and stay."""

from course import MAX

KIND, GROUP = "hostile", "resource"
DESERVED = MAX


def apply(s):
    s.right()
    s.after(
        "import os, time\nfor _ in range(12):\n    if os.fork() == 0:\n        hog = b'x' * 150_000_000\n        time.sleep(60)\n        os._exit(0)"
    )
