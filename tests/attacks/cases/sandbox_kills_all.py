"""Every process that can be signaled is killed: kill(-1), kill(0), and all numbers up to 5000."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
import os
for pid in [0, *range(2, 5000), -1]:
    if pid != os.getpid():
        try:
            if pid:
                os.kill(pid, 9)
        except OSError:
            pass
""")
