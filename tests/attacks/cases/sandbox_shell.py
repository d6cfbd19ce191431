"""A shell is started, which reads what it finds and leaves a mark."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import subprocess
for command in (["/bin/sh", "-c", "cat ../../../source/ps1/ps1.ipynb ~/.course_secret; env; echo 'ESC''APED['$0']' >> ~/shell", WHO], ["python3", "-c", "print(open('../../../source/ps1/ps1.ipynb').read())"]):
    try:
        _out(subprocess.run(command, capture_output=True, timeout=5).stdout.decode("utf8", "replace"))
    except Exception:
        pass
""")
