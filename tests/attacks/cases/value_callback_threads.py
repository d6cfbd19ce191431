"""The callback is called from eight threads at once, which go on after the answer is given."""

from course import MAX

KIND, GROUP = "hostile", "value"
DESERVED = MAX


def apply(s):
    s.right()
    s.before("import threading, time")
    s.body(
        "find_root",
        """def ask():
    for _ in range(20):
        try:
            f(low)
        except Exception:
            return
for _ in range(8):
    threading.Thread(target=ask, daemon=True).start()
return {right}(f, low, high)""",
    )
