"""The function forks, and both processes answer."""

KIND, GROUP = "hostile", "protocol"
DESERVED = 0


def apply(s):
    s.wrong()
    for name in ("softmax", "to_base", "pick"):
        s.body(name, "import os\nwhoami = os.fork()\nreturn 1.0 if whoami else '1010'")
