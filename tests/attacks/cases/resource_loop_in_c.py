"""A power with billions of digits keeps the interpreter inside C, where no signal reaches it."""

from course import MAX, worth

KIND, GROUP = "hostile", "resource"
DESERVED = MAX - worth("answer")
LEAST = DESERVED


def apply(s):
    s.right()
    s.cell("answer").source = "answer = 7 ** 10 ** 9"
