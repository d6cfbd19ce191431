"""A Unix socket is spoken to by its path, as one would speak to Docker."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import os, socket
for path in ("~/sink.sock", "../../../../home/sink.sock", "/proc/1/root/" + os.path.expanduser("~/sink.sock")):
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(os.path.expanduser(path))
            line.sendall(("ESC" + "APED[" + WHO + "]").encode())
    except OSError:
        pass
""")
