"""One answer draws from the global generator and not from the one that was handed in."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX - 1


def apply(s):
    s.right()
    s.body("pick", "return int(np.searchsorted(np.cumsum(p), np.random.random(), side='right'))")
