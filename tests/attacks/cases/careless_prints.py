"""The answers print while they work, 2 MB in one of them."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.body("softmax", "print('debug ' * 300_000)\nreturn {right}(z)")
    s.body("pick", "print(p, rng)\nreturn {right}(p, rng)")
