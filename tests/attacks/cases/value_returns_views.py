"""The function returns the test's own array, or a view of it, and goes on changing it."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("KEPT = []")
    s.body("softmax", "for old in KEPT:\n    old[:] = 0.0\nKEPT.append(z)\nz[:] = 0.0\nreturn z[::-1]")
