"""An answer stands under if __name__ == "__main__", another uses await at the top."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.cell("answer").source = 'if __name__ == "__main__":\n    answer = 2**10'
    s.below("softmax", "import asyncio\nawait asyncio.sleep(0)\nasync def f():\n    return 1\nawait f()")
