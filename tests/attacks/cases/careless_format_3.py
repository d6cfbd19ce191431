"""Saved in the format of 2013 by an old tool."""

from course import MAX

KIND, GROUP = "careless", "careless"
DESERVED = MAX


def apply(s):
    import warnings

    import nbformat

    s.right()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        s.raw = nbformat.writes(nbformat.convert(s.notebook, 3), version=3).encode()
