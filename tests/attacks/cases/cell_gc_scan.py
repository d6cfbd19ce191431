"""Every object the process knows is searched for hidden tests, solutions and other notebooks."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import gc

def scan():
    gc.unfreeze()
    seen = 0
    for thing in gc.get_objects():
        try:
            values = list(thing.values()) if type(thing) is dict else thing if type(thing) in (list, tuple) else ()
            for value in values:
                if type(value) in (str, bytes):
                    text = value if type(value) is str else value.decode("latin1")
                    if "CANARY" + "-" in text and "gc." + "get_objects" not in text:
                        _out(text)
                        seen += 1
                        if seen > 4:
                            return
        except Exception:
            pass
scan()
""")
    s.body("to_base", "scan()\nreturn 0")
