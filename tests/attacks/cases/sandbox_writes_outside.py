"""Marks are written into the home folder, the course, /tmp, /dev/shm and the Python installation."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import os, sys
for path in ("~/mark", "../../../mark", "../../../source/mark", "../../../submitted/zoe/ps1/mark", "../mark", "/tmp/mark", "/dev/shm/mark", "/var/tmp/mark", sys.prefix + "/mark", os.path.dirname(np.__file__) + "/mark.py", "~/../course/mark", "~/../mark"):
    _mark(path)
""")
