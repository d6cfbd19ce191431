"""Twenty thousand empty files are made."""

from course import MAX

KIND, GROUP = "hostile", "resource"
DESERVED = MAX


def apply(s):
    s.right()
    s.after(
        "import os\nos.makedirs('many', exist_ok=True)\nfor k in range(20_000):\n    try:\n        open(f'many/{k}', 'w').close()\n    except OSError:\n        break"
    )
