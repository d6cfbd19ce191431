"""Memory is mapped, shared and anonymous, and filled (2 GB at most), with a file in /dev/shm beside it."""

from course import MAX, worth

KIND, GROUP = "hostile", "resource"
DESERVED = MAX - worth("to_base")
LEAST = DESERVED


def apply(s):
    s.right()
    s.body(
        "to_base",
        """import mmap
maps = []
for _ in range(16):
    m = mmap.mmap(-1, 128 << 20)
    for k in range(0, 128 << 20, 4096):
        m[k] = 1
    maps.append(m)
with open("/dev/shm/fill", "wb") as f:
    for _ in range(300):
        f.write(bytes(1 << 20))
raise ValueError""",
    )
