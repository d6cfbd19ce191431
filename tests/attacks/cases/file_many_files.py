"""Five thousand small files lie beside the notebook."""

from course import MAX

KIND, GROUP = "hostile", "file"
DESERVED = MAX
QUEUE = True


def apply(s):
    s.right()
    for k in range(5000):
        s.file(f"many/{k // 100}/{k}.txt", "x")
