"""The answers are huge: an int of ten million digits, a string of 300 MB, an array of terabytes that takes no memory."""

from course import MAX, worth

KIND, GROUP = "hostile", "value"
DESERVED = MAX - worth("softmax", "to_base", "first_over", "pick")
LEAST = DESERVED


def apply(s):
    s.right()
    s.body("softmax", "return np.broadcast_to(0.5, (1 << 20, 1 << 20))")
    s.body("to_base", "return '1' * 300_000_000")
    s.body("first_over", "return 1 << 40_000_000")
    s.body("pick", "return [[0] * 1000] * 100_000")
