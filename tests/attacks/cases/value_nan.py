"""Every answer is nan, or an array of it, which makes careless comparisons come out as nobody meant them."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    for name in ("softmax", "find_root", "pick"):
        s.body(name, "return np.full(np.shape(z), np.nan)" if name == "softmax" else "return math.nan")
    s.body("center", "rows[:] = math.nan")
    s.body("parabola", "ax.plot(xs, [math.nan for x in xs])\nax.set_xlabel('x')")
    s.cell("answer").source = "answer = math.nan"
