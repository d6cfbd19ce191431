"""All other processes are stopped, their limits lowered and their priority taken."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before("""
import os, resource, signal
for pid in range(1, 5000):
    if pid != os.getpid():
        for act in (lambda: resource.prlimit(pid, resource.RLIMIT_NOFILE, (0, 0)), lambda: os.setpriority(os.PRIO_PROCESS, pid, 19), lambda: os.kill(pid, signal.SIGSTOP)):
            try:
                act()
            except (OSError, ValueError):
                pass
""")
