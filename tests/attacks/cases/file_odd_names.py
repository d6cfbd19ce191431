"""Beside the notebook lie files whose names hold line breaks, escapes, quotes, reversed text and bytes that are no text."""

import contextlib
import os

from course import MAX

KIND, GROUP = "hostile", "file"
DESERVED = MAX
QUEUE = True


def apply(s):
    s.right()
    for name in (
        "a\nb.txt",
        "\x1b[31mred.txt",
        "'; rm -rf ~; '.ipynb",
        "\u202egpj.exe",
        "$(touch ~/boom).csv",
        "-rf",
        "..\\..\\x",
        "%2e%2e%2f",
        " .ipynb",
        "x" * 250,
    ):
        s.file(name, "{}")
    with contextlib.suppress(OSError):
        s.file(os.fsdecode(b"\xff\xfe.txt"), "x")
