"""The callback is called with huge, cyclic, endless and unsendable arguments before the right answer is given."""

from course import MAX

KIND, GROUP = "hostile", "value"
DESERVED = MAX


def apply(s):
    s.right()
    s.body(
        "find_root",
        """loop = []
loop.append(loop)
import sys
for evil in ("x" * 1000, loop, iter(int, 1), sys, type, object(), b"\\xff", float("nan"), 1e400, 1 << 5000, {1: loop}, find_root, f, None, (), np.zeros(3), lambda x: x):
    try:
        f(evil)
    except Exception:
        pass
return {right}(f, low, high)""",
    )
