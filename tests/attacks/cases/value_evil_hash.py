"""Sets and dicts whose members have hashes that never end, collide, or raise."""

from course import MAX, worth

KIND, GROUP = "hostile", "value"
DESERVED = MAX - worth("to_base", "pick")
LEAST = DESERVED


def apply(s):
    s.right()
    s.before("""
class Slow:
    n = 0
    def __hash__(self):
        Slow.n += 1
        if Slow.n > 3:
            raise RuntimeError("hash")
        return 1
    def __eq__(self, other):
        return True
""")
    s.body("to_base", "return {Slow(): 1}")
    s.body(
        "pick",
        "return {float('nan') for _ in range(3)} | {hash and k * ((1 << 61) - 1) for k in range(20000)}",
    )
