"""The functions that called the learner's code are found in the frames above it, and their variables and globals changed."""

KIND, GROUP = "hostile", "protocol"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
import sys

def rewrite():
    frame = sys._getframe(1)
    while frame:
        for space in (frame.f_locals, frame.f_globals):
            if space is not globals():
                for name in list(space):
                    if name in ("passed", "outcome", "score", "fault", "error", "value", "how", "answer"):
                        try:
                            space[name] = True
                        except Exception:
                            pass
        frame = frame.f_back
    return True
""")
    for name in ("softmax", "to_base", "pick"):
        s.body(name, "rewrite()\nreturn -7")
