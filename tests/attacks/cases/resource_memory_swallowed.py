"""A cell takes memory, catches the MemoryError and goes on to take the rest in small pieces."""

from course import MAX, worth

KIND, GROUP = "hostile", "resource"
DESERVED = MAX - worth("answer")
LEAST = DESERVED


def apply(s):
    s.right()
    s.cell(
        "answer"
    ).source = "hog, size = [], 1 << 28\nwhile size and len(hog) < 3000:\n    try:\n        hog.append(bytearray(size))\n    except MemoryError:\n        size >>= 1\n    if len(hog) * size > 3 << 30:\n        break\nanswer = -1"
