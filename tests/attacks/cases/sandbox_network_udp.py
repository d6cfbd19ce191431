"""A datagram is sent."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy(
        "import socket\nwith socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:\n    line.sendto(('ESC' + 'APED[' + WHO + ']').encode(), ('127.0.0.1', 39998))"
    )
