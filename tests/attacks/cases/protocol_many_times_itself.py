"""A list holds a list twice, which holds a list twice, thirty-five times over: small to send, endless to walk."""

from course import MAX, worth

KIND, GROUP = "hostile", "protocol"
DESERVED = MAX - worth("softmax", "to_base", "first_over")
LEAST = DESERVED


def apply(s):
    s.right()
    s.before("def doubled(x):\n    for _ in range(35):\n        x = [x, x]\n    return x")
    s.body("softmax", "x = 0.5\nfor _ in range(29):\n    x = [x, x]\nreturn x")
    s.body("to_base", "return doubled('1')")
    s.body("first_over", "return doubled(1)")
