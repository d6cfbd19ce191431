"""Two hundred thousand lines are printed and flushed, to stdout and stderr."""

from course import MAX

KIND, GROUP = "hostile", "resource"
DESERVED = MAX
LEAST = DESERVED


def apply(s):
    s.right()
    s.after(
        "import sys\nfor k in range(200_000):\n    print(k, flush=k % 100 == 0, file=sys.stderr if k % 2 else sys.stdout)"
    )
