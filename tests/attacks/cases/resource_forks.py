"""Three hundred children are started, which sleep."""

from course import MAX

KIND, GROUP = "hostile", "resource"
DESERVED = MAX
LEAST = DESERVED


def apply(s):
    s.right()
    s.after(
        "import os, time\nfor _ in range(300):\n    try:\n        if os.fork() == 0:\n            time.sleep(60)\n            os._exit(0)\n    except OSError:\n        break"
    )
