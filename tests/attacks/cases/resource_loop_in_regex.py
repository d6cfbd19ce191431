"""A regular expression backtracks for ever."""

from course import MAX, worth

KIND, GROUP = "hostile", "resource"
DESERVED = MAX - worth("to_base")
LEAST = DESERVED


def apply(s):
    s.right()
    s.body("to_base", "import re\nreturn re.match(r'(a+)+$', 'a' * 60 + 'b')")
