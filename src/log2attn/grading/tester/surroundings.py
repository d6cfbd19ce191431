"""The process that a test expects around it: environment, working directory, files, untouched libraries, a shell to ask."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import matplotlib as mpl
import matplotlib.backends.backend_agg  # loaded here, once, and not by every process that is forked to mark a notebook
import matplotlib.pyplot as plt

from log2attn.learn.style import HOUSE

# What stock nbgrader sets while it grades; a notebook asks for it to tell that it is being graded.
ENVIRONMENT = {"NBGRADER_EXECUTION": "autograde", "MPLBACKEND": "Agg"}


@contextmanager
def surroundings(files: Mapping[str, bytes], *, house_style: bool) -> Iterator[None]:
    """While this lasts, tests find the assignment's files in a folder of their own, which is thrown away afterward.

    house_style   whether the notebook imports this package, which sets the style of its figures; else matplotlib is as it comes
    """
    before, path, environment = Path.cwd(), list(sys.path), dict(os.environ)
    os.environ.update(ENVIRONMENT)
    plt.switch_backend("agg")
    original: Any = mpl.rcParamsOrig
    style: Any = HOUSE if house_style else {key: original[key] for key in HOUSE}
    with (
        TemporaryDirectory(prefix="log2attn-tests-", ignore_cleanup_errors=True) as folder,
        mpl.rc_context(style),
    ):
        for name, data in files.items():
            (Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / name).write_bytes(data)
        os.chdir(folder)
        sys.path[:0] = [folder]
        try:
            yield
        finally:
            plt.close("all")
            sys.path[:] = path
            os.chdir(before)
            os.environ.clear()
            os.environ.update(environment)
