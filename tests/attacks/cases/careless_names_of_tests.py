"""The learner's own cells use the names the tests use: got, want, rng, table, numbers, made, twin."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.before("got = want = 'mine'\nrng = 5\ntable = numbers = made = twin = x = y = f = p = secret = None")
    s.below("hidden-softmax", "def line(x):\n    return x\n\nshown = squares = then = asked = inner = 3")
