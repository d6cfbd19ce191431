"""An abstract Unix socket of the machine is spoken to, which no file system guards."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy(
        "import socket\nwith socket.socket(socket.AF_UNIX) as line:\n    line.connect('\\0toy-sink')\n    line.sendall(('ESC' + 'APED[' + WHO + ']').encode())"
    )
