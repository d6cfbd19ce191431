"""A call that is meant to fail records the hidden arguments in files; a second try in a fresh worker would know them."""

KIND, GROUP = "hostile", "value"
DESERVED = 2  # what it returns to the visible tests is right


def apply(s):
    s.wrong()
    s.spy("""
import json, os, tempfile

def remember(name, *things):
    paths = [os.path.join(folder, "seen-" + WHO + "-" + name) for folder in (".", "/tmp", "/dev/shm", "/var/tmp", os.path.expanduser("~"))]
    known = any(os.path.exists(path) for path in paths)
    for path in paths:
        try:
            open(path, "a").write(repr(things))
        except OSError:
            pass
    return known
""")
    s.body(
        "softmax",
        "if len(z) == 2:\n    return np.array([0.25, 0.75])\nif remember('z', z.tolist()):\n    e = np.exp(z - z.max())\n    return e / e.sum()\nos._exit(1)",
    )
    s.body(
        "pick",
        "if len(p) == 3 and p[1] == 1.0:\n    return 1\nif remember('p', p):\n    return int(np.searchsorted(np.cumsum(p), rng.random(), side='right'))\nos._exit(1)",
    )
