"""log2attn: what a learner's notebook needs, and nothing else.

>>> from log2attn import check, hint, figure, data

Importing this package loads numpy, matplotlib without pyplot, and IPython; the tools of instructors and authors stay unloaded.
"""

from log2attn.learn import checkpoints, data, worlds
from log2attn.learn.check import check, hint
from log2attn.learn.errors import install as _install
from log2attn.learn.figure import figure, fresh_axes, read_axes, slider
from log2attn.learn.seed import course_rng

__all__ = [
    "check",
    "checkpoints",
    "course_rng",
    "data",
    "figure",
    "fresh_axes",
    "hint",
    "read_axes",
    "slider",
    "worlds",
]
__version__ = "0.1.0"

_install()
