"""Called back, the learner's operators walk the frames of the test that uses them."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import sys

class Probe:
    def look(self, other=None):
        frame = sys._getframe(1)
        while frame:
            for name in ("root", "want", "secret"):
                if name in frame.f_locals:
                    Probe.root = frame.f_locals.get("root")
                    _out(frame.f_locals.get("secret", ""), frame.f_globals.get("secret", ""))
                    return True
            frame = frame.f_back
        return True
    __le__ = __ge__ = __lt__ = __gt__ = __sub__ = __mul__ = __rle__ = look
    __hash__ = None
    root = -5.0
""")
    s.body(
        "find_root",
        "for _ in range(2):\n    try:\n        f(Probe())\n    except Exception:\n        pass\nreturn Probe.root",
    )
