"""An iterator that the test hands in is used from a thread and from a destructor after the function has returned."""

from course import MAX

KIND, GROUP = "hostile", "value"
DESERVED = MAX


def apply(s):
    s.right()
    s.before("""
import threading

class Late:
    def __init__(self, numbers):
        self.numbers = numbers
    def __del__(self):
        try:
            next(self.numbers)
        except BaseException:
            pass
""")
    s.body(
        "first_over",
        "got = {right}(numbers, bound)\nthreading.Timer(0.3, lambda n=Late(numbers): n).start()\nreturn got",
    )
