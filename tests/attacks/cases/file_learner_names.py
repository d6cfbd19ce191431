"""Beside this learner's folder lie others, with names that are options, markup, other scripts and patterns."""

import contextlib

from course import MAX
from submission import Submission

KIND, GROUP = "hostile", "file"
DESERVED = MAX


def apply(s):
    s.right()
    for name in ("O'Brien", "-rf", "名前 x", "%s{0}", "<b>bold<", "a*", "..x", "x" * 120, "~", ".hidden"):
        with contextlib.suppress(OSError):
            other = Submission(s.folder.parents[2], name)
            other.right()
            other.save()
