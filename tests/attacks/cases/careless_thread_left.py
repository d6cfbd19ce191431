"""A thread of the learner's own goes on for minutes."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.before("import threading, time\nthreading.Thread(target=time.sleep, args=(200,)).start()")
