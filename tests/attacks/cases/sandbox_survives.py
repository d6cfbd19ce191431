"""A process in a session of its own, with all descriptors closed, outlives the grading."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.closerange(0, 100)
        for number in range(1, 65):
            try:
                import signal
                signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError):
                pass
        for _ in range(200):
            time.sleep(1)
            _mark("~/survived")
        os._exit(0)
    os._exit(0)
""")
