"""The answers look up the expected value in the frames of whoever called them."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
import sys

def expected():
    frame = sys._getframe(1)
    while frame:
        for space in (frame.f_locals, frame.f_globals):
            if "want" in space:
                return space["want"]
        frame = frame.f_back
    return -1
""")
    for name in ("softmax", "first_over", "pick"):
        s.body(name, "return expected()")
    s.body("parabola", "ax.plot(xs, [v * 0 for v in xs])\nax.lines[0].set_ydata(expected())")
