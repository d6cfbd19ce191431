"""The answers are texts and numbers as long as an answer may be, and each takes the tester long to use."""

from course import MAX, worth

KIND, GROUP = "hostile", "protocol"
DESERVED = MAX - worth("to_base", "first_over")
LEAST = DESERVED


def apply(s):
    s.right()
    s.body("to_base", "return '1' * 50_000_000")
    s.body("first_over", "return 16 ** 900_000")
