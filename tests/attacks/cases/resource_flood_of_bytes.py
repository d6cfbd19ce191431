"""Raw bytes are written to the descriptors 1 and 2, 100 MB of them."""

from course import MAX

KIND, GROUP = "hostile", "resource"
DESERVED = MAX
LEAST = DESERVED


def apply(s):
    s.right()
    s.after(
        "import os\nfor _ in range(100):\n    for fd in (1, 2):\n        try:\n            os.write(fd, b'y' * 500_000)\n        except OSError:\n            pass"
    )
