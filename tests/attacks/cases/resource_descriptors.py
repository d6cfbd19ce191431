"""Files are opened until there are no descriptors left."""

from course import MAX

KIND, GROUP = "hostile", "resource"
DESERVED = MAX


def apply(s):
    s.right()
    s.before(
        "import os\nkept = []\nwhile len(kept) < 100_000:\n    try:\n        kept.append(os.open('/dev/null', os.O_RDONLY))\n    except OSError:\n        break"
    )
