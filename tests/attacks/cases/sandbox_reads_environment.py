"""The environment is read: its own, that of all processes, and what libc and the stack remember of it."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import ctypes, glob, os
_out(dict(os.environ))
for path in glob.glob("/proc/*/environ") + glob.glob("/proc/*/cmdline"):
    try:
        _out(open(path, "rb").read().decode("utf8", "replace"))
    except OSError:
        pass
try:
    environ = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
    k = 0
    while environ[k]:
        _out(environ[k].decode("utf8", "replace"))
        k += 1
except Exception:
    pass
""")
