"""Five hundred threads are started, which never end."""

from course import MAX

KIND, GROUP = "hostile", "resource"
DESERVED = MAX


def apply(s):
    s.right()
    s.before(
        "import threading, time\nfor _ in range(500):\n    try:\n        threading.Thread(target=time.sleep, args=(1000,)).start()\n    except RuntimeError:\n        break"
    )
