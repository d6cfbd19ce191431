"""Bytes are taken in steps of 100 MB until there are no more (3 GB at most)."""

from course import MAX, worth

KIND, GROUP = "hostile", "resource"
DESERVED = MAX - worth("to_base")
LEAST = DESERVED


def apply(s):
    s.right()
    s.body("to_base", "hog = []\nwhile len(hog) < 30:\n    hog.append(b'x' * 100_000_000)\nreturn '?'")
