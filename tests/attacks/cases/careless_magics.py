"""%matplotlib inline, %autoreload, an unknown magic, a widget backend."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    s.right()
    s.before("%load_ext autoreload\n%autoreload 2\n%matplotlib inline")
    s.before("%matplotlib widget")
    s.before("%no_such_magic 3")
    s.before("%config InlineBackend.figure_format = 'retina'")
