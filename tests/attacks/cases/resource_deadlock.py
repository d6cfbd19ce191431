"""Two locks are taken crosswise, and one is taken twice."""

from course import MAX, worth

KIND, GROUP = "hostile", "resource"
DESERVED = MAX - worth("to_base")
LEAST = DESERVED


def apply(s):
    s.right()
    s.body("to_base", "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()")
