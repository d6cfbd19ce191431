"""Run a notebook's cells in an IPython shell of this interpreter: no kernel, no network, every warning an error.

    python run_notebook.py NOTEBOOK.ipynb      prints one JSON object: cell id → the error it ended in ("" for none)

Works with IPython 7 as with IPython 9; used with both of the course's version sets.
"""

import contextlib
import io
import json
import os
import socket
import sys
import warnings
from pathlib import Path

os.environ["MPLBACKEND"] = "Agg"

# Imported before warnings become errors: what other people's packages warn of at import is theirs.
import matplotlib.pyplot as plt  # noqa: F401
from IPython.core.interactiveshell import InteractiveShell

import log2attn  # noqa: F401


def refuse(*_args: object, **_kwargs: object) -> None:
    raise OSError("no network in this test")


def run(path: str) -> dict[str, str]:
    cells = [
        cell
        for cell in json.loads(Path(path).read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    shell = InteractiveShell.instance()
    shell.history_manager.enabled = False
    socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
    warnings.simplefilter("error")
    ended = {}
    for cell in cells:
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            result = shell.run_cell("".join(cell["source"]))
        error = result.error_before_exec or result.error_in_exec
        ended[cell["id"]] = f"{type(error).__name__}: {error}" if error else ""
    return ended


if __name__ == "__main__":
    print(json.dumps(run(sys.argv[1])))
