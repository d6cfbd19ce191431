"""The callback, the iterator, the generator and the array that were handed in are handed back."""

KIND, GROUP = "hostile", "value"
DESERVED = 0


def apply(s):
    s.wrong()
    for name, given in (
        ("softmax", "z"),
        ("find_root", "f"),
        ("center", "rows"),
        ("first_over", "numbers"),
        ("pick", "rng"),
    ):
        s.body(name, f"return {given}")
