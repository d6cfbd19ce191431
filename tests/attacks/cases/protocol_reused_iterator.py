"""The iterator a test hands in is wrapped, handed back through the callback of the next test, and asked after its end."""

from course import MAX

KIND, GROUP = "hostile", "protocol"
DESERVED = MAX


def apply(s):
    s.right()
    s.before("KEPT = []")
    s.body("first_over", "KEPT.append(numbers)\nreturn {right}(numbers, bound)")
    s.body(
        "scaler",
        "for numbers in KEPT:\n    try:\n        next(numbers)\n    except BaseException:\n        pass\nreturn {right}(low, high)",
    )
    s.body(
        "center", "for numbers in KEPT:\n    list(numbers) if False else iter(numbers)\nreturn {right}(rows)"
    )
