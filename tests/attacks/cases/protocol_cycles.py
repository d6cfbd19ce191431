"""The answers hold themselves."""

from course import MAX, worth

KIND, GROUP = "hostile", "protocol"
DESERVED = MAX - worth("softmax", "to_base", "first_over", "scaler")
LEAST = DESERVED


def apply(s):
    s.right()
    s.body("softmax", "x = [0.5]\nx.append(x)\nreturn x")
    s.body("to_base", "x = {}\nx['x'] = x\nreturn x")
    s.body("first_over", "x = []\nx.append((x, x))\nreturn x")
    s.body("scaler", "x = np.empty(1, dtype=object)\nx[0] = x\nreturn x")
