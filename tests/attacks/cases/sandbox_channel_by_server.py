"""A friend leaves a server behind on an abstract socket and a port, which hands out the answers."""

from course import NAMES, RIGHT

KIND, GROUP = "hostile", "sandbox"
DESERVED = 0


def apply(s):
    friend = s.friend()
    friend.right()
    code = "\n\n".join(RIGHT.values())
    friend.before(f"""
import os, socket, time
ANSWERS = {code!r}.encode()
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.closerange(0, 100)
        import threading
        def give(server):
            while True:
                line, _ = server.accept()
                line.sendall(ANSWERS)
                line.close()
        one = socket.socket(socket.AF_UNIX)
        one.bind("\\0left-for-a-friend")
        one.listen()
        threading.Thread(target=give, args=(one,), daemon=True).start()
        try:
            threading.Thread(target=give, args=(socket.create_server(("127.0.0.1", 40404)),), daemon=True).start()
        except OSError:
            pass
        time.sleep(300)
        os._exit(0)
    os._exit(0)
""")
    friend.save()
    s.wrong()
    s.above(
        "visible-softmax",
        """
import socket
for family, address in ((socket.AF_UNIX, "\\0left-for-a-friend"), (socket.AF_INET, ("127.0.0.1", 40404))):
    try:
        with socket.socket(family) as line:
            line.connect(address)
            code = b""
            while part := line.recv(65536):
                code += part
        exec(code.decode())
        break
    except OSError:
        pass
""",
    )
    for name in NAMES[1:]:
        s.cell(name).source = "pass"
