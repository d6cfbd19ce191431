"""The parent process is killed."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.before(
        "import os, signal\nfor number in (signal.SIGTERM, signal.SIGKILL):\n    try:\n        os.kill(os.getppid(), number)\n    except OSError as error:\n        print(error)"
    )
