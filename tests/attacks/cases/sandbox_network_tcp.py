"""A TCP connection is opened, by name, by number, and through a proxy."""

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    s.wrong()
    s.spy("""
import socket, urllib.request
for address in (("127.0.0.1", 39999), ("localhost", 39999), ("::1", 39999), ("0.0.0.0", 39999)):
    try:
        with socket.create_connection(address, 1) as line:
            line.sendall(("ESC" + "APED[" + WHO + "]").encode())
    except OSError:
        pass
try:
    urllib.request.urlopen("http://127.0.0.1:39999/ESC" + "APED[" + WHO + "]", timeout=1)
except Exception:
    pass
""")
