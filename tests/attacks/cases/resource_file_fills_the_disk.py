"""A file is written until there is no more room (300 MB at most), in the folder and in /tmp."""

from course import MAX

KIND, GROUP = "hostile", "resource"
DESERVED = MAX
LEAST = DESERVED


def apply(s):
    s.right()
    s.after(
        "for path in ('big.bin', '/tmp/big.bin'):\n    try:\n        with open(path, 'wb') as f:\n            for _ in range(150):\n                f.write(b'z' * 1_000_000)\n    except OSError:\n        pass"
    )
