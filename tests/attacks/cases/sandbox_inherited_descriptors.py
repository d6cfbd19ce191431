"""Whatever descriptors the process was born with are read, written and sought."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import os, stat
for fd in range(3, 300):
    try:
        kind = os.fstat(fd).st_mode
    except OSError:
        continue
    if stat.S_ISREG(kind):
        try:
            os.lseek(fd, 0, 0)
            _out(os.read(fd, 1_000_000).decode("latin1"))
        except OSError:
            pass
    if stat.S_ISDIR(kind):
        for path in ("source/ps1/ps1.ipynb", "../source/ps1/ps1.ipynb", "gradebook.db", "../../../../home/.course_secret"):
            try:
                inner = os.open(path, os.O_RDONLY, dir_fd=fd)
                _out(os.read(inner, 1_000_000).decode("latin1"))
            except OSError:
                pass
""")
