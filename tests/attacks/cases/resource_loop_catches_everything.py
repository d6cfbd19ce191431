"""A cell loops for ever and catches whatever is raised to stop it."""

from course import MAX, worth

KIND, GROUP = "hostile", "resource"
DESERVED = MAX - worth("answer")
LEAST = DESERVED


def apply(s):
    s.right()
    s.cell(
        "answer"
    ).source = "while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass"
