"""The answers claim changes in place of things that were never handed in, of other types and sizes, or that hold themselves."""

KIND, GROUP = "hostile", "protocol"
DESERVED = 0


def apply(s):
    s.wrong()
    s.wire("""
CHANGES = [
    [[0, ["l", ["r", 0]]]], [[99, ["l"]]], [[-1, ["l"]]], [[True, ["l"]]], [[0, ["a", "<f8", [10**6], b"\\0" * 8_000_000]]], [[0, ["a", "<i8", [2], b"\\0" * 16]]], [[1, ["a", "<f8", [0, 5], b""]]],
    [[1, ["d", 1, 2]]], [[1, ["s", 1]]], [[1, ["R", ["d"]]]], [[1, ["a", "<f8", [2], b"\\0" * 16]]] * 10_000, "x", [[0]], [[0, None]], [[k, ["l", 1, 2, 3]] for k in range(5)],
]
line = the_line()
if line is not None:
    import itertools
    turn = itertools.count()
    real = line.send
    def forge(tree):
        if isinstance(tree, list) and tree and tree[0] == "gave":
            tree = [*tree[:2], CHANGES[next(turn) % len(CHANGES)], "", []]
        real(tree)
    def arm():
        line.send = forge
else:
    def arm():
        pass
""")
    s.body("softmax", "arm()\nreturn z")
    s.body("pick", "arm()\nreturn -1")
    s.body("parabola", "arm()\nax.plot(xs, xs)")
    s.body("center", "arm()")
