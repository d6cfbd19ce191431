"""The callback is kept and called from the later exercises, when its test is long over."""

from course import MAX

KIND, GROUP = "hostile", "value"
DESERVED = MAX


def apply(s):
    s.right()
    s.before(
        "KEPT = []\n\ndef again():\n    for f in KEPT:\n        for x in (1.0, 'x', 1e9):\n            try:\n                f(x)\n            except Exception:\n                pass"
    )
    s.body("find_root", "KEPT.append(f)\nreturn {right}(f, low, high)")
    s.body("center", "again()\nreturn {right}(rows)")
    s.body(
        "first_over",
        "KEPT.append(lambda x, n=numbers: next(n))\nagain() if len(KEPT) > 8 else None\nreturn {right}(numbers, bound)",
    )
    s.body("scaler", "again()\nreturn {right}(low, high)")
