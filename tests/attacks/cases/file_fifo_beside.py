"""Beside a right notebook lies a named pipe called data.csv."""

import os

from course import MAX

KIND, GROUP = "hostile", "file"
DESERVED = MAX
QUEUE = True


def apply(s):
    s.right()
    os.mkfifo(s.folder / "data.csv")
