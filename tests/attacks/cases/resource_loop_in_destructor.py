"""An object's destructor never returns."""

from course import MAX, worth

KIND, GROUP = "hostile", "resource"
DESERVED = MAX - worth("answer")


def apply(s):
    s.right()
    s.cell(
        "answer"
    ).source = "class Clingy:\n    def __del__(self):\n        while True:\n            pass\n\nx = Clingy()\ndel x\nanswer = 1"
