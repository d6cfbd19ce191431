"""The stored outputs are 8 MB of training logs and pictures."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX
QUEUE = True


def apply(s):
    s.right()
    s.after("print('epoch')")
    s.cells[-1].outputs = [{"output_type": "stream", "name": "stdout", "text": "epoch\n" * 1_400_000}]
