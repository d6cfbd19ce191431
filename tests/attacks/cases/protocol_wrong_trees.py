"""The answers are trees that no encoder writes: wrong handles, negative and overflowing shapes, object types, references to nothing."""

KIND, GROUP = "hostile", "protocol"
DESERVED = 0


def apply(s):
    s.wrong()
    s.wire("""
import itertools
EVIL = [
    ["h", 10**12, "x" * 100_000, True], ["h", -1, "Dual", False], ["h", True, 1, 1], ["h"], ["k", 0], ["K", 0], ["k", -5], ["k", "0"], ["r", 0], ["r", 10**6], ["r", -1], ["r", True],
    ["a", "|O", [1], b"\\0" * 8], ["a", "<f8", [-1], b""], ["a", "<f8", [2**31, 2**31], b""], ["a", "<f8", [0, 2**39], b""], ["a", "<f8", [1] * 40, b"\\0" * 8], ["a", "V8", [1], b"\\0" * 8],
    ["a", "<U999999", [0], b""], ["a", "<f8", [True], b"\\0" * 8], ["a", "[('a','<f8')]", [1], b"\\0" * 8], ["a", "<M8[9999Y]", [1], b"\\x7f" * 8], ["o", [2], None], ["o", [0, 2**39]],
    ["g", "<U1", b"\\xff\\xff\\xff\\xff"], ["g", "<f8", b""], ["i", "0x" + "f" * 2_000_000], ["i", "__import__('os')"], ["i", 5], ["D", "1e999999999"], ["D", "sNaN"], ["F", 1, 0], ["F", ["i", "0x" + "f" * 900_000], 3],
    ["T", "os.system"], ["T", ["l"]], ["E", "__import__"], ["R", ["d", "bit_generator", "PCG64"]], ["R", None], ["R", ["d", "bit_generator", "__class__"]], ["n", "X", ["__class__", "_fields", "a"], 1, 2, 3],
    ["n", "__import__", ["x"], 1], ["n", "X", ["a"] * 100, *[1] * 100], ["d", 1], ["d", ["l"], 1], ["s", ["l"]], ["f", ["d"]], ["G", 0, 10**18, 1], ["G", 0, 1, 0], ["S", ["l"], 1, 1], ["l", ["r", 0]], ["zz", 1], [], [[]], {},
    ["o", [1], ["h", 0, "a", True]], ["t", *[["l"]] * 1000], ["c", "1", 2], ["B", "x"], [None, 1], ["l", ["l", ["r", 0], ["r", 1]]],
]
line = the_line()
turn = itertools.count()
if line is not None:
    real = line.send
    def send_evil(tree):
        if isinstance(tree, list) and tree and tree[0] == "gave":
            n = next(turn)
            tree = ["gave", EVIL[n % len(EVIL)], *tree[2:]]
        real(tree)
    def arm():
        line.send = send_evil
else:
    def arm():
        pass
""")
    for name in ("softmax", "to_base", "pick", "first_over"):
        s.body(name, "arm()\nreturn 0")
    s.body("scaler", "arm()\nreturn lambda x: 0")
