"""The garbage collector is off, and every call leaves a ring of 2 MB behind."""

from course import MAX

KIND, GROUP = "hostile", "resource"
DESERVED = MAX
LEAST = DESERVED


def apply(s):
    s.right()
    s.before("import gc\ngc.disable()")
    s.body("pick", "ring = [bytearray(2_000_000)]\nring.append(ring)\nreturn {right}(p, rng)")
