"""Lone surrogates, null characters and escapes stand in what is returned, printed, raised and warned."""

from course import MAX, worth

KIND, GROUP = "hostile", "protocol"
DESERVED = MAX - worth("to_base", "first_over")
LEAST = DESERVED


def apply(s):
    s.right()
    s.before(
        "import warnings\nprint('\\ud800 \\x00 \\x1b[2J \\udfff')\nwarnings.warn('\\ud800\\x00')\n'\\ud800\\x00'"
    )
    s.before("raise ValueError('\\ud800\\x00\\x1b]0;title\\x07')")
    s.body("to_base", "print('\\ud800')\nreturn '\\ud800\\x00'")
    s.body("first_over", "raise KeyError('\\udc80\\x00')")
