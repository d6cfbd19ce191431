"""Alarms go off a thousand times a second, in whatever code is running then."""

from course import MAX

KIND, GROUP = "hostile", "resource"
DESERVED = MAX


def apply(s):
    s.right()
    s.before("""
import signal

def ring(number, frame):
    raise KeyboardInterrupt

signal.signal(signal.SIGVTALRM, ring)
signal.signal(signal.SIGALRM, ring)
signal.signal(signal.SIGPROF, ring)
for timer in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
    signal.setitimer(timer, 0.001, 0.001)
""")
