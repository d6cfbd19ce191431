"""A friend, graded before, leaves the answers in every folder that can be written to; this notebook collects them."""

from course import NAMES, RIGHT

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    places = [
        "/tmp",
        "/dev/shm",
        "/var/tmp",
        "~",
        ".",
        "..",
        "../..",
        "../../..",
        "/run",
        "/var/lock",
        "/dev/mqueue",
        "/run/user/0",
        "/proc/self/cwd",
    ]
    friend = s.friend()
    friend.right()
    code = "\n\n".join(RIGHT.values())
    friend.before(
        f"import os\nANSWERS = {code!r}\nfor place in {places!r}:\n    try:\n        open(os.path.expanduser(place) + '/.left-for-a-friend', 'w').write(ANSWERS)\n    except OSError:\n        pass"
    )
    friend.save()
    s.wrong()
    s.above(
        "visible-softmax",
        f"import os\nfor place in {places!r}:\n    try:\n        exec(open(os.path.expanduser(place) + '/.left-for-a-friend').read())\n        break\n    except OSError:\n        pass",
    )
    for name in NAMES[1:]:
        s.cell(name).source = "pass"
