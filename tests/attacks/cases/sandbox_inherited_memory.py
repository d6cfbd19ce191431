"""Shared memory, mapped files and the zygote's leavings are searched for tests and other notebooks, in a forked child too."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import gc, os, sys
gc.unfreeze()
tag = "CANARY" + "-"
hits, seen = [], set()

def look(thing, depth=0):
    if id(thing) in seen or depth > 5:
        return
    seen.add(id(thing))
    if isinstance(thing, (str, bytes)):
        text = thing if isinstance(thing, str) else thing.decode("latin1")
        if tag in text and "gc.unfreeze" not in text and "_out(" not in text:
            hits.append(text)
    elif isinstance(thing, dict):
        for value in list(thing.values()):
            look(value, depth + 1)
    elif isinstance(thing, (list, tuple, set)):
        for value in list(thing):
            look(value, depth + 1)

frame = sys._getframe()
while frame:
    look(dict(frame.f_locals))
    frame = frame.f_back
for module in list(sys.modules.values()):
    look(getattr(module, "__dict__", None), 3)
for thing in gc.get_objects():
    look(getattr(thing, "__dict__", None) if not isinstance(thing, (dict, list, tuple)) else thing, 4)
for text in hits[:10]:
    _out(text)
""")
