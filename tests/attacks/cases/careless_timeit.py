"""%timeit and %prun lines call the answers below them."""

from course import MAX, RIGHT

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.cell("softmax").source = RIGHT["softmax"] + "\n\n%timeit -n 10 -r 1 softmax(np.zeros(5))"
    s.below("pick", "%time pick([0.5, 0.5], np.random.default_rng(0))")
