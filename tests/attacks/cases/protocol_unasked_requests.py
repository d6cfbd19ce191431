"""The worker asks the tester for things that only a tester may do: evaluate, get attributes, call what was never handed in."""

KIND, GROUP = "hostile", "protocol"
DESERVED = 0


def apply(s):
    s.wrong()
    s.wire("""
def ask():
    line = the_line()
    for verb in ("call", "next", "eval", "exec", "get", "set", "op", "names", "lib", "cell", "file", "perform", "do_call", "__class__", "import"):
        for what in (0, 1, -1, 10**9, 2**70 % 2**64, "__import__('os').system('id')", None, True, 1.5, [0, None], ["__class__"], [0, "__globals__"]):
            tree = ["ask", verb, what, ["l", "x"], ["d"]]
            for fd in sockets():
                send(fd, frame(tree))
""")
    s.body("softmax", "ask()\nreturn 0")
    s.body("find_root", "ask()\nreturn 0")
