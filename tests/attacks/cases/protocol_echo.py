"""Over the socket a thread sends back whatever comes in: questions as answers."""

KIND, GROUP = "hostile", "protocol"
DESERVED = 0


def apply(s):
    s.wrong()
    s.wire("""
import socket, threading

def echo():
    for fd in sockets():
        line = socket.socket(fileno=os.dup(fd))
        def run(line=line):
            while True:
                data = line.recv(65536)
                if not data:
                    return
                line.sendall(data)
        threading.Thread(target=run, daemon=True).start()
""")
    s.body("softmax", "echo()\nreturn z")
    s.body("to_base", "echo()\nreturn '1'")
