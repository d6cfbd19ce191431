"""The list from which the test computes what it expects afterwards is zeroed by the function."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.body("parabola", "xs[:] = [0.0] * len(xs)\nax.plot(xs, xs)")
    s.body("softmax", "z[:] = 0\nreturn z")
