"""The home folder of whoever grades is read."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import glob, os, pwd
homes = {os.path.expanduser("~"), os.environ.get("HOME", ""), "../../../../home"}
try:
    homes |= {p.pw_dir for p in pwd.getpwall()}
except Exception:
    pass
for home in homes:
    for path in glob.glob(home + "/.*secret*") + glob.glob("/proc/*/root" + home + "/.*secret*"):
        try:
            _out(open(path).read())
        except OSError:
            pass
""")
