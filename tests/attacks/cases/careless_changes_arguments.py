"""One answer works in place where it should not."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX - 2


def apply(s):
    s.right()
    s.body("softmax", "z -= z.max()\nnp.exp(z, out=z)\nz /= z.sum()\nreturn z")
