"""A function reads the source of the test that calls it, from the shell's history, its frames and linecache, and carries it out."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import linecache, sys

def hunt():
    found = []
    try:
        found += [cell for cell in get_ipython().user_ns.get("_ih", [])]
    except Exception:
        pass
    for lines in list(linecache.cache.values()):
        found.append("".join(lines[2]) if len(lines) > 2 else "")
    frame = sys._getframe(1)
    while frame:
        found += [repr(frame.f_code.co_consts), repr(list(frame.f_locals.values()))[:100000]]
        frame = frame.f_back
    for text in found:
        if "CANARY" + "-HT" in text:
            _out(text)
            break
""")
    s.body("softmax", "hunt()\nreturn 0")
    s.body("pick", "hunt()\nreturn 0")
