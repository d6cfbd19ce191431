"""An answer uses a helper that is defined in the last cell: it worked in the order in which the cells were run."""

from course import MAX, worth

KIND, GROUP = "careless", "careless"
DESERVED = MAX - worth("softmax")


def apply(s):
    s.right()
    s.cell("softmax").source = "def softmax(z):\n    return shifted_exp(z) / shifted_exp(z).sum()"
    s.after("def shifted_exp(z):\n    return np.exp(z - np.max(z))")
