"""Infinities and huge numbers are returned, so that differences and tolerances come out as nan."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.body("softmax", "return np.full(len(z), np.inf)")
    s.body("find_root", "f(low), f(high)\nreturn complex(math.nan, math.inf)")
    s.body("center", "rows[:] = np.inf")
    s.body("scaler", "return lambda x: complex(0.5, math.nan)")
    s.cell("answer").source = "answer = complex(math.nan, 0)"
