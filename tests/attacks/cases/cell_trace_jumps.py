"""A trace function jumps over the lines of a test that hold an assert."""

KIND, GROUP = "hostile", "cell"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
import sys

def jump(frame, event, arg):
    code = frame.f_code
    if code.co_name != "<module>":
        return None
    lines = sorted({line for *_, line in code.co_lines() if line})
    if event == "line" and frame.f_lineno != lines[-1]:
        try:
            frame.f_lineno = lines[-1]
        except ValueError:
            pass
    elif event == "exception":
        pass
    return jump

def arm():
    sys.settrace(jump)
    frame = sys._getframe(1)
    while frame:
        frame.f_trace = jump
        frame = frame.f_back
""")
    for name in ("softmax", "to_base", "pick"):
        s.body(name, "arm()\nreturn 0")
