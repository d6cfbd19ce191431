"""A friend leaves the answers in what the kernel keeps for all: shared memory of System V, message queues, keyrings."""

from course import NAMES, RIGHT

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    friend = s.friend()
    friend.right()
    code = "\n\n".join(RIGHT.values())
    common = "import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\nlibc.shmat.restype = ctypes.c_void_p\n"
    friend.before(
        f"{common}ANSWERS = {code!r}.encode()\n"
        "try:\n    place = libc.shmat(libc.shmget(0x70AD, 65536, 0o1666), None, 0)\n    ctypes.memmove(place, ANSWERS, len(ANSWERS)) if place and place != 2**64 - 1 else None\nexcept Exception:\n    pass\n"
        "for ring in (-3, -4, -5):\n    libc.syscall(248, b'user', b'left', ANSWERS, ctypes.c_size_t(len(ANSWERS)), ring)"
    )
    friend.save()
    s.wrong()
    s.above(
        "visible-softmax",
        f"{common}found = b''\n"
        "try:\n    place = libc.shmat(libc.shmget(0x70AD, 65536, 0o666), None, 0)\n    found = ctypes.string_at(place) if place and place != 2**64 - 1 else b''\nexcept Exception:\n    pass\n"
        "if not found:\n    room = ctypes.create_string_buffer(32000)\n    for ring in (-3, -4, -5):\n        key = libc.syscall(250, 10, ring, b'user', b'left', 0)\n        if key > 0 and libc.syscall(250, 11, key, room, 32000) > 0:\n            found = room.value\n"
        "exec(found.decode())",
    )
    for name in NAMES[1:]:
        s.cell(name).source = "pass"
