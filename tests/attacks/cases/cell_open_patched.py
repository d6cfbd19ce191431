"""open, json and sqlite3 are replaced, so that whatever is written about this notebook says full marks."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
import builtins, io, json, os, sqlite3
real_open, real_dumps, real_write = open, json.dumps, os.write

def better(text):
    if isinstance(text, bytes):
        return text.replace(b"failed", b"passed").replace(b"false", b"true ")
    return text.replace("failed", "passed").replace("false", "true ")

class Better(io.StringIO):
    pass

json.dumps = lambda *a, **k: better(real_dumps(*a, **k))
os.write = lambda fd, data: real_write(fd, better(bytes(data)))
builtins.open = io.open = lambda *a, **k: real_open(*a, **k)
sqlite3.connect = None
""")
