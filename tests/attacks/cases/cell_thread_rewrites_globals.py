"""A thread keeps replacing the names got, want and shown while the tests run."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
import threading, time

class Yes(float):
    def __eq__(self, other):
        return True
    def __sub__(self, other):
        return 0.0
    __hash__ = None

def rewrite(space=globals()):
    import sys
    sys.setswitchinterval(1e-5)
    while True:
        for name in ("got", "want", "then", "shown"):
            space[name] = Yes(0)
        time.sleep(0)

threading.Thread(target=rewrite, daemon=True).start()
""")
