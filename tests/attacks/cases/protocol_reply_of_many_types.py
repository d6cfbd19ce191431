"""An answer holds a hundred thousand named tuples, each of a type of its own."""

KIND, GROUP = "hostile", "protocol"
DESERVED = 0


def apply(s):
    s.wrong()
    s.body(
        "softmax",
        "import collections\nreturn [type(f'T{k}', (tuple,), {'_fields': (f'a{k}', 'b')})((1, 2)) for k in range(100_000)]",
    )
    s.body("to_base", "return {np.float32(k): np.str_('x' * (k % 50)) for k in range(200_000)}")
